// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "cprota/time/parse.hpp"

#include "support.hpp"

namespace cprota {
namespace {

using test::date;
using test::message;
using test::utc;
using test::zone;

// Wed 25 Nov 2026
const Instant now = utc(2026, 11, 25, 10, 30);

struct Accepted {
  const char* name;
  const char* text;
  Instant from;
  Instant until;
  const char* described;
};

TEST(Range, IsReadAndSaysWhatItTook) {
  const Accepted cases[] = {
      {"a date", "2026-11-23", utc(2026, 11, 23), utc(2026, 11, 24), "Mon 23 Nov 2026 (1 day)"},
      {"a month", "2026-11", utc(2026, 11, 1), utc(2026, 12, 1), "Sun 1 – Mon 30 Nov 2026 (30 days)"},
      {"dates, both included", "2026-11-01..2026-11-30", utc(2026, 11, 1), utc(2026, 12, 1),
       "Sun 1 – Mon 30 Nov 2026 (30 days)"},
      {"one date twice", "2026-11-23..2026-11-23", utc(2026, 11, 23), utc(2026, 11, 24),
       "Mon 23 Nov 2026 (1 day)"},
      {"a week", "2026-W48", utc(2026, 11, 23), utc(2026, 11, 30), "Mon 23 – Sun 29 Nov 2026 (7 days)"},
      {"weeks", "2026-W48..2026-W50", utc(2026, 11, 23), utc(2026, 12, 14),
       "Mon 23 Nov – Sun 13 Dec 2026 (21 days)"},
      {"week 53 over the year's turn", "2026-W53", utc(2026, 12, 28), utc(2027, 1, 4),
       "Mon 28 Dec 2026 – Sun 3 Jan 2027 (7 days)"},
      {"a quarter", "2026-Q4", utc(2026, 9, 30, 23), utc(2027, 1, 1),
       "Thu 1 Oct – Thu 31 Dec 2026 (92 days)"},
      {"quarters", "2026-Q1..2026-Q2", utc(2026, 1, 1), utc(2026, 6, 30, 23),
       "Thu 1 Jan – Tue 30 Jun 2026 (181 days)"},
      {"a year", "2028", utc(2028, 1, 1), utc(2029, 1, 1), "Sat 1 Jan – Sun 31 Dec 2028 (366 days)"},
      {"all years", "1970..2199", utc(1969, 12, 31, 23), utc(2200, 1, 1),
       "Thu 1 Jan 1970 – Tue 31 Dec 2199 (84006 days)"},
      {"today", "today", utc(2026, 11, 25), utc(2026, 11, 26), "Wed 25 Nov 2026 (1 day)"},
      {"yesterday to tomorrow", "yesterday..tomorrow", utc(2026, 11, 24), utc(2026, 11, 27),
       "Tue 24 – Thu 26 Nov 2026 (3 days)"},
      {"this week", "this-week", utc(2026, 11, 23), utc(2026, 11, 30), "Mon 23 – Sun 29 Nov 2026 (7 days)"},
      {"next week", "next-week", utc(2026, 11, 30), utc(2026, 12, 7), "Mon 30 Nov – Sun 6 Dec 2026 (7 days)"},
      {"last week", "last-week", utc(2026, 11, 16), utc(2026, 11, 23), "Mon 16 – Sun 22 Nov 2026 (7 days)"},
      {"this month", "this-month", utc(2026, 11, 1), utc(2026, 12, 1), "Sun 1 – Mon 30 Nov 2026 (30 days)"},
      {"next month", "next-month", utc(2026, 12, 1), utc(2027, 1, 1), "Tue 1 – Thu 31 Dec 2026 (31 days)"},
      {"last month", "last-month", utc(2026, 9, 30, 23), utc(2026, 11, 1),
       "Thu 1 – Sat 31 Oct 2026 (31 days)"},
      {"this quarter", "this-quarter", utc(2026, 9, 30, 23), utc(2027, 1, 1),
       "Thu 1 Oct – Thu 31 Dec 2026 (92 days)"},
      {"next quarter", "next-quarter", utc(2027, 1, 1), utc(2027, 3, 31, 23),
       "Fri 1 Jan – Wed 31 Mar 2027 (90 days)"},
      {"last quarter", "last-quarter", utc(2026, 6, 30, 23), utc(2026, 9, 30, 23),
       "Wed 1 Jul – Wed 30 Sep 2026 (92 days)"},
      {"this year", "this-year", utc(2026, 1, 1), utc(2027, 1, 1), "Thu 1 Jan – Thu 31 Dec 2026 (365 days)"},
      {"next year", "next-year", utc(2027, 1, 1), utc(2028, 1, 1), "Fri 1 Jan – Fri 31 Dec 2027 (365 days)"},
      {"last year", "last-year", utc(2025, 1, 1), utc(2026, 1, 1), "Wed 1 Jan – Wed 31 Dec 2025 (365 days)"},
      {"four weeks from today", "+4w", utc(2026, 11, 25), utc(2026, 12, 23),
       "Wed 25 Nov – Tue 22 Dec 2026 (28 days)"},
      {"ten days from today", "+10d", utc(2026, 11, 25), utc(2026, 12, 5),
       "Wed 25 Nov – Fri 4 Dec 2026 (10 days)"},
      {"today again", "+1d", utc(2026, 11, 25), utc(2026, 11, 26), "Wed 25 Nov 2026 (1 day)"},
      {"today to the last of four weeks", "today..+4w", utc(2026, 11, 25), utc(2026, 12, 23),
       "Wed 25 Nov – Tue 22 Dec 2026 (28 days)"},
      {"month to week", "2026-11..2026-W50", utc(2026, 11, 1), utc(2026, 12, 14),
       "Sun 1 Nov – Sun 13 Dec 2026 (43 days)"},
      {"last month to this week", "last-month..this-week", utc(2026, 9, 30, 23), utc(2026, 11, 30),
       "Thu 1 Oct – Sun 29 Nov 2026 (60 days)"},
      {"clock times, half-open", "2026-11-01T00:00..2026-11-02T09:15", utc(2026, 11, 1),
       utc(2026, 11, 2, 9, 15), "Sun 1 Nov 00:00 – Mon 2 Nov 2026 09:15 (33h 15m)"},
      {"spaces in clock times", "2026-11-01 00:00..2026-11-02 09:15", utc(2026, 11, 1),
       utc(2026, 11, 2, 9, 15), "Sun 1 Nov 00:00 – Mon 2 Nov 2026 09:15 (33h 15m)"},
      {"clock times of today", "09:00..17:00", utc(2026, 11, 25, 9), utc(2026, 11, 25, 17),
       "Wed 25 Nov 2026 09:00–17:00 (8h 00m)"},
      {"clock to date", "2026-11-01T12:00..2026-11-02", utc(2026, 11, 1, 12), utc(2026, 11, 3),
       "Sun 1 Nov 12:00 – Mon 2 Nov 2026 24:00 (36h 00m)"},
      {"date to clock", "2026-W48..2026-11-24T12:00", utc(2026, 11, 23), utc(2026, 11, 24, 12),
       "Mon 23 Nov 00:00 – Tue 24 Nov 2026 12:00 (36h 00m)"},
      {"now to a week's end", "now..this-week", utc(2026, 11, 25, 10, 30), utc(2026, 11, 30),
       "Wed 25 Nov 10:30 – Sun 29 Nov 2026 24:00 (109h 30m)"},
      {"seconds since 1970", "@1795425300..@1795428900", utc(2026, 11, 23, 9, 15), utc(2026, 11, 23, 10, 15),
       "Mon 23 Nov 2026 09:15–10:15 (1h 00m)"},
      {"over the year's turn", "2026-12-31T12:00..2027-01-01T12:00", utc(2026, 12, 31, 12),
       utc(2027, 1, 1, 12), "Thu 31 Dec 2026 12:00 – Fri 1 Jan 2027 12:00 (24h 00m)"},
      {"to a date's end", "2026-11-23T23:00..2026-11-24T00:00", utc(2026, 11, 23, 23), utc(2026, 11, 24),
       "Mon 23 Nov 2026 23:00–24:00 (1h 00m)"},
      {"nothing, but in order", "2026-11-23T23:00..2026-11-23T23:00", utc(2026, 11, 23, 23),
       utc(2026, 11, 23, 23), "Mon 23 Nov 2026 23:00 (0h 00m)"},
      {"a date of 23 hours", "2026-03-29", utc(2026, 3, 29), utc(2026, 3, 29, 23), "Sun 29 Mar 2026 (1 day)"},
      {"a date of 25 hours", "2026-10-25", utc(2026, 10, 24, 23), utc(2026, 10, 26),
       "Sun 25 Oct 2026 (1 day)"},
      {"through the doubled hour", "2026-10-25T00:30..2026-10-25T01:30+00:00", utc(2026, 10, 24, 23, 30),
       utc(2026, 10, 25, 1, 30), "Sun 25 Oct 2026 00:30–01:30+00:00 (2h 00m)"},
      {"2037 to 2038", "2037-12-31..2038-01-01", utc(2037, 12, 31), utc(2038, 1, 2),
       "Thu 31 Dec 2037 – Fri 1 Jan 2038 (2 days)"},
      {"the last date", "2199-12-31", utc(2199, 12, 31), utc(2200, 1, 1), "Tue 31 Dec 2199 (1 day)"},
  };
  const Zone london = zone("Europe/London");
  for (const Accepted& c : cases) {
    const auto range = parse_range(c.text, london, now);
    ASSERT_TRUE(range) << c.name << ": " << message(range);
    EXPECT_EQ(range->from, c.from) << c.name;
    EXPECT_EQ(range->until, c.until) << c.name;
    EXPECT_EQ(describe(*range, london), c.described) << c.name;
  }
}

TEST(Range, HasDatesWhereBothEndsHave) {
  const Zone london = zone("Europe/London");
  const Range dates = parse_range("2026-11..2026-W50", london, now).value();
  EXPECT_EQ(dates.first, date(2026, 11, 1));
  EXPECT_EQ(dates.last, date(2026, 12, 13));
  EXPECT_EQ(dates, range_of(date(2026, 11, 1), date(2026, 12, 13), london));
  const Range mixed = parse_range("2026-11-01T12:00..2026-11-02", london, now).value();
  EXPECT_FALSE(mixed.first);
  EXPECT_FALSE(mixed.last);
}

TEST(Range, ADateThatNeverWasIsEmpty) {
  const Zone apia = zone("Pacific/Apia");
  const Range skipped = parse_range("2011-12-30", apia, now).value();
  EXPECT_EQ(skipped.from, skipped.until);
  EXPECT_FALSE(skipped.interval());
  EXPECT_EQ(describe(skipped, apia), "Fri 30 Dec 2011 (0 days)");
  EXPECT_EQ(describe(parse_range("2011-12-29..2011-12-31", apia, now).value(), apia),
            "Thu 29 – Sat 31 Dec 2011 (2 days)");
  EXPECT_EQ(describe(parse_range("2011-12-31", apia, now).value(), apia), "Sat 31 Dec 2011 (1 day)");
  EXPECT_EQ(describe(parse_range("2011", apia, now).value(), apia), "Sat 1 Jan – Sat 31 Dec 2011 (364 days)");
  EXPECT_EQ(describe(parse_range("2011-12-29T12:00..2011-12-29", apia, now).value(), apia),
            "Thu 29 Dec 2011 12:00–24:00 (12h 00m)");
}

struct Refused {
  const char* name;
  const char* text;
  const char* message;
};

TEST(Range, IsRefusedWithTheRightSpelling) {
  const Refused cases[] = {
      {"ends before it begins", "2026-11-23..2026-11-22",
       "\"2026-11-23..2026-11-22\" ends before it begins; write 2026-11-22..2026-11-23"},
      {"weeks the wrong way round", "2026-W50..2026-W48",
       "\"2026-W50..2026-W48\" ends before it begins; write 2026-W48..2026-W50"},
      {"a minute before", "2026-11-23T09:15..2026-11-23T09:14",
       "\"2026-11-23T09:15..2026-11-23T09:14\" ends before it begins; write "
       "2026-11-23T09:14..2026-11-23T09:15"},
      {"overnight", "17:00..09:00", "\"17:00..09:00\" ends before it begins; write 17:00..2026-11-26T09:00"},
      {"a moment", "2026-11-23T09:15",
       "\"2026-11-23T09:15\" is a moment, not a stretch; write its date, or 2026-11-23T09:15..END"},
      {"now", "now", "\"now\" is a moment, not a stretch; write its date, or now..END"},
      {"week 54", "2026-W54", "there is no week 2026-W54; the last of 2026 is 2026-W53"},
      {"week 53 of a year of 52", "2027-W53", "there is no week 2027-W53; the last of 2027 is 2027-W52"},
      {"week 0", "2026-W00", "there is no week 2026-W00; the first of 2026 is 2026-W01"},
      {"month 13", "2026-13", "there is no month 2026-13; months go from 01 to 12"},
      {"month 0", "2026-00..2026-02", "there is no month 2026-00; months go from 01 to 12"},
      {"quarter 5", "2026-Q5", "there is no quarter 2026-Q5; quarters go from Q1 to Q4"},
      {"29 February", "2026-02-01..2026-02-29", "there is no date 2026-02-29: that month ends on 2026-02-28"},
      {"a year too early", "1969", "\"1969\" lies outside the years 1970 to 2199"},
      {"a year too late", "2199..2200", "\"2200\" lies outside the years 1970 to 2199"},
      {"a week too late", "2200-W02", "\"2200-W02\" lies outside the years 1970 to 2199"},
      {"the year 0", "0000-W01", "\"0000-W01\" lies outside the years 1970 to 2199"},
      {"too many weeks", "+999999w", "\"+999999w\" lies outside the years 1970 to 2199"},
      {"no weeks", "+0w",
       "\"+0w\" is no range; write a date, 2026-W48, 2026-11, 2026-Q4, 2026, this-week, +4w or FIRST..LAST"},
      {"no plus", "4w", "\"4w\" is no range; write +4w"},
      {"a doubled end", "2026-10-25T01:30..2026-10-26",
       "2026-10-25T01:30 happens twice in Europe/London: write 2026-10-25T01:30+01:00 or "
       "2026-10-25T01:30+00:00"},
      {"three dots", "2026-11-01...2026-11-05",
       "\"2026-11-01...2026-11-05\" is no range; write 2026-11-01..2026-11-05"},
      {"spaces around the dots", "2026-11-01 .. 2026-11-05",
       "\"2026-11-01 .. 2026-11-05\" is no range; write 2026-11-01..2026-11-05"},
      {"a dash", "2026-11-01 - 2026-11-05",
       "\"2026-11-01 - 2026-11-05\" is no range; write 2026-11-01..2026-11-05"},
      {"to", "today to tomorrow", "\"today to tomorrow\" is no range; write today..tomorrow"},
      {"ISO interval", "2026-11-01/2026-11-05",
       "\"2026-11-01/2026-11-05\" is no range; write 2026-11-01..2026-11-05"},
      {"no end", "2026-11-01..",
       "\"2026-11-01..\" lacks an end; write FIRST..LAST, such as 2026-11-01..2026-11-30"},
      {"no beginning", "..today",
       "\"..today\" lacks an end; write FIRST..LAST, such as 2026-11-01..2026-11-30"},
      {"small w", "2026-w48", "\"2026-w48\" is no range; write 2026-W48"},
      {"a week of one digit", "2026-W5", "\"2026-W5\" is no range; write 2026-W05"},
      {"a week of this year", "W5", "\"W5\" is no range; write 2026-W05"},
      {"a quarter of this year", "q3", "\"q3\" is no range; write 2026-Q3"},
      {"a month the British way", "11/2026", "\"11/2026\" is no range; write 2026-11"},
      {"a month's name", "November", "\"November\" is no range; write 2026-11"},
      {"a month's name and a year", "Nov 2027", "\"Nov 2027\" is no range; write 2027-11"},
      {"a slip", "this-wek", "\"this-wek\" is no range; did you mean \"this-week\"?"},
      {"a space", "next month", "\"next month\" is no range; did you mean \"next-month\"?"},
      {"a week word", "this", "\"this\" of what? Write this-week, this-month, this-quarter or this-year"},
      {"nothing", "",
       "\"\" is no range; write a date, 2026-W48, 2026-11, 2026-Q4, 2026, this-week, +4w or FIRST..LAST"},
  };
  const Zone london = zone("Europe/London");
  for (const Refused& c : cases) {
    const auto range = parse_range(c.text, london, now);
    EXPECT_EQ(message(range), c.message) << c.name;
    if (!range) {
      EXPECT_EQ(range.error().fault, Fault::usage) << c.name;
    }
  }
}

// Whatever a message offers is accepted.
TEST(Range, OffersOnlyWhatItWouldTake) {
  const Zone london = zone("Europe/London");
  for (const char* text :
       {"2026-11-23..2026-11-22", "17:00..09:00", "4w", "2026-w48", "W5", "q3", "11/2026", "monday",
        "2026-1-5", "1/2/2026", "today - tomorrow", "w60", "2026-w54", "31/2/2026"}) {
    const std::string said = message(parse_range(text, london, now));
    const auto at = said.find("write ");
    ASSERT_NE(at, std::string::npos) << said;
    std::string offer = said.substr(at + 6);
    if (offer.find(',') != std::string::npos) continue;
    offer = offer.substr(0, offer.find(" or "));
    EXPECT_TRUE(parse_range(offer, london, now)) << text << ": " << said;
  }
}

}  // namespace
}  // namespace cprota
