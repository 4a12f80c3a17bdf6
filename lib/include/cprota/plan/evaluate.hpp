// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cprota/plan/problem.hpp"

namespace cprota {

// The levels of a rota, straight from their definition. Everything else that computes a level is held
// against this.
[[nodiscard]] LevelValues evaluate(const PlanProblem& problem, const PlanRota& rota);

// Whether `a` is better than `b`, level by level in the problem's order.
[[nodiscard]] bool is_better(const PlanProblem& problem, const LevelValues& a, const LevelValues& b);

// The starts of a person's turns, first to last: those of the rota and those the problem has as `busy`.
[[nodiscard]] std::vector<int> starts(const PlanProblem& problem, const PlanRota& rota, int person);

// What one person's turns, by their periods in order, cost of the level `spacing`.
[[nodiscard]] std::int64_t spacing_cost(const PlanProblem& problem, const std::vector<int>& start);

// The rules that a rota breaks in what it gives (pinned turns are not its doing), one line each; empty if
// it breaks none. Slow and plain on purpose: it shares no code with the search.
[[nodiscard]] std::vector<std::string> broken_rules(const PlanProblem& problem, const PlanRota& rota);

}  // namespace cprota
