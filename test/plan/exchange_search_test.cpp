// SPDX-License-Identifier: MIT
#include "plan/exchange_search.hpp"

#include <gtest/gtest.h>

#include "cprota/plan/evaluate.hpp"
#include "cprota/plan/solve.hpp"

#include "random_problem.hpp"

namespace cprota {
namespace {

// The best rota but for spacing, which the search has not looked at.
PlanRota unspaced(PlanProblem problem) {
  std::erase(problem.order, Level::spacing);
  return solve(problem, {}).rota;
}

void expect_no_rise(const PlanProblem& problem, const LevelValues& before, const LevelValues& after,
                    Level first_free) {
  for (const Level level : problem.order) {
    SCOPED_TRACE(level_name(level));
    if (level == first_free) break;
    EXPECT_LE(after[static_cast<std::size_t>(level)], before[static_cast<std::size_t>(level)]);
  }
}

TEST(ExchangeSearch, RaisesNoLevelAboveSpacingAndBreaksNoRule) {
  int better = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(seed);
    const PlanProblem problem = random_problem({"", 6, 16, 1, 0, seed % 2 == 0, seed % 3 == 0}, seed);
    const PlanRota start = unspaced(problem);
    const LevelValues before = evaluate(problem, start);
    Energy energy;
    for (const Level level : {Level::roles, Level::avoided, Level::changes})
      energy.weight[static_cast<std::size_t>(level)] = 8;
    energy.ceiling = before;
    energy.weight[static_cast<std::size_t>(Level::spacing)] = 1;
    energy.ceiling[static_cast<std::size_t>(Level::spacing)] = 0;
    const Cooling cooling{4000, 4, 0.35, seed};
    const PlanRota found = exchange_search(problem, start, energy, cooling, {});
    EXPECT_TRUE(broken_rules(problem, found).empty());
    const LevelValues after = evaluate(problem, found);
    EXPECT_FALSE(is_better(problem, before, after));
    const auto spacing = static_cast<std::size_t>(Level::spacing);
    if (after[spacing] < before[spacing]) {
      expect_no_rise(problem, before, after, Level::spacing);
      ++better;
    }
    EXPECT_EQ(exchange_search(problem, start, energy, cooling, {}), found);
  }
  EXPECT_GT(better, 10);
}

// A rota whose loads are best, and whose wishes are as they come.
PlanRota unwished(PlanProblem problem) {
  std::erase_if(problem.order, [](Level level) {
    return level == Level::avoided || level == Level::spacing || level == Level::roles;
  });
  return solve(problem, {}).rota;
}

TEST(ExchangeSearch, GrantsWishesWithEveryLoadAsItIs) {
  int better = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(seed);
    const PlanProblem problem = random_problem({"", 6, 16, 2, 0, false, false}, seed);
    const PlanRota start = unwished(problem);
    const LevelValues before = evaluate(problem, start);
    Energy energy;
    energy.weight[static_cast<std::size_t>(Level::roles)] = 8;
    energy.weight[static_cast<std::size_t>(Level::avoided)] = 8;
    const PlanRota found = exchange_search(problem, start, energy, {4000, 4, 0.35, seed}, {});
    EXPECT_TRUE(broken_rules(problem, found).empty());
    const LevelValues after = evaluate(problem, found);
    expect_no_rise(problem, before, after, Level::roles);
    better += is_better(problem, after, before) ? 1 : 0;
  }
  EXPECT_GT(better, 20);
}

}  // namespace
}  // namespace cprota
