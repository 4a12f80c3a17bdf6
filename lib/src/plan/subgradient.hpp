// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "cprota/base/indexed.hpp"

#include "plan/restricted_master.hpp"

namespace cprota {

struct SubgradientAnswer {
  Indexed<double> prices;       // the best found
  std::int64_t lagrangian = 0;  // at these, without what no column is in
  std::int64_t bound = 0;       // with it, in units of spacing
};

// Good prices to begin column generation with, and columns for it, without a linear program: subgradient
// ascent of the Lagrangian (Held, Wolfe and Crowder, "Validation of subgradient optimization", 1974), each
// step in the direction deflected by the last (Camerini, Fratta and Maffioli, 1975), as long as Polyak's for
// the value `above` that the bound cannot exceed.
[[nodiscard]] SubgradientAnswer ascend(RestrictedMaster& master, std::int64_t above, int rounds);

}  // namespace cprota
