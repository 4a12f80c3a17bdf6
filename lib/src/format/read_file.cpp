// SPDX-License-Identifier: MIT
#include "format/read_file.hpp"

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <string_view>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace cprota {
namespace {

using FileText = Result<std::optional<std::string>>;

tl::unexpected<Error> fault_in(Fault fault, const std::string& shown, std::string message) {
  return tl::unexpected<Error>(
      Error{fault, {Diagnostic{Severity::error, Place{shown, 1, 1}, std::move(message), {}}}});
}

tl::unexpected<Error> too_large(const std::string& shown) {
  return fault_in(Fault::files, shown, "the file is larger than 4 MiB");
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int get() const { return number_; }

 private:
  int number_;
};

FileText cannot_open(const std::string& path, const std::string& shown, int error) {
  struct stat status {};
  switch (error) {
    case ENOENT:
      if (::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode)) {
        return fault_in(Fault::files, shown, "this is a link to a file that is not there");
      }
      return std::nullopt;
    case ELOOP:
      return fault_in(Fault::files, shown, "this is a link that leads in a circle");
    case ENOTDIR:
      return fault_in(Fault::files, shown, "a file stands where its folder should be");
    case ENXIO:
      return fault_in(Fault::files, shown, "this is a socket or a device, not a file");
    default:
      return fault_in(Fault::machine, shown, fmt::format("cannot read this file: {}", std::strerror(error)));
  }
}

std::string_view kind_of(mode_t mode) {
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a pipe";
  return "a device";
}

FileText read_all(int descriptor, const std::string& shown, std::size_t expected, std::size_t most) {
  std::string text(expected + 1, '\0');
  std::size_t filled = 0;
  for (;;) {
    const ssize_t count = ::read(descriptor, text.data() + filled, text.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      return fault_in(Fault::machine, shown, fmt::format("cannot read this file: {}", std::strerror(errno)));
    }
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
    if (filled > most) return too_large(shown);
    if (filled == expected) break;
    if (filled == text.size()) text.resize(text.size() * 2);
  }
  text.resize(filled);
  return text;
}

}  // namespace

FileText read_file(const std::string& path, const std::string& shown, std::size_t most) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (file.get() < 0) return cannot_open(path, shown, errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return cannot_open(path, shown, errno);
  if (!S_ISREG(status.st_mode)) {
    return fault_in(Fault::files, shown, fmt::format("this is {}, not a file", kind_of(status.st_mode)));
  }
  if (static_cast<std::size_t>(status.st_size) > most) return too_large(shown);
  return read_all(file.get(), shown, static_cast<std::size_t>(status.st_size), most);
}

}  // namespace cprota
