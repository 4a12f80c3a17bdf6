// SPDX-License-Identifier: MIT
#include "cprota/hours/support_time.hpp"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "cprota/time/print.hpp"

#include "support.hpp"

namespace cprota {
namespace {

using test::at;
using test::zone;

TEST(SupportTime, Table) {
  const Zone london = zone("Europe/London");
  const BankHolidays holidays(Division::england_and_wales);
  struct Case {
    const char* name;
    const char* a;
    int minutes;
    const char* deadline;
  };
  const Case cases[] = {
      {"nothing is the moment itself", "2026-11-23T03:00", 0, "2026-11-23T03:00"},
      {"within one window", "2026-11-23T11:00", 60, "2026-11-23T12:00"},
      {"from before it opens", "2026-11-23T09:15", 60, "2026-11-23T11:00"},
      {"it lands on closing time", "2026-11-23T10:00", 420, "2026-11-23T17:00"},
      {"over a night", "2026-11-23T16:30", 31, "2026-11-24T10:01"},
      {"over a weekend", "2026-11-27T16:00", 120, "2026-11-30T11:00"},
      {"over Christmas", "2026-12-24T16:00", 61, "2026-12-29T10:01"},
      {"over the turn of the year", "2026-12-31T16:00", 61, "2027-01-04T10:01"},
  };
  for (const Case& c : cases) {
    const auto found = deadline(test::support_hours(), london, holidays, at(c.a, london), Minutes(c.minutes));
    ASSERT_TRUE(found) << c.name;
    EXPECT_EQ(rfc3339(*found, london).substr(0, 16), c.deadline) << c.name;
    EXPECT_EQ(elapsed(test::support_hours(), london, holidays, at(c.a, london), *found), Minutes(c.minutes))
        << c.name;
  }
}

TEST(SupportTime, ElapsedInvertsDeadlineOverClockChanges) {
  std::mt19937 random(7);
  const Hours hours = test::every_day({"22:00-03:00", "09:30-17:15"});
  for (const char* name : {"Europe/London", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"}) {
    const Zone z = zone(name);
    const BankHolidays holidays;
    for (int i = 0; i < 300; ++i) {
      const Instant a = at("2011-12-01", z) + Minutes(random() % (60u * 24 * 366 * 16));
      const Minutes duration(random() % 20'000);
      const auto found = deadline(hours, z, holidays, a, duration);
      ASSERT_TRUE(found);
      EXPECT_EQ(elapsed(hours, z, holidays, a, *found), duration) << name << " " << rfc3339(a, z);
      if (duration.count() > 0) {
        EXPECT_LT(elapsed(hours, z, holidays, a, *found - Minutes(1)), duration);
      }
    }
  }
}

TEST(SupportTime, HoursThatNeverOpenHaveNoDeadline) {
  const Zone london = zone("Europe/London");
  const Hours never{HoursId("never"), {HoursVersion{}}, {}};
  EXPECT_FALSE(deadline(never, london, BankHolidays(), at("2026-11-23", london), Minutes(1)));
  EXPECT_EQ(elapsed(never, london, BankHolidays(), at("2026-11-23", london), at("2027-11-23", london)),
            Minutes(0));
  EXPECT_FALSE(
      deadline(test::support_hours(), london, BankHolidays(), at("2199-12-31T16:59", london), Minutes(2)));
}

TEST(SupportTime, AnEndBeforeTheStartHasNoTime) {
  const Zone london = zone("Europe/London");
  EXPECT_EQ(elapsed(test::support_hours(), london, BankHolidays(), at("2026-11-24", london),
                    at("2026-11-23", london)),
            Minutes(0));
}

}  // namespace
}  // namespace cprota
