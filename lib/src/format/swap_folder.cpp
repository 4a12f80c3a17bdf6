// SPDX-License-Identifier: MIT
#include "format/swap_folder.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "format/staged_file.hpp"

namespace cprota {
namespace {

namespace fs = std::filesystem;

// What stands in a folder, by name.
using Entries = std::map<std::string, ino_t>;

std::optional<Entries> entries_of(const std::string& folder) {
  Entries entries;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    struct stat status {};
    if (::lstat(entry->path().c_str(), &status) != 0) return std::nullopt;
    entries.emplace(entry->path().filename().string(), status.st_ino);
  }
  if (error) return std::nullopt;
  return entries;
}

// Takes away a folder that holds no folders, and nothing through a link.
void remove_folder(const std::string& folder) {
  std::error_code unknown;
  if (fs::is_symlink(folder, unknown)) return;
  if (const auto entries = entries_of(folder)) {
    for (const auto& [name, inode] : *entries) ::unlink((folder + "/" + name).c_str());
  }
  ::rmdir(folder.c_str());
}

// A folder beside another, which goes in the end: with what is new where it did not take the other's place,
// else with what was old.
class Beside {
 public:
  explicit Beside(std::string path) : path_(std::move(path)) {}
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;
  ~Beside() { remove_folder(path_); }

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string path_of(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

std::string beside_of(const fs::path& folder) {
  return (folder.parent_path() / ("." + folder.filename().string() + std::string(staged_ending))).string();
}

bool is_current(const struct stat& folder) {
  struct stat here {};
  return ::stat(".", &here) == 0 && here.st_dev == folder.st_dev && here.st_ino == folder.st_ino;
}

bool make_alike(const std::string& path, const struct stat& like) {
  if (::mkdir(path.c_str(), 0700) != 0) return false;
  struct stat made {};
  if (::stat(path.c_str(), &made) != 0) return false;
  const bool same_owner = made.st_uid == like.st_uid && made.st_gid == like.st_gid;
  if (!same_owner && ::chown(path.c_str(), like.st_uid, like.st_gid) != 0) return false;
  return ::chmod(path.c_str(), like.st_mode & static_cast<mode_t>(07777)) == 0;
}

// Everything in the folder also stands beside it, the lock included, so that it stays held.
bool link_all(const std::string& folder, const Entries& entries, const Beside& beside) {
  return std::ranges::all_of(entries, [&](const auto& entry) {
    const std::string from = folder + "/" + entry.first;
    return ::linkat(AT_FDCWD, from.c_str(), AT_FDCWD, beside.path_of(entry.first).c_str(), 0) == 0;
  });
}

// What others put into the old folder while it was being replaced.
void bring_over(const Beside& old, const Entries& known, const std::string& folder) {
  const auto entries = entries_of(old.path());
  if (!entries) return;
  for (const auto& [name, inode] : *entries) {
    const auto found = known.find(name);
    if (found != known.end() && found->second == inode) continue;
    ::rename(old.path_of(name).c_str(), (folder + "/" + name).c_str());
  }
}

bool change(const Beside& beside, const FileChange& one) {
  const std::string path = beside.path_of(one.shown);
  if (!one.after) return ::unlink(path.c_str()) == 0;
  const auto staged = stage_file(path, *one.after, Writers::one, Links::replaced);
  return staged && std::rename(staged->beside.c_str(), path.c_str()) == 0;
}

}  // namespace

bool swap_folder(const std::string& folder, std::span<const FileChange> changes) {
  std::error_code error;
  const fs::path real = fs::canonical(folder, error);
  struct stat old {};
  if (error || !real.has_filename() || ::stat(real.c_str(), &old) != 0 || is_current(old)) return false;
  const Beside beside(beside_of(real));
  const auto entries = entries_of(real.string());
  if (!entries || !make_alike(beside.path(), old) || !link_all(real.string(), *entries, beside)) return false;
  for (const FileChange& one : changes) {
    if (!change(beside, one)) return false;
  }
  if (flush_folder(beside.path()) != 0) return false;
  if (::renameat2(AT_FDCWD, beside.path().c_str(), AT_FDCWD, real.c_str(), RENAME_EXCHANGE) != 0)
    return false;
  bring_over(beside, *entries, real.string());
  (void)flush_folder(real.parent_path().string());
  return true;
}

void remove_swap_leftovers(const std::string& folder) {
  std::error_code error;
  const fs::path real = fs::canonical(folder, error);
  if (!error && real.has_filename()) remove_folder(beside_of(real));
}

}  // namespace cprota
