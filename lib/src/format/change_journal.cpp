// SPDX-License-Identifier: MIT
#include "format/change_journal.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "count/fingerprint.hpp"
#include "format/read_file.hpp"
#include "format/staged_file.hpp"

namespace cprota {
namespace {

constexpr std::string_view journal_file = ".cprota-change";
constexpr std::string_view first_line = "cprota change 2";
constexpr std::string_view older_line = "cprota change 1";  // without fingerprints
constexpr std::string_view last_line = "end";

using Entries = std::vector<JournalEntry>;

std::string in(const std::string& folder, const std::string& path) {
  return folder + "/" + path;
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(at, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// No list of ours has a file take the place of one that it was not written beside, or one go that stands in
// another folder.
bool is_ours(const JournalEntry& entry) {
  return entry.beside ? *entry.beside == staged_path(entry.target)
                      : entry.target.find('/') == std::string::npos;
}

std::optional<Entries> parse(std::string_view text) {
  std::vector<std::string> lines = split(text, '\n');
  const bool is_older = lines.front() == older_line;
  if (lines.size() < 3 || (lines.front() != first_line && !is_older) || lines[lines.size() - 2] != last_line)
    return std::nullopt;
  Entries entries;
  for (std::size_t i = 1; i + 2 < lines.size(); ++i) {
    std::vector<std::string> parts = split(lines[i], '\t');
    const std::size_t needed = is_older ? 2 : 4;
    if (parts.size() != needed && parts.size() != needed + 1) return std::nullopt;
    JournalEntry entry{parts[0], parts[1], std::nullopt, "", ""};
    if (!is_older) {
      entry.before = parts[2];
      entry.after = parts[3];
    }
    if (parts.size() > needed) entry.beside = parts[needed];
    if (!is_ours(entry)) return std::nullopt;
    entries.push_back(std::move(entry));
  }
  return entries;
}

bool has_separator(const JournalEntry& entry) {
  return (entry.name + entry.target + entry.beside.value_or("")).find_first_of("\t\n") != std::string::npos;
}

// Whether the target is still what the change found, and what takes its place is there; or it is already what
// the change makes. What is beside goes by becoming the target, so that is looked at first.
Result<bool> can_be_finished(const std::string& folder, const JournalEntry& entry) {
  if (entry.before == entry.after) return true;
  const std::string target = in(folder, entry.target);
  bool is_ready = !entry.beside;
  if (entry.beside) {
    const auto beside = read_file(in(folder, *entry.beside), in(folder, *entry.beside), any_size);
    if (!beside) return tl::unexpected(beside.error());
    is_ready = entry.is_new(*beside);
  }
  const auto text = read_file(target, target, any_size);
  if (!text) return tl::unexpected(text.error());
  return entry.is_new(*text) || (is_ready && journal_fingerprint(*text) == entry.before);
}

Result<CutOffChange> looked_at(const std::string& folder, const std::string& shown, Entries entries) {
  CutOffChange change{std::move(entries), std::nullopt};
  for (const JournalEntry& entry : change.entries) {
    const auto possible = can_be_finished(folder, entry);
    if (!possible) return tl::unexpected(possible.error());
    if (*possible) continue;
    change.in_the_way = fmt::format(
        "a change of {} files was cut off, and cannot be finished: {}, or what was to take its place, was "
        "changed since; put that back, or remove {} to leave all files as they are",
        change.entries.size(), std::filesystem::path(in(shown, entry.name)).lexically_normal().string(),
        in(shown, std::string(journal_file)));
    break;
  }
  return change;
}

// 0 or an errno.
int carry_out(const std::string& folder, const JournalEntry& entry) {
  const std::string target = in(folder, entry.target);
  const int done = entry.beside ? std::rename(in(folder, *entry.beside).c_str(), target.c_str())
                                : ::unlink(target.c_str());
  return done == 0 || errno == ENOENT ? 0 : errno;
}

}  // namespace

bool JournalEntry::is_new(const std::optional<std::string>& text) const {
  return before == after || journal_fingerprint(text) == after;
}

std::string journal_fingerprint(const std::optional<std::string>& text) {
  return text ? fingerprint_of(*text) : std::string();
}

std::string journal_name(const std::string& path, const std::string& folder) {
  return std::filesystem::path(path)
      .lexically_normal()
      .lexically_relative(std::filesystem::path(folder).lexically_normal())
      .string();
}

Result<void> write_journal(const std::string& folder, const Entries& entries) {
  std::string text(first_line);
  for (const JournalEntry& entry : entries) {
    if (has_separator(entry)) return cannot_write(entry.name, EINVAL);
    text += fmt::format("\n{}\t{}\t{}\t{}", entry.name, entry.target, entry.before, entry.after);
    if (entry.beside) text += "\t" + *entry.beside;
  }
  text += fmt::format("\n{}\n", last_line);
  const auto staged = stage_file(in(folder, std::string(journal_file)), text, Writers::one, Links::replaced);
  if (!staged) return tl::unexpected(staged.error());
  int error = std::rename(staged->beside.c_str(), staged->target.c_str()) == 0 ? 0 : errno;
  if (error != 0) {
    ::unlink(staged->beside.c_str());
    return cannot_write(staged->target, error);
  }
  error = flush_folder(folder);
  if (error == 0) return {};
  ::unlink(staged->target.c_str());
  return cannot_write(staged->target, error);
}

Result<std::optional<CutOffChange>> read_journal(const std::string& folder, const std::string& shown) {
  const std::string path = in(folder, std::string(journal_file));
  const std::string shown_path = in(shown, std::string(journal_file));
  for (std::optional<std::string> seen;;) {
    if (::access(path.c_str(), F_OK) != 0) return std::nullopt;
    auto text = read_file(path, shown_path);
    if (!text) return tl::unexpected(text.error());
    if (!*text) return std::nullopt;
    auto entries = parse(**text);
    if (!entries) {
      const std::string message = "this is no list of changes that cprota wrote; remove it";
      return tl::unexpected<Error>(
          Error{Fault::files, {Diagnostic{Severity::error, Place{shown_path, 1, 1}, message, {}}}});
    }
    auto change = looked_at(folder, shown, std::move(*entries));
    if (!change) return tl::unexpected(change.error());
    // A writer that is not cut off at all may have come further meanwhile, and others after it.
    if (!change->in_the_way || seen == *text) return std::move(*change);
    seen = std::move(*text);
  }
}

Result<void> finish_journal(const std::string& folder, const Entries& entries) {
  std::set<std::string> folders;
  for (const JournalEntry& entry : entries) {
    if (const int error = carry_out(folder, entry); error != 0)
      return cannot_write(in(folder, entry.target), error);
    folders.insert(folder_of(in(folder, entry.target)));
  }
  folders.insert(folder);
  for (const std::string& changed : folders) {
    if (const int error = flush_folder(changed); error != 0) return cannot_write(changed, error);
  }
  return drop_journal(folder);
}

Result<void> drop_journal(const std::string& folder) {
  const std::string path = in(folder, std::string(journal_file));
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) return cannot_write(path, errno);
  if (const int error = flush_folder(folder); error != 0) return cannot_write(folder, error);
  return {};
}

void remove_leftovers(const std::string& folder) {
  DIR* const directory = ::opendir(folder.c_str());
  if (directory == nullptr) return;
  while (const dirent* const entry = ::readdir(directory)) {
    const std::string_view name = entry->d_name;
    if (name.starts_with('.') && name.ends_with(staged_ending))
      ::unlinkat(::dirfd(directory), entry->d_name, 0);
  }
  ::closedir(directory);
}

}  // namespace cprota
