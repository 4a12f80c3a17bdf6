// SPDX-License-Identifier: MIT
#include "process.hpp"

#include <array>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

extern "C" {  // glibc 2.36 forgot it
#include <sys/pidfd.h>
}

namespace cprota::golden {
namespace {

constexpr int patience_ms = 30'000;

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor() {
    if (fd_ >= 0) close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

[[nodiscard]] Descriptor open_file(const std::filesystem::path& path, int flags) {
  Descriptor file(open(path.c_str(), flags | O_CLOEXEC, 0600));
  if (file.get() < 0) fail(path.c_str());
  return file;
}

[[nodiscard]] std::string content(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Streams {
  Descriptor in{-1}, out{-1}, err{-1};
  Descriptor screen{-1};  // the other side of the terminal, if there is one
};

[[nodiscard]] Streams open_streams(const Process& process) {
  if (process.terminal == 0) {
    constexpr int flags = O_WRONLY | O_CREAT | O_TRUNC;
    return {open_file("/dev/null", O_RDONLY), open_file(process.scratch / "out", flags),
            open_file(process.scratch / "err", flags), Descriptor(-1)};
  }
  int screen = -1;
  int terminal = -1;
  winsize size{24, static_cast<unsigned short>(process.terminal), 0, 0};
  if (openpty(&screen, &terminal, nullptr, nullptr, &size) != 0) fail("openpty");
  fcntl(screen, F_SETFD, FD_CLOEXEC);
  fcntl(screen, F_SETFL, O_NONBLOCK);
  const auto copy = [&] { return Descriptor(fcntl(terminal, F_DUPFD_CLOEXEC, 3)); };
  Streams streams{copy(), copy(), Descriptor(terminal), Descriptor(screen)};
  fcntl(terminal, F_SETFD, FD_CLOEXEC);
  return streams;
}

// In the child: becomes the shell. The signals that a test runner may have been started to ignore, such as
// SIGPIPE, have their usual effect.
[[noreturn]] void become_shell(const Process& process, const Streams& streams) {
  setsid();
  if (process.terminal != 0) ioctl(streams.in.get(), TIOCSCTTY, 0);
  for (const int number : {SIGPIPE, SIGINT, SIGQUIT, SIGTERM, SIGHUP}) signal(number, SIG_DFL);
  dup2(streams.in.get(), 0);
  dup2(streams.out.get(), 1);
  dup2(streams.err.get(), 2);
  std::vector<char*> environment;
  for (const std::string& entry : process.environment)
    environment.push_back(const_cast<char*>(entry.c_str()));
  environment.push_back(nullptr);
  const std::array<const char*, 4> arguments{"sh", "-c", process.script.c_str(), nullptr};
  if (chdir(process.folder.c_str()) == 0) {
    execve("/bin/sh", const_cast<char* const*>(arguments.data()), environment.data());
  }
  _exit(127);
}

// What has appeared on the screen, with line ends as programs write them.
void read_screen(int screen, std::string& text) {
  std::array<char, 4096> buffer{};
  for (ssize_t n = 0; (n = read(screen, buffer.data(), buffer.size())) > 0;) {
    for (const char c : std::string_view(buffer.data(), static_cast<std::size_t>(n))) {
      if (c == '\n' && text.ends_with('\r')) text.pop_back();
      text += c;
    }
  }
}

}  // namespace

Outcome run_process(const Process& process) {
  Streams streams = open_streams(process);
  const pid_t pid = fork();
  if (pid < 0) fail("fork");
  if (pid == 0) become_shell(process, streams);
  const Descriptor screen = std::move(streams.screen);
  streams = Streams{};
  const Descriptor end(pidfd_open(pid, 0));
  if (end.get() < 0) fail("pidfd_open");
  Outcome outcome;
  std::array<pollfd, 2> waiting{{{end.get(), POLLIN, 0}, {screen.get(), POLLIN, 0}}};
  bool late = false;
  while (waiting[0].revents == 0 && !late) {
    late = poll(waiting.data(), waiting.size(), patience_ms) == 0;
    if (waiting[1].revents != 0) read_screen(screen.get(), outcome.out);
    if ((waiting[1].revents & POLLHUP) != 0) waiting[1].fd = -1;
  }
  if (late) kill(-pid, SIGKILL);
  int status = 0;
  if (waitpid(pid, &status, 0) != pid) fail("waitpid");
  if (process.terminal == 0) {
    outcome.out = content(process.scratch / "out");
    outcome.err = content(process.scratch / "err");
  }
  if (late) outcome.err += "golden: killed after half a minute\n";
  outcome.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return outcome;
}

}  // namespace cprota::golden
