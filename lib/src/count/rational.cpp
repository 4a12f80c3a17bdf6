// SPDX-License-Identifier: MIT
#include "count/rational.hpp"

#include <limits>
#include <numeric>

namespace cprota {
namespace {

Int128 greatest_common_divisor(Int128 a, Int128 b) {
  while (b != 0) {
    const Int128 rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

bool fits(Int128 value) {
  return value >= std::numeric_limits<std::int64_t>::min() &&
         value <= std::numeric_limits<std::int64_t>::max();
}

}  // namespace

Rational::Rational(std::int64_t numerator, std::int64_t denominator)
    : Rational(reduced(numerator, denominator, false)) {}

Rational Rational::reduced(Int128 numerator, Int128 denominator, bool lost) {
  Rational result;
  result.lost_ = lost;
  if (lost) return result;
  const Int128 divisor = greatest_common_divisor(numerator, denominator);
  result.numerator_ = numerator / divisor;
  result.denominator_ = denominator / divisor;
  return result;
}

Rational Rational::operator+(const Rational& other) const {
  const Int128 divisor = greatest_common_divisor(denominator_, other.denominator_);
  Int128 left = 0;
  Int128 right = 0;
  Int128 sum = 0;
  Int128 below = 0;
  const bool lost = lost_ || other.lost_ ||
                    __builtin_mul_overflow(numerator_, other.denominator_ / divisor, &left) ||
                    __builtin_mul_overflow(other.numerator_, denominator_ / divisor, &right) ||
                    __builtin_add_overflow(left, right, &sum) ||
                    __builtin_mul_overflow(denominator_ / divisor, other.denominator_, &below);
  return reduced(sum, below, lost);
}

Rational Rational::operator*(const Rational& other) const {
  const Rational left = reduced(numerator_, other.denominator_, lost_);
  const Rational right = reduced(other.numerator_, denominator_, other.lost_);
  Int128 above = 0;
  Int128 below = 0;
  const bool lost = lost_ || other.lost_ ||
                    __builtin_mul_overflow(left.numerator_, right.numerator_, &above) ||
                    __builtin_mul_overflow(left.denominator_, right.denominator_, &below);
  return reduced(above, below, lost);
}

bool Rational::operator<(const Rational& other) const {
  return (*this + other * Rational(-1)).numerator_ < 0;
}

std::optional<std::int64_t> Rational::rounded() const {
  Int128 doubled = 0;
  Int128 below = 0;
  if (lost_ || __builtin_mul_overflow(numerator_, Int128{2}, &doubled) ||
      __builtin_add_overflow(doubled, denominator_, &doubled) ||
      __builtin_mul_overflow(denominator_, Int128{2}, &below)) {
    return std::nullopt;
  }
  const Int128 toward_zero = doubled / below;
  const Int128 floor = doubled % below < 0 ? toward_zero - 1 : toward_zero;
  if (!fits(floor)) return std::nullopt;
  return static_cast<std::int64_t>(floor);
}

std::optional<Fraction> Rational::fraction() const {
  if (lost_ || !fits(numerator_) || !fits(denominator_)) return std::nullopt;
  return Fraction{static_cast<std::int64_t>(numerator_), static_cast<std::int64_t>(denominator_)};
}

}  // namespace cprota
