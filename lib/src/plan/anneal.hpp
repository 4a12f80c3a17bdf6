// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "cprota/plan/problem.hpp"

#include "plan/roster.hpp"

namespace cprota {

// What annealing makes small: Σ weight × max(0, value − ceiling).
struct Energy {
  LevelValues weight{};
  LevelValues ceiling{};

  [[nodiscard]] std::int64_t of(const LevelValues& values) const {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < level_count; ++i) {
      const std::int64_t above = values[i] - ceiling[i];
      if (above > 0) sum += weight[i] * above;
    }
    return sum;
  }
};

struct Cooling {
  std::int64_t steps = 0;
  double hot = 0;  // temperatures, in the unit of the energy
  double cold = 0;
  std::uint64_t seed = 0;
};

// What the steps of a search are counted in multiples of: free turns × people.
[[nodiscard]] std::int64_t steps_of(const PlanProblem& problem);

// The best rota, level by level, that simulated annealing (Kirkpatrick, Gelatt and Vecchi, 1983) meets on
// its way from the roster's; the rules hold throughout. Stops early at `enough` (all levels).
[[nodiscard]] PlanRota anneal(Roster& roster, const Energy& energy, const Cooling& cooling,
                              const LevelValues& enough);

// Fills what is empty, period by period, with whoever is furthest below their target and may have it.
void fill_greedily(Roster& roster);

}  // namespace cprota
