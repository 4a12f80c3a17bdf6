// SPDX-License-Identifier: MIT
#include <string>

#include <gtest/gtest.h>

#include "cprota/time/parse.hpp"
#include "cprota/time/print.hpp"

#include "support.hpp"

namespace cprota {
namespace {

using test::date;
using test::message;
using test::utc;
using test::zone;

// Wed 25 Nov 2026, 10:30 and some seconds.
const Instant now = utc(2026, 11, 25, 10, 30, 42);

struct Accepted {
  const char* name;
  const char* zone;
  const char* text;
  Instant at;
  std::optional<Date> date_only;
};

TEST(TypedTime, IsRead) {
  const char* const london = "Europe/London";
  const Accepted cases[] = {
      {"now, cut to the minute", london, "now", utc(2026, 11, 25, 10, 30), {}},
      {"date and clock", london, "2026-11-23T09:15", utc(2026, 11, 23, 9, 15), {}},
      {"a space between", london, "2026-11-23 09:15", utc(2026, 11, 23, 9, 15), {}},
      {"in summer", london, "2026-07-01T09:15", utc(2026, 7, 1, 8, 15), {}},
      {"seconds that are zero", london, "2026-11-23T09:15:00", utc(2026, 11, 23, 9, 15), {}},
      {"Z", london, "2026-07-01T09:15Z", utc(2026, 7, 1, 9, 15), {}},
      {"an offset", london, "2026-11-23T09:15+01:00", utc(2026, 11, 23, 8, 15), {}},
      {"as JSON has it", london, "2026-11-23T09:15:00+00:00", utc(2026, 11, 23, 9, 15), {}},
      {"an offset that the zone never has", london, "2026-11-23T09:15-03:30", utc(2026, 11, 23, 12, 45), {}},
      {"an offset that moves the date", london, "2026-12-31T23:30-01:00", utc(2027, 1, 1, 0, 30), {}},
      {"clock of today", london, "09:15", utc(2026, 11, 25, 9, 15), {}},
      {"clock of today with seconds", london, "09:15:00", utc(2026, 11, 25, 9, 15), {}},
      {"seconds since 1970", london, "@1795425300", utc(2026, 11, 23, 9, 15), {}},
      {"the first", "UTC", "@0", utc(1970, 1, 1), {}},
      {"before the first in UTC, not in London", london, "@-3600", utc(1969, 12, 31, 23), {}},
      {"a date", london, "2026-07-01", utc(2026, 6, 30, 23), date(2026, 7, 1)},
      {"29 February", london, "2028-02-29", utc(2028, 2, 29), date(2028, 2, 29)},
      {"today", london, "today", utc(2026, 11, 25), date(2026, 11, 25)},
      {"tomorrow", london, "tomorrow", utc(2026, 11, 26), date(2026, 11, 26)},
      {"yesterday", london, "yesterday", utc(2026, 11, 24), date(2026, 11, 24)},
      {"today, where it is tomorrow already", "Pacific/Kiritimati", "today", utc(2026, 11, 25, 10),
       date(2026, 11, 26)},
      {"doubled, the first", london, "2026-10-25T01:30+01:00", utc(2026, 10, 25, 0, 30), {}},
      {"doubled, the second", london, "2026-10-25T01:30+00:00", utc(2026, 10, 25, 1, 30), {}},
      {"doubled, by UTC", london, "2026-10-25T01:30Z", utc(2026, 10, 25, 1, 30), {}},
      {"just before the doubled hour", london, "2026-10-25T00:59", utc(2026, 10, 24, 23, 59), {}},
      {"just after the doubled hour", london, "2026-10-25T02:00", utc(2026, 10, 25, 2), {}},
      {"just before the skipped hour", london, "2026-03-29T00:59", utc(2026, 3, 29, 0, 59), {}},
      {"just after the skipped hour", london, "2026-03-29T02:00", utc(2026, 3, 29, 1), {}},
      {"skipped, but with an offset", london, "2026-03-29T01:30+01:00", utc(2026, 3, 29, 0, 30), {}},
      {"the date of the skipped hour", london, "2026-03-29", utc(2026, 3, 29), date(2026, 3, 29)},
      {"a date that skips its midnight", "Asia/Beirut", "2024-03-31", utc(2024, 3, 30, 22),
       date(2024, 3, 31)},
      {"a date that has its midnight twice", "America/Havana", "2025-11-02", utc(2025, 11, 2, 4),
       date(2025, 11, 2)},
      {"New York, doubled", "America/New_York", "2026-11-01T01:30-05:00", utc(2026, 11, 1, 6, 30), {}},
      {"Lord Howe, after half an hour",
       "Australia/Lord_Howe",
       "2026-10-04T02:30",
       utc(2026, 10, 3, 15, 30),
       {}},
      {"a date that never was", "Pacific/Apia", "2011-12-30", utc(2011, 12, 30, 10), date(2011, 12, 30)},
      {"Kathmandu", "Asia/Kathmandu", "2026-02-28T12:00", utc(2026, 2, 28, 6, 15), {}},
      {"2037", london, "2037-12-31T23:59", utc(2037, 12, 31, 23, 59), {}},
      {"2038, in summer", london, "2038-07-01T12:00", utc(2038, 7, 1, 11), {}},
      {"the first minute of the years", "UTC", "1970-01-01T00:00", utc(1970, 1, 1), {}},
      {"the last minute of the years", "UTC", "2199-12-31T23:59", utc(2199, 12, 31, 23, 59), {}},
  };
  for (const Accepted& c : cases) {
    const auto typed = parse_time(c.text, zone(c.zone), now);
    ASSERT_TRUE(typed) << c.name << ": " << message(typed);
    EXPECT_EQ(typed->at, c.at) << c.name;
    EXPECT_EQ(typed->date_only, c.date_only) << c.name;
  }
}

struct Refused {
  const char* name;
  const char* zone;
  const char* text;
  const char* message;
};

TEST(TypedTime, IsRefusedWithTheRightSpelling) {
  const char* const london = "Europe/London";
  const Refused cases[] = {
      {"doubled", london, "2026-10-25T01:30",
       "2026-10-25T01:30 happens twice in Europe/London: write 2026-10-25T01:30+01:00 or "
       "2026-10-25T01:30+00:00"},
      {"doubled, New York", "America/New_York", "2026-11-01 01:00",
       "2026-11-01T01:00 happens twice in America/New_York: write 2026-11-01T01:00-04:00 or "
       "2026-11-01T01:00-05:00"},
      {"doubled, Lord Howe", "Australia/Lord_Howe", "2026-04-05T01:45",
       "2026-04-05T01:45 happens twice in Australia/Lord_Howe: write 2026-04-05T01:45+11:00 or "
       "2026-04-05T01:45+10:30"},
      {"doubled, midnight", "America/Havana", "2025-11-02T00:00",
       "2025-11-02T00:00 happens twice in America/Havana: write 2025-11-02T00:00-04:00 or "
       "2025-11-02T00:00-05:00"},
      {"skipped", london, "2026-03-29T01:30",
       "2026-03-29T01:30 never happens in Europe/London: clocks go from 01:00 to 02:00 at "
       "2026-03-29T02:00+01:00"},
      {"skipped, Lord Howe", "Australia/Lord_Howe", "2026-10-04T02:15",
       "2026-10-04T02:15 never happens in Australia/Lord_Howe: clocks go from 02:00 to 02:30 at "
       "2026-10-04T02:30+11:00"},
      {"skipped with its whole date", "Pacific/Apia", "2011-12-30T12:00",
       "2011-12-30T12:00 never happens in Pacific/Apia: clocks go from 2011-12-30T00:00 to 2011-12-31T00:00 "
       "at "
       "2011-12-31T00:00+14:00"},
      {"seconds", london, "2026-11-23T09:15:30",
       "\"2026-11-23T09:15:30\" has seconds; whole minutes only: write 2026-11-23T09:15"},
      {"seconds of a clock", london, "09:15:01",
       "\"09:15:01\" has seconds; whole minutes only: write 2026-11-25T09:15"},
      {"a leap second", london, "2026-11-23T23:59:60Z",
       "\"2026-11-23T23:59:60Z\" has seconds; whole minutes only: write 2026-11-23T23:59"},
      {"seconds since 1970 within a minute", london, "@1795425301",
       "\"@1795425301\" is no whole minute; write @1795425300"},
      {"no seconds since 1970", london, "@",
       "\"@\" alone is no time; after @ come the seconds since 1970: @1795425300"},
      {"a fraction of seconds since 1970", london, "@1.5",
       "\"@1.5\" is no time; after @ come the seconds since 1970: @1795425300"},
      {"far too many digits", london, "@99999999999999999999999",
       "\"@99999999999999999999999\" lies outside the years 1970 to 2199 in Europe/London"},
      {"the hour 24", london, "2026-11-23T24:00",
       "\"2026-11-23T24:00\" is the end of a date; write 2026-11-24T00:00"},
      {"the hour 24 of today", london, "24:00", "\"24:00\" is the end of a date; write 2026-11-26T00:00"},
      {"the hour 25", london, "25:00", "there is no time 25:00: a day goes from 00:00 to 23:59"},
      {"the minute 60", london, "2026-11-23T09:60", "there is no time 09:60: a day goes from 00:00 to 23:59"},
      {"30 February", london, "2026-02-30", "there is no date 2026-02-30: that month ends on 2026-02-28"},
      {"29 February of 2100", london, "2100-02-29T10:00",
       "there is no date 2100-02-29: that month ends on 2100-02-28"},
      {"the day 0", london, "2026-02-00", "there is no date 2026-02-00: that month ends on 2026-02-28"},
      {"the month 13", london, "2026-13-01", "there is no date 2026-13-01: months go from 01 to 12"},
      {"an impossible offset", london, "2026-11-23T09:15+25:00",
       "there is no offset +25:00: offsets go from -23:59 to +23:59"},
      {"before the years", london, "1969-12-31T23:59", "\"1969-12-31\" lies outside the years 1970 to 2199"},
      {"after the years", london, "2200-01-01", "\"2200-01-01\" lies outside the years 1970 to 2199"},
      {"before the years, by its offset", "UTC", "1970-01-01T00:59+01:00",
       "\"1970-01-01T00:59+01:00\" lies outside the years 1970 to 2199 in UTC"},
      {"after the years, by its offset", "UTC", "2199-12-31T23:00-01:00",
       "\"2199-12-31T23:00-01:00\" lies outside the years 1970 to 2199 in UTC"},
      {"before the years, by seconds", "UTC", "@-60", "\"@-60\" lies outside the years 1970 to 2199 in UTC"},
      {"an hour of one digit", london, "9:15", "\"9:15\" is no time; write 09:15"},
      {"a full stop", london, "9.15", "\"9.15\" is no time; write 09:15"},
      {"in the morning", london, "9am", "\"9am\" is no time; write 09:00"},
      {"midnight", london, "12am", "\"12am\" is no time; write 00:00"},
      {"in the evening", london, "9:15 PM", "\"9:15 PM\" is no time; write 21:15"},
      {"without a colon", london, "0915", "\"0915\" is no time; write 09:15"},
      {"British", london, "23/11/2026", "\"23/11/2026\" is no time; write 2026-11-23"},
      {"American", london, "11/23/2026", "\"11/23/2026\" is no time; write 2026-11-23"},
      {"either", london, "03/04/2026", "\"03/04/2026\" is no time; write 2026-04-03 or 2026-03-04"},
      {"either, the same", london, "04/04/2026", "\"04/04/2026\" is no time; write 2026-04-04"},
      {"short", london, "23.11.26", "\"23.11.26\" is no time; write 2026-11-23"},
      {"German", london, "23.11.2026 9:15", "\"23.11.2026 9:15\" is no time; write 2026-11-23T09:15"},
      {"ISO basic", london, "20261123", "\"20261123\" is no time; write 2026-11-23"},
      {"one digit", london, "2026-1-5", "\"2026-1-5\" is no time; write 2026-01-05"},
      {"as people print dates", london, "Mon 23 Nov 2026 09:15",
       "\"Mon 23 Nov 2026 09:15\" is no time; write 2026-11-23T09:15"},
      {"a month's name", london, "23 November", "\"23 November\" is no time; write 2026-11-23"},
      {"American words", london, "nov 23, 2026", "\"nov 23, 2026\" is no time; write 2026-11-23"},
      {"the next of its name", london, "wednesday", "\"wednesday\" is no time; write 2026-12-02"},
      {"tomorrow's name", london, "next Thu", "\"next Thu\" is no time; write 2026-11-26"},
      {"small t", london, "2026-11-23t09:15", "\"2026-11-23t09:15\" is no time; write 2026-11-23T09:15"},
      {"small z", london, "2026-11-23T09:15z", "\"2026-11-23T09:15z\" is no time; write 2026-11-23T09:15Z"},
      {"as JavaScript has it", london, "2026-11-23T09:15:00.000Z",
       "\"2026-11-23T09:15:00.000Z\" is no time; write 2026-11-23T09:15Z"},
      {"an offset without a colon", london, "2026-11-23T09:15+0100",
       "\"2026-11-23T09:15+0100\" is no time; write 2026-11-23T09:15+01:00"},
      {"an offset of hours", london, "2026-11-23T09:15+1",
       "\"2026-11-23T09:15+1\" is no time; write 2026-11-23T09:15+01:00"},
      {"a space before the offset", london, "2026-11-23 09:15 +01:00",
       "\"2026-11-23 09:15 +01:00\" is no time; write 2026-11-23T09:15+01:00"},
      {"an offset without a date", london, "09:15+01:00",
       "\"09:15+01:00\" has an offset but no date; write 2026-11-25T09:15+01:00"},
      {"space around it", london, " 2026-11-23 ", "\" 2026-11-23 \" is no time; write 2026-11-23"},
      {"a slip", london, "tomorow", "\"tomorow\" is no time; did you mean \"tomorrow\"?"},
      {"a capital", london, "Today", "\"Today\" is no time; did you mean \"today\"?"},
      {"a week", london, "2026-W48",
       "\"2026-W48\" is a stretch, not a moment; write a date or time in it, such as 2026-11-23T09:00"},
      {"nothing", london, "",
       "\"\" is no time; write 2026-11-23T09:15, 09:15, now, today, 2026-11-23 or @1795425300"},
      {"a word", london, "kubernetes",
       "\"kubernetes\" is no time; write 2026-11-23T09:15, 09:15, now, today, 2026-11-23 or @1795425300"},
      {"digits of another script", london, "٠٩:١٥",
       "\"٠٩:١٥\" is no time; write 2026-11-23T09:15, 09:15, now, today, 2026-11-23 or @1795425300"},
  };
  for (const Refused& c : cases) {
    const auto typed = parse_time(c.text, zone(c.zone), now);
    EXPECT_EQ(message(typed), c.message) << c.name;
    if (!typed) {
      EXPECT_EQ(typed.error().fault, Fault::usage) << c.name;
    }
  }
}

TEST(TypedTime, ClockOfTodayIsDoubledOrSkippedToo) {
  const Zone london = zone("Europe/London");
  EXPECT_EQ(message(parse_time("01:30", london, utc(2026, 10, 25, 12))),
            "2026-10-25T01:30 happens twice in Europe/London: write 2026-10-25T01:30+01:00 or "
            "2026-10-25T01:30+00:00");
  EXPECT_EQ(message(parse_time("01:30", london, utc(2026, 3, 29, 12))),
            "2026-03-29T01:30 never happens in Europe/London: clocks go from 01:00 to 02:00 at "
            "2026-03-29T02:00+01:00");
}

TEST(TypedTime, LongTextIsCutInTheMessage) {
  const std::string text = message(parse_time(std::string(100000, 'x'), zone("Europe/London"), now));
  EXPECT_LT(text.size(), 200u);
  EXPECT_TRUE(text.starts_with("\"" + std::string(60, 'x') + "…\" is no time")) << text;
}

TEST(TypedTime, AClockOutsideTheYearsIsToldSo) {
  EXPECT_EQ(message(parse_time("now", Zone::utc(), utc(1969, 12, 31, 23, 59))),
            "the clock says 1969-12-31, outside the years 1970 to 2199; set it right");
  EXPECT_TRUE(parse_time("2026-11-23", Zone::utc(), utc(1969, 12, 31, 23, 59)));
}

TEST(CivilInstant, FollowsTheRulesOfWhatIsTyped) {
  const Zone london = zone("Europe/London");
  EXPECT_EQ(civil_instant(test::local(2026, 7, 1, 9, 15), london).value(), utc(2026, 7, 1, 8, 15));
  EXPECT_EQ(message(civil_instant(test::local(2026, 7, 1, 9, 15) + std::chrono::seconds(7), london)),
            "2026-07-01T09:15:07 has seconds; whole minutes only: write 2026-07-01T09:15");
  EXPECT_EQ(message(civil_instant(test::local(1969, 12, 31, 23, 59), london)),
            "1969-12-31T23:59 lies outside the years 1970 to 2199");
  EXPECT_EQ(message(civil_instant(test::local(2200, 1, 1), london)),
            "2200-01-01T00:00 lies outside the years 1970 to 2199");
  EXPECT_FALSE(civil_instant(test::local(2026, 10, 25, 1, 59), london));
  EXPECT_FALSE(civil_instant(test::local(2026, 3, 29, 1, 0), london));
}

}  // namespace
}  // namespace cprota
