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
// error. Gives the median of each from start to end, in microseconds, in the order of the contestants.
// Throws std::runtime_error.
[[nodiscard]] std::vector<double> medians(const std::vector<Contestant>& contestants, int rounds);

// Prints the medians, and each as a multiple of the first.
void print_ratios(const std::vector<Contestant>& contestants, const std::vector<double>& medians);

// What every benchmark is given: `--program` the release binary, `--source` the source tree.
struct Arguments {
  std::string program;
  std::string source;
};
[[nodiscard]] Arguments read_arguments(int argc, char** argv);

}  // namespace cprota::bench
