// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "cprota/plan/problem.hpp"

#include "plan/diving.hpp"
#include "plan/signature.hpp"

namespace cprota {

struct SpacingAnswer {
  std::int64_t bound = 0;       // no rota with the levels above at most as in `known` has less spacing
  std::vector<PlanRota> rotas;  // candidates, each better than the one before; to be verified
  std::int64_t work = 0;        // steps that were taken
};

struct SpacingWork {
  std::int64_t bound = 0;  // steps for the bound, about
  Dives dives;
};

// A lower bound of `spacing` by column generation (Gilmore and Gomory, 1961; Desaulniers, Desrosiers and
// Solomon, "Column Generation", 2005). A column is one person's whole sequence of turns; pricing is a dynamic
// program over periods and signatures. The bound is the Lagrangian one, computed in whole numbers from
// rounded duals, so that it holds whatever the solver of linear programs did. Candidates come from diving.
// `reach` has every signature that such a rota can give each person; `start` is one that has these values.
[[nodiscard]] SpacingAnswer bound_spacing(const PlanProblem& problem, const LevelValues& known,
                                          const Reach& reach, const PlanRota& start, const SpacingWork& work);

}  // namespace cprota
