// SPDX-License-Identifier: MIT
#include "cprota/time/print.hpp"

#include <array>
#include <cstdlib>

#include <fmt/format.h>

#include "time/text.hpp"

namespace cprota {
namespace {

constexpr std::array<const char*, 7> day_names{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<const char*, 12> month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

const char* month_name(const std::chrono::year_month_day& ymd) {
  return month_names[static_cast<unsigned>(ymd.month()) - 1];
}

std::string hours_minutes(Local local) {
  const std::chrono::hh_mm_ss time(local - std::chrono::floor<std::chrono::days>(local));
  return fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count());
}

Date calendar_date(Instant t, const Zone& zone) {
  return std::chrono::floor<std::chrono::days>(zone.local(t));
}

int year_of(Date date) {
  return static_cast<int>(std::chrono::year_month_day(date).year());
}

}  // namespace

std::string offset_text(std::chrono::seconds offset) {
  const auto minutes = std::chrono::duration_cast<Minutes>(offset).count();
  return fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                     std::abs(minutes) % 60);
}

std::string minute_text(Local local) {
  return fmt::format("{}T{}", iso_date(std::chrono::floor<std::chrono::days>(local)), hours_minutes(local));
}

Closing closing_of(Instant t, const Zone& zone) {
  const Date date = calendar_date(t, zone);
  if (zone.begin_of(date) != t || zone.is_doubled(t)) return {date, clock_time(t, zone)};
  return {calendar_date(t - std::chrono::seconds(1), zone), "24:00"};
}

std::string rfc3339(Instant t, const Zone& zone) {
  const auto offset = std::chrono::duration_cast<Minutes>(zone.offset(t));
  const Local local{(t + offset).time_since_epoch()};
  const std::chrono::hh_mm_ss time(local - std::chrono::floor<std::chrono::days>(local));
  return fmt::format("{}:{:02}{}", minute_text(local), time.seconds().count(), offset_text(offset));
}

std::string iso_date(Date date) {
  const std::chrono::year_month_day ymd(date);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                     static_cast<unsigned>(ymd.day()));
}

std::string file_time(Instant t, const Zone& zone) {
  if (zone.is_doubled(t)) return rfc3339(t, zone);
  return minute_text(zone.local(t)) + ":00";
}

std::string day_name(Date date) {
  return day_names[weekday_of(date).c_encoding()];
}

std::string short_date(Date date) {
  const std::chrono::year_month_day ymd(date);
  return fmt::format("{} {} {}", day_name(date), static_cast<unsigned>(ymd.day()), month_name(ymd));
}

std::string long_date(Date date) {
  return fmt::format("{} {}", short_date(date), year_of(date));
}

std::string near_date(Date date, Date today) {
  return year_of(date) == year_of(today) ? short_date(date) : long_date(date);
}

std::string clock_time(Instant t, const Zone& zone) {
  const std::string clock = hours_minutes(zone.local(t));
  return zone.is_doubled(t) ? clock + offset_text(zone.offset(t)) : clock;
}

std::string relative_time(Instant t, Date today, const Zone& zone) {
  const Date date = calendar_date(t, zone);
  const std::string clock = clock_time(t, zone);
  if (date == today) return clock;
  if (date > today && date - today <= std::chrono::days(6))
    return fmt::format("{} {}", day_name(date), clock);
  return fmt::format("{} {}", near_date(date, today), clock);
}

std::string stretch(const Interval& interval, const Zone& zone) {
  const Date first = calendar_date(interval.begin(), zone);
  const std::string begin = clock_time(interval.begin(), zone);
  const Closing closing = closing_of(interval.end(), zone);
  if (closing.date == first) return fmt::format("{}–{}", begin, closing.clock);
  return fmt::format("{} {} – {} {}", short_date(first), begin, short_date(closing.date), closing.clock);
}

std::string clock_stretch(const Interval& during, const Zone& zone) {
  const Date first = zone.date(during.begin());
  const Date last = zone.date(during.end() - std::chrono::seconds(1));
  const bool at_midnight =
      zone.date(during.end()) != last && zone.begin_of(zone.date(during.end())) == during.end();
  if (last == first && (at_midnight || zone.date(during.end()) == first)) return stretch(during, zone);
  return fmt::format("{}–{} {}", clock_time(during.begin(), zone),
                     at_midnight ? "24:00" : clock_time(during.end(), zone),
                     last - first < std::chrono::days(7) ? day_name(last) : short_date(last));
}

std::string hours_and_minutes(Minutes minutes) {
  const auto count = std::abs(minutes.count());
  return fmt::format("{}{}h {:02}m", minutes < Minutes(0) ? "-" : "", count / 60, count % 60);
}

std::string from_to(const Interval& interval, const Zone& zone) {
  const auto moment = [&](Instant t) {
    return fmt::format("{} {}", short_date(calendar_date(t, zone)), clock_time(t, zone));
  };
  return fmt::format("{} to {}", moment(interval.begin()), moment(interval.end()));
}

}  // namespace cprota
