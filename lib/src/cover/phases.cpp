// SPDX-License-Identifier: MIT
#include "cprota/cover/phases.hpp"

#include <set>

namespace cprota {
namespace {

// What is asked, piece by piece, of intervals in order that do not overlap.
class Walk {
 public:
  explicit Walk(std::vector<Interval> intervals) : intervals_(std::move(intervals)) {}

  // The place of the interval that holds `t`, which never goes back.
  std::optional<std::size_t> at(Instant t) {
    while (next_ < intervals_.size() && intervals_[next_].end() <= t) ++next_;
    if (next_ < intervals_.size() && intervals_[next_].begin() <= t) return next_;
    return std::nullopt;
  }
  void add_edges(std::set<Instant>& edges) const {
    for (const Interval& interval : intervals_) {
      edges.insert(interval.begin());
      edges.insert(interval.end());
    }
  }

 private:
  std::vector<Interval> intervals_;
  std::size_t next_ = 0;
};

struct RoleWalk {
  RoleRef role;
  std::vector<PersonId> people;
  Walk shifts;
  Walk gaps;
};

RoleWalk walk_of(const RoleRef& role, const Cover& cover) {
  std::vector<PersonId> people;
  std::vector<Interval> shifts;
  std::vector<Interval> gaps;
  for (const Shift& shift : cover.shifts) {
    people.push_back(shift.person);
    shifts.push_back(shift.during);
  }
  for (const Gap& gap : cover.gaps) gaps.push_back(gap.during);
  return {role, std::move(people), Walk(std::move(shifts)), Walk(std::move(gaps))};
}

bool is_same(const Phase& a, const Phase& b) {
  return a.open == b.open && a.covering == b.covering && a.gaps == b.gaps;
}

}  // namespace

std::vector<Phase> phases(const Team& team, const Interval& range, WeekSource& weeks) {
  std::vector<std::pair<HoursId, Walk>> hours;
  for (const Hours& one : team.hours)
    hours.emplace_back(one.id, Walk(open_hours(one, team.zone, team.bank_holidays, range).intervals()));
  std::vector<RoleWalk> roles;
  for (const Rota& rota : team.rotas) {
    for (const Role& role : rota.roles) {
      const RoleRef ref{rota.id, role.id};
      roles.push_back(walk_of(ref, cover_of(team, rota, ref, range, weeks)));
    }
  }
  std::set<Instant> edges{range.begin(), range.end()};
  for (const auto& [id, walk] : hours) walk.add_edges(edges);
  for (const RoleWalk& role : roles) {
    role.shifts.add_edges(edges);
    role.gaps.add_edges(edges);
  }
  std::vector<Phase> all;
  for (auto edge = edges.begin(); std::next(edge) != edges.end(); ++edge) {
    Phase phase{Interval(*edge, *std::next(edge)), {}, {}, {}};
    for (auto& [id, walk] : hours) {
      if (walk.at(*edge)) phase.open.push_back(id);
    }
    for (RoleWalk& role : roles) {
      if (const auto shift = role.shifts.at(*edge)) {
        phase.covering.push_back({role.role, role.people[*shift]});
      } else if (role.gaps.at(*edge)) {
        phase.gaps.push_back(role.role);
      }
    }
    if (!all.empty() && is_same(all.back(), phase)) {
      all.back().during = Interval(all.back().during.begin(), phase.during.end());
    } else {
      all.push_back(std::move(phase));
    }
  }
  return all;
}

}  // namespace cprota
