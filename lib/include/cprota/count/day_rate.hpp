// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "cprota/base/result.hpp"

namespace cprota {

// What a day of someone's work is worth: told as such, or as a yearly salary that each rule's
// `day-rate-divisor` divides.
struct DayRate {
  std::int64_t pence = 0;
  bool yearly = false;
};
// `200`, `200.5` or `200.00`, up to 999999999.99: no sign, exponent, currency or thousands. Fault::usage
// otherwise, with the right spelling.
[[nodiscard]] Result<DayRate> parse_day_rate(std::string_view text);
[[nodiscard]] Result<DayRate> parse_salary(std::string_view text);

}  // namespace cprota
