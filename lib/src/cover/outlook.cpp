// SPDX-License-Identifier: MIT
#include "cprota/cover/outlook.hpp"

#include <chrono>

#include "cprota/cover/upcoming.hpp"

namespace cprota {
namespace {

std::vector<Outlook::RoleGaps> gaps_ahead(const Team& team, WeekSource& weeks, Instant now,
                                          const Filter& filter) {
  std::vector<Outlook::RoleGaps> all;
  const Interval ahead(now, now + gap_horizon);
  for (const Rota& rota : team.rotas) {
    for (const Role& role : rota.roles) {
      const RoleRef ref{rota.id, role.id};
      if (role.optional || !filter.takes(ref)) continue;
      Outlook::RoleGaps gaps{ref};
      for (const Gap& gap : cover_of(team, rota, ref, ahead, weeks).gaps) {
        gaps.open_and_empty += gap.during.minutes();
      }
      all.push_back(std::move(gaps));
    }
  }
  return all;
}

}  // namespace

Outlook outlook(const Team& team, WeekSource& weeks, Instant now, const Filter& filter) {
  Outlook out;
  if (!filter.person) out.gaps = gaps_ahead(team, weeks, now, filter);
  for (const Rota& rota : team.rotas) {
    if (filter.rota && *filter.rota != rota.id) continue;
    if (filter.role && filter.role->rota != rota.id) continue;
    if (const auto last = last_filled_turn(team, rota, weeks)) {
      out.ends.push_back({rota.id, last->during.end()});
    }
  }
  if (const auto last = team.bank_holidays.published_until()) {
    out.bank_holidays_end = team.zone.begin_of(*last + std::chrono::days(1));
  }
  return out;
}

}  // namespace cprota
