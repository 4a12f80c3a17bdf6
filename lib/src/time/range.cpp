// SPDX-License-Identifier: MIT
#include <cstddef>
#include <cstdint>

#include <fmt/format.h>

#include "cprota/time/parse.hpp"
#include "cprota/time/print.hpp"

#include "time/ends.hpp"
#include "time/spelling.hpp"
#include "time/text.hpp"
#include "time/unit.hpp"

namespace cprota {
namespace {

using std::chrono::days;

constexpr std::size_t clock_length = 5;

// One end of a range, or a range of one: whole dates, or a moment.
struct End {
  Instant from;
  Instant until;
  std::optional<Unit> unit;
};

Result<End> parse_end(std::string_view text, const Zone& zone, Instant now) {
  if (names_moment(text)) {
    return parse_time(text, zone, now).map([](const TypedTime& time) {
      return End{time.at, time.at, std::nullopt};
    });
  }
  const auto today = today_in(zone, now);
  if (!today) return tl::unexpected(today.error());
  return parse_unit(text, *today).map([&zone](const Unit& unit) {
    return End{zone.begin_of(unit.first), zone.begin_of(unit.last + days(1)), unit};
  });
}

// How many of the dates exist in the zone: what a change of the date line skipped does not.
std::int64_t count_dates(Date first, Date last, const Zone& zone) {
  std::int64_t count = (last - first).count() + 1;
  const Instant end = zone.begin_of(last + days(1));
  Instant t = zone.begin_of(first) - std::chrono::seconds(1);
  for (auto change = zone.next_change(t); change && *change <= end; change = zone.next_change(*change)) {
    const auto jump = zone.offset(*change) - zone.offset(*change - std::chrono::seconds(1));
    const Date landed = std::chrono::floor<days>(zone.local(*change));
    for (Date date = std::chrono::ceil<days>(zone.local(*change) - jump); jump >= days(1) && date < landed;
         date += days(1)) {
      if (first <= date && date <= last) --count;
    }
  }
  return count;
}

// `Sun 1` before `Mon 30 Nov 2026`: as much of the first date as the last does not say.
std::string opening_date(Date first, Date last) {
  const std::chrono::year_month_day from(first);
  const std::chrono::year_month_day to(last);
  if (from.year() != to.year()) return long_date(first);
  if (from.month() != to.month()) return short_date(first);
  return fmt::format("{} {}", day_name(first), static_cast<unsigned>(from.day()));
}

std::string describe_dates(Date first, Date last, const Zone& zone) {
  const auto count = count_dates(first, last, zone);
  const std::string length = fmt::format("({} day{})", count, count == 1 ? "" : "s");
  if (first == last) return fmt::format("{} {}", long_date(first), length);
  return fmt::format("{} – {} {}", opening_date(first, last), long_date(last), length);
}

// For ends the wrong way round. `17:00..09:00` is meant to run into tomorrow.
tl::unexpected<Error> backwards(std::string_view text, const Ends& ends, Date today) {
  const bool overnight = ends.first.size() == clock_length && ends.last.size() == clock_length;
  const std::string offer = overnight
                                ? fmt::format("{}..{}T{}", ends.first, iso_date(today + days(1)), ends.last)
                                : fmt::format("{}..{}", ends.last, ends.first);
  return fail(Fault::usage, fmt::format("{} ends before it begins; write {}", quoted(text), offer));
}

Result<Range> read_range(std::string_view text, const Zone& zone, Instant now) {
  const auto ends = ends_of(text);
  if (!ends) return tl::unexpected(ends.error());
  const auto first = parse_end(ends->first, zone, now);
  if (!first) return tl::unexpected(first.error());
  if (ends->only && !first->unit) {
    return fail(Fault::usage,
                fmt::format("{} is a moment, not a stretch; write its date, or {}..END", quoted(text), text));
  }
  const auto last = parse_end(ends->last, zone, now);
  if (!last) return tl::unexpected(last.error());
  const bool dates = first->unit && last->unit;
  if (dates ? last->unit->last < first->unit->first : last->until < first->from) {
    return backwards(text, *ends, zone.date(now));
  }
  if (dates) return range_of(first->unit->first, last->unit->last, zone);
  return Range{first->from, last->until, std::nullopt, std::nullopt};
}

}  // namespace

Result<Range> parse_range(std::string_view text, const Zone& zone, Instant now) {
  auto range = read_range(text, zone, now);
  if (range) return range;
  const auto dotted = with_two_dots(text);
  if (!dotted || !read_range(*dotted, zone, now)) return range;
  return fail(Fault::usage, fmt::format("{} is no range; write {}", quoted(text), *dotted));
}

Range range_of(Date first, Date last, const Zone& zone) {
  return {zone.begin_of(first), zone.begin_of(last + days(1)), first, last};
}

std::string describe(const Range& range, const Zone& zone) {
  if (range.first && range.last) return describe_dates(*range.first, *range.last, zone);
  const auto interval = range.interval();
  const Date from = std::chrono::floor<days>(zone.local(range.from));
  if (!interval) {
    return fmt::format("{} {} (0h 00m)", long_date(from), clock_time(range.from, zone));
  }
  const Closing closing = closing_of(range.until, zone);
  const std::string length = hours_and_minutes(interval->minutes());
  if (closing.date == from) {
    return fmt::format("{} {}–{} ({})", long_date(from), clock_time(range.from, zone), closing.clock, length);
  }
  const bool one_year =
      std::chrono::year_month_day(from).year() == std::chrono::year_month_day(closing.date).year();
  return fmt::format("{} {} – {} {} ({})", one_year ? short_date(from) : long_date(from),
                     clock_time(range.from, zone), long_date(closing.date), closing.clock, length);
}

}  // namespace cprota
