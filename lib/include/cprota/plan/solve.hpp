// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "cprota/plan/problem.hpp"

namespace cprota {

struct LevelResult {
  Level level = Level::uncovered;
  std::int64_t value = 0;
  // No rota under the rules that has the values reached at the levels above is below it; never above
  // `value`. Nothing if none is known.
  std::optional<std::int64_t> bound;
  bool proved = false;  // this level and all above it are as small as they can be
};

struct PlanAnswer {
  PlanRota rota;
  LevelValues values{};
  std::vector<LevelResult> levels;  // in the problem's order
};

struct SolveOptions {
  int effort = 1;                                    // multiplies the steps; at least 1
  std::int64_t enumerate = 50'000;                   // try every rota where there are no more than this
  std::function<void(const LevelResult&)> progress;  // called whenever a value or a bound improves
};

// The best rota that is found, level by level, with the bounds that were proved. The work is bounded by
// counted steps, so that the same problem and effort give the same answer on every machine and under every
// load. Ties go to the order of people and turns as far as the search can see them.
[[nodiscard]] PlanAnswer solve(const PlanProblem& problem, const SolveOptions& options);

}  // namespace cprota
