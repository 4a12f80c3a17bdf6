// SPDX-License-Identifier: MIT
#include "plan/part_of_rota.hpp"

#include <algorithm>
#include <cstddef>

namespace cprota {
namespace {

// The person of the part, or an outsider.
int within(const std::vector<int>& people, int person) {
  if (person < 0) return person;
  const auto found = std::lower_bound(people.begin(), people.end(), person);
  return found != people.end() && *found == person ? static_cast<int>(found - people.begin()) : outsider;
}

PlanMeasure of_people(const PlanMeasure& whole, const std::vector<int>& people) {
  PlanMeasure measure{{}, whole.step};
  for (const int person : people) measure.target.push_back(whole.target[static_cast<std::size_t>(person)]);
  return measure;
}

PlanPerson with_turns(const PlanPerson& whole, const std::vector<int>& turns) {
  PlanPerson person = whole;
  person.may.clear();
  for (const int turn : turns) person.may.push_back(whole.may[static_cast<std::size_t>(turn)]);
  return person;
}

}  // namespace

PartOfRota part_of_rota(const PlanProblem& problem, const PlanRota& rota, const std::vector<int>& people,
                        int from, int until) {
  PartOfRota part;
  part.people = people;
  const auto is_free = [&](std::size_t turn) {
    const PlanTurn& it = problem.turns[turn];
    return !it.pinned && it.period >= from && it.period < until && within(people, rota[turn]) >= 0;
  };
  Indexed<std::uint8_t> has_free(static_cast<std::size_t>(problem.periods), 0);
  for (std::size_t turn = 0; turn < rota.size(); ++turn) {
    if (is_free(turn)) has_free[problem.turns[turn].period] = 1;
  }

  PlanProblem& rest = part.problem;
  rest.periods = problem.periods;
  rest.roles = problem.roles;
  rest.rest = problem.rest;
  rest.spacing = problem.spacing;
  rest.order = problem.order;
  for (std::size_t i = 0; i < problem.turns.size(); ++i) {
    PlanTurn turn = problem.turns[i];
    const int holder = within(part.people, rota[i]);
    const bool seen = has_free[turn.period] != 0;  // by the rule for new engineers
    if (holder < 0 && !seen) continue;
    if (rota[i] >= 0 && holder == outsider) {
      turn.outsider_is_new =
          problem.people[static_cast<std::size_t>(rota[i])].is_new[static_cast<std::size_t>(turn.period)] !=
          0;
    }
    turn.pinned = !is_free(i);
    turn.holder = turn.pinned ? holder : nobody;
    turn.before = within(part.people, turn.before);
    if (turn.pinned) turn.before = nobody;
    rest.turns.push_back(turn);
    part.turns.push_back(static_cast<int>(i));
    part.start.push_back(holder);
  }
  for (const int person : part.people)
    rest.people.push_back(with_turns(problem.people[static_cast<std::size_t>(person)], part.turns));
  rest.load = of_people(problem.load, part.people);
  rest.bank_holiday = of_people(problem.bank_holiday, part.people);
  rest.weekend = of_people(problem.weekend, part.people);
  return part;
}

PlanRota PartOfRota::put_back(PlanRota rota, const PlanRota& part) const {
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (problem.turns[i].pinned) continue;
    rota[static_cast<std::size_t>(turns[i])] =
        part[i] < 0 ? part[i] : people[static_cast<std::size_t>(part[i])];
  }
  return rota;
}

Reach PartOfRota::reach(const Reach& whole) const {
  Reach reach;
  reach.unit = whole.unit;
  for (const int person : people) reach.of.push_back(whole.of[static_cast<std::size_t>(person)]);
  return reach;
}

}  // namespace cprota
