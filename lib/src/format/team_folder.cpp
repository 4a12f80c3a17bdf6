// SPDX-License-Identifier: MIT
#include "cprota/format/team_folder.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <tuple>
#include <utility>

#include <dirent.h>
#include <fmt/format.h>

#include "cprota/format/read_bank_holidays.hpp"
#include "cprota/format/read_team.hpp"

#include "format/change_journal.hpp"
#include "format/folder_lock.hpp"
#include "format/read_file.hpp"

namespace cprota {
namespace {

constexpr std::string_view team_file = "cprota.toml";

Error fault_at(const std::string& shown, std::string message) {
  return {Fault::files, {Diagnostic{Severity::error, Place{shown, 1, 1}, std::move(message), {}}}};
}

void append(std::vector<Diagnostic>& all, const std::vector<Diagnostic>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

void append(Error& all, const Error& more) {
  if (more.fault == Fault::machine) all.fault = Fault::machine;
  append(all.diagnostics, more.diagnostics);
}

std::optional<Error> if_any(Error all) {
  if (all.diagnostics.empty()) return std::nullopt;
  return all;
}

std::string join(const std::string& folder, const std::string& path) {
  if (path.starts_with('/')) return path;
  return folder.ends_with('/') ? folder + path : folder + "/" + path;
}

// The path of a file after links; nothing where it leads nowhere, with errno saying why.
std::optional<std::string> real_path(const std::string& path) {
  char* const resolved = ::realpath(path.c_str(), nullptr);
  if (resolved == nullptr) return std::nullopt;
  std::string found(resolved);
  std::free(resolved);
  return found;
}

// `2026-W60.toml` has the form of a week, whether there is one or not.
bool looks_like_week(std::string_view stem) {
  constexpr std::string_view form = "dddd-Wdd";
  if (stem.size() != form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool is_digit = stem[i] >= '0' && stem[i] <= '9';
    if (form[i] == 'd' ? !is_digit : stem[i] != form[i]) return false;
  }
  return true;
}

// What the rota folder holds.
struct Listing {
  std::vector<IsoWeek> weeks;
  std::vector<std::string> no_weeks;  // named for a week that does not exist
  std::vector<std::string> strays;
};

void sort_in(Listing& listing, std::string_view name) {
  constexpr std::string_view ending = ".toml";
  // Emacs marks so what it edits.
  if (!name.ends_with(ending) || name.starts_with(".#")) return;
  const std::string_view stem = name.substr(0, name.size() - ending.size());
  if (const auto week = IsoWeek::parse(stem)) {
    listing.weeks.push_back(*week);
  } else {
    (looks_like_week(stem) ? listing.no_weeks : listing.strays).emplace_back(name);
  }
}

// As to a disk that is not mounted.
bool leads_nowhere(const std::string& path) {
  std::error_code error;
  return std::filesystem::is_symlink(path, error) && !std::filesystem::exists(path, error);
}

Result<Listing> list(const std::string& folder, const std::string& shown) {
  Listing listing;
  DIR* const directory = ::opendir(folder.c_str());
  if (directory == nullptr) {
    if (errno == ENOENT && leads_nowhere(folder))
      return tl::unexpected(fault_at(shown, "this is a link to a folder that is not there"));
    if (errno == ENOENT) return listing;
    if (errno == ENOTDIR)
      return tl::unexpected(fault_at(shown, "this is a file, and should be the folder of the week files"));
    if (errno == ELOOP) return tl::unexpected(fault_at(shown, "this is a link that leads in a circle"));
    return fail(Fault::machine, fmt::format("cannot read the folder {}: {}", shown, std::strerror(errno)));
  }
  while (const dirent* const entry = ::readdir(directory)) sort_in(listing, entry->d_name);
  ::closedir(directory);
  std::sort(listing.weeks.begin(), listing.weeks.end());
  std::sort(listing.no_weeks.begin(), listing.no_weeks.end());
  std::sort(listing.strays.begin(), listing.strays.end());
  return listing;
}

}  // namespace

struct TeamFolder::Impl {
  std::string folder;
  std::string file_name;
  std::string rota_path;
  std::string rota_shown;
  TeamReading reading;
  Error faults{Fault::files, {}};  // no answer without these
  std::map<IsoWeek, std::optional<WeekFile>> weeks;
  Fault worst_elsewhere = Fault::files;  // of reading.faults_elsewhere
  std::map<IsoWeek, Error> week_faults;
  Error listing_fault{Fault::files, {}};
  std::optional<Listing> listing;
  std::vector<JournalEntry> cut_off;  // a change of several files that is valid and not yet carried out
  std::optional<std::string> note;

  std::string shown(const std::string& name) const { return rota_shown + "/" + name; }

  std::string week_path(IsoWeek week) const { return join(rota_path, week.str() + ".toml"); }

  // Until the next writer finishes it, what stands beside is what counts.
  void look_for_cut_off_change() {
    auto journal = read_journal(rota_path, rota_shown);
    if (!journal) {
      if (journal.error().fault == Fault::machine) worst_elsewhere = Fault::machine;
      append(reading.faults_elsewhere, journal.error().diagnostics);
    } else if (*journal && (*journal)->in_the_way) {
      note = *(*journal)->in_the_way + "; answered from the files as they are";
    } else if (*journal) {
      cut_off = std::move((*journal)->entries);
      if (!is_being_written(rota_path)) {
        note = fmt::format(
            "a change of {} files was cut off; this is the state after it, and the next command that writes "
            "finishes it",
            cut_off.size());
      }
    }
  }

  Result<std::optional<std::string>> read_current(const std::string& path, const std::string& name) const {
    const auto changed = std::find_if(cut_off.begin(), cut_off.end(), [&](const JournalEntry& entry) {
      return entry.name == journal_name(path, rota_path);
    });
    if (changed == cut_off.end()) return read_file(path, name);
    if (!changed->beside) return std::nullopt;
    auto beside = read_file(join(rota_path, *changed->beside), name);
    const bool is_in_place = beside && (!*beside || !changed->is_new(*beside));
    return is_in_place ? read_file(path, name) : beside;
  }

  void read_beside(const char* name, void (*read_text)(std::string_view, const std::string&, TeamReading&)) {
    const auto text = read_current(join(folder, name), name);
    if (!text) {
      if (text.error().fault == Fault::machine) worst_elsewhere = Fault::machine;
      append(reading.faults_elsewhere, text.error().diagnostics);
    } else if (*text) {
      read_text(**text, name, reading);
    }
  }

  // A newer list of bank holidays, which no answer can do without.
  void read_holidays(const std::string& name) {
    const auto text = read_file(join(folder, name), name);
    if (!text) return append(faults, text.error());
    if (!*text) {
      Diagnostic missing = reading.bank_holidays_file_at;
      missing.message = fmt::format("there is no file \"{}\"", name);
      return append(faults.diagnostics, {missing});
    }
    BankHolidays& holidays = reading.team.bank_holidays;
    auto read = read_bank_holidays(**text, holidays.division(), name);
    if (!read) return append(faults, read.error());
    holidays.replace_years(std::move(*read));
  }

  void read_folder(const std::string& file) {
    const std::size_t slash = file.rfind('/');
    folder = slash == 0 ? "/" : file.substr(0, slash);
    file_name = file.substr(slash + 1);
    auto text = read_file(file, file_name);
    if (!text) {
      faults = std::move(text.error());
      return;
    }
    if (!*text) {
      faults = fault_at(file_name, "the file is not there any more");
      return;
    }
    reading = read_team(**text, file_name);
    rota_path = join(folder, reading.rota_folder);
    rota_shown = reading.rota_folder;
    while (rota_shown.size() > 1 && rota_shown.ends_with('/')) rota_shown.pop_back();
    if (reading.is_known) {
      look_for_cut_off_change();
      read_beside("contacts.toml", read_contacts);
      read_beside("leave.toml", read_leave);
    }
    faults.diagnostics = reading.faults;
    if (reading.machine_fault) faults.fault = Fault::machine;
    if (reading.bank_holidays_file) read_holidays(*reading.bank_holidays_file);
  }

  std::optional<WeekFile> read_file_of(IsoWeek week) {
    const std::string name = week.str() + ".toml";
    const auto text = read_current(week_path(week), shown(name));
    if (!text) {
      week_faults.emplace(week, text.error());
      return std::nullopt;
    }
    if (!*text) {
      if (leads_nowhere(rota_path)) listed();
      return std::nullopt;
    }
    WeekReading read = read_week(**text, shown(name), week, reading.team);
    append(reading.faults_elsewhere, read.faults_elsewhere);
    if (read.faults.empty()) return std::move(read.file);
    week_faults.emplace(week, Error{Fault::files, std::move(read.faults)});
    return std::nullopt;
  }

  const WeekFile* find(IsoWeek week) {
    auto known = weeks.lower_bound(week);
    if (known == weeks.end() || known->first != week)
      known = weeks.emplace_hint(known, week, read_file_of(week));
    return known->second ? &*known->second : nullptr;
  }

  void list_cut_off_change(Listing& found) const {
    for (const JournalEntry& entry : cut_off) {
      const auto week = IsoWeek::parse(std::string_view(entry.name).substr(0, entry.name.find('.')));
      const auto at = std::find(found.weeks.begin(), found.weeks.end(), week);
      if (!week || (at != found.weeks.end()) == entry.beside.has_value()) continue;
      if (entry.beside) {
        found.weeks.insert(std::lower_bound(found.weeks.begin(), found.weeks.end(), *week), *week);
      } else {
        found.weeks.erase(at);
      }
    }
  }

  const Listing& listed() {
    if (!listing) {
      auto found = list(rota_path, rota_shown);
      if (!found) listing_fault = found.error();
      listing = found ? std::move(*found) : Listing{};
      list_cut_off_change(*listing);
    }
    return *listing;
  }

  template <class Wanted>
  Error faults_of_weeks(Wanted wanted) const {
    Error all = listing_fault;
    for (const auto& [week, error] : week_faults) {
      if (wanted(week)) append(all, error);
    }
    return all;
  }

  // cprota.toml first, the other files by name, each from top to bottom.
  void put_in_order(std::vector<Diagnostic>& diagnostics) const {
    const auto rank = [&](const Diagnostic& diagnostic) {
      const Place place = diagnostic.place.value_or(Place{});
      return std::tuple(!place.file.empty() && place.file != file_name, place.file, place.line, place.column);
    };
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [&](const Diagnostic& a, const Diagnostic& b) { return rank(a) < rank(b); });
  }

  // The faults of all files but those that read_folder() found no answer without.
  Error read_all() {
    for (const IsoWeek week : listed().weeks) find(week);
    Error all{worst_elsewhere, reading.faults_elsewhere};
    append(all, faults_of_weeks([](IsoWeek) { return true; }));
    for (const std::string& name : listed().no_weeks) {
      append(all, fault_at(shown(name), fmt::format("there is no week {}", name.substr(0, name.find('.')))));
    }
    put_in_order(all.diagnostics);
    return all;
  }

  // Fails where there is no file to read.
  static Result<std::string> locate(const std::string& path) {
    auto file = real_path(path);
    if (!file) {
      if (errno == ENOENT) return fail(Fault::files, fmt::format("there is no {}", path));
      if (errno == ELOOP) return fail(Fault::files, fmt::format("{} is a link that leads in a circle", path));
      const Fault fault = errno == ENOTDIR ? Fault::files : Fault::machine;
      return fail(fault, fmt::format("cannot read {}: {}", path, std::strerror(errno)));
    }
    if (DIR* const directory = ::opendir(file->c_str())) {
      ::closedir(directory);
      const std::string inside = join(*file, std::string(team_file));
      const auto found = real_path(inside);
      if (found) return *found;
      if (errno == ENOENT && file->ends_with("/" + std::string(team_file)))
        return fail(Fault::files, fmt::format("{} is a folder, and should be the team's file", path));
      if (errno == ENOENT) return fail(Fault::files, fmt::format("there is no {} in {}", team_file, path));
      return fail(
          errno == EACCES ? Fault::machine : Fault::files,
          fmt::format("cannot read {}: {}", join(path, std::string(team_file)), std::strerror(errno)));
    }
    return *file;
  }
};

TeamFolder::TeamFolder() : impl_(std::make_unique<Impl>()) {}
TeamFolder::~TeamFolder() = default;

Result<std::unique_ptr<TeamFolder>> TeamFolder::open(const std::string& path) {
  const auto file = Impl::locate(path);
  if (!file) return tl::unexpected(file.error());
  std::unique_ptr<TeamFolder> folder(new TeamFolder());
  folder->impl_->read_folder(*file);
  if (!folder->impl_->faults.diagnostics.empty()) return tl::unexpected(std::move(folder->impl_->faults));
  return folder;
}

Error TeamFolder::all_faults(const std::string& path, const Error& found) {
  const auto file = Impl::locate(path);
  if (!file) return file.error();
  TeamFolder folder;
  folder.impl_->read_folder(*file);
  Error all = std::move(folder.impl_->faults);
  if (folder.impl_->reading.is_known) {
    append(all, folder.impl_->read_all());
  } else {
    append(all.diagnostics, folder.impl_->reading.faults_elsewhere);
  }
  folder.impl_->put_in_order(all.diagnostics);
  return all.diagnostics.empty() ? found : all;
}

const Team& TeamFolder::team() const {
  return impl_->reading.team;
}
const std::string& TeamFolder::folder() const {
  return impl_->folder;
}
const std::string& TeamFolder::rota_folder() const {
  return impl_->rota_path;
}
std::string TeamFolder::week_path(IsoWeek week) const {
  return impl_->week_path(week);
}
std::string TeamFolder::week_shown(IsoWeek week) const {
  return impl_->shown(week.str() + ".toml");
}
const std::optional<std::string>& TeamFolder::note() const {
  return impl_->note;
}
const std::vector<Diagnostic>& TeamFolder::faults_elsewhere() const {
  return impl_->reading.faults_elsewhere;
}
const std::vector<Diagnostic>& TeamFolder::contact_faults() const {
  return impl_->reading.contact_faults;
}
const std::vector<Diagnostic>& TeamFolder::route_faults() const {
  return impl_->reading.route_faults;
}

const WeekFile* TeamFolder::find(IsoWeek week) {
  return impl_->find(week);
}
bool TeamFolder::can_use(IsoWeek week) {
  return impl_->find(week) != nullptr || !impl_->week_faults.contains(week);
}
const std::vector<IsoWeek>& TeamFolder::weeks() {
  return impl_->listed().weeks;
}

std::optional<Error> TeamFolder::week_error() const {
  return if_any(impl_->faults_of_weeks([](IsoWeek) { return true; }));
}

std::optional<Error> TeamFolder::week_error(IsoWeek first, IsoWeek last) const {
  return if_any(impl_->faults_of_weeks([&](IsoWeek week) { return first <= week && week <= last; }));
}

std::optional<Error> TeamFolder::read_all() {
  return if_any(impl_->read_all());
}

std::vector<std::string> TeamFolder::strays() {
  std::vector<std::string> shown;
  std::error_code unknown;
  const bool is_team_folder = std::filesystem::equivalent(folder(), rota_folder(), unknown);
  for (const std::string& name : impl_->listed().strays) {
    const bool is_of_team = name == impl_->file_name || name == "contacts.toml" || name == "leave.toml";
    if (!is_team_folder || !is_of_team) shown.push_back(impl_->shown(name));
  }
  return shown;
}

std::string TeamFolder::source_line(const Place& place) const {
  const auto text = read_file(join(folder(), place.file), place.file);
  if (!text || !*text) return {};
  std::size_t begin = 0;
  for (int line = 1; line < place.line; ++line) {
    begin = (*text)->find('\n', begin);
    if (begin == std::string::npos) return {};
    ++begin;
  }
  std::string line = (*text)->substr(begin, (*text)->find('\n', begin) - begin);
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

}  // namespace cprota
