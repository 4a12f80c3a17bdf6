// SPDX-License-Identifier: MIT
#include "plan/exchange_roster.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

#include "cprota/plan/evaluate.hpp"

namespace cprota {

ExchangeRoster::ExchangeRoster(const PlanProblem& problem, const PlanRota& start)
    : problem_(&problem),
      occupancy_(problem),
      seats_(problem),
      holder_(start),
      values_(evaluate(problem, start)),
      group_of_(problem.turns.size(), -1),
      place_(problem.turns.size(), 0),
      difference_(problem.people.size(), 0) {
  std::map<std::tuple<std::int64_t, std::int64_t, std::int64_t>, int> number;
  for (int i = 0; i < static_cast<int>(problem.turns.size()); ++i) {
    const PlanTurn& turn = problem.turns[i];
    if (start[i] >= 0) {
      occupancy_.add(start[i], turn.period);
      count_role(start[i], turn.role, 1);
    }
    if (turn.pinned || start[i] == nobody) continue;
    const auto kind = std::tuple(turn.load, turn.bank_holiday, turn.weekend);
    const auto [found, fresh] = number.insert({kind, static_cast<int>(groups_.size())});
    if (fresh) groups_.emplace_back();
    group_of_[i] = found->second;
    place_[i] = static_cast<int>(groups_[found->second].size());
    groups_[found->second].push_back(i);
    free_.push_back(i);
  }
}

bool ExchangeRoster::perform() {
  constexpr int never = -1'000'000;
  for (const Transfer& move : planned()) remove(move.turn, move.from);
  for (std::size_t i = 0; i < count_; ++i) {
    const auto& [turn, from, to] = planned_[i];
    if (problem_->people[to].may[turn] != 0 && !occupancy_.blocks(to, problem_->turns[turn].period, never)) {
      add(turn, to);
      continue;
    }
    while (i-- > 0) remove(planned_[i].turn, planned_[i].to);
    for (const Transfer& move : planned()) add(move.turn, move.from);
    return false;
  }
  return true;
}

void ExchangeRoster::take_back() {
  for (const Transfer& move : planned()) remove(move.turn, move.to);
  for (const Transfer& move : planned()) add(move.turn, move.from);
}

bool ExchangeRoster::pairs_hold() const {
  return std::all_of(planned().begin(), planned().end(),
                     [&](const Transfer& move) { return seats_.pair_holds(*problem_, holder_, move.turn); });
}

void ExchangeRoster::remove(int turn, int person) {
  const int period = problem_->turns[turn].period;
  occupancy_.remove(person, period);
  value(Level::spacing) -= occupancy_.spacing_of(person, period);
  count(turn, person, -1);
}

void ExchangeRoster::add(int turn, int person) {
  const int period = problem_->turns[turn].period;
  value(Level::spacing) += occupancy_.spacing_of(person, period);
  occupancy_.add(person, period);
  holder_[turn] = person;
  count(turn, person, 1);
}

void ExchangeRoster::count(int turn, int person, int sign) {
  const PlanTurn& it = problem_->turns[turn];
  if (problem_->people[person].avoids[it.period]) value(Level::avoided) += sign;
  if (it.before == person) value(Level::changes) -= sign;
  value(Level::roles) -= role_cost(person);
  count_role(person, it.role, sign);
  value(Level::roles) += role_cost(person);
}

void ExchangeRoster::count_role(int person, int role, int sign) {
  if (role < 2) difference_[person] += role == 0 ? sign : -sign;
}

std::int64_t ExchangeRoster::role_cost(int person) const {
  if (!counts_roles(*problem_, person)) return 0;
  const std::int64_t uneven = std::max(0, std::abs(difference_[person]) - 1);
  return uneven * uneven;
}

}  // namespace cprota
