// SPDX-License-Identifier: MIT
#include "format/folder_lock.hpp"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cprota/format/write_files.hpp"

#include "format/change_journal.hpp"
#include "format/staged_file.hpp"

namespace cprota {
namespace {

constexpr int look_every_milliseconds = 10;
constexpr int looks_at_one_holder = 5'000 / look_every_milliseconds;

std::string lock_path(const std::string& folder) {
  return folder + "/.cprota-lock";
}

std::string read_holder(int descriptor) {
  char text[80];
  const ssize_t size = ::pread(descriptor, text, sizeof text, 0);
  return size > 0 ? std::string(text, static_cast<std::size_t>(size)) : std::string();
}

std::string own_name() {
  const int descriptor = ::open("/proc/self/comm", O_RDONLY | O_CLOEXEC);
  std::string name = descriptor < 0 ? "" : read_holder(descriptor);
  if (descriptor >= 0) ::close(descriptor);
  while (name.ends_with('\n')) name.pop_back();
  return fmt::format("process {} ({})", ::getpid(), name.empty() ? "cprota" : name);
}

// The lock file goes with its holder: one that was locked after that is nobody's.
bool still_stands(int descriptor, const std::string& path) {
  struct stat held {};
  struct stat named {};
  return ::fstat(descriptor, &held) == 0 && ::stat(path.c_str(), &named) == 0 &&
         held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

void wait_a_moment() {
  timespec moment{0, look_every_milliseconds * 1'000'000L};
  ::nanosleep(&moment, nullptr);
}

// The descriptor of the lock file, locked.
Result<int> take_file(const std::string& folder) {
  const std::string path = lock_path(folder);
  std::string holder;
  for (int looks = 0; looks < looks_at_one_holder;) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (descriptor < 0) return cannot_write(folder, errno);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0 && still_stands(descriptor, path)) return descriptor;
    const std::string now = read_holder(descriptor);
    ::close(descriptor);
    looks = now == holder ? looks + 1 : 0;
    holder = now;
    wait_a_moment();
  }
  return fail(Fault::machine, fmt::format("{} is writing in {}; try again when it is done",
                                          holder.empty() ? "another process" : holder, folder));
}

}  // namespace

bool is_being_written(const std::string& folder) {
  const int descriptor = ::open(lock_path(folder).c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool held = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0;
  ::close(descriptor);
  return held;
}

struct FolderLock::Held {
  Held(std::string in_folder, bool made_it, int with_descriptor)
      : folder(std::move(in_folder)), lock(lock_path(folder)), made(made_it), descriptor(with_descriptor) {
    last = this;
  }
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  ~Held() {
    if (last == this) last = nullptr;
    ::unlink(lock.c_str());
    ::close(descriptor);
  }

  // A folder that was made for the lock goes with it while nothing else is in it.
  void abandon() const noexcept {
    ::unlink(lock.c_str());
    if (made) ::rmdir(folder.c_str());
  }

  std::string folder;
  std::string lock;
  bool made;
  int descriptor;
  std::optional<std::string> note;
  static std::atomic<const Held*> last;
};

std::atomic<const FolderLock::Held*> FolderLock::Held::last = nullptr;

void FolderLock::abandon() noexcept {
  if (const Held* const held = Held::last) held->abandon();
}

FolderLock::FolderLock(std::unique_ptr<Held> held) : held_(std::move(held)) {}
FolderLock::FolderLock(FolderLock&&) noexcept = default;
FolderLock& FolderLock::operator=(FolderLock&&) noexcept = default;
FolderLock::~FolderLock() = default;
void FolderLock::release() {
  held_.reset();
}

const std::string& FolderLock::folder() const {
  return held_->folder;
}
const std::optional<std::string>& FolderLock::note() const {
  return held_->note;
}

Result<FolderLock> FolderLock::take(const std::string& folder, InTheWay in_the_way) {
  std::error_code error;
  const bool made = std::filesystem::create_directories(folder, error);
  if (error) return cannot_write(folder, error.value());
  const auto descriptor = take_file(folder);
  if (!descriptor) return tl::unexpected(descriptor.error());
  auto held = std::make_unique<Held>(folder, made, *descriptor);
  const std::string name = own_name();
  if (::ftruncate(*descriptor, 0) != 0 || write_all(*descriptor, name) != 0)
    return cannot_write(folder, errno);
  const auto journal = read_journal(folder, folder);
  if (!journal) return tl::unexpected(journal.error());
  if (const auto& change = *journal; change && !change->in_the_way) {
    if (auto done = finish_journal(folder, change->entries); !done)
      return tl::unexpected(std::move(done.error()));
    held->note = fmt::format("finished the change of {} files that was cut off", change->entries.size());
  } else if (change && in_the_way == InTheWay::refuse) {
    return fail(Fault::files, *change->in_the_way + "; nothing was written");
  } else if (change) {
    if (auto done = drop_journal(folder); !done) return tl::unexpected(std::move(done.error()));
  }
  remove_leftovers(folder);
  return FolderLock(std::move(held));
}

}  // namespace cprota
