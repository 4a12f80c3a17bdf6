// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace cprota {

__extension__ typedef __int128 Int128;

// An exact number. The denominator is positive. Sums and products of targets stay far below 128 bits: the
// largest (60 people, two years, open all day) need some 100.
struct WideFraction {
  Int128 numerator = 0;
  Int128 denominator = 1;
};

// `numerator / denominator` in lowest terms; `denominator` is not 0.
[[nodiscard]] WideFraction fraction(Int128 numerator, Int128 denominator);
[[nodiscard]] WideFraction operator+(const WideFraction& a, const WideFraction& b);
[[nodiscard]] WideFraction operator-(const WideFraction& a, const WideFraction& b);

// The nearest whole number, half up.
[[nodiscard]] std::int64_t rounded(const WideFraction& a);

// The largest whole number that is not above a / b; b is positive.
[[nodiscard]] Int128 floor_divide(Int128 a, Int128 b);

// |value − target| in steps, rounded half up to whole steps; the step is above 0.
[[nodiscard]] std::int64_t steps_apart(std::int64_t value, const WideFraction& target,
                                       const WideFraction& step);

}  // namespace cprota
