// SPDX-License-Identifier: MIT
#include "cprota/time/interval_set.hpp"

#include <bitset>
#include <random>
#include <utility>

#include <gtest/gtest.h>

namespace cprota {
namespace {

Instant minute(int m) {
  return Instant(Minutes(m));
}

IntervalSet set(std::initializer_list<std::pair<int, int>> stretches) {
  std::vector<Interval> out;
  for (const auto& [begin, end] : stretches) out.emplace_back(minute(begin), minute(end));
  return IntervalSet(out);
}

TEST(Interval, IsNeverEmpty) {
  EXPECT_FALSE(Interval::between(minute(5), minute(5)));
  EXPECT_FALSE(Interval::between(minute(5), minute(4)));
  EXPECT_TRUE(Interval::between(minute(4), minute(5)));
}

TEST(Interval, IsHalfOpen) {
  const Interval interval(minute(1), minute(3));
  EXPECT_TRUE(interval.contains(minute(1)));
  EXPECT_FALSE(interval.contains(minute(3)));
  EXPECT_FALSE(interval.overlaps(Interval(minute(3), minute(4))));
  EXPECT_FALSE(interval.common(Interval(minute(3), minute(4))));
  EXPECT_EQ(interval.common(Interval(minute(2), minute(9))), Interval(minute(2), minute(3)));
  EXPECT_EQ(interval.minutes(), Minutes(2));
}

TEST(IntervalSet, JoinsWhatTouchesOrOverlaps) {
  EXPECT_EQ(set({{5, 9}, {0, 2}, {2, 4}, {6, 7}, {8, 12}}).intervals(), set({{0, 4}, {5, 12}}).intervals());
  EXPECT_EQ(set({{0, 4}, {5, 12}}).intervals().size(), 2u);
  EXPECT_EQ(set({{0, 4}, {5, 12}}).minutes(), Minutes(11));
}

TEST(IntervalSet, SubtractSplitsTheMiddle) {
  EXPECT_EQ(set({{0, 10}}).without(set({{3, 4}, {6, 8}})), set({{0, 3}, {4, 6}, {8, 10}}));
}

TEST(IntervalSet, FindsTheIntervalOfAMomentAndTheNext) {
  const IntervalSet open = set({{2, 4}, {6, 8}});
  EXPECT_EQ(open.find(minute(2)), Interval(minute(2), minute(4)));
  EXPECT_FALSE(open.find(minute(4)));
  EXPECT_FALSE(open.find(minute(1)));
  EXPECT_EQ(open.first_after(minute(2)), Interval(minute(6), minute(8)));
  EXPECT_EQ(open.first_after(minute(1)), Interval(minute(2), minute(4)));
  EXPECT_FALSE(open.first_after(minute(6)));
}

// The oracle: a bit for each minute.
constexpr int span = 48;
using Bits = std::bitset<span>;

Bits bits(const IntervalSet& minutes) {
  Bits out;
  for (int m = 0; m < span; ++m) out[static_cast<std::size_t>(m)] = minutes.contains(minute(m));
  return out;
}

IntervalSet random_set(std::mt19937& random) {
  std::vector<Interval> out;
  for (auto n = random() % 6; n > 0; --n) {
    const int begin = static_cast<int>(random() % (span - 1));
    const int end = begin + 1 + static_cast<int>(random() % static_cast<unsigned>(span - 1 - begin));
    out.emplace_back(minute(begin), minute(end));
  }
  return IntervalSet(out);
}

TEST(IntervalSet, AgreesWithABitForEachMinute) {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    const IntervalSet a = random_set(random);
    const IntervalSet b = random_set(random);
    ASSERT_EQ(bits(a.united(b)), bits(a) | bits(b));
    ASSERT_EQ(bits(a.common(b)), bits(a) & bits(b));
    ASSERT_EQ(bits(a.without(b)), bits(a) & ~bits(b));
    ASSERT_EQ(static_cast<std::size_t>(a.minutes().count()), bits(a).count());
    for (const IntervalSet& each : {a.united(b), a.common(b), a.without(b)}) {
      for (std::size_t i = 1; i < each.intervals().size(); ++i) {
        ASSERT_LT(each.intervals()[i - 1].end(), each.intervals()[i].begin());
      }
    }
    if (!b.empty()) {
      ASSERT_EQ(a.common(b.intervals().front()), a.common(IntervalSet({b.intervals().front()})));
    }
  }
}

}  // namespace
}  // namespace cprota
