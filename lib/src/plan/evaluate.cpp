// SPDX-License-Identifier: MIT
#include "cprota/plan/evaluate.hpp"

#include <algorithm>
#include <cstdlib>

namespace cprota {
namespace {

struct Held {
  std::int64_t load = 0, bank_holiday = 0, weekend = 0;
  int first = 0, second = 0, avoided = 0;
};

Held held_by(const PlanProblem& problem, const PlanRota& rota, int index) {
  const PlanPerson& person = problem.people[index];
  Held held;
  for (std::size_t i = 0; i < rota.size(); ++i) {
    if (rota[i] != index) continue;
    const PlanTurn& turn = problem.turns[i];
    held.load += turn.load;
    held.bank_holiday += turn.bank_holiday;
    held.weekend += turn.weekend;
    held.first += turn.role == 0 ? 1 : 0;
    held.second += turn.role == 1 ? 1 : 0;
    held.avoided += person.avoids[turn.period] ? 1 : 0;
  }
  return held;
}

std::int64_t squared_steps(const PlanMeasure& measure, int person, std::int64_t value) {
  const std::int64_t apart = steps_apart(value, measure.target[person], measure.step);
  return apart * apart;
}

}  // namespace

std::vector<int> starts(const PlanProblem& problem, const PlanRota& rota, int person) {
  std::vector<int> start = problem.people[person].busy;
  for (std::size_t i = 0; i < rota.size(); ++i) {
    if (rota[i] != person) continue;
    const int period = problem.turns[i].period;
    // Days of two roles in a week are one turn of it.
    const bool is_known =
        problem.turns[i].is_some_days && std::find(start.begin(), start.end(), period) != start.end();
    if (!is_known) start.push_back(period);
  }
  std::sort(start.begin(), start.end());
  return start;
}

std::int64_t spacing_cost(const PlanProblem& problem, const std::vector<int>& start) {
  std::int64_t cost = 0;
  for (std::size_t i = 1; i < start.size(); ++i) {
    const std::int64_t missing = problem.spacing - (start[i] - start[i - 1]);
    if (missing > 0) cost += missing * missing;
  }
  return cost;
}

LevelValues evaluate(const PlanProblem& problem, const PlanRota& rota) {
  LevelValues values{};
  const auto at = [&](Level level) -> std::int64_t& { return values[static_cast<std::size_t>(level)]; };
  for (std::size_t i = 0; i < rota.size(); ++i) {
    const PlanTurn& turn = problem.turns[i];
    if (rota[i] == nobody && !turn.pinned) ++at(Level::uncovered);
    if (turn.before != nobody && turn.before != rota[i]) ++at(Level::changes);
  }
  for (int p = 0; p < static_cast<int>(problem.people.size()); ++p) {
    const Held held = held_by(problem, rota, p);
    at(Level::imbalance) += squared_steps(problem.load, p, held.load);
    at(Level::bank_holidays) += squared_steps(problem.bank_holiday, p, held.bank_holiday);
    at(Level::weekends) += squared_steps(problem.weekend, p, held.weekend);
    at(Level::avoided) += held.avoided;
    if (problem.people[p].both_roles && problem.roles >= 2) {
      const std::int64_t uneven = std::max(0, std::abs(held.first - held.second) - 1);
      at(Level::roles) += uneven * uneven;
    }
    at(Level::spacing) += spacing_cost(problem, starts(problem, rota, p));
  }
  return values;
}

bool is_better(const PlanProblem& problem, const LevelValues& a, const LevelValues& b) {
  for (const Level level : problem.order) {
    const auto i = static_cast<std::size_t>(level);
    if (a[i] != b[i]) return a[i] < b[i];
  }
  return false;
}

}  // namespace cprota
