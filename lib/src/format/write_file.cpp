// SPDX-License-Identifier: MIT
#include "cprota/format/write_file.hpp"

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

tl::unexpected<Error> cannot_write(const std::string& path, int error) {
  return fail(Fault::machine, fmt::format("cannot write {}: {}", path, std::strerror(error)));
}

// 0, or the errno of what failed.
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

int write_to_device(const std::string& path, std::string_view text) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return errno;
  const int error = write_all(descriptor, text);
  const int closed = ::close(descriptor) == 0 ? 0 : errno;
  if (error == EPIPE) return 0;
  return error != 0 ? error : closed;
}

// Fills the new file and puts it in the place of the old one.
int fill_and_rename(int descriptor, const std::string& beside, const std::string& path, mode_t mode,
                    std::string_view text) {
  int error = write_all(descriptor, text);
  if (error == 0 && ::fchmod(descriptor, mode) != 0) error = errno;
  if (error == 0 && ::fsync(descriptor) != 0) error = errno;
  if (::close(descriptor) != 0 && error == 0) error = errno;
  if (error == 0 && ::rename(beside.c_str(), path.c_str()) != 0) error = errno;
  if (error != 0) ::unlink(beside.c_str());
  return error;
}

mode_t default_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return static_cast<mode_t>(0666) & ~mask;
}

}  // namespace

Result<void> write_file(const std::string& path, std::string_view text) {
  std::string target = path;
  struct stat status {};
  mode_t mode = default_mode();
  if (::stat(path.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) return cannot_write(path, EISDIR);
    if (!S_ISREG(status.st_mode)) {
      const int error = write_to_device(path, text);
      return error == 0 ? Result<void>() : cannot_write(path, error);
    }
    if (::access(path.c_str(), W_OK) != 0) return cannot_write(path, errno);
    std::error_code followed;
    const auto whole = std::filesystem::canonical(path, followed);
    if (!followed) target = whole.string();
    mode = status.st_mode & static_cast<mode_t>(07777);
  } else if (errno != ENOENT) {
    return cannot_write(path, errno);
  }
  std::string beside = target + ".XXXXXX";
  const int descriptor = ::mkostemp(beside.data(), O_CLOEXEC);
  if (descriptor < 0) return cannot_write(path, errno);
  const int error = fill_and_rename(descriptor, beside, target, mode, text);
  return error == 0 ? Result<void>() : cannot_write(path, error);
}

}  // namespace cprota
