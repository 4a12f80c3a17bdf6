// SPDX-License-Identifier: MIT
#include "env.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <climits>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cprota/format/write_files.hpp"

namespace cprota {
namespace {

// 0, or the errno of the write that failed.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

// Ctrl-C leaves nothing behind.
void end_by(int signal) {
  FolderLock::abandon();
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

}  // namespace

MachineEnv::MachineEnv() {
  std::signal(SIGPIPE, SIG_IGN);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    // What whoever started this chose to ignore, such as nohup, stays so.
    if (std::signal(signal, end_by) == SIG_IGN) std::signal(signal, SIG_IGN);
  }
  for (int descriptor = 0; descriptor <= 2; ++descriptor) {
    if (::fcntl(descriptor, F_GETFD) >= 0) continue;
    // The lowest free descriptor is this one; opened the wrong way round, it fails as the closed one would.
    const int opened = ::open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY);
    if (opened > descriptor) ::close(opened);
  }
}

std::optional<std::string> MachineEnv::variable(const std::string& name) const {
  const char* const value = std::getenv(name.c_str());
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

Instant MachineEnv::clock() const {
  return std::chrono::floor<std::chrono::minutes>(std::chrono::system_clock::now());
}

std::optional<std::string> MachineEnv::current_folder() const {
  std::array<char, PATH_MAX> path{};
  if (::getcwd(path.data(), path.size()) == nullptr) return std::nullopt;
  return path.data();
}

bool MachineEnv::exists(const std::string& path) const {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

std::optional<int> MachineEnv::terminal_columns() const {
  winsize size{};
  if (::isatty(STDOUT_FILENO) == 0) return std::nullopt;
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return size.ws_col;
}

bool MachineEnv::messages_on_terminal() const {
  return ::isatty(STDERR_FILENO) != 0;
}

std::chrono::milliseconds MachineEnv::ticks() const {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

Result<std::string> MachineEnv::read_input() {
  std::string text;
  std::array<char, 65536> buffer{};
  for (;;) {
    const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count == 0) return text;
    if (count > 0) {
      text.append(buffer.data(), static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      return fail(Fault::machine, fmt::format("cannot read standard input: {}", std::strerror(errno)));
    }
  }
}

Result<void> MachineEnv::write_output(std::string_view text) {
  const int error = write_all(STDOUT_FILENO, text);
  if (error == 0 || error == EPIPE) return {};
  return fail(Fault::machine, fmt::format("cannot write to standard output: {}", std::strerror(error)));
}

void MachineEnv::write_message(std::string_view text) {
  static_cast<void>(write_all(STDERR_FILENO, text));
}

}  // namespace cprota
