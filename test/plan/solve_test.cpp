// SPDX-License-Identifier: MIT
#include "cprota/plan/solve.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "cprota/plan/evaluate.hpp"

#include "random_problem.hpp"

namespace cprota {
namespace {

// Compares an answer with the best of all rotas: its value is never better, never worse where it says
// proved, and its bounds are never above what can be reached.
void expect_true(const PlanProblem& problem, const PlanAnswer& answer, const LevelValues& best) {
  EXPECT_TRUE(broken_rules(problem, answer.rota).empty());
  EXPECT_EQ(evaluate(problem, answer.rota), answer.values);
  EXPECT_FALSE(is_better(problem, answer.values, best));
  bool same_above = true;
  for (const LevelResult& result : answer.levels) {
    const std::int64_t truth = best[static_cast<std::size_t>(result.level)];
    SCOPED_TRACE(level_name(result.level));
    EXPECT_EQ(result.value, answer.values[static_cast<std::size_t>(result.level)]);
    const std::int64_t bound = result.bound.value_or(0);
    EXPECT_LE(bound, result.value);
    EXPECT_LE(same_above ? bound : 0, truth);
    EXPECT_EQ(result.proved ? result.value : truth, truth);
    same_above = same_above && result.value == truth;
  }
}

class AgainstAllRotas : public testing::TestWithParam<ProblemKind> {};

TEST_P(AgainstAllRotas, ValuesAndBoundsAreTrue) {
  int first_levels_proved = 0;
  int all_proved = 0;
  constexpr int seeds = 400;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    SCOPED_TRACE(seed);
    const PlanProblem problem = random_problem(GetParam(), seed);
    SolveOptions options;
    options.enumerate = 0;
    const PlanAnswer answer = solve(problem, options);
    expect_true(problem, answer, best_of_all(problem));
    first_levels_proved += answer.levels[1].proved ? 1 : 0;
    all_proved += answer.levels.back().proved ? 1 : 0;
    if (HasFailure()) return;
  }
  EXPECT_GE(first_levels_proved, seeds * 95 / 100);
  EXPECT_GE(all_proved, seeds * 1 / 100);
}

TEST_P(AgainstAllRotas, EnumerationProvesEveryLevel) {
  for (std::uint64_t seed = 1000; seed <= 1050; ++seed) {
    SCOPED_TRACE(seed);
    const PlanProblem problem = random_problem(GetParam(), seed);
    SolveOptions options;
    options.enumerate = 10'000'000;
    const PlanAnswer answer = solve(problem, options);
    expect_true(problem, answer, best_of_all(problem));
    EXPECT_TRUE(answer.levels.back().proved);
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, AgainstAllRotas,
                         testing::Values(ProblemKind{"weeks_of_two_roles", 3, 3, 2, 1, false, false},
                                         ProblemKind{"weeks_of_one_role", 4, 5, 1, 1, false, false},
                                         ProblemKind{"weeks_of_three_roles", 3, 2, 3, 0, false, false},
                                         ProblemKind{"days_of_one_role", 4, 5, 1, 0, true, false},
                                         ProblemKind{"days_of_two_roles", 3, 3, 2, 0, true, false},
                                         ProblemKind{"long_rest", 4, 6, 1, 2, false, false},
                                         ProblemKind{"repair_of_two_roles", 3, 3, 2, 1, false, true},
                                         ProblemKind{"repair_of_one_role", 4, 5, 1, 1, true, true}),
                         [](const auto& kind) { return std::string(kind.param.name); });

// The same people the other way round.
PlanProblem turned_round(PlanProblem problem) {
  const int last = static_cast<int>(problem.people.size()) - 1;
  std::reverse(problem.people.begin(), problem.people.end());
  for (PlanMeasure* measure : {&problem.load, &problem.bank_holiday, &problem.weekend})
    std::reverse(measure->target.begin(), measure->target.end());
  for (PlanTurn& turn : problem.turns) {
    if (turn.holder >= 0) turn.holder = last - turn.holder;
    if (turn.before >= 0) turn.before = last - turn.before;
  }
  return problem;
}

// What one answer reaches, as long as both are as good above, no other's bound may be above.
void expect_no_contradiction(const PlanAnswer& one, const PlanAnswer& other) {
  for (std::size_t i = 0; i < one.levels.size(); ++i) {
    SCOPED_TRACE(level_name(one.levels[i].level));
    EXPECT_LE(one.levels[i].bound.value_or(0), other.levels[i].value);
    if (one.levels[i].value != other.levels[i].value) return;
  }
}

// Weights and steps so fine that hardly two turns weigh the same. What was not true of them: bounds from
// beside more empty turns, bounds below a cheaper choice than any rota gives, and what CBC proves after
// preprocessing.
TEST(Solve, OddWeightsGiveBoundsThatHoldForAnyOrderOfPeople) {
  SolveOptions options;
  options.enumerate = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    SCOPED_TRACE(seed);
    PlanProblem problem = random_problem({"", 5, 9, 2, 1, false, false}, seed);
    for (PlanTurn& turn : problem.turns) {
      turn.load = turn.load * (turn.role == 0 ? 100 : 37) / 100;
    }
    problem.load.step = {static_cast<std::int64_t>(500 + seed % 7 * 300), 1};
    const PlanAnswer one = solve(problem, options);
    const PlanAnswer other = solve(turned_round(problem), options);
    expect_no_contradiction(one, other);
    expect_no_contradiction(other, one);
    if (HasFailure()) return;
  }
}

TEST(Solve, TheSameProblemGivesTheSameAnswer) {
  const PlanProblem problem = random_problem({"", 4, 6, 1, 1, false, false}, 77);
  SolveOptions options;
  options.enumerate = 0;
  const PlanAnswer once = solve(problem, options);
  const PlanAnswer again = solve(problem, options);
  EXPECT_EQ(once.rota, again.rota);
}

}  // namespace
}  // namespace cprota
