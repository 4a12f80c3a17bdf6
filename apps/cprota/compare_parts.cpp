// SPDX-License-Identifier: MIT
#include "compare_parts.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace cprota {

std::optional<Interval> compared_range(const Here& here, bool all, std::vector<IsoWeek> weeks) {
  if (weeks.empty()) return std::nullopt;
  constexpr int reach = 2;
  const Zone& zone = here.folder.team().zone;
  const auto [first, last] = std::ranges::minmax(weeks);
  const Instant begin = zone.begin_of(first.monday());
  return Interval::between(all ? begin : std::max(here.now, begin), zone.begin_of(last.plus(reach).monday()));
}

Comparison narrowed(const ComparedSide& here, const ComparedSide& other, std::vector<ComparedRole> roles,
                    const Filter& filter) {
  std::erase_if(roles, [&](const ComparedRole& role) { return !filter.takes(role.role); });
  Comparison comparison = compare(here, other, roles);
  if (!filter.person) return comparison;
  const Coverer person{*filter.person, {}};
  std::erase_if(comparison.people, [&](const PersonDifference& one) { return one.who != person; });
  std::erase_if(comparison.differences,
                [&](const Difference& one) { return one.here != person && one.other != person; });
  return comparison;
}

Error of_other(Error error, const std::string& other) {
  for (Diagnostic& diagnostic : error.diagnostics) {
    if (diagnostic.place) diagnostic.place->file = fmt::format("{}/{}", other, diagnostic.place->file);
  }
  return error;
}

}  // namespace cprota
