// SPDX-License-Identifier: MIT
#include "cprota/cover/upcoming.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace cprota {
namespace {

// Longer than any turn and any shift lasts: a week has 168 hours and perhaps a clock change.
constexpr std::chrono::days longest{8};
// How far is looked at once: a little first, for what is near, then more, for what is rare.
constexpr std::chrono::days first_step{1};
constexpr std::chrono::days longest_step{32};

// The turns of the last week file and the longest override in it begin before this.
std::optional<Instant> end_of_files(const Team& team, WeekSource& weeks) {
  if (weeks.weeks().empty()) return std::nullopt;
  return team.zone.begin_of(weeks.weeks().back().plus(1).monday()) + longest;
}

template <class Thing, class Find>
std::vector<Thing> upcoming(const Team& team, const Ahead& ahead, WeekSource& weeks, Find find) {
  const auto end = end_of_files(team, weeks);
  const Instant last = end ? std::min(*end, ahead.last) : ahead.after;
  std::vector<Thing> found;
  auto step = first_step;
  for (Instant begin = ahead.after; begin < last && found.size() < ahead.count;) {
    const Instant until = std::min<Instant>(begin + step, last);
    for (Thing& thing : find(Interval(begin, until + longest))) {
      const Instant start = thing.during.begin();
      if (start > begin && start <= until) found.push_back(std::move(thing));
    }
    begin = until;
    step = std::min(2 * step, longest_step);
  }
  if (found.size() > ahead.count) {
    found.erase(found.begin() + static_cast<std::ptrdiff_t>(ahead.count), found.end());
  }
  return found;
}

bool is_filled(const Assignment& assignment) {
  for (int day = 0; day < 7; ++day) {
    if (!is_unfilled(assignment.on_day(day).holder)) return true;
  }
  return false;
}

bool speaks_of(const WeekFile& file, const Rota& rota) {
  return std::ranges::any_of(file.assignments, [&](const Assignment& assignment) {
    return assignment.role.rota == rota.id && is_filled(assignment);
  });
}

}  // namespace

std::vector<Turn> upcoming_turns(const Team& team, const Ahead& ahead, WeekSource& weeks,
                                 const Filter& filter) {
  return upcoming<Turn>(team, ahead, weeks, [&](const Interval& around) {
    std::vector<Turn> turns = turns_in(team, around, weeks, filter);
    std::erase_if(turns, [&](const Turn& turn) { return turn.week > weeks.weeks().back(); });
    return turns;
  });
}

std::vector<Shift> upcoming_shifts(const Team& team, const Ahead& ahead, WeekSource& weeks,
                                   const Filter& filter) {
  return upcoming<Shift>(team, ahead, weeks, [&](const Interval& around) {
    return cover_of(team, around, weeks, filter).shifts;
  });
}

std::optional<Turn> last_filled_turn(const Team& team, const Rota& rota, WeekSource& weeks) {
  Filter filter;
  filter.rota = rota.id;
  const bool all_optional = std::ranges::all_of(rota.roles, &Role::optional);
  const std::vector<IsoWeek> all = weeks.weeks();
  for (auto week = all.rbegin(); week != all.rend(); ++week) {
    const WeekFile* const file = weeks.find(*week);
    if (file == nullptr || !speaks_of(*file, rota)) continue;
    std::optional<Turn> last;
    for (Turn& turn : turns_in(team, week_turn(rota, *week, team.zone), weeks, filter)) {
      if (is_unfilled(turn.holder)) continue;
      if (rota.role(turn.role.role)->optional && !all_optional) continue;
      if (!last || turn.during.end() > last->during.end()) last = std::move(turn);
    }
    if (last) return last;
  }
  return std::nullopt;
}

}  // namespace cprota
