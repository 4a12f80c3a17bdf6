// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "cprota/plan/problem.hpp"

#include "plan/restricted_master.hpp"

namespace cprota {

// How far to look.
struct Dives {
  int turns_back = 0;      // how often to forbid what was settled last and go on from there
  std::int64_t steps = 0;  // of pricing and of the simplex method, about
};

// Rotas from the linear program: settles who has the turns that the program leaves least doubt about, prices
// again, and so on down; where nothing below `value` is left, forbids the last choice instead (Sadykov,
// Vanderbeck, Pessoa, Tahiri and Uchoa, "Primal heuristics for branch and price", 2019, with the limited
// discrepancies of Harvey and Ginsberg, 1995, and turns in place of whole columns). Each rota has less
// spacing than the one before, as far as the program can tell; the search ends with one of `bound`.
// `master` has been solved, and is spent afterwards.
[[nodiscard]] std::vector<PlanRota> dive(RestrictedMaster& master, std::int64_t bound, std::int64_t value,
                                         const Dives& dives);

}  // namespace cprota
