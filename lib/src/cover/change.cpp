// SPDX-License-Identifier: MIT
#include "cprota/cover/change.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace cprota {
namespace {

// Where both timelines of a role have one holder each, and not the same.
std::vector<ShiftChange> differences(const RoleRef& role, const std::vector<Stretch>& before,
                                     const std::vector<Stretch>& after) {
  std::vector<ShiftChange> found;
  std::size_t i = 0;
  std::size_t k = 0;
  while (i < before.size() && k < after.size()) {
    const auto both = before[i].during.common(after[k].during);
    if (both && before[i].holder != after[k].holder) {
      const bool goes_on = !found.empty() && found.back().during.end() == both->begin() &&
                           found.back().from == before[i].holder && found.back().to == after[k].holder;
      const Interval during(goes_on ? found.back().during.begin() : both->begin(), both->end());
      if (goes_on) found.pop_back();
      found.push_back({role, during, before[i].holder, after[k].holder});
    }
    if (before[i].during.end() < after[k].during.end()) {
      ++i;
    } else {
      ++k;
    }
  }
  return found;
}

bool is_part_of(const Finding& finding, const Finding& known) {
  const auto about = [](const Finding& each) {
    return std::tie(each.rule, each.severity, each.rota, each.role, each.person);
  };
  if (about(finding) != about(known)) return false;
  const bool lies_within = finding.from && finding.until && known.from && known.until &&
                           *known.from <= *finding.from && *finding.until <= *known.until;
  return lies_within || (finding.from == known.from && finding.until == known.until);
}

}  // namespace

std::vector<ShiftChange> changed_shifts(const Team& team, const Interval& range, WeekSource& before,
                                        WeekSource& after) {
  std::vector<ShiftChange> changed;
  for (const Rota& rota : team.rotas) {
    const IntervalSet open = team.open_hours_of(rota, range);
    for (const Role& role : rota.roles) {
      const RoleRef ref{rota.id, role.id};
      for (const ShiftChange& change : differences(ref, stretches(team, rota, ref, range, before),
                                                   stretches(team, rota, ref, range, after))) {
        const IntervalSet pieces = open.common(change.during);
        std::ranges::transform(pieces.intervals(), std::back_inserter(changed), [&](const Interval& piece) {
          return ShiftChange{ref, piece, change.from, change.to};
        });
      }
    }
  }
  std::ranges::stable_sort(changed, {}, [](const ShiftChange& change) { return change.during.begin(); });
  return changed;
}

std::vector<Finding> new_findings(const CheckAnswer& before, const CheckAnswer& after) {
  std::vector<Finding> found;
  std::ranges::copy_if(after.findings, std::back_inserter(found), [&](const Finding& finding) {
    return std::ranges::none_of(before.findings,
                                [&](const Finding& known) { return is_part_of(finding, known); });
  });
  return found;
}

}  // namespace cprota
