// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "cprota/plan/problem.hpp"

namespace cprota {

// Makes `spacing` small by exchanges of turns with the same loads, so that the levels of load stay as they
// are: simulated annealing (Kirkpatrick, Gelatt and Vecchi, 1983) over cyclic exchanges of two or three
// people, or of two turns each (Thompson and Orlin, "The theory of cyclic transfers", 1989). `roles`,
// `avoided` and `changes` may rise above those of `start` on the way; what is returned has none of them
// higher, and breaks no rule if `start` breaks none. Stops early at a spacing of `enough`.
[[nodiscard]] PlanRota exchange_search(const PlanProblem& problem, const PlanRota& start, std::int64_t enough,
                                       std::int64_t steps, std::uint64_t seed);

}  // namespace cprota
