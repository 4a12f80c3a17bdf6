// SPDX-License-Identifier: MIT
#include "cprota/format/amounts.hpp"

#include <fmt/format.h>

namespace cprota {

std::string money(std::int64_t pence) {
  return fmt::format("{}.{:02}", pence / 100, pence % 100);
}

std::string decimal(const Fraction& fraction) {
  constexpr std::int64_t millions = 1'000'000;
  // The whole and the rest apart, so that the rest may be multiplied.
  const std::int64_t whole = fraction.numerator / fraction.denominator;
  const auto rest = static_cast<long double>(fraction.numerator % fraction.denominator);
  const auto millionths =
      static_cast<std::int64_t>(rest * millions / static_cast<long double>(fraction.denominator) + 0.5L);
  std::string text = fmt::format("{}.{:06}", whole + millionths / millions, millionths % millions);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace cprota
