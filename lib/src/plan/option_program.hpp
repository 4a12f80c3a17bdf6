// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "cprota/plan/problem.hpp"

#include "plan/signature.hpp"

namespace cprota {

struct LevelAnswer {
  std::int64_t bound = 0;        // of the level, under the values of `known` above it
  std::optional<PlanRota> rota;  // one that is better at the level and no worse above; to be verified
  std::int64_t steps = 0;        // that were taken
};

// A mixed-integer program for one level (any but spacing): a binary for each person and turn they may have,
// and one for each person and signature within `reach`, so that convex costs become choices. The levels
// above keep their values in `known`; the search is for less than `known` at `level`, in about so
// many steps.
[[nodiscard]] LevelAnswer solve_level(const PlanProblem& problem, Level level, const LevelValues& known,
                                      const Reach& reach, std::int64_t steps);

}  // namespace cprota
