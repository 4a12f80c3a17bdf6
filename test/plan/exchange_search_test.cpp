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

TEST(ExchangeSearch, RaisesNoLevelAboveSpacingAndBreaksNoRule) {
  int better = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(seed);
    const PlanProblem problem = random_problem({"", 6, 16, 1, 0, seed % 2 == 0, seed % 3 == 0}, seed);
    const PlanRota start = unspaced(problem);
    const PlanRota found = exchange_search(problem, start, 0, 4000, seed);
    EXPECT_TRUE(broken_rules(problem, found).empty());
    const LevelValues before = evaluate(problem, start);
    const LevelValues after = evaluate(problem, found);
    for (const Level level : problem.order) {
      SCOPED_TRACE(level_name(level));
      if (level == Level::changes && problem.order.back() == Level::changes) continue;
      EXPECT_LE(after[static_cast<std::size_t>(level)], before[static_cast<std::size_t>(level)]);
    }
    const auto spacing = static_cast<std::size_t>(Level::spacing);
    better += after[spacing] < before[spacing] ? 1 : 0;
    EXPECT_EQ(exchange_search(problem, start, 0, 4000, seed), found);
  }
  EXPECT_GT(better, 10);
}

}  // namespace
}  // namespace cprota
