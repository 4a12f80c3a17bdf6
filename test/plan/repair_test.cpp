// SPDX-License-Identifier: MIT
#include "plan/repair.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "cprota/plan/evaluate.hpp"

#include "random_problem.hpp"

namespace cprota {
namespace {

PlanPerson person(int turns, bool is_new) {
  PlanPerson who;
  who.may.assign(static_cast<std::size_t>(turns), 1);
  who.is_new.assign(1, is_new ? 1 : 0);
  who.avoids.assign(1, 0);
  return who;
}

// One week of two roles: 0 is new and has the first, 1 is not; nobody has the second.
TeamProblem new_first_without_second() {
  TeamProblem drawn;
  PlanProblem& problem = drawn.problem;
  problem.periods = 1;
  problem.roles = 2;
  problem.turns = {{.role = 0, .load = 100, .before = 0}, {.role = 1, .load = 100}};
  problem.people = {person(2, true), person(2, false)};
  for (PlanMeasure* measure : {&problem.load, &problem.bank_holiday, &problem.weekend})
    measure->target = {{100, 1}, {100, 1}};
  problem.order = {Level::uncovered, Level::changes, Level::imbalance, Level::bank_holidays,
                   Level::weekends,  Level::roles,   Level::avoided,   Level::spacing};
  return drawn;
}

PlanRota repaired(TeamProblem& drawn) {
  drawn.in_error.assign(drawn.problem.turns.size(), false);
  drawn.beside_another = drawn.in_error;
  pin_what_stands(drawn);
  return solve_repair(drawn, {}).rota;
}

TEST(Repair, SomeoneNewStaysAndGetsAnExperiencedSecond) {
  TeamProblem drawn = new_first_without_second();
  EXPECT_EQ(repaired(drawn), (PlanRota{0, 1}));
}

TEST(Repair, SomeoneNewStaysWithoutASecond) {
  TeamProblem drawn = new_first_without_second();
  drawn.problem.people[1].may = {0, 0};
  EXPECT_EQ(repaired(drawn), (PlanRota{0, nobody}));
}

TEST(Repair, SomeoneNewMovesToTheSecondRoleWhereThatFillsBoth) {
  TeamProblem drawn = new_first_without_second();
  drawn.problem.people[1].may = {1, 0};
  EXPECT_EQ(repaired(drawn), (PlanRota{1, 0}));
  EXPECT_FALSE(drawn.problem.turns[0].pinned);
}

TEST(Repair, WhatStandsAgainstARuleStays) {
  TeamProblem drawn = new_first_without_second();
  drawn.problem.people[0].may = {0, 0};
  EXPECT_EQ(repaired(drawn), (PlanRota{0, 1}));
  EXPECT_TRUE(drawn.problem.turns[0].pinned);
}

TEST(Repair, ATurnInErrorIsFree) {
  TeamProblem drawn = new_first_without_second();
  drawn.problem.people[0].may = {0, 0};
  drawn.in_error = {true, false};
  drawn.beside_another = {false, false};
  pin_what_stands(drawn);
  EXPECT_EQ(solve_repair(drawn, {}).rota, (PlanRota{1, nobody}));
}

TEST(Repair, WhatStandsAgainstARuleMovesWhereThatFillsMore) {
  TeamProblem drawn = new_first_without_second();
  drawn.problem.people[0].is_new = {0};
  drawn.problem.people[0].busy = {-1};
  drawn.problem.people[1].may = {1, 0};
  drawn.problem.rest = 1;
  drawn.problem.roles = 1;
  drawn.problem.periods = 3;
  drawn.problem.turns[1] = {.period = 2, .load = 100};
  for (PlanPerson& who : drawn.problem.people) who.is_new = who.avoids = {0, 0, 0};
  EXPECT_EQ(repaired(drawn), (PlanRota{0, 0}));
  drawn.problem.turns[1].period = 1;
  drawn.in_doubt.clear();
  drawn.problem.turns[0].pinned = false;
  EXPECT_EQ(repaired(drawn), (PlanRota{1, 0}));
}

PlanProblem with_free(const TeamProblem& drawn, unsigned way) {
  PlanProblem problem = drawn.problem;
  for (std::size_t i = 0; i < drawn.in_doubt.size(); ++i) {
    if ((way >> i & 1U) == 0) continue;
    PlanTurn& turn = problem.turns[drawn.in_doubt[i]];
    turn.pinned = false;
    turn.holder = nobody;
  }
  return problem;
}

// Whether check would say of a turn that stands: the same person has the other role, or both are new.
bool is_beside_another(const PlanProblem& problem, std::size_t turn) {
  const PlanTurn& it = problem.turns[turn];
  if (it.pinned || it.before < 0) return false;
  const auto other = turn_at(problem, it.period, 1 - it.role);
  if (!other || problem.turns[*other].pinned) return false;
  const int beside = problem.turns[*other].before;
  const auto is_new = [&](int person) { return problem.people[person].is_new[it.period] != 0; };
  return beside == it.before || (beside >= 0 && is_new(beside) && is_new(it.before));
}

bool is_possible(const TeamProblem& drawn, unsigned way) {
  return std::ranges::all_of(drawn.exclusive, [&](const std::pair<std::size_t, std::size_t>& both) {
    return ((way >> both.first | way >> both.second) & 1U) != 0;
  });
}

// The best values with any of the turns in doubt free, and the others pinned.
LevelValues best_of_all_ways(const TeamProblem& drawn) {
  std::optional<LevelValues> best;
  for (unsigned way = 0; way < 1U << drawn.in_doubt.size(); ++way) {
    if (!is_possible(drawn, way)) continue;
    const LevelValues values = best_of_all(with_free(drawn, way));
    if (!best || is_better(drawn.problem, values, *best)) best = values;
  }
  return *best;
}

TEST(Repair, IsAsGoodAsAnyOfAFewWaysAndItsBoundsAreTrue) {
  constexpr std::size_t few = 3;
  constexpr auto uncovered = static_cast<std::size_t>(Level::uncovered);
  int in_doubt = 0;
  int exclusive = 0;
  int many = 0;
  int moved = 0;
  for (std::uint64_t seed = 1; seed <= 3'000; ++seed) {
    SCOPED_TRACE(seed);
    TeamProblem drawn;
    drawn.problem = random_problem({"", 3, 3, 2, 1, false, true}, seed);
    Indexed<PlanTurn>& turns = drawn.problem.turns;
    for (std::size_t i = 1; seed % 2 == 0 && i < turns.size(); ++i) {
      const bool is_second = turns[i].role == 1 && turns[i - 1].period == turns[i].period;
      if (is_second && (seed + i) % 3 == 0 && !turns[i].pinned) turns[i].before = turns[i - 1].before;
    }
    for (std::size_t i = 0; i < turns.size(); ++i) {
      const bool is_beside = seed % 2 == 0 && is_beside_another(drawn.problem, i);
      drawn.in_error.push_back((seed + i) % 5 == 0 || is_beside);
      drawn.beside_another.push_back(is_beside);
    }
    pin_what_stands(drawn);
    exclusive += drawn.exclusive.empty() ? 0 : 1;
    const LevelValues best = best_of_all_ways(drawn);
    const TeamProblem stood = drawn;
    const PlanAnswer answer = solve_repair(drawn, {});
    EXPECT_TRUE(broken_rules(drawn.problem, answer.rota).empty());
    EXPECT_EQ(answer.values, evaluate(drawn.problem, answer.rota));
    bool is_same = true;
    for (const LevelResult& level : answer.levels) {
      const std::int64_t truth = best[static_cast<std::size_t>(level.level)];
      EXPECT_LE(level.bound.value_or(0), level.value);
      SCOPED_TRACE(level_name(level.level));
      EXPECT_LE(is_same ? level.bound.value_or(0) : 0, truth);
      EXPECT_EQ(level.proved ? level.value : truth, truth);
      is_same = is_same && level.value == truth;
    }
    in_doubt += stood.in_doubt.empty() ? 0 : 1;
    for (std::size_t i = 0; i < stood.problem.turns.size(); ++i)
      moved += stood.problem.turns[i].pinned != drawn.problem.turns[i].pinned;
    if (stood.in_doubt.size() > few) {
      ++many;
      EXPECT_LE(answer.values[uncovered], best_of_all(with_free(stood, ~0U))[uncovered]);
    } else {
      EXPECT_FALSE(is_better(drawn.problem, best, answer.values));
    }
    if (HasFailure()) return;
  }
  EXPECT_GE(in_doubt, 100);
  EXPECT_GE(exclusive, 20);
  EXPECT_GE(many, 10);
  EXPECT_GE(moved, 3);
}

}  // namespace
}  // namespace cprota
