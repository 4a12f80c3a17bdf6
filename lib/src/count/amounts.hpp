// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "cprota/count/pay.hpp"

#include "count/rational.hpp"

namespace cprota {

// What the lines of a claim and its incidents come to, exact.
struct ExactAmount {
  Rational percent;
  Rational of_day_rate;  // pence; 0 where no day rate is told
  Rational flat;         // pence
  bool takes_day_rate = false;
  bool has_flat = false;

  ExactAmount& operator+=(const ExactAmount& other);
};

// The day rate in pence under a rule, which has a divisor where it is yearly.
[[nodiscard]] Rational day_rate_in_pence(const DayRate& rate, const PayRule& rule);

// The lines of one claim. `count` stands in for what the percentage rules say.
[[nodiscard]] ExactAmount on_call_amount(const Team& team, const std::vector<ClaimLine>& lines,
                                         const std::optional<DayRate>& rate, std::optional<PayCount> count);

// Full hours worked under a rule that pays for them.
[[nodiscard]] ExactAmount worked_amount(const PayRule& rule, std::int64_t full_hours,
                                        const std::optional<DayRate>& rate);

// Rounded. Fault::files where 64 bits do not hold it.
[[nodiscard]] Result<Amount> rounded(const ExactAmount& amount, const std::optional<DayRate>& rate);

}  // namespace cprota
