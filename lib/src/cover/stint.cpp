// SPDX-License-Identifier: MIT
#include "cprota/cover/stint.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "cover/timeline.hpp"

namespace cprota {
namespace {

constexpr std::chrono::days longest_override{7};

void add_stints(std::vector<Stint>& all, const Timeline& timeline, const std::vector<Stretch>& stretches,
                const IntervalSet& open, const Filter& filter) {
  for (auto first = stretches.begin(); first != stretches.end();) {
    const auto last = std::find_if(first, stretches.end(),
                                   [&](const Stretch& stretch) { return stretch.holder != first->holder; });
    const Interval during(first->during.begin(), std::prev(last)->during.end());
    const Holder& holder = first->holder;
    first = last;
    if (filter.person && holder != Holder(*filter.person)) continue;
    IntervalSet part = open.common(during);
    if (!part.empty()) all.push_back({timeline.ref(), holder, during, std::move(part)});
  }
}

}  // namespace

std::vector<Stint> stints(const Team& team, const Interval& range, WeekSource& weeks, const Filter& filter) {
  const IsoWeek first = iso_week_at(range.begin(), team.zone).plus(-1);
  std::vector<Stint> all;
  for (const Timeline& timeline : timelines(team, weeks)) {
    if (!filter.takes(timeline.ref())) continue;
    add_stints(all, timeline, timeline.between(range, first), team.open_hours_of(timeline.rota(), range),
               filter);
  }
  return all;
}

std::vector<NewOverride> overrides_for(const Team& team, const Stint& stint, const Holder& to,
                                       const std::string& reason, WeekSource& weeks) {
  const Rota& rota = *team.find_rota(stint.role.rota);
  const auto role = std::ranges::find(rota.roles, stint.role.role, &Role::id);
  const Timeline timeline(team, rota, *role, weeks);
  std::vector<NewOverride> made;
  for (Instant begin = stint.during.begin(); begin < stint.during.end();) {
    const IsoWeek week = iso_week_at(begin, team.zone);
    Instant end = std::min(stint.during.end(), team.zone.instant(team.zone.local(begin) + longest_override));
    for (const Stretch& stretch : timeline.between(Interval(begin, end), week.plus(-1))) {
      const bool wins = stretch.source && stretch.source->is_override() && stretch.source->file->week > week;
      if (wins) {
        end = stretch.during.begin();
        break;
      }
    }
    made.push_back({week, {stint.role, to, Interval(begin, end), reason, std::nullopt}});
    begin = end;
  }
  return made;
}

}  // namespace cprota
