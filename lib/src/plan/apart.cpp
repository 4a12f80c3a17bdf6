// SPDX-License-Identifier: MIT
#include "plan/apart.hpp"

#include <algorithm>
#include <chrono>

#include "cprota/cover/turns.hpp"
#include "cprota/plan/team_problem.hpp"

namespace cprota {

std::vector<const Rota*> rotas_apart_from(const Team& team, const Rota& rota) {
  const auto names = [](const Rota& a, const Rota& b) {
    return std::find(a.apart.begin(), a.apart.end(), b.id) != a.apart.end();
  };
  std::vector<const Rota*> apart;
  for (const Rota& other : team.rotas) {
    if (&other != &rota && other.id != rota.id && (names(rota, other) || names(other, rota)))
      apart.push_back(&other);
  }
  return apart;
}

std::map<PersonId, std::set<Date>> dates_apart(const Team& team, const Rota& rota,
                                               const Indexed<Period>& periods, WeekSource& weeks) {
  std::map<PersonId, std::set<Date>> dates;
  if (periods.empty()) return dates;
  const Interval range(periods.front().during.begin() - std::chrono::days(1),
                       periods.back().during.end() + std::chrono::days(1));
  for (const Rota* other : rotas_apart_from(team, rota)) {
    for (const Turn& turn : turns_in(team, range, weeks, Filter{other->id, {}, {}})) {
      const PersonId* person = person_in(turn.holder);
      if (person == nullptr) continue;
      const IntervalSet open = open_part(team, turn);
      for (const Interval& opening : open.intervals()) {
        for (const DatePiece& piece : by_date(opening, team.zone, team.bank_holidays)) {
          dates[*person].insert(piece.date);
        }
      }
    }
  }
  return dates;
}

}  // namespace cprota
