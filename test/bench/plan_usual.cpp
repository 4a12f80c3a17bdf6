// SPDX-License-Identifier: MIT
// How long cprota takes to prove that a rota is as full and as fair as it can be, and how long CBC does with
// the usual model: `./dev bench plan_usual [--limit SECONDS] [TEAM…]`.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "cprota/plan/solve.hpp"

#include "cpu_time.hpp"
#include "plan_teams.hpp"
#include "usual_model.hpp"

namespace cprota {
namespace {

std::string shown(const std::optional<std::int64_t>& value) {
  return value ? std::to_string(*value) : "–";
}

void compare(const TeamSize& size, std::uint64_t seed, int limit) {
  PlanProblem problem = made_up_team(size, seed);
  problem.order = {Level::uncovered, Level::imbalance};
  PlanAnswer ours;
  const double time = cpu_seconds([&] { ours = solve(problem, {}); });
  const UsualAnswer usual = solve_usual_model(problem, limit);
  const bool proved = ours.levels.back().proved;
  std::printf("| %s%llu | %.3f | %lld %lld%s | %.2f | %s %s%s | %s%.0f |\n", size.name,
              static_cast<unsigned long long>(seed), time, static_cast<long long>(ours.levels.front().value),
              static_cast<long long>(ours.levels.back().value), proved ? "" : " not proved", usual.seconds,
              shown(usual.uncovered).c_str(), shown(usual.imbalance).c_str(),
              usual.proved ? "" : ("≥" + std::to_string(std::llround(std::ceil(usual.bound - 1e-6)))).c_str(),
              usual.proved ? "" : "≥ ", usual.seconds / time);
  std::fflush(stdout);
}

// Teams by name: `L1`.
std::optional<std::pair<TeamSize, std::uint64_t>> team_of(const std::string& name) {
  for (const TeamSize& size : team_sizes) {
    const std::string number = name.substr(std::min(name.size(), std::string(size.name).size()));
    if (!name.starts_with(size.name) || number.size() != 1 || number < "1" || number > "5") continue;
    return std::pair(size, std::uint64_t{static_cast<unsigned>(number[0] - '0')});
  }
  return std::nullopt;
}

}  // namespace
}  // namespace cprota

int main(int count, char** words) {
  int limit = 60;
  std::vector<std::string> names;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    if (word.starts_with("--") && i + 1 < count) {
      ++i;  // --program and --source are for the others
      if (word == "--limit") limit = std::atoi(words[i]);
    } else {
      names.push_back(word);
    }
  }
  if (names.empty()) names = {"S1", "M1", "L1", "L2"};
  std::puts("| team | cprota s | uncovered imbalance | CBC s | uncovered imbalance | times as long |");
  std::puts("|---|---|---|---|---|---|");
  for (const std::string& name : names) {
    const auto team = cprota::team_of(name);
    if (!team) {
      std::fprintf(stderr, "no team is called \"%s\": S1 to S5, M1 to M5, L1 to L5, XL1 to XL5\n",
                   name.c_str());
      return 2;
    }
    cprota::compare(team->first, team->second, limit);
  }
}
