// SPDX-License-Identifier: MIT
#include "random_problem.hpp"

#include <algorithm>
#include <optional>
#include <random>

#include "cprota/plan/evaluate.hpp"

namespace cprota {
namespace {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  int below(int limit) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(limit)); }
  bool one_in(int n) { return below(n) == 0; }

 private:
  std::mt19937_64 engine_;
};

void add_turns(PlanProblem& problem, const ProblemKind& kind, Dice& dice) {
  const int weights[] = {100, dice.one_in(3) ? 50 : 100, 33};
  const bool weightless = dice.one_in(40);
  for (int t = 0; t < problem.periods; ++t) {
    if (dice.one_in(12)) continue;  // no open minutes
    const bool bank_holiday = dice.one_in(4);
    const bool weekend = kind.days && t % 4 == 3;
    for (int role = 0; role < kind.roles; ++role) {
      PlanTurn turn;
      turn.period = t;
      turn.role = role;
      const std::int64_t weight = weightless ? 0 : weights[role % 3];
      turn.load = (bank_holiday || weekend ? 770 : 700) * weight;
      turn.bank_holiday = bank_holiday ? weight : 0;
      turn.weekend = weekend && !bank_holiday ? weight : 0;
      if (dice.one_in(7)) {
        turn.pinned = true;
        turn.holder = dice.one_in(6)   ? outsider
                      : dice.one_in(8) ? nobody
                                       : dice.below(static_cast<int>(problem.people.size()));
        turn.outsider_is_new = dice.one_in(3);
      }
      if (kind.changes && !dice.one_in(4)) {
        turn.before = dice.one_in(8) ? outsider : dice.below(static_cast<int>(problem.people.size()));
        if (turn.pinned && dice.one_in(2)) turn.before = turn.holder;
      }
      problem.turns.push_back(turn);
    }
  }
}

void fill_people(PlanProblem& problem, Dice& dice) {
  for (PlanPerson& person : problem.people) {
    const int only = dice.one_in(6) ? dice.below(problem.roles) : -1;
    const int new_until = dice.one_in(3) ? dice.below(problem.periods + 1) : 0;
    std::vector<bool> away;
    for (int t = 0; t < problem.periods; ++t) {
      away.push_back(dice.one_in(6));
      person.is_new.push_back(t < new_until ? 1 : 0);
      person.avoids.push_back(dice.one_in(6) ? 1 : 0);
    }
    for (const PlanTurn& turn : problem.turns) {
      const bool may = !away[static_cast<std::size_t>(turn.period)] && (only < 0 || turn.role == only);
      person.may.push_back(may ? 1 : 0);
    }
    person.both_roles = only < 0;
    if (dice.one_in(3)) person.busy.push_back(-1 - dice.below(3));
    if (dice.one_in(4)) person.busy.push_back(problem.periods + dice.below(3));
    if (dice.one_in(10)) person.busy.push_back(dice.below(problem.periods));
  }
}

PlanMeasure measure(const PlanProblem& problem, std::int64_t PlanTurn::*load, WideFraction step, Dice& dice) {
  Int128 sum = 0;
  for (const PlanTurn& turn : problem.turns) sum += turn.*load;
  const auto count = static_cast<std::int64_t>(problem.people.size());
  PlanMeasure out;
  out.step = step;
  std::vector<std::int64_t> part;
  std::int64_t parts = 0;
  for (std::int64_t p = 0; p < count; ++p) {
    part.push_back(dice.one_in(5) ? dice.below(3) : 70 + dice.below(31));
    parts += part.back();
  }
  for (const std::int64_t mine : part) {
    const WideFraction fair = parts == 0 ? WideFraction{} : fraction(sum * mine, parts);
    out.target.push_back(fair -
                         fraction((dice.below(7) - 3) * static_cast<std::int64_t>(sum), 40 + dice.below(5)));
  }
  return out;
}

}  // namespace

PlanProblem random_problem(const ProblemKind& kind, std::uint64_t seed) {
  Dice dice(seed);
  PlanProblem problem;
  problem.periods = 1 + dice.below(kind.periods);
  problem.roles = kind.roles;
  problem.rest = kind.rest;
  problem.people.resize(static_cast<std::size_t>(1 + dice.below(kind.people)));
  problem.spacing = std::max(static_cast<int>(problem.people.size()) / kind.roles, dice.below(5));
  add_turns(problem, kind, dice);
  fill_people(problem, dice);
  problem.load =
      measure(problem, &PlanTurn::load, dice.one_in(2) ? WideFraction{3500, 1} : fraction(70000, 3), dice);
  problem.bank_holiday = measure(problem, &PlanTurn::bank_holiday, {50, 1}, dice);
  problem.weekend = measure(problem, &PlanTurn::weekend, {50, 1}, dice);
  if (kind.changes) {
    problem.order = {Level::uncovered, Level::changes, Level::imbalance, Level::bank_holidays,
                     Level::weekends,  Level::roles,   Level::avoided,   Level::spacing};
  }
  return problem;
}

LevelValues best_of_all(const PlanProblem& problem) {
  PlanRota rota;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < problem.turns.size(); ++i) {
    rota.push_back(problem.turns[i].pinned ? problem.turns[i].holder : nobody);
    if (!problem.turns[i].pinned) open.push_back(i);
  }
  std::optional<LevelValues> best;
  const int people = static_cast<int>(problem.people.size());
  while (true) {
    const LevelValues values = evaluate(problem, rota);
    if ((!best || is_better(problem, values, *best)) && broken_rules(problem, rota).empty()) best = values;
    std::size_t i = 0;  // the next rota, as a counter in base people + 1
    while (i < open.size() && ++rota[open[i]] == people) rota[open[i++]] = nobody;
    if (i == open.size()) return *best;
  }
}

}  // namespace cprota
