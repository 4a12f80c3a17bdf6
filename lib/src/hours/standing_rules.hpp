// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <span>
#include <string_view>

#include "cprota/hours/bank_holidays.hpp"

namespace cprota {

struct StandingHoliday {
  Date date;
  std::string_view title;
  bool substitute = false;
};

// The holidays of one year by the standing rules, in order of date, without a word on the heap: the dates of
// a decade are asked for one by one.
class StandingHolidays {
 public:
  StandingHolidays(Division division, std::chrono::year year);

  [[nodiscard]] std::span<const StandingHoliday> list() const { return {holidays_.data(), count_}; }

 private:
  void add(Date date, std::string_view title);
  void move_off_weekends();

  static constexpr std::size_t most = 12;
  std::array<StandingHoliday, most> holidays_{};
  std::size_t count_ = 0;
};

// Easter Sunday by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8, after Jones and
// Butcher).
[[nodiscard]] Date easter_sunday(std::chrono::year year);

}  // namespace cprota
