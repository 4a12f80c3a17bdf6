// SPDX-License-Identifier: MIT
#include "cprota/format/compare_schedule.hpp"

#include <algorithm>

namespace cprota {

std::optional<Interval> span_of(const MatchedSchedule& matched) {
  if (matched.stretches.empty()) return std::nullopt;
  const auto begin_of = [](const MatchedStretch& one) { return one.during.begin(); };
  const auto end_of = [](const MatchedStretch& one) { return one.during.end(); };
  return Interval(begin_of(*std::ranges::min_element(matched.stretches, {}, begin_of)),
                  end_of(*std::ranges::max_element(matched.stretches, {}, end_of)));
}

ComparedSide side_of(const Team& team, const MatchedSchedule& matched, const Interval& range) {
  ComparedSide side{team, {}};
  for (const MatchedStretch& stretch : matched.stretches) {
    const auto part = stretch.during.common(range);
    const PersonId* const person = person_in(stretch.holder);
    if (!part || (person == nullptr && !stretch.stranger)) continue;
    const Coverer who = person != nullptr ? Coverer{*person, {}} : Coverer{{}, *stretch.stranger};
    const IntervalSet open = team.open_hours_of(*team.find_rota(stretch.role.rota), *part);
    for (const Interval& during : open.intervals()) side.covered.push_back({stretch.role, who, during});
  }
  return side;
}

std::vector<ComparedRole> roles_of(const MatchedSchedule& matched, bool is_whole, const Interval& range) {
  std::vector<ComparedRole> roles;
  const std::vector<MatchedStretch>& stretches = matched.stretches;
  for (auto first = stretches.begin(); first != stretches.end();) {
    const auto last = std::find_if(first, stretches.end(),
                                   [&](const MatchedStretch& one) { return one.role != first->role; });
    std::vector<Interval> times;
    if (is_whole) times.emplace_back(first->during.begin(), std::prev(last)->during.end());
    for (auto one = first; !is_whole && one != last; ++one) times.push_back(one->during);
    const IntervalSet inside = IntervalSet(times).common(range);
    if (!inside.empty()) roles.push_back({first->role, inside});
    first = last;
  }
  return roles;
}

}  // namespace cprota
