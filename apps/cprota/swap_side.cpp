// SPDX-License-Identifier: MIT
#include "swap_side.hpp"

#include <utility>

#include <fmt/format.h>

#include "cprota/time/parse.hpp"
#include "cprota/time/print.hpp"

#include "arguments.hpp"

namespace cprota {
namespace {

// `2026-W48`, `2026-11-24`, `2026-11`: what means the same whenever it is read.
bool is_absolute(const std::string& when) {
  return when.find_first_not_of("0123456789-.WQ") == std::string::npos;
}

// `2026-W48..2026-W49`, and all else that is told in weeks.
bool names_weeks(const std::string& when) {
  return when.find("W") != std::string::npos || when.find("week") != std::string::npos;
}

std::string dates_of(const Range& dates) {
  if (dates.first == dates.last) return iso_date(*dates.first);
  return fmt::format("{}..{}", iso_date(*dates.first), iso_date(*dates.last));
}

// A WEEK names turns of the week; a date or a range of dates, turns of the day. The side's `when` is
// absolute.
Result<Side> turns_of(const Team& team, WeekSource& weeks, const PersonId& person, std::string when,
                      const std::optional<RoleRef>& role, Instant now) {
  const Result<Range> dates = parse_range(when, team.zone, now);
  const Result<IsoWeek> week = parse_week(when, team.zone, now);
  const bool is_week = week && (!dates || dates->first != dates->last);
  if (is_week) {
    return Side{person, week->str(), true, turns_held(team, weeks, person, *week, role)};
  }
  if (!dates) return tl::unexpected(dates.error());
  if (names_weeks(when)) {
    return fail(Fault::usage, fmt::format("\"{}\": name one week, or the dates of day turns", when));
  }
  if (!dates->first) {
    return fail(Fault::usage,
                fmt::format("turns begin on a date or in a week: \"{}\" has a clock time", when));
  }
  if (!is_absolute(when)) when = dates_of(*dates);
  return Side{person, std::move(when), false,
              turns_held(team, weeks, person, *dates->first, *dates->last, role)};
}

}  // namespace

Result<Side> side_of(const Session& session, TeamFolder& folder, const std::string& who, std::string when,
                     const std::optional<RoleRef>& role, Instant now) {
  const Result<PersonId> person = find_person(session, folder.team(), who);
  if (!person) return tl::unexpected(person.error());
  Result<Side> side = turns_of(folder.team(), folder, *person, std::move(when), role, now);
  if (!side || !side->turns.empty()) return side;
  const std::string& named = side->when;
  const Result<IsoWeek> week = parse_week(named.substr(0, named.find("..")), folder.team().zone, now);
  if (week && !side->is_week && !turns_held(folder.team(), folder, *person, *week, role).empty()) {
    return fail(Fault::usage,
                fmt::format("{} has the whole week there, which is named {}", person->str(), week->str()));
  }
  const std::string as = role ? " as " + role->str() : "";
  return fail(Fault::usage, fmt::format("{} has no turn{} in {}: `cprota show {}` lists who has",
                                        person->str(), as, named, named));
}

}  // namespace cprota
