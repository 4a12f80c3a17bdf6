// SPDX-License-Identifier: MIT
#include "cprota/time/print.hpp"

#include <gtest/gtest.h>

#include "support.hpp"

namespace cprota {
namespace {

using test::date;
using test::utc;
using test::zone;

TEST(Print, InstantsForPrograms) {
  struct Case {
    const char* name;
    const char* zone;
    Instant at;
    const char* rfc3339;
    const char* in_file;
  };
  const Case cases[] = {
      {"winter", "Europe/London", utc(2026, 11, 23, 9, 15), "2026-11-23T09:15:00+00:00",
       "2026-11-23T09:15:00"},
      {"summer", "Europe/London", utc(2026, 7, 1, 9, 15), "2026-07-01T10:15:00+01:00", "2026-07-01T10:15:00"},
      {"doubled, the first", "Europe/London", utc(2026, 10, 25, 0, 30), "2026-10-25T01:30:00+01:00",
       "2026-10-25T01:30:00+01:00"},
      {"doubled, the second", "Europe/London", utc(2026, 10, 25, 1, 30), "2026-10-25T01:30:00+00:00",
       "2026-10-25T01:30:00+00:00"},
      {"west", "America/St_Johns", utc(2026, 11, 23, 9, 15), "2026-11-23T05:45:00-03:30",
       "2026-11-23T05:45:00"},
      {"Kathmandu", "Asia/Kathmandu", utc(2026, 11, 23, 9, 15), "2026-11-23T15:00:00+05:45",
       "2026-11-23T15:00:00"},
      {"UTC", "UTC", utc(2026, 11, 23, 9, 15), "2026-11-23T09:15:00+00:00", "2026-11-23T09:15:00"},
      {"an offset of -00:44:30", "Africa/Monrovia", utc(1970, 1, 1, 0, 44, 30), "1970-01-01T00:00:30-00:44",
       "1970-01-01T00:00:00"},
      {"2199", "Europe/London", utc(2199, 7, 1, 9, 15), "2199-07-01T10:15:00+01:00", "2199-07-01T10:15:00"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(rfc3339(c.at, zone(c.zone)), c.rfc3339) << c.name;
    EXPECT_EQ(file_time(c.at, zone(c.zone)), c.in_file) << c.name;
  }
}

TEST(Print, DatesForPeople) {
  EXPECT_EQ(iso_date(date(2026, 3, 1)), "2026-03-01");
  EXPECT_EQ(day_name(date(2026, 11, 23)), "Mon");
  EXPECT_EQ(short_date(date(2026, 11, 3)), "Tue 3 Nov");
  EXPECT_EQ(long_date(date(2028, 2, 29)), "Tue 29 Feb 2028");
}

TEST(Print, TimesSeenFromToday) {
  struct Case {
    const char* name;
    Instant at;
    const char* text;
  };
  const Case cases[] = {
      {"today", utc(2026, 11, 25, 9, 15), "09:15"},
      {"tomorrow", utc(2026, 11, 26, 7), "Thu 07:00"},
      {"in six days", utc(2026, 12, 1, 7), "Tue 07:00"},
      {"in seven days", utc(2026, 12, 2, 7), "Wed 2 Dec 07:00"},
      {"yesterday", utc(2026, 11, 24, 7), "Tue 24 Nov 07:00"},
      {"next year", utc(2027, 1, 4, 7), "Mon 4 Jan 2027 07:00"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(relative_time(c.at, date(2026, 11, 25), zone("Europe/London")), c.text) << c.name;
  }
  EXPECT_EQ(relative_time(utc(2027, 1, 2, 7), date(2026, 12, 30), zone("Europe/London")), "Sat 07:00");
  EXPECT_EQ(relative_time(utc(2026, 10, 25, 1), date(2026, 10, 25), zone("Europe/London")), "01:00+00:00");
}

TEST(Print, Stretches) {
  struct Case {
    const char* name;
    const char* zone;
    Interval interval;
    const char* stretch;
    const char* from_to;
  };
  const Case cases[] = {
      {"in one date",
       "Europe/London",
       {utc(2026, 11, 23, 17), utc(2026, 11, 23, 22)},
       "17:00–22:00",
       "Mon 23 Nov 17:00 to Mon 23 Nov 22:00"},
      {"to the end of a date",
       "Europe/London",
       {utc(2026, 11, 23, 17), utc(2026, 11, 24)},
       "17:00–24:00",
       "Mon 23 Nov 17:00 to Tue 24 Nov 00:00"},
      {"over midnight",
       "Europe/London",
       {utc(2026, 11, 23, 17), utc(2026, 11, 24, 2)},
       "Mon 23 Nov 17:00 – Tue 24 Nov 02:00",
       "Mon 23 Nov 17:00 to Tue 24 Nov 02:00"},
      {"a week",
       "Europe/London",
       {utc(2026, 11, 23, 10), utc(2026, 11, 30, 10)},
       "Mon 23 Nov 10:00 – Mon 30 Nov 10:00",
       "Mon 23 Nov 10:00 to Mon 30 Nov 10:00"},
      {"whole dates",
       "Europe/London",
       {utc(2026, 11, 23), utc(2026, 11, 25)},
       "Mon 23 Nov 00:00 – Tue 24 Nov 24:00",
       "Mon 23 Nov 00:00 to Wed 25 Nov 00:00"},
      {"the doubled hour",
       "Europe/London",
       {utc(2026, 10, 25, 0, 30), utc(2026, 10, 25, 1, 30)},
       "01:30+01:00–01:30+00:00",
       "Sun 25 Oct 01:30+01:00 to Sun 25 Oct 01:30+00:00"},
      {"to before a date that never was",
       "Pacific/Apia",
       {utc(2011, 12, 30, 0), utc(2011, 12, 30, 10)},
       "14:00–24:00",
       "Thu 29 Dec 14:00 to Sat 31 Dec 00:00"},
      {"to a midnight that is skipped",
       "Asia/Beirut",
       {utc(2024, 3, 30, 20), utc(2024, 3, 30, 22)},
       "22:00–24:00",
       "Sat 30 Mar 22:00 to Sun 31 Mar 01:00"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(stretch(c.interval, zone(c.zone)), c.stretch) << c.name;
    EXPECT_EQ(from_to(c.interval, zone(c.zone)), c.from_to) << c.name;
  }
}

TEST(Print, Durations) {
  EXPECT_EQ(hours_and_minutes(Minutes(420)), "7h 00m");
  EXPECT_EQ(hours_and_minutes(Minutes(5)), "0h 05m");
  EXPECT_EQ(hours_and_minutes(Minutes(0)), "0h 00m");
  EXPECT_EQ(hours_and_minutes(Minutes(-90)), "-1h 30m");
  EXPECT_EQ(hours_and_minutes(Minutes(60000)), "1000h 00m");
}

}  // namespace
}  // namespace cprota
