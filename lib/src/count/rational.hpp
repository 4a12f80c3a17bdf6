// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "cprota/rota/pay_rule.hpp"

namespace cprota {

__extension__ typedef __int128 Int128;

// An exact number of at most 128 bits above and below the line, in lowest terms. One that would need more is
// lost, and so is everything reckoned from it: ask at the end.
class Rational {
 public:
  Rational(std::int64_t whole = 0) : numerator_(whole) {}  // NOLINT: a whole number is one
  Rational(const Fraction& fraction) : Rational(fraction.numerator, fraction.denominator) {}  // NOLINT
  Rational(std::int64_t numerator, std::int64_t denominator);  // the denominator is above 0

  [[nodiscard]] Rational operator+(const Rational& other) const;
  [[nodiscard]] Rational operator*(const Rational& other) const;
  Rational& operator+=(const Rational& other) { return *this = *this + other; }
  [[nodiscard]] bool operator<(const Rational& other) const;

  // The nearest whole number, half up; nothing if it is lost or needs more than 63 bits.
  [[nodiscard]] std::optional<std::int64_t> rounded() const;
  [[nodiscard]] std::optional<Fraction> fraction() const;

 private:
  [[nodiscard]] static Rational reduced(Int128 numerator, Int128 denominator, bool lost);

  Int128 numerator_ = 0;
  Int128 denominator_ = 1;
  bool lost_ = false;
};

}  // namespace cprota
