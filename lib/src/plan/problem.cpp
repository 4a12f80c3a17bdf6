// SPDX-License-Identifier: MIT
#include "cprota/plan/problem.hpp"

#include <algorithm>
#include <utility>

namespace cprota {

std::string_view level_name(Level level) {
  constexpr std::array<std::string_view, level_count> names{
      "uncovered", "imbalance", "bank_holidays", "weekends", "roles", "avoided", "spacing", "changes"};
  return names[static_cast<std::size_t>(level)];
}

std::optional<int> turn_at(const PlanProblem& problem, int period, int role) {
  auto found = std::lower_bound(problem.turns.begin(), problem.turns.end(), std::pair{period, role},
                                [](const PlanTurn& turn, const std::pair<int, int>& key) {
                                  return std::pair{turn.period, turn.role} < key;
                                });
  while (found != problem.turns.end() && found->is_some_days) ++found;
  if (found == problem.turns.end() || found->period != period || found->role != role) return std::nullopt;
  return static_cast<int>(found - problem.turns.begin());
}

}  // namespace cprota
