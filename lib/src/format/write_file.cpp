// SPDX-License-Identifier: MIT
#include "cprota/format/write_file.hpp"

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "format/staged_file.hpp"

namespace cprota {
namespace {

int write_to_device(const std::string& path, std::string_view text) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return errno;
  const int error = write_all(descriptor, text);
  const int closed = ::close(descriptor) == 0 ? 0 : errno;
  if (error == EPIPE) return 0;
  return error != 0 ? error : closed;
}

}  // namespace

Result<void> write_file(const std::string& path, std::string_view text) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)) {
    const int error = write_to_device(path, text);
    return error == 0 ? Result<void>() : cannot_write(path, error);
  }
  const Result<StagedFile> file = stage_file(path, text, Writers::many);
  if (!file) return tl::unexpected(file.error());
  if (::rename(file->beside.c_str(), file->target.c_str()) == 0) return {};
  const int error = errno;
  ::unlink(file->beside.c_str());
  return cannot_write(path, error);
}

}  // namespace cprota
