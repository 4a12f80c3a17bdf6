// SPDX-License-Identifier: MIT
#include "format/staged_file.hpp"

#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace cprota {
namespace {

// Gives the new file the mode and owner of the old. Who may not give files away leaves the group, or else the
// owner, as it is; the mode that is set last cannot then give another group more than it had.
int keep_status(int descriptor, const struct stat& old) {
  if (::fchown(descriptor, old.st_uid, old.st_gid) != 0 &&
      ::fchown(descriptor, static_cast<uid_t>(-1), old.st_gid) != 0 && errno != EPERM) {
    return errno;
  }
  return ::fchmod(descriptor, old.st_mode & static_cast<mode_t>(07777)) == 0 ? 0 : errno;
}

mode_t mode_of_new_files() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return static_cast<mode_t>(0666) & ~mask;
}

std::string beside_with(const std::string& target, std::string_view ending) {
  const std::size_t name = target.rfind('/') + 1;
  return fmt::format("{}.{}{}", target.substr(0, name), target.substr(name), ending);
}

// What a path that leads to no file names at last.
std::string end_of_links(std::filesystem::path path) {
  std::error_code none;
  for (auto next = read_symlink(path, none); !none; next = read_symlink(path, none)) {
    path = path.parent_path() / next;
  }
  return path.string();
}

// Opens a new file beside `target`, and says what it is called.
int open_beside(const std::string& target, Writers writers, std::string& beside) {
  if (writers == Writers::many) {
    beside = beside_with(target, ".XXXXXX");
    return ::mkostemp(beside.data(), O_CLOEXEC);
  }
  beside = staged_path(target);
  ::unlink(beside.c_str());  // of a change that was cut off before it became valid
  return ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
}

int fill(int descriptor, std::string_view text, const struct stat* old) {
  int error = write_all(descriptor, text);
  if (error == 0 && old != nullptr) error = keep_status(descriptor, *old);
  if (error == 0 && old == nullptr && ::fchmod(descriptor, mode_of_new_files()) != 0) error = errno;
  if (error == 0 && ::fsync(descriptor) != 0) error = errno;
  if (::close(descriptor) != 0 && error == 0) error = errno;
  return error;
}

}  // namespace

tl::unexpected<Error> cannot_write(const std::string& path, int error) {
  return fail(Fault::machine, fmt::format("cannot write {}: {}", path, std::strerror(error)));
}

std::string staged_path(const std::string& target) {
  return beside_with(target, staged_ending);
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

int flush_folder(const std::string& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  const int error = ::fsync(descriptor) == 0 || errno == EINVAL ? 0 : errno;
  ::close(descriptor);
  return error;
}

int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

Result<StagedFile> stage_file(const std::string& path, std::string_view text, Writers writers, Links links) {
  const bool follow = links == Links::followed;
  std::string target = path;
  struct stat old {};
  const bool found = (follow ? ::stat(path.c_str(), &old) : ::lstat(path.c_str(), &old)) == 0;
  if (!found && errno != ENOENT) return cannot_write(path, errno);
  const bool stands = found && !S_ISLNK(old.st_mode);
  if (stands) {
    if (!S_ISREG(old.st_mode)) return cannot_write(path, S_ISDIR(old.st_mode) ? EISDIR : EINVAL);
    if (::access(path.c_str(), W_OK) != 0) return cannot_write(path, errno);
    std::error_code not_followed;
    const auto whole = follow ? std::filesystem::canonical(path, not_followed) : std::filesystem::path(path);
    if (!not_followed) target = whole.string();
  } else if (follow) {
    target = end_of_links(path);
  }
  std::string beside;
  const int descriptor = open_beside(target, writers, beside);
  if (descriptor < 0) return cannot_write(path, errno);
  if (const int error = fill(descriptor, text, stands ? &old : nullptr); error != 0) {
    ::unlink(beside.c_str());
    return cannot_write(path, error);
  }
  return StagedFile{beside, target};
}

}  // namespace cprota
