// SPDX-License-Identifier: MIT
// Programs over binaries, against all their solutions, and what a limit of steps leaves of the bound.
#include "plan/mip.hpp"

#include <algorithm>
#include <optional>

#include <gtest/gtest.h>

#include "plan/random.hpp"

namespace cprota {
namespace {

// Rows with large coefficients that hardly any choice meets, and what that choice costs: trees for these
// grow large (Cornuéjols and Dawande, "A class of hard small 0-1 programs", 1999).
BinaryProgram market_split(int rows, int columns, std::uint64_t seed) {
  Random random(seed);
  BinaryProgram program;
  std::vector<int> chosen;
  for (int column = 0; column < columns; ++column) {
    program.add_column(random.below(20) - 5);
    chosen.push_back(random.below(2));
  }
  for (int row = 0; row < rows; ++row) {
    BinaryProgram::Row equation;
    std::int64_t sum = 0;
    for (int column = 0; column < columns; ++column) {
      const int coefficient = 1 + random.below(99);
      equation.entries.emplace_back(column, coefficient);
      sum += coefficient * chosen[static_cast<std::size_t>(column)];
    }
    equation.low = equation.high = sum;
    program.rows.push_back(std::move(equation));
  }
  return program;
}

bool meets(const BinaryProgram::Row& row, std::uint64_t choice) {
  std::int64_t sum = 0;
  for (const auto& [column, coefficient] : row.entries) sum += (choice >> column & 1U) != 0 ? coefficient : 0;
  return (!row.low || sum >= *row.low) && (!row.high || sum <= *row.high);
}

std::optional<std::int64_t> least_cost(const BinaryProgram& program) {
  std::optional<std::int64_t> least;
  for (std::uint64_t choice = 0; choice >> program.cost.size() == 0; ++choice) {
    if (!std::all_of(program.rows.begin(), program.rows.end(),
                     [&](const auto& row) { return meets(row, choice); }))
      continue;
    std::int64_t cost = 0;
    for (std::size_t column = 0; column < program.cost.size(); ++column)
      cost += (choice >> column & 1U) != 0 ? program.cost[column] : 0;
    least = std::min(cost, least.value_or(cost));
  }
  return least;
}

std::int64_t cost_of(const BinaryProgram& program, const std::vector<std::uint8_t>& solution) {
  std::int64_t cost = 0;
  for (std::size_t column = 0; column < solution.size(); ++column)
    cost += solution[column] != 0 ? program.cost[column] : 0;
  return cost;
}

// Far more columns than rows: CLP would begin otherwise and print how, and CBC hardly end to branch.
TEST(SolveProgram, AWideProgramIsBoundedInSilence) {
  const BinaryProgram program = market_split(12, 45'000, 1);
  constexpr std::int64_t below = 1'000'000;
  testing::internal::CaptureStdout();
  const ProgramAnswer answer = solve_program(program, below, 30'000'000);
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
  EXPECT_LT(answer.bound, below);
  EXPECT_FALSE(answer.solution);
}

TEST(SolveProgram, BoundsAreTrueHoweverFewTheSteps) {
  int proved = 0;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    SCOPED_TRACE(seed);
    const BinaryProgram program = market_split(2, 12, seed);
    const std::int64_t least = *least_cost(program);
    for (const std::int64_t steps : {0, 2, 20, 200, 10'000'000}) {
      SCOPED_TRACE(steps);
      for (const std::int64_t below : {least + 1, least}) {
        const ProgramAnswer answer = solve_program(program, below, steps);
        EXPECT_LE(answer.bound, least);
        if (answer.solution) {
          EXPECT_EQ(below, least + 1);
          EXPECT_EQ(cost_of(program, *answer.solution), least);
        }
        const bool found = answer.solution.has_value();
        if (steps == 10'000'000) proved += answer.bound == least && found == (below > least) ? 1 : 0;
      }
    }
  }
  EXPECT_GE(proved, 18);  // of 20: CBC takes what is nearly a solution for one
}

TEST(SolveProgram, EndsAfterItsSteps) {
  const BinaryProgram program = market_split(5, 40, 1);
  constexpr std::int64_t steps = 2'000'000;
  const ProgramAnswer answer = solve_program(program, 1'000'000, steps);
  EXPECT_GE(answer.steps, steps);
  EXPECT_LE(answer.steps, 2 * steps);
  const ProgramAnswer again = solve_program(program, 1'000'000, steps);
  EXPECT_EQ(again.bound, answer.bound);
  EXPECT_EQ(again.steps, answer.steps);
  EXPECT_EQ(again.solution, answer.solution);
}

}  // namespace
}  // namespace cprota
