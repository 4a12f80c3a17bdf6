// SPDX-License-Identifier: MIT
#include <cstdlib>

#include <fmt/format.h>

#include "cprota/plan/evaluate.hpp"

namespace cprota {
namespace {

bool is_new(const PlanProblem& problem, const PlanTurn& turn, int holder) {
  if (holder == outsider) return turn.outsider_is_new;
  return holder != nobody && problem.people[holder].is_new[turn.period] != 0;
}

void broken_pairs(const PlanProblem& problem, const PlanRota& rota, std::vector<std::string>& broken) {
  for (std::size_t i = 0; i < rota.size(); ++i) {
    const PlanTurn& first = problem.turns[i];
    if (first.role != 0 || first.is_some_days || !is_new(problem, first, rota[i])) continue;
    bool experienced = false;
    bool new_second_given = false;
    for (std::size_t j = 0; j < rota.size(); ++j) {
      const PlanTurn& second = problem.turns[j];
      if (second.period != first.period || second.role != 1 || second.is_some_days || rota[j] == nobody)
        continue;
      if (is_new(problem, second, rota[j])) {
        new_second_given = !second.pinned;
      } else {
        experienced = true;
      }
    }
    if (experienced || (first.pinned && !new_second_given)) continue;
    broken.push_back(
        fmt::format("period {}: new in the first role without an experienced second", first.period));
  }
}

void broken_rest(const PlanProblem& problem, const PlanRota& rota, std::size_t given,
                 std::vector<std::string>& broken) {
  const PlanTurn& turn = problem.turns[given];
  const auto too_near = [&](int period) { return std::abs(period - turn.period) <= problem.rest; };
  for (std::size_t j = 0; j < rota.size(); ++j) {
    if (j == given || rota[j] != rota[given] || !too_near(problem.turns[j].period)) continue;
    broken.push_back(fmt::format("period {}: person {} has no rest", turn.period, rota[given]));
  }
  for (const int period : problem.people[rota[given]].busy) {
    if (!too_near(period)) continue;
    broken.push_back(
        fmt::format("period {}: person {} has no rest from another turn", turn.period, rota[given]));
  }
}

}  // namespace

std::vector<std::string> broken_rules(const PlanProblem& problem, const PlanRota& rota) {
  std::vector<std::string> broken;
  if (rota.size() != problem.turns.size()) return {"not as many turns as the problem has"};
  for (std::size_t i = 0; i < rota.size(); ++i) {
    const PlanTurn& turn = problem.turns[i];
    if (turn.pinned) {
      if (rota[i] != turn.holder)
        broken.push_back(fmt::format("period {}: a pinned turn moved", turn.period));
      continue;
    }
    if (rota[i] == nobody) continue;
    if (rota[i] < 0 || rota[i] >= static_cast<int>(problem.people.size())) {
      broken.push_back(fmt::format("period {}: given to no member", turn.period));
      continue;
    }
    if (!problem.people[rota[i]].may[i]) {
      broken.push_back(
          fmt::format("period {}: person {} may not have role {}", turn.period, rota[i], turn.role));
    }
    broken_rest(problem, rota, i, broken);
  }
  if (has_pairs(problem)) broken_pairs(problem, rota, broken);
  return broken;
}

}  // namespace cprota
