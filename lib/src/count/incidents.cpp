// SPDX-License-Identifier: MIT
#include "count/incidents.hpp"

#include <algorithm>
#include <chrono>

namespace cprota {
namespace {

bool takes_rota(const Filter& filter, const Rota& rota) {
  return std::any_of(rota.roles.begin(), rota.roles.end(), [&](const Role& role) {
    return filter.takes(RoleRef{rota.id, role.id});
  });
}

}  // namespace

std::vector<Incident> incidents_of(const PersonId& person, const Interval& range, WeekSource& weeks) {
  std::vector<Incident> incidents;
  for (const IsoWeek week : weeks.weeks()) {
    const WeekFile* file = weeks.find(week);
    if (file == nullptr) continue;
    for (const Worked& worked : file->worked) {
      if (worked.person != person || !range.contains(worked.during.begin())) continue;
      Incident incident;
      incident.during = worked.during;
      incident.minutes = worked.during.minutes();
      incident.full_hours = incident.minutes / std::chrono::hours(1);
      incident.note = worked.note;
      incident.file = file->file;
      incidents.push_back(std::move(incident));
    }
  }
  std::stable_sort(incidents.begin(), incidents.end(),
                   [](const Incident& a, const Incident& b) { return *a.during < *b.during; });
  return incidents;
}

const PayRule* rule_of_incident(const Team& team, const Filter& filter, Date date,
                                const std::vector<ClaimLine>& lines, const std::optional<Interval>& during) {
  const PayRule* best = nullptr;
  // How the person is on a rota: when it begins, or later in it, or else not.
  int best_rank = 3;
  for (const Rota& rota : team.rotas) {
    const PayRule* rule = takes_rota(filter, rota) ? pay_rule_on(team, rota.id, date) : nullptr;
    if (rule == nullptr || !rule->worked_hour) continue;
    int rank = 2;
    for (const ClaimLine& line : lines) {
      if (line.role.rota != rota.id) continue;
      if (!during || line.during.contains(during->begin())) {
        rank = 0;
      } else if (line.during.overlaps(*during)) {
        rank = std::min(rank, 1);
      }
    }
    if (rank >= best_rank) continue;
    best = rule;
    best_rank = rank;
  }
  return best;
}

}  // namespace cprota
