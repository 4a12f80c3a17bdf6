// SPDX-License-Identifier: MIT
#include "plan/roster.hpp"

#include <algorithm>
#include <cstdlib>

#include "cprota/plan/evaluate.hpp"

namespace cprota {

Seats::Seats(const PlanProblem& problem)
    : first_at_(static_cast<std::size_t>(problem.periods), -1),
      second_at_(static_cast<std::size_t>(problem.periods), -1) {
  for (std::size_t i = 0; i < problem.turns.size(); ++i) {
    const PlanTurn& turn = problem.turns[i];
    if (turn.is_some_days) continue;
    if (turn.role == 0) first_at_[turn.period] = static_cast<int>(i);
    if (turn.role == 1) second_at_[turn.period] = static_cast<int>(i);
  }
}

bool Seats::pair_holds(const PlanProblem& problem, const PlanRota& rota, int turn) const {
  if (problem.roles < 2) return true;
  const int period = problem.turns[turn].period;
  const int first = first_at_[period];
  if (first < 0) return true;
  const auto is_new = [&](int index) {
    const int holder = rota[index];
    return holder >= 0 ? problem.people[holder].is_new[period] != 0
                       : holder == outsider && problem.turns[index].outsider_is_new;
  };
  if (!is_new(first)) return true;
  const int second = second_at_[period];
  const bool empty = second < 0 || rota[second] == nobody;
  if (!empty && !is_new(second)) return true;
  return problem.turns[first].pinned && (empty || problem.turns[second].pinned);
}

Roster::Roster(const PlanProblem& problem)
    : problem_(&problem),
      steps_(problem),
      occupancy_(problem),
      holder_(problem.turns.size(), nobody),
      seats_(problem),
      scaled_(problem.turns) {
  for (std::size_t i = 0; i < scaled_.size(); ++i) {
    PlanTurn& turn = scaled_[i];
    turn.load /= steps_.load.unit();
    turn.bank_holiday /= steps_.bank_holiday.unit();
    turn.weekend /= steps_.weekend.unit();
    if (turn.pinned) {
      holder_[i] = turn.holder;
    } else {
      free_.push_back(static_cast<int>(i));
    }
  }
  sums_.resize(problem.people.size());
  for (std::size_t i = 0; i < scaled_.size(); ++i) {
    const PlanTurn& turn = scaled_[i];
    if (!turn.pinned || turn.holder < 0) continue;
    Sums& sums = sums_[turn.holder];
    sums.load += turn.load;
    sums.bank_holiday += turn.bank_holiday;
    sums.weekend += turn.weekend;
    sums.first += turn.role == 0 ? 1 : 0;
    sums.second += turn.role == 1 ? 1 : 0;
    occupancy_.add(turn.holder, turn.period);
  }
  values_ = evaluate(problem, holder_);
}

void Roster::count(int person, int sign) {
  const Sums& sums = sums_[person];
  value(Level::imbalance) += sign * steps_.load.squared(person, sums.load);
  value(Level::bank_holidays) += sign * steps_.bank_holiday.squared(person, sums.bank_holiday);
  value(Level::weekends) += sign * steps_.weekend.squared(person, sums.weekend);
  if (counts_roles(*problem_, person)) {
    const std::int64_t uneven = std::max(0, std::abs(sums.first - sums.second) - 1);
    value(Level::roles) += sign * uneven * uneven;
  }
}

void Roster::add(int person, int turn, int sign) {
  const PlanTurn& it = scaled_[turn];
  Sums& sums = sums_[person];
  count(person, -1);
  sums.load += sign * it.load;
  sums.bank_holiday += sign * it.bank_holiday;
  sums.weekend += sign * it.weekend;
  if (it.role == 0) sums.first += sign;
  if (it.role == 1) sums.second += sign;
  count(person, 1);
  if (problem_->people[person].avoids[it.period]) value(Level::avoided) += sign;
  value(Level::spacing) += sign * occupancy_.spacing_of(person, it.period);
}

void Roster::give(int turn, int holder) {
  const PlanTurn& it = scaled_[turn];
  int& now = holder_[turn];
  if (now == holder) return;
  if (it.before != nobody) {
    value(Level::changes) += (holder != it.before ? 1 : 0) - (now != it.before ? 1 : 0);
  }
  if (now == nobody) {
    --value(Level::uncovered);
  } else {
    occupancy_.remove(now, it.period);
    add(now, turn, -1);
  }
  now = holder;
  if (holder == nobody) {
    ++value(Level::uncovered);
  } else {
    add(holder, turn, 1);
    occupancy_.add(holder, it.period);
  }
}

void Roster::become(const PlanRota& rota) {
  for (const int turn : free_) {
    if (holder_[turn] != rota[turn]) give(turn, nobody);
  }
  for (const int turn : free_) give(turn, rota[turn]);
}

}  // namespace cprota
