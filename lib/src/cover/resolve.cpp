// SPDX-License-Identifier: MIT
#include "cprota/cover/resolve.hpp"

#include <algorithm>
#include <utility>

#include "cover/timeline.hpp"

namespace cprota {
namespace {

// Adds open time with nobody; one with the last if they touch.
void append(std::vector<Gap>& gaps, Gap gap) {
  if (!gaps.empty() && gaps.back().during.end() == gap.during.begin() &&
      gaps.back().on_purpose == gap.on_purpose) {
    gaps.back().during = Interval(gaps.back().during.begin(), gap.during.end());
  } else {
    gaps.push_back(std::move(gap));
  }
}

void add(Cover& cover, const RoleRef& ref, const Role& role, const Stretch& stretch, const Interval& open) {
  if (const PersonId* person = person_in(stretch.holder)) {
    cover.shifts.push_back({ref, *person, open, stretch.source.value()});
  } else {
    const bool on_purpose = is_nobody(stretch.holder);
    append(on_purpose || role.optional ? cover.nobody : cover.gaps, {ref, open, on_purpose});
  }
}

Cover cut_to_open(const RoleRef& ref, const Role& role, const std::vector<Stretch>& stretches,
                  const IntervalSet& open) {
  Cover cover;
  auto opening = open.intervals().begin();
  const auto end = open.intervals().end();
  for (const Stretch& stretch : stretches) {
    while (opening != end && opening->end() <= stretch.during.begin()) ++opening;
    for (auto it = opening; it != end && it->begin() < stretch.during.end(); ++it) {
      add(cover, ref, role, stretch, it->common(stretch.during).value());
    }
  }
  return cover;
}

template <class T>
void move_into(std::vector<T>& all, std::vector<T>& part) {
  std::move(part.begin(), part.end(), std::back_inserter(all));
}

template <class T>
void sort_by_begin(std::vector<T>& all) {
  std::stable_sort(all.begin(), all.end(),
                   [](const T& a, const T& b) { return a.during.begin() < b.during.begin(); });
}

}  // namespace

bool Filter::takes(const RoleRef& ref) const {
  return (!rota || *rota == ref.rota) && (!role || *role == ref);
}

std::pair<IsoWeek, IsoWeek> weeks_behind(const Interval& range, const Zone& zone) {
  return {iso_week_at(range.begin(), zone).plus(-1),
          iso_week_at(range.end() - std::chrono::seconds(1), zone)};
}

std::vector<Stretch> stretches(const Team& team, const Rota& rota, const RoleRef& role, const Interval& range,
                               WeekSource& weeks) {
  return Timeline(team, rota, *rota.role(role.role), weeks)
      .between(range, weeks_behind(range, team.zone).first);
}

Cover cover_of(const Team& team, const Rota& rota, const RoleRef& role, const Interval& range,
               WeekSource& weeks) {
  return cut_to_open(role, *rota.role(role.role), stretches(team, rota, role, range, weeks),
                     team.open_hours_of(rota, range));
}

Cover cover_of(const Team& team, const Interval& range, WeekSource& weeks, const Filter& filter) {
  Cover cover;
  for (const Rota& rota : team.rotas) {
    std::optional<IntervalSet> open;
    for (const Role& role : rota.roles) {
      const RoleRef ref{rota.id, role.id};
      if (!filter.takes(ref)) continue;
      if (!open) open = team.open_hours_of(rota, range);
      Cover part = cut_to_open(ref, role, stretches(team, rota, ref, range, weeks), *open);
      move_into(cover.shifts, part.shifts);
      move_into(cover.gaps, part.gaps);
      move_into(cover.nobody, part.nobody);
    }
  }
  if (filter.person) {
    std::erase_if(cover.shifts, [&](const Shift& shift) { return shift.person != *filter.person; });
    cover.gaps.clear();
    cover.nobody.clear();
  }
  sort_by_begin(cover.shifts);
  sort_by_begin(cover.gaps);
  sort_by_begin(cover.nobody);
  return cover;
}

Instant whole_begin(const Team& team, const Shift& part, WeekSource& weeks) {
  constexpr std::chrono::days longest{8};  // a week, and the hour of a clock change
  const Instant first = std::max(part.during.begin() - longest, all_years(team.zone).begin());
  const Rota& rota = *team.find_rota(part.role.rota);
  const Cover cover = cover_of(team, rota, part.role, Interval(first, part.during.end()), weeks);
  const auto whole = std::ranges::find_if(
      cover.shifts, [&](const Shift& shift) { return shift.during.contains(part.during.begin()); });
  return whole != cover.shifts.end() ? whole->during.begin() : part.during.begin();
}

}  // namespace cprota
