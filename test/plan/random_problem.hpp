// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "cprota/plan/problem.hpp"

namespace cprota {

// What a small problem may have besides people and periods.
struct ProblemKind {
  const char* name;
  int people;   // at most
  int periods;  // at most
  int roles;
  int rest;
  bool days;     // weekend loads
  bool changes;  // turns that somebody had, and `changes` as the second level
};

// A problem small enough to try every rota: with pins (of members and others), people who may not have some
// turns, new people, dates to avoid, bank holidays, turns before and after the range, turns that are not
// listed, weights and shares that do not divide. The same seed is the same problem.
[[nodiscard]] PlanProblem random_problem(const ProblemKind& kind, std::uint64_t seed);

// Every level of the best rota, by trying all of them with nothing but `evaluate` and `broken_rules`.
[[nodiscard]] LevelValues best_of_all(const PlanProblem& problem);

}  // namespace cprota
