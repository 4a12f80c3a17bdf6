// SPDX-License-Identifier: MIT
// The bound of the spacing, diving and the search of neighbourhoods, against the best of all rotas.
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "cprota/plan/evaluate.hpp"
#include "cprota/plan/solve.hpp"

#include "plan/neighbourhood_search.hpp"
#include "plan/part_of_rota.hpp"
#include "plan/spacing_columns.hpp"
#include "random_problem.hpp"

namespace cprota {
namespace {

constexpr auto spacing = static_cast<std::size_t>(Level::spacing);

// A best rota but for the spacing, which is as it comes.
PlanRota unspaced(PlanProblem problem) {
  std::erase(problem.order, Level::spacing);
  if (problem.order.back() == Level::changes) problem.order.pop_back();
  SolveOptions options;
  options.enumerate = 10'000'000;
  return solve(problem, options).rota;
}

// Whether nothing that comes before spacing is worse than in `start`, and no rule is broken.
void expect_no_worse(const PlanProblem& problem, const PlanRota& start, const PlanRota& rota) {
  EXPECT_TRUE(broken_rules(problem, rota).empty());
  const LevelValues before = evaluate(problem, start);
  const LevelValues after = evaluate(problem, rota);
  for (const Level level : problem.order) {
    SCOPED_TRACE(level_name(level));
    EXPECT_LE(after[static_cast<std::size_t>(level)], before[static_cast<std::size_t>(level)]);
    if (level == Level::spacing) break;
  }
}

class SpacingSearch : public testing::TestWithParam<ProblemKind> {};

TEST_P(SpacingSearch, BoundsAreTrueAndDivesFindTheBest) {
  int improvable = 0;
  int best_found = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(seed);
    const PlanProblem problem = random_problem(GetParam(), seed);
    const PlanRota start = unspaced(problem);
    const LevelValues known = evaluate(problem, start);
    const auto reach = reachable_signatures(problem, known, nullptr, 1'000'000);
    ASSERT_TRUE(reach);
    const std::int64_t best = best_of_all(problem)[spacing];
    const SpacingWork work{10'000'000, {20, 10'000'000}};
    const SpacingAnswer answer = bound_spacing(problem, known, *reach, start, work);
    EXPECT_LE(answer.bound, best);
    if (known[spacing] == best) continue;
    ++improvable;
    bool found = false;
    for (const PlanRota& rota : answer.rotas) {
      if (!broken_rules(problem, rota).empty()) continue;
      found = found || evaluate(problem, rota)[spacing] == best;
    }
    const PlanRota searched = search_neighbourhoods(problem, start, *reach, best, 10'000'000, seed);
    expect_no_worse(problem, start, searched);
    best_found += found && (evaluate(problem, searched)[spacing] == best || known[0] > 0) ? 1 : 0;
  }
  EXPECT_GE(improvable, 1);
  EXPECT_GE(best_found, improvable * 8 / 10);
}

INSTANTIATE_TEST_SUITE_P(Kinds, SpacingSearch,
                         testing::Values(ProblemKind{"weeks_of_two_roles", 3, 3, 2, 0, false, false},
                                         ProblemKind{"weeks_of_one_role", 4, 5, 1, 1, false, false},
                                         ProblemKind{"days_of_one_role", 4, 5, 1, 0, true, false},
                                         ProblemKind{"repair_of_one_role", 4, 5, 1, 0, true, true}),
                         [](const auto& kind) { return std::string(kind.param.name); });

TEST(NeighbourhoodSearch, KeepsTheLevelsAboveInLargerTeams) {
  int better = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    const PlanProblem problem = random_problem({"", 8, 16, 1, 0, seed % 2 == 0, seed % 3 == 0}, seed);
    PlanProblem without = problem;
    std::erase(without.order, Level::spacing);
    const PlanRota start = solve(without, {}).rota;
    const auto reach = reachable_signatures(problem, evaluate(problem, start), nullptr, 20'000'000);
    if (!reach) continue;
    const PlanRota found = search_neighbourhoods(problem, start, *reach, 0, 5'000'000, seed);
    expect_no_worse(problem, start, found);
    better += evaluate(problem, found)[spacing] < evaluate(problem, start)[spacing] ? 1 : 0;
    EXPECT_EQ(search_neighbourhoods(problem, start, *reach, 0, 5'000'000, seed), found);
  }
  EXPECT_GE(better, 10);
}

// Turns of which no two choices weigh the same: as many sums as choices.
TEST(ReachableSignatures, GivesUpWhereThereAreTooManyToBeOfUse) {
  PlanProblem problem = random_problem({"", 3, 4, 1, 0, false, false}, 1);
  problem.periods = 24;
  problem.turns.clear();
  for (int period = 0; period < problem.periods; ++period) {
    PlanTurn turn;
    turn.period = period;
    turn.load = std::int64_t{1} << period;
    problem.turns.push_back(turn);
  }
  for (PlanPerson& person : problem.people) {
    person.may.assign(problem.turns.size(), 1);
    person.is_new.assign(problem.turns.size(), 0);
    person.avoids.assign(problem.turns.size(), 0);
    person.busy.clear();
  }
  LevelValues known{};
  known.fill(std::numeric_limits<std::int64_t>::max() / 4);
  constexpr std::int64_t plenty = 1'000'000'000;
  EXPECT_FALSE(reachable_signatures(problem, known, nullptr, plenty));
  problem.periods = 12;
  std::erase_if(problem.turns, [](const PlanTurn& turn) { return turn.period >= 12; });
  const auto reach = reachable_signatures(problem, known, nullptr, plenty);
  ASSERT_TRUE(reach);
  EXPECT_EQ(reach->of[0].size(), std::size_t{1} << 12);
}

TEST(SpacingColumns, EndsWhereDrawingUpSequencesTakesTooMuch) {
  const PlanProblem problem = random_problem({"", 8, 16, 1, 0, false, false}, 2);
  const PlanRota start = unspaced(problem);
  const LevelValues known = evaluate(problem, start);
  const auto reach = reachable_signatures(problem, known, nullptr, 1'000'000);
  ASSERT_TRUE(reach);
  const SpacingAnswer answer = bound_spacing(problem, known, *reach, start, {20, {100, 20}});
  EXPECT_EQ(answer.bound, 0);
  EXPECT_TRUE(answer.rotas.empty());
  EXPECT_GT(answer.work, 0);
}

TEST(PartOfRota, SaysOfItsTurnsWhatTheWholeSays) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(seed);
    const PlanProblem problem = random_problem({"", 6, 10, 2, 1, false, seed % 3 == 0}, seed);
    const PlanRota rota = solve(problem, {}).rota;
    std::vector<int> people;
    for (int person = 0; person < static_cast<int>(problem.people.size()); person += 2)
      people.push_back(person);
    for (const auto& [from, until] : {std::pair(0, 10), std::pair(3, 7)}) {
      const PartOfRota part = part_of_rota(problem, rota, people, from, until);
      EXPECT_TRUE(broken_rules(part.problem, part.start).empty());
      EXPECT_EQ(part.put_back(rota, part.start), rota);
      for (const PlanTurn& turn : part.problem.turns) {
        EXPECT_TRUE(turn.pinned || (turn.period >= from && turn.period < until));
      }
    }
  }
}

}  // namespace
}  // namespace cprota
