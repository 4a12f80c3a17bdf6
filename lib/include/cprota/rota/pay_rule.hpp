// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cprota/base/diagnostic.hpp"
#include "cprota/base/ids.hpp"
#include "cprota/time/interval.hpp"

namespace cprota {

// An exact non-negative number; the denominator is positive.
struct Fraction {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
};

// Which minutes a percentage is paid for.
enum class PayCount {
  pro_rata,    // every minute
  per_period,  // whole blocks of all minutes of the claim
  per_day,     // whole blocks of the minutes of each local date
};

// A percentage of a day rate for every `every` on call.
struct PercentagePay {
  Fraction percent_of_day_rate;
  Minutes every{1};  // above 0
};

// Pence by kind of day, for each date with any minute, or for each hour.
struct FlatPay {
  enum class Per { day, hour };
  Per per = Per::day;
  std::int64_t weekday = 0;
  std::int64_t weekend = 0;
  std::int64_t bank_holiday = 0;
};

// How a rota's on-call is paid, from `from` on (from the beginning where absent).
struct PayRule {
  RotaId rota;
  std::optional<Date> from;
  std::optional<std::string> currency;
  std::variant<PercentagePay, FlatPay> pay;
  std::optional<PayCount> count;        // pro rata where absent
  std::optional<Fraction> worked_hour;  // of a day rate, for each full hour worked
  std::optional<int> day_rate_divisor;  // day rate = yearly salary / this
  std::map<RoleId, Fraction> by_role;   // a role's part; 1 where absent
  std::optional<Place> place;
};

}  // namespace cprota
