// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "cprota/plan/problem.hpp"

namespace cprota {

// What CBC, as its command line solves, makes of the levels `uncovered` and `imbalance`.
struct UsualAnswer {
  std::optional<std::int64_t> uncovered;  // the best found, by `evaluate`
  std::optional<std::int64_t> imbalance;
  double bound = 0;  // no rota with as few turns empty has less imbalance
  bool proved = false;
  double seconds = 0;  // of one core
};

// The usual model of a rota: a binary for each person and turn that they may have, and for each person one
// for every step of the distance from their target, each dearer than the one before it (2k − 1, so that k of
// them cost k²). First as few empty turns as can be, and then, with as many, the least imbalance. One thread,
// CBC's own cuts and heuristics; each of the two gives up after `limit` seconds.
[[nodiscard]] UsualAnswer solve_usual_model(const PlanProblem& problem, int limit);

}  // namespace cprota
