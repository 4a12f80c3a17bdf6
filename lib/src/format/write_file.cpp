// SPDX-License-Identifier: MIT
#include "cprota/format/write_file.hpp"

#include <cerrno>
#include <cstdio>
#include <optional>

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

// The standard stream that goes to this very file, as /dev/stdout does: in its place, a new file would take
// it from whoever gave it.
std::optional<int> stream_into(const struct stat& file) {
  for (const int stream : {STDOUT_FILENO, STDERR_FILENO}) {
    struct stat status {};
    if (::fstat(stream, &status) == 0 && status.st_dev == file.st_dev && status.st_ino == file.st_ino) {
      return stream;
    }
  }
  return std::nullopt;
}

}  // namespace

Result<void> write_file(const std::string& path, std::string_view text) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0 && !S_ISDIR(status.st_mode)) {
    const auto stream = S_ISREG(status.st_mode) ? stream_into(status) : std::nullopt;
    if (stream || !S_ISREG(status.st_mode)) {
      const int error = stream ? write_all(*stream, text) : write_to_device(path, text);
      return error == 0 ? Result<void>() : cannot_write(path, error);
    }
  }
  const Result<StagedFile> file = stage_file(path, text, Writers::many);
  if (!file) return tl::unexpected(file.error());
  if (::rename(file->beside.c_str(), file->target.c_str()) == 0) return {};
  const int error = errno;
  ::unlink(file->beside.c_str());
  return cannot_write(path, error);
}

}  // namespace cprota
