// SPDX-License-Identifier: MIT
// A second opinion on zones: date-tz, which knows the system's zone files up to 2037.
#include <cstdio>

#include <date/tz.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace cprota {
namespace {

using std::chrono::seconds;

TEST(Zone, AgreesWithDateTz) {
  const Instant begin = test::utc(1990, 1, 1);
  const Instant end = test::utc(2038, 1, 1);
  std::size_t zones = 0;
  std::size_t changes = 0;
  for (const date::time_zone& theirs : date::get_tzdb().zones) {
    const auto loaded = Zone::load(theirs.name());
    if (!loaded) continue;
    ++zones;
    Instant t = begin;
    while (t < end) {
      const date::sys_info info = theirs.get_info(t);
      ASSERT_EQ(loaded->offset(t), info.offset) << theirs.name() << " " << t.time_since_epoch().count();
      Instant last = t;
      if (info.end < end) last = Instant(info.end) - seconds(1);
      ASSERT_EQ(loaded->offset(last), info.offset) << theirs.name() << " " << last.time_since_epoch().count();
      const auto ours = loaded->next_change(t);
      ASSERT_TRUE(!ours || *ours >= info.end || *ours >= end)
          << theirs.name() << " " << t.time_since_epoch().count();
      if (info.end >= end) break;
      t = info.end;
      ++changes;
    }
  }
  std::printf("compared %zu zones with date-tz, 1990 to 2037: %zu changes\n", zones, changes);
  EXPECT_GT(zones, 300u);
}

}  // namespace
}  // namespace cprota
