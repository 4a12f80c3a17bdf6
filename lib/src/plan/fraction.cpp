// SPDX-License-Identifier: MIT
#include "cprota/plan/fraction.hpp"

namespace cprota {
namespace {

Int128 greatest_common_divisor(Int128 a, Int128 b) {
  if (a < 0) a = -a;
  while (b != 0) {
    const Int128 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

}  // namespace

Int128 floor_divide(Int128 a, Int128 b) {
  const Int128 quotient = a / b;
  return a % b < 0 ? quotient - 1 : quotient;
}

WideFraction fraction(Int128 numerator, Int128 denominator) {
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  const Int128 divisor = greatest_common_divisor(numerator, denominator);
  return divisor > 1 ? WideFraction{numerator / divisor, denominator / divisor}
                     : WideFraction{numerator, denominator};
}

WideFraction operator+(const WideFraction& a, const WideFraction& b) {
  const Int128 divisor = greatest_common_divisor(a.denominator, b.denominator);
  const Int128 left = b.denominator / divisor;
  const Int128 right = a.denominator / divisor;
  return fraction(a.numerator * left + b.numerator * right, a.denominator * left);
}

WideFraction operator-(const WideFraction& a, const WideFraction& b) {
  return a + WideFraction{-b.numerator, b.denominator};
}

std::int64_t rounded(const WideFraction& a) {
  return static_cast<std::int64_t>(floor_divide(2 * a.numerator + a.denominator, 2 * a.denominator));
}

std::int64_t steps_apart(std::int64_t value, const WideFraction& target, const WideFraction& step) {
  Int128 apart = Int128{value} * target.denominator - target.numerator;
  if (apart < 0) apart = -apart;
  const Int128 whole = step.numerator * target.denominator;
  return static_cast<std::int64_t>((2 * apart * step.denominator + whole) / (2 * whole));
}

}  // namespace cprota
