// SPDX-License-Identifier: MIT
#include "cprota/format/write_files.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <set>
#include <system_error>
#include <vector>

#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include "format/change_journal.hpp"
#include "format/read_file.hpp"
#include "format/staged_file.hpp"

namespace cprota {
namespace {

// People edit files too, and take no lock.
Result<void> check_unchanged(const FileChange& change) {
  const auto now = read_file(change.path, change.shown, any_size);
  if (!now) return tl::unexpected(now.error());
  if (*now == change.before) return {};
  return fail(Fault::files,
              fmt::format("{} was changed by someone else meanwhile; nothing was written, run this again",
                          change.shown));
}

// Staged files that go again unless the change becomes valid.
class Staging {
 public:
  Staging() = default;
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;
  ~Staging() {
    for (const StagedFile& file : files_) ::unlink(file.beside.c_str());
  }
  const StagedFile& add(StagedFile file) { return files_.emplace_back(std::move(file)); }
  void keep() { files_.clear(); }

 private:
  std::vector<StagedFile> files_;
};

std::string real_folder(const std::string& folder) {
  std::error_code not_followed;
  const auto whole = std::filesystem::canonical(folder, not_followed);
  return not_followed ? folder : whole.string();
}

// The same file by its folder's real path, so that the way from one folder to another is the shortest.
std::string real_path_of(const std::string& path) {
  return real_folder(folder_of(path)) + "/" + path.substr(path.rfind('/') + 1);
}

Result<JournalEntry> prepare(Staging& staging, const FileChange& change, const std::string& folder,
                             const std::string& real, Links links) {
  JournalEntry entry;
  entry.name = journal_name(change.path, folder);
  entry.before = journal_fingerprint(change.before);
  entry.after = journal_fingerprint(change.after);
  if (!change.after) {
    entry.target = journal_name(real_path_of(change.path), real);
    return entry;
  }
  auto staged = stage_file(change.path, *change.after, Writers::one, links);
  if (!staged) return tl::unexpected(std::move(staged.error()));
  const StagedFile& file = staging.add(std::move(*staged));
  entry.target = journal_name(real_path_of(file.target), real);
  entry.beside = journal_name(real_path_of(file.beside), real);
  return entry;
}

// Holds off the signals by which people end a program, from Ctrl-C to a closed terminal.
class Uninterrupted {
 public:
  Uninterrupted() {
    sigset_t ends;
    ::sigemptyset(&ends);
    for (const int each : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) ::sigaddset(&ends, each);
    ::pthread_sigmask(SIG_BLOCK, &ends, &before_);
  }
  Uninterrupted(const Uninterrupted&) = delete;
  Uninterrupted& operator=(const Uninterrupted&) = delete;
  ~Uninterrupted() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_{};
};

}  // namespace

Result<void> write_files(const FolderLock& lock, std::span<const FileChange> changes, Links links) {
  const Uninterrupted until_done;
  for (const FileChange& change : changes) {
    if (auto unchanged = check_unchanged(change); !unchanged) return unchanged;
  }
  const std::string real = real_folder(lock.folder());
  Staging staging;
  std::vector<JournalEntry> entries;
  std::set<std::string> folders;
  for (const FileChange& change : changes) {
    if (change.before == change.after) continue;
    auto entry = prepare(staging, change, lock.folder(), real, links);
    if (!entry) return tl::unexpected(std::move(entry.error()));
    folders.insert(folder_of(real + "/" + entry->target));
    entries.push_back(std::move(*entry));
  }
  if (entries.empty()) return {};
  if (entries.size() > 1) {
    for (const std::string& folder : folders) {
      if (const int error = flush_folder(folder); error != 0) return cannot_write(folder, error);
    }
    if (auto valid = write_journal(real, entries); !valid) return valid;
    staging.keep();
    return finish_journal(real, entries);
  }
  auto done = finish_journal(real, entries);
  if (done) staging.keep();
  return done;
}

}  // namespace cprota
