// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "cprota/time/interval.hpp"

namespace cprota {

// The dates that files and options may name, both included.
inline constexpr Date first_date{std::chrono::local_days{std::chrono::year{1970} / std::chrono::January / 1}};
inline constexpr Date last_date{
    std::chrono::local_days{std::chrono::year{2199} / std::chrono::December / 31}};

// An ISO 8601 week: Monday to Sunday, named for the year that has its Thursday.
class IsoWeek {
 public:
  // Nothing where the year has no such week (W53 of a year of 52).
  [[nodiscard]] static std::optional<IsoWeek> of(int year, int week);
  [[nodiscard]] static IsoWeek containing(Date date);
  // Reads `2026-W48`; nothing for any other spelling, a week that does not exist or one with no date in the
  // years.
  [[nodiscard]] static std::optional<IsoWeek> parse(std::string_view text);

  [[nodiscard]] int year() const;
  [[nodiscard]] int week() const;
  [[nodiscard]] Date monday() const { return monday_; }
  [[nodiscard]] Date sunday() const { return monday_ + std::chrono::days(6); }
  // `2026-W48`
  [[nodiscard]] std::string str() const;

  [[nodiscard]] IsoWeek plus(int weeks) const { return IsoWeek(monday_ + std::chrono::weeks(weeks)); }
  // Weeks from `other` to this one; negative where this is earlier.
  [[nodiscard]] int since(IsoWeek other) const {
    return static_cast<int>(std::chrono::duration_cast<std::chrono::weeks>(monday_ - other.monday_).count());
  }

  friend auto operator<=>(const IsoWeek&, const IsoWeek&) = default;

 private:
  explicit IsoWeek(Date monday) : monday_(monday) {}
  Date monday_;
};

[[nodiscard]] std::chrono::weekday weekday_of(Date date);
// Saturday or Sunday.
[[nodiscard]] bool is_saturday_or_sunday(Date date);

// Reads `2026-11-23`; nothing for any other spelling, a date that does not exist or one outside the years.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
// Reads `00:00` to `24:00` as minutes from midnight; nothing for any other spelling.
[[nodiscard]] std::optional<Minutes> parse_clock(std::string_view text);
// Reads `mon` … `sun`, in any case; nothing otherwise.
[[nodiscard]] std::optional<std::chrono::weekday> parse_weekday(std::string_view text);

}  // namespace cprota
