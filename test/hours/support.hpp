// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <initializer_list>
#include <string>
#include <string_view>

#include "cprota/hours/hours.hpp"
#include "cprota/time/calendar.hpp"
#include "cprota/time/parse.hpp"

namespace cprota::test {

inline Zone zone(std::string_view name) {
  return Zone::load(name).value();
}
inline Date date(std::string_view text) {
  return parse_date(text).value();
}
inline Instant at(std::string_view text, const Zone& zone) {
  return parse_time(text, zone, Instant{}).value().at;
}
inline Windows windows(std::initializer_list<std::string_view> texts) {
  Windows list;
  for (const std::string_view text : texts) list.push_back(parse_window(text).value());
  return list;
}

// The hours of the process that cprota was first written for.
inline Hours support_hours() {
  HoursVersion version;
  version.weekday = windows({"10:00-17:00"});
  return Hours{HoursId("support"), {version}, {}};
}
inline Hours on_call_hours() {
  HoursVersion version;
  version.weekday = windows({"07:00-10:00", "17:00-22:00"});
  version.weekend = windows({"07:00-22:00"});
  version.bank_holiday = windows({"07:00-22:00"});
  return Hours{HoursId("on-call"), {version}, {}};
}
inline Hours every_day(std::initializer_list<std::string_view> texts) {
  HoursVersion version;
  version.weekday = version.weekend = version.bank_holiday = windows(texts);
  return Hours{HoursId("every-day"), {version}, {}};
}

}  // namespace cprota::test
