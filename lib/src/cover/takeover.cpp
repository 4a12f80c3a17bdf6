// SPDX-License-Identifier: MIT
#include "cprota/cover/takeover.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "cover/timeline.hpp"

namespace cprota {
namespace {

// The turns that lie under one stretch of an override.
void add_takeovers(std::vector<Takeover>& all, const RoleRef& role, const Stretch& over,
                   const std::vector<Stretch>& turns, const IntervalSet& open) {
  auto turn =
      std::upper_bound(turns.begin(), turns.end(), over.during.begin(),
                       [](Instant begin, const Stretch& stretch) { return begin < stretch.during.end(); });
  while (turn != turns.end() && turn->during.begin() < over.during.end()) {
    const Instant begin = std::max(turn->during.begin(), over.during.begin());
    const Holder& from = turn->holder;
    Instant end = begin;
    for (; turn != turns.end() && turn->holder == from && turn->during.begin() < over.during.end(); ++turn) {
      end = std::min(turn->during.end(), over.during.end());
    }
    if (from == over.holder) continue;
    const IntervalSet part = open.common(Interval(begin, end));
    if (part.empty()) continue;
    const Interval during(part.intervals().front().begin(), part.intervals().back().end());
    all.push_back({role, from, over.holder, over.source.value(), during, part.minutes()});
  }
}

}  // namespace

std::vector<Takeover> takeovers(const Team& team, const Interval& range, WeekSource& weeks,
                                const Filter& filter) {
  const IsoWeek first = iso_week_at(range.begin(), team.zone).plus(-1);
  std::vector<Takeover> all;
  for (const Rota& rota : team.rotas) {
    std::optional<IntervalSet> open;
    for (const Role& role : rota.roles) {
      const Timeline timeline(team, rota, role, weeks);
      if (!filter.takes(timeline.ref())) continue;
      if (!open) open = team.open_hours_of(rota, range);
      const std::vector<Stretch> turns = timeline.turns_between(range, first);
      for (const Stretch& stretch : timeline.between(range, first)) {
        if (stretch.source && stretch.source->is_override()) {
          add_takeovers(all, timeline.ref(), stretch, turns, *open);
        }
      }
    }
  }
  if (filter.person) {
    const Holder person = *filter.person;
    std::erase_if(all, [&](const Takeover& each) { return each.from != person && each.to != person; });
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Takeover& a, const Takeover& b) { return a.during.begin() < b.during.begin(); });
  return all;
}

}  // namespace cprota
