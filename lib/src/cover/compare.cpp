// SPDX-License-Identifier: MIT
#include "cprota/cover/compare.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace cprota {
namespace {

using Pieces = std::vector<std::pair<Interval, Coverer>>;

// Of one role, cut to the times that are looked at; neighbours of one person are one.
Pieces pieces_of(const ComparedSide& side, const ComparedRole& role) {
  Pieces pieces;
  for (const CoveredTime& covered : side.covered) {
    if (covered.role != role.role) continue;
    const IntervalSet looked_at = role.times.common(covered.during);
    for (const Interval& part : looked_at.intervals()) {
      if (!pieces.empty() && pieces.back().second == covered.who &&
          pieces.back().first.end() == part.begin()) {
        pieces.back().first = Interval(pieces.back().first.begin(), part.end());
      } else {
        pieces.emplace_back(part, covered.who);
      }
    }
  }
  return pieces;
}

// Who covers at a moment; `at` moves on to the piece that holds it or the next one.
std::optional<Coverer> coverer_at(const Pieces& pieces, std::size_t& at, Instant t) {
  while (at < pieces.size() && pieces[at].first.end() <= t) ++at;
  if (at == pieces.size() || !pieces[at].first.contains(t)) return std::nullopt;
  return pieces[at].second;
}

void find_differences(const RoleRef& role, const Pieces& here, const Pieces& other,
                      std::vector<Difference>& found) {
  std::vector<Instant> edges;
  for (const Pieces* const pieces : {&here, &other}) {
    for (const auto& piece : *pieces) {
      edges.push_back(piece.first.begin());
      edges.push_back(piece.first.end());
    }
  }
  std::ranges::sort(edges);
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  std::size_t in_here = 0;
  std::size_t in_other = 0;
  const std::size_t first = found.size();
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    const auto a = coverer_at(here, in_here, edges[i]);
    const auto b = coverer_at(other, in_other, edges[i]);
    if (a == b) continue;
    const bool goes_on = found.size() > first && found.back().during.end() == edges[i] &&
                         found.back().here == a && found.back().other == b;
    const Instant begin = goes_on ? found.back().during.begin() : edges[i];
    if (goes_on) found.pop_back();
    found.push_back({role, Interval(begin, edges[i + 1]), a, b});
  }
}

std::vector<Date> bank_holidays_in(const Team& team, const IntervalSet& times) {
  std::vector<Date> dates;
  for (const Interval& during : times.intervals()) {
    const Date last = team.zone.date(during.end() - Minutes(1));
    for (Date date = team.zone.date(during.begin()); date <= last; date += std::chrono::days(1)) {
      const bool is_known = !dates.empty() && dates.back() == date;
      if (!is_known && day_kind(date, team.bank_holidays) == DayKind::bank_holiday) dates.push_back(date);
    }
  }
  return dates;
}

// The turn of a rota that runs at a moment.
struct RunningTurn {
  IsoWeek week;
  std::optional<Date> date;
  Interval during;
};

RunningTurn turn_at(const Rota& rota, Instant t, const Zone& zone) {
  const IsoWeek week = turn_week_at(rota, t, zone);
  for (int day = 0; rota.turn == TurnKind::day && day < 7; ++day) {
    const auto during = day_turn(rota, week, day, zone);
    if (during && during->contains(t)) return {week, day_turn_date(rota, week, day), *during};
  }
  return {week, std::nullopt, week_turn(rota, week, zone)};
}

// What somebody has of the turns of a role, turn by turn: whole, or the stretches in which no open minute is
// somebody else's.
void add_turns(const Team& team, const ComparedRole& role, const IntervalSet& has,
               std::vector<DifferentTurn>& turns) {
  const Rota& rota = *team.find_rota(role.role.rota);
  IntervalSet left = has;
  while (!left.empty()) {
    const RunningTurn turn = turn_at(rota, left.intervals().front().begin(), team.zone);
    const IntervalSet open = role.times.common(team.open_hours_of(rota, turn.during));
    const IntervalSet part = left.common(turn.during);
    const IntervalSet others = open.without(part);
    const Instant first_looked_at = role.times.intervals().front().begin();
    for (std::size_t i = 0; i < part.intervals().size();) {
      const Instant begin = part.intervals()[i].begin();
      std::vector<Interval> run;
      for (; i < part.intervals().size(); ++i) {
        if (!others.common(Interval(begin, part.intervals()[i].end())).empty()) break;
        run.push_back(part.intervals()[i]);
      }
      const IntervalSet times(run);
      turns.push_back({role.role, turn.week, turn.date, Interval(begin, run.back().end()), times.minutes(),
                       others.empty(), turn.during.begin() < first_looked_at, bank_holidays_in(team, times)});
    }
    left = left.without(IntervalSet({turn.during}));
  }
}

std::size_t order_in(const Team& team, const PersonId& person) {
  const auto found = std::ranges::find(team.people, person, &Person::id);
  return static_cast<std::size_t>(found - team.people.begin());
}

// The one of two teams that has the role, the first where both do.
const Team& team_with(const RoleRef& role, const Team& first, const Team& second) {
  return first.find_rota(role.rota) != nullptr ? first : second;
}

}  // namespace

ComparedSide side_of(const Team& team, const Interval& range, WeekSource& weeks) {
  ComparedSide side{team, {}};
  for (const Shift& shift : cover_of(team, range, weeks).shifts) {
    side.covered.push_back({shift.role, {shift.person, {}}, shift.during});
  }
  return side;
}

std::vector<ComparedRole> roles_of(const Team& here, const Team& other, const Interval& range) {
  std::vector<ComparedRole> roles;
  for (const Team* const team : {&here, &other}) {
    for (const Rota& rota : team->rotas) {
      for (const Role& role : rota.roles) {
        const RoleRef ref{rota.id, role.id};
        if (std::ranges::find(roles, ref, &ComparedRole::role) == roles.end()) {
          roles.push_back({ref, IntervalSet({range})});
        }
      }
    }
  }
  return roles;
}

Comparison compare(const ComparedSide& here, const ComparedSide& other,
                   const std::vector<ComparedRole>& roles) {
  Comparison comparison;
  std::map<Coverer, PersonDifference> people;
  std::map<Coverer, std::pair<Minutes, Minutes>> minutes;
  for (const ComparedRole& role : roles) {
    const Pieces pieces_here = pieces_of(here, role);
    const Pieces pieces_other = pieces_of(other, role);
    for (const auto& [during, who] : pieces_here) minutes[who].first += during.minutes();
    for (const auto& [during, who] : pieces_other) minutes[who].second += during.minutes();
    std::vector<Difference> found;
    find_differences(role.role, pieces_here, pieces_other, found);
    std::map<Coverer, std::pair<std::vector<Interval>, std::vector<Interval>>> changed;
    for (const Difference& one : found) {
      if (one.here) changed[*one.here].first.push_back(one.during);
      if (one.other) changed[*one.other].second.push_back(one.during);
    }
    for (const auto& [who, times] : changed) {
      PersonDifference& person = people[who];
      person.who = who;
      add_turns(team_with(role.role, here.team, other.team), role, IntervalSet(times.first), person.less);
      add_turns(team_with(role.role, other.team, here.team), role, IntervalSet(times.second), person.more);
    }
    comparison.differences.insert(comparison.differences.end(), found.begin(), found.end());
  }
  const auto by_begin = [](const auto& one) { return one.during.begin(); };
  std::ranges::stable_sort(comparison.differences, {}, by_begin);
  for (auto& [who, person] : people) {
    std::tie(person.here, person.other) = minutes[who];
    std::ranges::stable_sort(person.more, {}, by_begin);
    std::ranges::stable_sort(person.less, {}, by_begin);
    comparison.people.push_back(std::move(person));
  }
  std::ranges::stable_sort(comparison.people, {}, [&](const PersonDifference& one) {
    return std::tuple(!one.who.stranger.empty(), order_in(here.team, one.who.person),
                      order_in(other.team, one.who.person));
  });
  return comparison;
}

}  // namespace cprota
