// SPDX-License-Identifier: MIT
#include "day_rate_source.hpp"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace cprota {
namespace {

// An amount has some ten characters; a file of more is none.
constexpr std::size_t longest = 256;

// Closes what is open, however one leaves.
struct File {
  int descriptor;
  explicit File(const std::string& path)
      : descriptor(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (descriptor >= 0) close(descriptor);
  }
};

tl::unexpected<Error> cannot_read(const std::string& path) {
  return fail(Fault::machine, fmt::format("cannot read {}: {}", visible(path), std::strerror(errno)));
}

Result<std::string> read_private_file(const std::string& path) {
  const File file(path);
  if (file.descriptor < 0) return cannot_read(path);
  struct stat status {};
  if (fstat(file.descriptor, &status) != 0) return cannot_read(path);
  if (!S_ISREG(status.st_mode)) {
    return fail(Fault::usage,
                fmt::format("{} is no file; --day-rate-file - reads standard input", visible(path)));
  }
  if ((status.st_mode & (S_IRGRP | S_IROTH)) != 0) {
    return fail(Fault::usage, fmt::format("others can read {0}: chmod 600 {0}", visible(path)));
  }
  std::array<char, longest> buffer{};
  const ssize_t length = read(file.descriptor, buffer.data(), buffer.size());
  if (length < 0) return cannot_read(path);
  return std::string(buffer.data(), static_cast<std::size_t>(length));
}

std::string without_newline(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return text;
}

}  // namespace

std::vector<Argument> day_rate_arguments(DayRateOptions& options) {
  return {
      {.names = "--day-rate",
       .value = "AMOUNT",
       .help = "what a day is worth, such as 200 or 187.50",
       .field = &options.day_rate},
      {.names = "--salary",
       .value = "AMOUNT",
       .help = "a yearly salary, of which the pay rule says what a day is worth",
       .field = &options.salary},
      {.names = "--day-rate-file",
       .value = "FILE",
       .help = "a day rate in a file that nobody else can read; - is standard input",
       .field = &options.file},
  };
}

Result<std::optional<DayRate>> read_day_rate(Session& session, const DayRateOptions& options) {
  const int told = (options.day_rate ? 1 : 0) + (options.salary ? 1 : 0) + (options.file ? 1 : 0);
  if (told > 1) return fail(Fault::usage, "give one of --day-rate, --salary and --day-rate-file");
  if (told == 0) return std::nullopt;
  Result<DayRate> rate = DayRate{};
  if (options.day_rate) {
    rate = parse_day_rate(*options.day_rate);
  } else if (options.salary) {
    rate = parse_salary(*options.salary);
  } else {
    const auto text = *options.file == "-" ? session.env.read_input() : read_private_file(*options.file);
    if (!text) return tl::unexpected(text.error());
    rate = parse_day_rate(without_newline(*text));
  }
  if (!rate) return tl::unexpected(rate.error());
  return *rate;
}

}  // namespace cprota
