// SPDX-License-Identifier: MIT
// The fair rota of made-up teams, beside what other programs would do: seconds of a core, levels with bounds,
// broken rules.
#include <cstdio>
#include <string>

#include "cprota/plan/evaluate.hpp"
#include "cprota/plan/solve.hpp"

#include "cpu_time.hpp"
#include "plan_rules.hpp"
#include "plan_teams.hpp"

namespace cprota {
namespace {

void row(const char* team, std::uint64_t seed, const char* how, double time, const std::string& levels,
         std::size_t broken) {
  std::printf("| %s%llu | %s | %.2f | %s | %zu |\n", team, static_cast<unsigned long long>(seed), how, time,
              levels.c_str(), broken);
  std::fflush(stdout);
}

void compare(const TeamSize& size, std::uint64_t seed) {
  const PlanProblem problem = made_up_team(size, seed);
  PlanAnswer answer;
  const double time = cpu_seconds([&] { answer = solve(problem, {}); });
  std::string levels;
  for (const LevelResult& level : answer.levels) {
    levels += (levels.empty() ? "" : " ") + std::to_string(level.value);
    if (!level.proved) levels += "≥" + (level.bound ? std::to_string(*level.bound) : std::string("?"));
  }
  row(size.name, seed, "cprota", time, levels, broken_rules(problem, answer.rota).size());
  const std::pair<const char*, PlanRota (*)(const PlanProblem&)> others[] = {
      {"round robin", round_robin},
      {"round robin without leave", round_robin_without_leave},
      {"longest off", longest_off},
      {"least burdened", least_burdened}};
  for (const auto& [name, choose] : others) {
    PlanRota rota;
    const double taken = cpu_seconds([&, pick = choose] { rota = pick(problem); });
    levels.clear();
    for (const std::int64_t value : evaluate(problem, rota))
      levels += (levels.empty() ? "" : " ") + std::to_string(value);
    row(size.name, seed, name, taken, levels, broken_rules(problem, rota).size());
  }
}

}  // namespace
}  // namespace cprota

int main() {
  std::puts(
      "| team | how | core s | uncovered imbalance bank-holidays weekends roles avoided spacing changes | "
      "broken "
      "|");
  std::puts("|---|---|---|---|---|");
  for (const auto& size : cprota::team_sizes) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) cprota::compare(size, seed);
  }
}
