// SPDX-License-Identifier: MIT
#include "format/change_journal.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "format/read_file.hpp"
#include "format/staged_file.hpp"

namespace cprota {
namespace {

constexpr std::string_view journal_file = ".cprota-change";
constexpr std::string_view first_line = "cprota change 1";
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
  if (lines.size() < 3 || lines.front() != first_line || lines[lines.size() - 2] != last_line)
    return std::nullopt;
  Entries entries;
  for (std::size_t i = 1; i + 2 < lines.size(); ++i) {
    const std::vector<std::string> parts = split(lines[i], '\t');
    if (parts.size() != 2 && parts.size() != 3) return std::nullopt;
    entries.push_back({parts[0], parts[1], parts.size() == 3 ? std::optional(parts[2]) : std::nullopt});
    if (!is_ours(entries.back())) return std::nullopt;
  }
  return entries;
}

bool has_separator(const JournalEntry& entry) {
  return (entry.name + entry.target + entry.beside.value_or("")).find_first_of("\t\n") != std::string::npos;
}

// 0 or an errno.
int carry_out(const std::string& folder, const JournalEntry& entry) {
  const std::string target = in(folder, entry.target);
  const int done = entry.beside ? std::rename(in(folder, *entry.beside).c_str(), target.c_str())
                                : ::unlink(target.c_str());
  return done == 0 || errno == ENOENT ? 0 : errno;
}

}  // namespace

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
    text += fmt::format("\n{}\t{}", entry.name, entry.target);
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

Result<std::optional<Entries>> read_journal(const std::string& folder) {
  const std::string path = in(folder, std::string(journal_file));
  if (::access(path.c_str(), F_OK) != 0) return std::nullopt;
  const auto text = read_file(path, path);
  if (!text) return tl::unexpected(text.error());
  if (!*text) return std::nullopt;
  if (auto entries = parse(**text)) return entries;
  return fail(Fault::files, fmt::format("{} is no list of changes that cprota wrote; remove it", path));
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
