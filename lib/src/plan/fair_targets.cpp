// SPDX-License-Identifier: MIT
#include "plan/fair_targets.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace cprota {

WideFraction fair_step_of(const Team& team, const Rota& rota, IsoWeek week) {
  constexpr std::int64_t full_weight = 100;
  if (rota.fair_step) return {std::max<std::int64_t>(1, rota.fair_step->count() * full_weight), 1};
  std::int64_t heaviest = 1;
  for (const Role& role : rota.roles) heaviest = std::max<std::int64_t>(heaviest, role.weight);
  const Hours& hours = team.hours_of(rota);
  const auto is_special = [&](IsoWeek candidate) {
    return std::any_of(hours.versions.begin(), hours.versions.end(), [&](const HoursVersion& version) {
      const auto date = version.dates.lower_bound(candidate.monday() - std::chrono::days(1));
      return date != version.dates.end() && date->first <= candidate.sunday();
    });
  };
  constexpr int a_year = 53;
  for (int i = 0; i < a_year && is_special(week); ++i) week = week.plus(1);
  const Zone utc = Zone::utc();
  const Interval days(utc.begin_of(week.monday()), utc.begin_of(week.plus(1).monday()));
  const std::int64_t minutes = open_hours(hours, utc, BankHolidays(), days).minutes().count();
  constexpr int steps_in_a_week = 20;
  return minutes == 0 ? WideFraction{full_weight, 1} : fraction(Int128{minutes} * heaviest, steps_in_a_week);
}

void set_targets(const Team& team, const Rota& rota, IsoWeek first, WeekSource& weeks, TeamProblem& drawn) {
  PlanProblem& problem = drawn.problem;
  ByLoadKind<std::int64_t> sums{};
  for (const PlanTurn& turn : problem.turns) {
    if (turn.pinned && turn.holder < 0) continue;
    sums[0] += turn.load;
    sums[1] += turn.bank_holiday;
    sums[2] += turn.weekend;
  }
  Indexed<std::int64_t>& part = drawn.parts;
  std::int64_t parts = 0;
  for (const Person* person : drawn.people) {
    part.push_back(part_of(team, rota, *person, drawn.periods));
    parts += part.back();
  }
  drawn.ahead = aheads(team, rota, first, drawn.people, weeks);
  PlanMeasure* const measures[] = {&problem.load, &problem.bank_holiday, &problem.weekend};
  for (std::size_t kind = 0; kind < load_kinds; ++kind) {
    for (std::size_t p = 0; p < part.size(); ++p) {
      measures[kind]->target.push_back(fair_part(sums[kind], part[p], parts) - drawn.ahead[p][kind]);
    }
  }
  int heaviest = 0;
  for (const Role& role : rota.roles) heaviest = std::max(heaviest, role.weight);
  problem.load.step = fair_step_of(team, rota, first);
  problem.bank_holiday.step = problem.weekend.step = fraction(std::max(heaviest, 1), 2);
}

}  // namespace cprota
