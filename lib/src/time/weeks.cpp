// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "cprota/time/parse.hpp"

#include "time/ends.hpp"
#include "time/spelling.hpp"
#include "time/unit.hpp"

namespace cprota {
namespace {

using std::chrono::days;

std::optional<IsoWeek> week_word(std::string_view text, Date today) {
  const IsoWeek week = IsoWeek::containing(today);
  if (text == "this") return week;
  if (text == "next") return week.plus(1);
  if (text == "last") return week.plus(-1);
  return std::nullopt;
}

// The weeks of a date or week; of a longer unit those that begin in it.
Result<WeekRange> weeks_of(std::string_view text, Date today) {
  if (const auto week = week_word(text, today)) return WeekRange{*week, *week};
  const auto unit = parse_unit(text, today);
  if (!unit) return tl::unexpected(unit.error());
  const IsoWeek last = IsoWeek::containing(unit->last);
  if (unit->in_weeks) return WeekRange{IsoWeek::containing(unit->first), last};
  const IsoWeek first = IsoWeek::containing(unit->first + days(6));
  if (first <= last) return WeekRange{first, last};
  return fail(Fault::usage,
              fmt::format("no week begins in {}; write weeks, such as {}", quoted(text), last.str()));
}

Result<WeekRange> read_weeks(std::string_view text, Date today) {
  const auto ends = ends_of(text);
  if (!ends) return tl::unexpected(ends.error());
  if (names_moment(ends->first) || names_moment(ends->last)) {
    const IsoWeek week = IsoWeek::containing(today);
    return fail(Fault::usage,
                fmt::format("{} has a clock time, but turns are meant; write weeks, such as {}..{}",
                            quoted(text), week.str(), week.plus(3).str()));
  }
  const auto first = weeks_of(ends->first, today);
  if (!first) return first;
  const auto last = weeks_of(ends->last, today);
  if (!last) return last;
  if (last->last < first->first) {
    return fail(Fault::usage,
                fmt::format("{} ends before it begins; write {}..{}", quoted(text), ends->last, ends->first));
  }
  return WeekRange{first->first, last->last};
}

// A year, a dash and more: what is wrong with it is not that it is no week, but that there is no such date.
bool names_date(std::string_view text) {
  return fits(text, "####-##-##") || fits(text, "####-W##");
}

}  // namespace

Result<IsoWeek> parse_week(std::string_view text, const Zone& zone, Instant now) {
  const auto today = today_in(zone, now);
  if (!today) return tl::unexpected(today.error());
  if (const auto week = week_word(text, *today)) return *week;
  const auto unit = parse_unit(text, *today);
  if (unit && unit->in_weeks) return IsoWeek::containing(unit->first);
  if (!unit && names_date(text)) return tl::unexpected(unit.error());
  static const std::vector<std::string> words{"this", "next", "last", "today", "tomorrow", "yesterday"};
  return fail(Fault::usage,
              not_understood(
                  text, "week", *today, words,
                  [](const std::string& other) { return IsoWeek::parse(other) || parse_date(other); },
                  "2026-W48, this, next, last or a date in the week"));
}

Result<WeekRange> parse_weeks(std::string_view text, const Zone& zone, Instant now) {
  const auto today = today_in(zone, now);
  if (!today) return tl::unexpected(today.error());
  auto weeks = read_weeks(text, *today);
  if (weeks) return weeks;
  const auto dotted = with_two_dots(text);
  if (!dotted || !read_weeks(*dotted, *today)) return weeks;
  return fail(Fault::usage, fmt::format("{} is no range; write {}", quoted(text), *dotted));
}

}  // namespace cprota
