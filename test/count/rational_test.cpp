// SPDX-License-Identifier: MIT
#include "count/rational.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace cprota {
namespace {

TEST(Rational, IsExact) {
  Rational sum;
  for (int i = 0; i < 480; ++i) sum += Rational(1, 480) * Rational(15);
  EXPECT_EQ(sum.rounded(), 15);
  EXPECT_EQ(sum.fraction()->denominator, 1);
}

TEST(Rational, RoundsHalfUp) {
  const struct {
    std::int64_t numerator;
    std::int64_t denominator;
    std::int64_t rounded;
  } cases[] = {{1, 2, 1},   {1, 3, 0},   {2, 3, 1},         {3, 2, 2}, {-1, 2, 0},
               {-3, 2, -1}, {-2, 3, -1}, {26250, 100, 263}, {0, 7, 0}, {-5, 1, -5}};
  for (const auto& each : cases) {
    EXPECT_EQ(Rational(each.numerator, each.denominator).rounded(), each.rounded)
        << each.numerator << '/' << each.denominator;
  }
}

TEST(Rational, WhatDoesNotFitIsLostAndSaysSo) {
  const Rational large(std::numeric_limits<std::int64_t>::max());
  EXPECT_TRUE(large.rounded());
  EXPECT_FALSE((large * Rational(2)).rounded()) << "more than 63 bits";
  EXPECT_FALSE((large * large * large).rounded()) << "more than 127 bits";
  EXPECT_FALSE((large * large * large * Rational(0)).rounded()) << "stays lost";
  EXPECT_FALSE((Rational(1, 1'000'000'007) + Rational(1, 1'000'000'009) + Rational(1, 998'244'353) +
                Rational(1, 1'000'000'021) + Rational(1, 1'000'000'033))
                   .rounded());
}

TEST(Rational, ReducesBeforeItMultiplies) {
  const std::int64_t large = std::numeric_limits<std::int64_t>::max();
  Rational one(1);
  for (int i = 0; i < 10; ++i) one = one * Rational(large, large - 1) * Rational(large - 1, large);
  EXPECT_EQ(one.rounded(), 1);
}

}  // namespace
}  // namespace cprota
