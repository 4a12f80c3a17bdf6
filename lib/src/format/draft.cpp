// SPDX-License-Identifier: MIT
#include "cprota/format/draft.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/format/read_team.hpp"

#include "base/utf8.hpp"
#include "format/read_file.hpp"

namespace cprota {
namespace {

constexpr const char* leave_file = "leave.toml";

// The file as it stands.
Result<FileChange> unchanged(const std::string& path, const std::string& shown) {
  auto text = read_file(path, shown);
  if (!text) return tl::unexpected(std::move(text.error()));
  return FileChange{path, shown, *text, *text};
}

// What no reader would take is not written.
Result<void> refuse_too_large(const std::string& text, const std::string& shown) {
  if (text.size() <= team_file_size) return {};
  return fail(Fault::files,
              fmt::format("{} would be larger than 4 MiB, and could not be read again: take out "
                          "what is no longer needed",
                          shown));
}

Result<void> refuse_bad_bytes(std::string_view what, const std::string& text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(std::string_view(text).substr(i));
    if (!point.valid) {
      return fail(Fault::usage,
                  fmt::format("the {} \"{}\" is not UTF-8, as the files are", what, visible(text)));
    }
    i += point.length;
  }
  return {};
}

std::optional<std::string_view> view(const std::optional<std::string>& text) {
  return text ? std::optional<std::string_view>(*text) : std::nullopt;
}

}  // namespace

Result<LockedFolder> open_to_write(const std::string& path) {
  auto folder = TeamFolder::open(path);
  if (!folder) return tl::unexpected(TeamFolder::all_faults(path, folder.error()));
  (void)(*folder)->weeks();
  if (auto fault = (*folder)->week_error()) return tl::unexpected(std::move(*fault));
  auto lock = FolderLock::take((*folder)->rota_folder());
  if (!lock) return tl::unexpected(std::move(lock.error()));
  // What was read before the lock may have changed since.
  folder = TeamFolder::open(path);
  if (!folder) return tl::unexpected(TeamFolder::all_faults(path, folder.error()));
  if (auto faults = (*folder)->read_all()) return tl::unexpected(std::move(*faults));
  return LockedFolder{std::move(*lock), std::move(*folder)};
}

Draft::Draft(TeamFolder& folder) : folder_(folder), team_(folder.team()) {}

Result<void> Draft::edit(IsoWeek week, const WeekEdit& edit) {
  auto edited = edited_.find(week);
  if (edited == edited_.end()) {
    auto stands = unchanged(folder_.week_path(week), folder_.week_shown(week));
    if (!stands) return tl::unexpected(std::move(stands.error()));
    edited = edited_.emplace(week, Edited{std::move(*stands), nullptr}).first;
  }
  Edited& entry = edited->second;
  auto text = edit_week(view(entry.change.after), entry.change.shown, week, edit, team_);
  if (!text) return tl::unexpected(std::move(text.error()));
  if (auto fits = refuse_too_large(*text, entry.change.shown); !fits) return fits;
  entry.change.after = std::move(*text);
  if (entry.file) replaced_.push_back(std::move(entry.file));
  entry.file =
      std::make_unique<WeekFile>(read_week(*entry.change.after, entry.change.shown, week, team_).file);
  has_weeks_ = false;
  return {};
}

Result<void> Draft::add(const Leave& leave) {
  if (auto sound = refuse_bad_bytes("note", leave.note); !sound) return sound;
  if (!leave_) {
    auto stands = unchanged(folder_.folder() + "/" + leave_file, leave_file);
    if (!stands) return tl::unexpected(std::move(stands.error()));
    leave_ = std::move(*stands);
  }
  auto text = add_leave(view(leave_->after), leave_file, leave);
  if (!text) return tl::unexpected(std::move(text.error()));
  if (auto fits = refuse_too_large(*text, leave_file); !fits) return fits;
  leave_->after = std::move(*text);
  team_.leave.push_back(leave);
  return {};
}

Result<void> Draft::add(const std::vector<NewOverride>& overrides) {
  std::map<IsoWeek, AddOverrides> by_week;
  for (const NewOverride& each : overrides) {
    if (auto sound = refuse_bad_bytes("reason", each.made.reason); !sound) return sound;
    by_week[each.week].made.push_back(each.made);
  }
  for (const auto& [week, added] : by_week) {
    if (auto done = edit(week, added); !done) return done;
  }
  return {};
}

Result<void> Draft::take_back(const Undo& undo) {
  for (const CutOverride& cut : undo.cut) {
    const WeekEdit change =
        cut.left ? WeekEdit(ChangeOverride{cut.index, *cut.left}) : WeekEdit(RemoveOverride{cut.index});
    if (auto done = edit(cut.week, change); !done) return done;
  }
  return add(undo.beside);
}

std::vector<FileChange> Draft::changes() const {
  std::vector<FileChange> changes;
  if (leave_ && leave_->before != leave_->after) changes.push_back(*leave_);
  for (const auto& [week, edited] : edited_) {
    if (edited.change.before != edited.change.after) changes.push_back(edited.change);
  }
  return changes;
}

const WeekFile* Draft::find(IsoWeek week) {
  const auto edited = edited_.find(week);
  return edited != edited_.end() && edited->second.file ? edited->second.file.get() : folder_.find(week);
}

const std::vector<IsoWeek>& Draft::weeks() {
  if (has_weeks_) return weeks_;
  weeks_ = folder_.weeks();
  for (const auto& [week, edited] : edited_) {
    const auto at = std::lower_bound(weeks_.begin(), weeks_.end(), week);
    if (edited.file && (at == weeks_.end() || *at != week)) weeks_.insert(at, week);
  }
  has_weeks_ = true;
  return weeks_;
}

}  // namespace cprota
