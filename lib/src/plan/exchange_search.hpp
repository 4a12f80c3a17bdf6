// SPDX-License-Identifier: MIT
#pragma once

#include "cprota/plan/problem.hpp"

#include "plan/anneal.hpp"

namespace cprota {

// The best rota, level by level, that exchanges of turns with the same loads meet on their way from `start`,
// so that the levels of load stay as they are: simulated annealing over cyclic exchanges of two or three
// people, or of two turns each (Thompson and Orlin, "The theory of cyclic transfers", 1989). It breaks no
// rule if `start` breaks none. Stops early at `enough` (all levels).
[[nodiscard]] PlanRota exchange_search(const PlanProblem& problem, const PlanRota& start,
                                       const Energy& energy, const Cooling& cooling,
                                       const LevelValues& enough);

}  // namespace cprota
