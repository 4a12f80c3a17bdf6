// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>

#include "cprota/time/zone.hpp"

namespace cprota::test {

// A moment by its civil time in UTC.
inline Instant utc(int year, unsigned month, unsigned day, int hour = 0, int minute = 0, int second = 0) {
  return std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)) +
         std::chrono::hours(hour) + std::chrono::minutes(minute) + std::chrono::seconds(second);
}

inline Date date(int year, unsigned month, unsigned day) {
  return Date(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
}

inline Local local(int year, unsigned month, unsigned day, int hour = 0, int minute = 0) {
  return Local(date(year, month, day)) + std::chrono::hours(hour) + std::chrono::minutes(minute);
}

inline Zone zone(const std::string& name) {
  const auto loaded = Zone::load(name);
  if (!loaded) throw std::runtime_error(loaded.error().diagnostics.front().message);
  return *loaded;
}

// The first message of what failed; "" where nothing did.
template <class T>
std::string message(const Result<T>& result) {
  return result ? std::string() : result.error().diagnostics.front().message;
}

}  // namespace cprota::test
