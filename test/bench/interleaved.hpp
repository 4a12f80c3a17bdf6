// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace cprota::bench {

// A program to be timed.
struct Contestant {
  std::string name;
  std::vector<std::string> command;      // the program's path, then its arguments
  std::vector<std::string> environment;  // NAME=value, all of it
};

// Starts each contestant `rounds` times, one after the other in turn and all on one core, so that whatever
// else the machine does meets them alike. What they print is thrown away; a status other than 0 or 1 is an
// error. Prints the median and the least of each from start to end, in microseconds, and both as multiples of
// the first contestant's; on a machine that others use too, the least says more. Throws std::runtime_error.
void compare(const std::vector<Contestant>& contestants, int rounds);

// What every benchmark is given: `--program` the release binary, `--source` the source tree.
struct Arguments {
  std::string program;
  std::string source;
};

// The main function of a benchmark: 0, or 1 with what went wrong on standard error.
[[nodiscard]] int benchmark(int argc, char** argv, void (*run)(const Arguments&));

}  // namespace cprota::bench
