// SPDX-License-Identifier: MIT
#include "plan_rules.hpp"

#include <cstdlib>
#include <functional>
#include <optional>
#include <vector>

namespace cprota {
namespace {

PlanRota pinned(const PlanProblem& problem) {
  PlanRota rota;
  for (const PlanTurn& turn : problem.turns) rota.push_back(turn.pinned ? turn.holder : nobody);
  return rota;
}

bool has_another(const PlanProblem& problem, const PlanRota& rota, int turn, int person, int reach) {
  for (std::size_t i = 0; i < rota.size(); ++i) {
    if (rota[i] == person && std::abs(problem.turns[i].period - problem.turns[turn].period) <= reach)
      return true;
  }
  return false;
}

// Gives each free turn to whoever `key` makes smallest, the first of equals; those without a key are passed.
PlanRota by_key(const PlanProblem& problem,
                const std::function<std::optional<double>(const PlanRota&, int turn, int person)>& key) {
  PlanRota rota = pinned(problem);
  for (int i = 0; i < static_cast<int>(rota.size()); ++i) {
    if (problem.turns[i].pinned) continue;
    std::optional<double> least;
    for (int p = 0; p < static_cast<int>(problem.people.size()); ++p) {
      const auto mine = key(rota, i, p);
      if (!mine || (least && *mine >= *least)) continue;
      least = mine;
      rota[i] = p;
    }
  }
  return rota;
}

PlanRota in_turn(const PlanProblem& problem, bool skip) {
  PlanRota rota = pinned(problem);
  const int people = static_cast<int>(problem.people.size());
  int next = 0;
  for (int i = 0; i < static_cast<int>(rota.size()); ++i) {
    if (problem.turns[i].pinned) continue;
    for (int tries = 0; tries < people && rota[i] == nobody; ++tries, ++next) {
      const int p = next % people;
      if (!skip || (problem.people[p].may[i] && !has_another(problem, rota, i, p, 0))) rota[i] = p;
    }
  }
  return rota;
}

}  // namespace

PlanRota round_robin(const PlanProblem& problem) {
  return in_turn(problem, false);
}

PlanRota round_robin_without_leave(const PlanProblem& problem) {
  return in_turn(problem, true);
}

PlanRota longest_off(const PlanProblem& problem) {
  return by_key(problem, [&](const PlanRota& rota, int turn, int person) -> std::optional<double> {
    if (!problem.people[person].may[turn] || has_another(problem, rota, turn, person, 0)) return std::nullopt;
    int last = -problem.periods;
    for (int i = 0; i < turn; ++i) {
      if (rota[i] == person) last = problem.turns[i].period;
    }
    return last;
  });
}

PlanRota least_burdened(const PlanProblem& problem) {
  return by_key(problem, [&](const PlanRota& rota, int turn, int person) -> std::optional<double> {
    if (!problem.people[person].may[turn] || has_another(problem, rota, turn, person, problem.rest))
      return std::nullopt;
    const WideFraction& target = problem.load.target[person];
    double load = -static_cast<double>(target.numerator) / static_cast<double>(target.denominator);
    for (std::size_t i = 0; i < rota.size(); ++i) {
      if (rota[i] == person) load += static_cast<double>(problem.turns[i].load);
    }
    return load;
  });
}

}  // namespace cprota
