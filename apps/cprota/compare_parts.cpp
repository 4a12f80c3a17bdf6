// SPDX-License-Identifier: MIT
#include "compare_parts.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace cprota {
namespace {

bool has_role(const Team& team, const RoleRef& role) {
  const Rota* const rota = team.find_rota(role.rota);
  return rota != nullptr && rota->role(role.role) != nullptr;
}

Error of_other(Error error, const std::string& other) {
  for (Diagnostic& diagnostic : error.diagnostics) {
    if (diagnostic.place) diagnostic.place->file = fmt::format("{}/{}", other, diagnostic.place->file);
  }
  return error;
}

}  // namespace

std::optional<Interval> compared_range(const Here& here, bool all, std::vector<IsoWeek> weeks) {
  if (weeks.empty()) return std::nullopt;
  constexpr int reach = 2;
  const Zone& zone = here.folder.team().zone;
  const auto [first, last] = std::ranges::minmax(weeks);
  const Instant begin = zone.begin_of(first.monday());
  return Interval::between(all ? begin : std::max(here.now, begin), zone.begin_of(last.plus(reach).monday()));
}

Result<Filter> filter_of_either(const Session& session, const Team& here, const Team& other,
                                const NarrowOptions& options) {
  const auto either = [&](const NarrowOptions& some) {
    Result<Filter> filter = filter_of(session, here, some);
    if (filter) return filter;
    const Result<Filter> there = filter_of(session, other, some);
    // Where the team here has that role as well, it was not clear which was meant.
    const bool is_new = there && (!there->role || !has_role(here, *there->role));
    return is_new ? there : filter;
  };
  Result<Filter> filter = either({options.rota, options.role, std::nullopt});
  const Result<Filter> person = either({std::nullopt, std::nullopt, options.person});
  if (!filter || !person) return filter ? person : filter;
  filter->person = person->person;
  return filter;
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

Result<std::unique_ptr<TeamFolder>> open_other(const std::string& name) {
  auto folder = TeamFolder::open(name);
  if (!folder) return tl::unexpected(of_other(TeamFolder::all_faults(name, folder.error()), name));
  if (auto faults = (*folder)->read_all()) return tl::unexpected(of_other(std::move(*faults), name));
  return folder;
}

}  // namespace cprota
