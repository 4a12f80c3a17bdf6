// SPDX-License-Identifier: MIT
#include "time/unit.hpp"

#include <optional>

#include <fmt/format.h>

#include "cprota/time/print.hpp"

#include "time/scan.hpp"
#include "time/spelling.hpp"

namespace cprota {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;

constexpr const char* unit_examples =
    "a date, 2026-W48, 2026-11, 2026-Q4, 2026, this-week, +4w or FIRST..LAST";

Unit months_from(year_month first, int count) {
  return {Date(first / 1), Date((first + months(count)) / 1) - days(1), false};
}

Unit week_unit(IsoWeek week) {
  return {week.monday(), week.sunday(), true};
}

// The week, month, quarter or year that lies `steps` from that of today.
std::optional<Unit> relative_unit(std::string_view name, int steps, Date today) {
  const year_month_day ymd(today);
  const year_month month = ymd.year() / ymd.month();
  const auto quarter = month - months((static_cast<unsigned>(ymd.month()) - 1) % 3);
  if (name == "week") return week_unit(IsoWeek::containing(today).plus(steps));
  if (name == "month") return months_from(month + months(steps), 1);
  if (name == "quarter") return months_from(quarter + months(3 * steps), 3);
  if (name == "year") return months_from((ymd.year() + std::chrono::years(steps)) / std::chrono::January, 12);
  return std::nullopt;
}

std::optional<Unit> word_unit(std::string_view text, Date today) {
  if (text == "today") return Unit{today, today};
  if (text == "tomorrow") return Unit{today + days(1), today + days(1)};
  if (text == "yesterday") return Unit{today - days(1), today - days(1)};
  Scan scan(text);
  if (scan.skip("last-")) return relative_unit(scan.rest(), -1, today);
  if (scan.skip("this-")) return relative_unit(scan.rest(), 0, today);
  if (scan.skip("next-")) return relative_unit(scan.rest(), 1, today);
  return std::nullopt;
}

// `+4w` or `+10d`: so many weeks or days, of which today is the first day.
std::optional<Unit> span_unit(std::string_view text, Date today) {
  constexpr std::size_t most_digits = 6;
  Scan scan(text);
  if (!scan.skip("+")) return std::nullopt;
  const auto count = scan.number(most_digits);
  if (!count || *count == 0) return std::nullopt;
  if (scan.rest() == "w") return Unit{today, today + days(7 * *count - 1), false};
  if (scan.rest() == "d") return Unit{today, today + days(*count - 1), false};
  return std::nullopt;
}

tl::unexpected<Error> no_such_week(std::string_view text, int year, int week) {
  const int weeks = IsoWeek::of(year, 53) ? 53 : 52;
  return fail(Fault::usage, fmt::format("there is no week {}; the {} of {} is {}-W{:02}", text,
                                        week == 0 ? "first" : "last", year, year, week == 0 ? 1 : weeks));
}

tl::unexpected<Error> outside_years(std::string_view text) {
  return fail(Fault::usage, fmt::format("{} lies outside the years 1970 to 2199", quoted(text)));
}

// Units of a fixed form; the year is the first four digits.
Result<std::optional<Unit>> calendar_unit(std::string_view text) {
  const int year = Scan(text).digits(4).value_or(0);
  const std::chrono::year chrono_year{year};
  if (fits(text, "####")) return months_from(chrono_year / std::chrono::January, 12);
  if (fits(text, "####-##-##")) {
    return parse_exact_date(text).map([](Date date) { return std::optional(Unit{date, date}); });
  }
  if (fits(text, "####-W##")) {
    const int week = Scan(text.substr(6)).digits(2).value_or(0);
    if (year < 1969 || year > 2200) return outside_years(text);
    const auto named = IsoWeek::of(year, week);
    if (!named) return no_such_week(text, year, week);
    return week_unit(*named);
  }
  if (fits(text, "####-##")) {
    const int month = Scan(text.substr(5)).digits(2).value_or(0);
    if (month < 1 || month > 12) {
      return fail(Fault::usage, fmt::format("there is no month {}; months go from 01 to 12", text));
    }
    return months_from(chrono_year / month, 1);
  }
  if (fits(text, "####-Q#")) {
    const int quarter = Scan(text.substr(6)).digits(1).value_or(0);
    if (quarter < 1 || quarter > 4) {
      return fail(Fault::usage, fmt::format("there is no quarter {}; quarters go from Q1 to Q4", text));
    }
    return months_from(chrono_year / (3 * quarter - 2), 3);
  }
  return std::optional<Unit>();
}

bool reads_as_unit(const std::string& text, Date today) {
  if (word_unit(text, today) || span_unit(text, today)) return true;
  const auto unit = calendar_unit(text);
  return unit && unit->has_value();
}

}  // namespace

const std::vector<std::string>& unit_words() {
  static const std::vector<std::string> words{"today",      "tomorrow",     "yesterday",    "this-week",
                                              "next-week",  "last-week",    "this-month",   "next-month",
                                              "last-month", "this-quarter", "next-quarter", "last-quarter",
                                              "this-year",  "next-year",    "last-year"};
  return words;
}

Result<Unit> parse_unit(std::string_view text, Date today) {
  std::optional<Unit> unit = word_unit(text, today);
  if (!unit) unit = span_unit(text, today);
  if (!unit) {
    auto named = calendar_unit(text);
    if (!named) return tl::unexpected(named.error());
    unit = *named;
  }
  if (!unit) {
    if (text == "this" || text == "next" || text == "last") {
      return fail(Fault::usage, fmt::format("{} of what? Write {}-week, {}-month, {}-quarter or {}-year",
                                            quoted(text), text, text, text, text));
    }
    return fail(Fault::usage, not_understood(
                                  text, "range", today, unit_words(),
                                  [today](const std::string& other) { return reads_as_unit(other, today); },
                                  unit_examples));
  }
  if (unit->last < first_date || unit->first > last_date) return outside_years(text);
  if (!unit->in_weeks && unit->last > last_date) return outside_years(text);
  return *unit;
}

Result<Date> parse_exact_date(std::string_view text) {
  if (const auto date = parse_date(text)) return *date;
  Scan scan(text);
  const int year = scan.digits(4).value_or(0);
  scan.skip("-");
  const int month = scan.digits(2).value_or(0);
  if (year < 1970 || year > 2199) return outside_years(text);
  if (month < 1 || month > 12) {
    return fail(Fault::usage, fmt::format("there is no date {}: months go from 01 to 12", text));
  }
  const Date last{std::chrono::year{year} / month / std::chrono::last};
  return fail(Fault::usage, fmt::format("there is no date {}: that month ends on {}", text, iso_date(last)));
}

Result<Date> today_in(const Zone& zone, Instant now) {
  const Date today = zone.date(now);
  if (today >= first_date && today <= last_date) return today;
  return fail(Fault::usage, fmt::format("the clock says {}, outside the years 1970 to 2199; set it right",
                                        iso_date(today)));
}

}  // namespace cprota
