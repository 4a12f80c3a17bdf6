// SPDX-License-Identifier: MIT
#include "plan/fixed_cover.hpp"

#include <algorithm>

#include "cprota/cover/resolve.hpp"

namespace cprota {

FixedCover::FixedCover(const Team& team, const Rota& rota, const Indexed<Period>& periods, WeekSource& weeks)
    : team_(team), pieces_(rota.roles.size()), taken_over_(rota.roles.size()) {
  if (periods.empty()) return;
  const Interval range(periods.front().during.begin(), periods.back().during.end());
  for (std::size_t role = 0; role < rota.roles.size(); ++role) {
    std::vector<Interval> taken_over;
    for (const Stretch& stretch : stretches(team, rota, {rota.id, rota.roles[role].id}, range, weeks)) {
      if (!stretch.source || !stretch.source->is_override()) continue;
      taken_over.push_back(stretch.during);
      if (const PersonId* person = person_in(stretch.holder))
        pieces_[role].push_back({stretch.during, team.find_person(*person), true});
    }
    taken_over_[role] = IntervalSet(std::move(taken_over));
  }
}

void FixedCover::add_day(std::size_t role, const PersonId& person, const Interval& during) {
  const IntervalSet own = own_part(role, IntervalSet({during}));
  for (const Interval& piece : own.intervals())
    pieces_[role].push_back({piece, team_.find_person(person), false});
}

IntervalSet FixedCover::own_part(std::size_t role, const IntervalSet& open) const {
  return open.without(taken_over_[role]);
}

bool FixedCover::makes_double(const Person& person, std::size_t role, const IntervalSet& own) const {
  for (std::size_t other = 0; other < pieces_.size(); ++other) {
    if (other == role) continue;
    const bool covers = std::any_of(pieces_[other].begin(), pieces_[other].end(), [&](const Piece& piece) {
      return piece.is_override && piece.person == &person && !own.common(piece.during).empty();
    });
    if (covers) return true;
  }
  return false;
}

bool FixedCover::makes_new_pair(const Person& person, std::size_t role, const IntervalSet& own) const {
  if (role > 1 || pieces_.size() < 2) return false;
  const std::vector<Piece>& beside = pieces_[1 - role];
  return std::any_of(beside.begin(), beside.end(), [&](const Piece& piece) {
    const IntervalSet both = own.common(piece.during);
    if (both.empty()) return false;
    // Whoever is not new at first is not new later.
    const Date date = team_.zone.date(both.intervals().front().begin());
    return person.is_new_on(date) && piece.person->is_new_on(date);
  });
}

}  // namespace cprota
