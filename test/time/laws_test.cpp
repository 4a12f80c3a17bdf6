// SPDX-License-Identifier: MIT
// What holds around every change of the clocks.
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cprota/time/parse.hpp"
#include "cprota/time/print.hpp"

#include "support.hpp"

namespace cprota {
namespace {

using std::chrono::days;
using std::chrono::hours;
using test::utc;

const char* const edge_zones[] = {"Europe/London",       "America/New_York",
                                  "Australia/Lord_Howe", "Pacific/Apia",
                                  "Asia/Kathmandu",      "America/St_Johns",
                                  "America/Havana",      "Asia/Beirut",
                                  "Africa/Casablanca",   "Antarctica/Troll",
                                  "Asia/Gaza",           "America/Sao_Paulo",
                                  "Pacific/Kwajalein",   "UTC"};

std::vector<Instant> changes_between(const Zone& zone, Instant begin, Instant end) {
  std::vector<Instant> out;
  for (auto change = zone.next_change(begin); change && *change < end; change = zone.next_change(*change)) {
    out.push_back(*change);
  }
  return out;
}

TEST(ZoneLaw, EveryMinuteOfAChangingDayBelongsToOneDate) {
  for (const char* name : edge_zones) {
    const Zone zone = test::zone(name);
    for (const Instant change : changes_between(zone, utc(2006, 1, 1), utc(2012, 1, 1))) {
      Date date = zone.date(change - hours(30));
      for (Instant t = change - hours(30); t < change + hours(30); t += Minutes(1)) {
        const Date now = zone.date(t);
        ASSERT_GE(now, date) << name;
        ASSERT_TRUE(zone.begin_of(now) <= t && t < zone.begin_of(now + days(1)))
            << name << " " << rfc3339(t, zone);
        date = now;
      }
    }
  }
}

TEST(ZoneLaw, InstantNeverDecreases) {
  for (const char* name : edge_zones) {
    const Zone zone = test::zone(name);
    for (const Instant change : changes_between(zone, utc(1990, 1, 1), utc(2050, 1, 1))) {
      const Local around = std::chrono::floor<Minutes>(zone.local(change));
      Instant before = zone.instant(around - hours(26));
      for (Local local = around - hours(26); local < around + hours(26); local += Minutes(7)) {
        const LocalLookup found = zone.lookup(local);
        ASSERT_GE(found.first, before) << name;
        ASSERT_GE(found.second, found.first) << name;
        before = found.first;
      }
    }
  }
}

TEST(ZoneLaw, LookupInvertsLocal) {
  std::mt19937 random(2);
  for (const char* name : edge_zones) {
    const Zone zone = test::zone(name);
    std::vector<Instant> moments = changes_between(zone, utc(1970, 1, 1), utc(2100, 1, 1));
    for (int i = 0; i < 500; ++i)
      moments.push_back(utc(1970, 1, 2) + Minutes(random() % (229u * 365 * 24 * 60)));
    for (const Instant base : moments) {
      for (const int minutes : {-120, -61, -60, -31, -30, -1, 0, 1, 29, 30, 59, 60, 120}) {
        const Instant t = base + Minutes(minutes);
        const LocalLookup found = zone.lookup(zone.local(t));
        ASSERT_NE(found.kind, LocalLookup::Kind::skipped) << name;
        ASSERT_TRUE(found.first == t || found.second == t) << name;
        ASSERT_EQ(zone.is_doubled(t), found.first != found.second) << name;
      }
    }
  }
}

TEST(ZoneLaw, WhatIsPrintedIsReadBack) {
  std::mt19937 random(3);
  for (const char* name : edge_zones) {
    const Zone zone = test::zone(name);
    std::vector<Instant> moments = changes_between(zone, utc(2000, 1, 1), utc(2040, 1, 1));
    for (int i = 0; i < 500; ++i)
      moments.push_back(utc(1973, 1, 1) + Minutes(random() % (226u * 365 * 24 * 60)));
    for (const Instant base : moments) {
      for (const int minutes : {-90, -60, -30, -1, 0, 1, 30, 45}) {
        const Instant t = base + Minutes(minutes);
        const Instant now = utc(2026, 11, 25);
        ASSERT_EQ(parse_time(rfc3339(t, zone), zone, now).value().at, t) << name << " " << rfc3339(t, zone);
        ASSERT_EQ(parse_time(file_time(t, zone), zone, now).value().at, t)
            << name << " " << file_time(t, zone);
        ASSERT_EQ(parse_time("@" + std::to_string(t.time_since_epoch().count()), zone, now).value().at, t)
            << name;
      }
    }
  }
}

// A typed time without an offset is refused exactly where it does not mean one instant.
TEST(ZoneLaw, OnlyWhatIsNotOneInstantIsRefused) {
  for (const char* name : edge_zones) {
    const Zone zone = test::zone(name);
    for (const Instant change : changes_between(zone, utc(2004, 1, 1), utc(2030, 1, 1))) {
      const Local around = std::chrono::floor<Minutes>(zone.local(change));
      for (Local local = around - hours(26); local < around + hours(26); local += Minutes(15)) {
        const LocalLookup found = zone.lookup(local);
        const auto typed = civil_instant(local, zone);
        ASSERT_EQ(typed.has_value(), found.kind == LocalLookup::Kind::unique) << name;
        if (typed) {
          ASSERT_EQ(zone.local(*typed), local) << name;
        }
      }
    }
  }
}

TEST(RangeLaw, DatesFollowEachOtherWithoutAGap) {
  for (const char* name : edge_zones) {
    const Zone zone = test::zone(name);
    const Instant now = utc(2026, 11, 25);
    for (const Instant change : changes_between(zone, utc(2004, 1, 1), utc(2030, 1, 1))) {
      const Date date = zone.date(change);
      Range before = range_of(date - days(2), date - days(2), zone);
      for (Date each = date - days(1); each < date + days(3); each += days(1)) {
        const Range range = parse_range(iso_date(each), zone, now).value();
        ASSERT_EQ(range, range_of(each, each, zone)) << name;
        ASSERT_EQ(range.from, before.until) << name << " " << iso_date(each);
        ASSERT_LE(range.from, range.until) << name << " " << iso_date(each);
        before = range;
      }
    }
  }
}

}  // namespace
}  // namespace cprota
