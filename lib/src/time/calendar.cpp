// SPDX-License-Identifier: MIT
#include "cprota/time/calendar.hpp"

#include <array>
#include <cstddef>

#include <date/iso_week.h>
#include <fmt/format.h>

#include "time/scan.hpp"

namespace cprota {
namespace {

iso_week::year_weeknum_weekday iso(Date monday) {
  return iso_week::year_weeknum_weekday{iso_week::sys_days{monday.time_since_epoch()}};
}

}  // namespace

std::optional<IsoWeek> IsoWeek::of(int year, int week) {
  constexpr int least = static_cast<int>((date::year::min)());
  constexpr int most = static_cast<int>((date::year::max)());
  if (year <= least || year >= most || week < 1 || week > 53) return std::nullopt;
  const auto monday = iso_week::year{year} / iso_week::weeknum{static_cast<unsigned>(week)} / iso_week::mon;
  if (!monday.ok()) return std::nullopt;
  return IsoWeek(Date{iso_week::sys_days{monday}.time_since_epoch()});
}

IsoWeek IsoWeek::containing(Date date) {
  const unsigned since_monday = std::chrono::weekday(date).iso_encoding() - 1;
  return IsoWeek(date - std::chrono::days{since_monday});
}

std::optional<IsoWeek> IsoWeek::parse(std::string_view text) {
  Scan scan(text);
  const auto year = scan.digits(4);
  if (!year || !scan.skip("-W")) return std::nullopt;
  const auto week = scan.digits(2);
  if (!week || !scan.done()) return std::nullopt;
  const auto parsed = of(*year, *week);
  if (!parsed || parsed->sunday() < first_date || parsed->monday() > last_date) return std::nullopt;
  return parsed;
}

int IsoWeek::year() const {
  return static_cast<int>(iso(monday_).year());
}

int IsoWeek::week() const {
  return static_cast<int>(static_cast<unsigned>(iso(monday_).weeknum()));
}

std::string IsoWeek::str() const {
  return fmt::format("{:04}-W{:02}", year(), week());
}

std::chrono::weekday weekday_of(Date date) {
  return std::chrono::weekday(date);
}

bool is_saturday_or_sunday(Date date) {
  return weekday_of(date).iso_encoding() >= 6;
}

std::optional<Date> parse_date(std::string_view text) {
  Scan scan(text);
  const auto year = scan.digits(4);
  if (!year || !scan.skip("-")) return std::nullopt;
  const auto month = scan.digits(2);
  if (!month || !scan.skip("-")) return std::nullopt;
  const auto day = scan.digits(2);
  if (!day || !scan.done()) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year{*year},
                                        std::chrono::month{static_cast<unsigned>(*month)},
                                        std::chrono::day{static_cast<unsigned>(*day)}};
  if (!ymd.ok()) return std::nullopt;
  const Date date{ymd};
  if (date < first_date || date > last_date) return std::nullopt;
  return date;
}

std::optional<Minutes> parse_clock(std::string_view text) {
  Scan scan(text);
  const auto hour = scan.digits(2);
  if (!hour || !scan.skip(":")) return std::nullopt;
  const auto minute = scan.digits(2);
  if (!minute || !scan.done() || *minute > 59) return std::nullopt;
  const Minutes clock = std::chrono::hours(*hour) + Minutes(*minute);
  if (clock > std::chrono::hours(24)) return std::nullopt;
  return clock;
}

std::optional<std::chrono::weekday> parse_weekday(std::string_view text) {
  constexpr std::array<std::string_view, 7> names{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (lower == names[i]) return std::chrono::weekday{static_cast<unsigned>(i)};
  }
  return std::nullopt;
}

}  // namespace cprota
