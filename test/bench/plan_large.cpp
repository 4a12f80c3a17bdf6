// SPDX-License-Identifier: MIT
// The fair rota of 60 people over two years: time, the most memory, values and bounds. `./dev bench
// plan_large [SEED…]`.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cprota/plan/evaluate.hpp"
#include "cprota/plan/solve.hpp"

#include "plan_teams.hpp"

namespace cprota {
namespace {

constexpr TeamSize large{"60 people, 104 weeks, ", 60, 104};

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

// Values and bounds as `./dev bench plan` has them, and the seconds after which the levels before spacing
// stood.
void print_levels(std::uint64_t seed) {
  const PlanProblem problem = made_up_team(large, seed);
  double until_spacing = 0;
  SolveOptions options;
  options.progress = [&](const LevelResult& level) {
    if (level.level == Level::avoided) until_spacing = static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
  };
  const PlanAnswer answer = solve(problem, options);
  std::printf("| %llu |", static_cast<unsigned long long>(seed));
  for (const LevelResult& level : answer.levels) {
    std::printf(" %lld", static_cast<long long>(level.value));
    if (!level.proved) std::printf("≥%s", level.bound ? std::to_string(*level.bound).c_str() : "?");
  }
  std::printf(" | %zu | %.1f |", broken_rules(problem, answer.rota).size(), until_spacing);
  std::fflush(stdout);
}

int measure(std::uint64_t seed) {
  std::fflush(stdout);
  const pid_t child = ::fork();
  if (child == 0) {
    print_levels(seed);
    ::_exit(0);
  }
  int status = 0;
  rusage used{};
  if (child < 0 || ::wait4(child, &status, 0, &used) != child || status != 0) {
    std::puts(" failed |");
    return 1;
  }
  std::printf(" %.1f | %ld |\n", seconds(used.ru_utime) + seconds(used.ru_stime), used.ru_maxrss / 1024);
  std::fflush(stdout);
  return 0;
}

}  // namespace
}  // namespace cprota

int main(int count, char** words) {
  std::vector<std::uint64_t> seeds;
  for (int i = 1; i < count; ++i) {
    if (std::string(words[i]).starts_with("--")) {
      ++i;  // --program and --source are for the others
    } else {
      seeds.push_back(std::strtoull(words[i], nullptr, 10));
    }
  }
  if (seeds.empty()) seeds = {1, 2, 3};
  std::puts(
      "| seed | uncovered imbalance bank-holidays weekends roles avoided spacing changes | broken | core "
      "seconds "
      "before spacing | in all | MiB |");
  std::puts("|---|---|---|---|---|---|");
  int failed = 0;
  for (const std::uint64_t seed : seeds) failed += cprota::measure(seed);
  return failed;
}
