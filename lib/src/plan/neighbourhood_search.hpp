// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "cprota/plan/problem.hpp"

#include "plan/signature.hpp"

namespace cprota {

// Makes `spacing` small with everything above it kept: large neighbourhood search (Shaw, "Using constraint
// programming and local search methods to solve vehicle routing problems", 1998). Again and again a few
// people put their turns together, or everybody those of some periods, and column generation shares them out
// anew, while all others stay.
// Signatures may change hands. `reach` is as for bound_spacing. Takes about `steps` steps, fewer if it comes
// to a spacing of `enough`. What is returned breaks no rule if `start` breaks none.
[[nodiscard]] PlanRota search_neighbourhoods(const PlanProblem& problem, const PlanRota& start,
                                             const Reach& reach, std::int64_t enough, std::int64_t steps,
                                             std::uint64_t seed);

}  // namespace cprota
