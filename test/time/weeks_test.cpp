// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "cprota/time/parse.hpp"

#include "support.hpp"

namespace cprota {
namespace {

using test::message;
using test::utc;
using test::zone;

// Wed 25 Nov 2026, of 2026-W48
const Instant now = utc(2026, 11, 25, 10, 30);

struct Case {
  const char* name;
  const char* text;
  const char* read;  // or the message of a refusal
};

TEST(Week, IsReadFromItsNameOrADateInIt) {
  const Case cases[] = {
      {"its name", "2026-W48", "2026-W48"},
      {"week 53", "2026-W53", "2026-W53"},
      {"this", "this", "2026-W48"},
      {"next", "next", "2026-W49"},
      {"last", "last", "2026-W47"},
      {"as a range", "next-week", "2026-W49"},
      {"its Monday", "2026-11-23", "2026-W48"},
      {"its Sunday", "2026-11-29", "2026-W48"},
      {"a date of the next year in it", "2027-01-03", "2026-W53"},
      {"tomorrow", "tomorrow", "2026-W48"},
  };
  for (const Case& c : cases) {
    const auto week = parse_week(c.text, zone("Europe/London"), now);
    ASSERT_TRUE(week) << c.name << ": " << message(week);
    EXPECT_EQ(week->str(), c.read) << c.name;
  }
  EXPECT_EQ(parse_week("this", zone("Pacific/Kiritimati"), utc(2026, 11, 29, 10)).value().str(), "2026-W49");
}

TEST(Week, IsRefusedWithTheRightSpelling) {
  const Case cases[] = {
      {"week 60", "2026-W60", "there is no week 2026-W60; the last of 2026 is 2026-W53"},
      {"31 November", "2026-11-31", "there is no date 2026-11-31: that month ends on 2026-11-30"},
      {"outside the years", "1969-W40", "\"1969-W40\" lies outside the years 1970 to 2199"},
      {"a month", "2026-11",
       "\"2026-11\" is no week; write 2026-W48, this, next, last or a date in the week"},
      {"small w", "2026-w48", "\"2026-w48\" is no week; write 2026-W48"},
      {"a slip", "nxt", "\"nxt\" is no week; did you mean \"next\"?"},
      {"a clock time", "09:15",
       "\"09:15\" is no week; write 2026-W48, this, next, last or a date in the week"},
      {"nothing", "", "\"\" is no week; write 2026-W48, this, next, last or a date in the week"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(message(parse_week(c.text, zone("Europe/London"), now)), c.read) << c.name;
  }
}

TEST(WeekRange, IsTheWeekFilesOfARange) {
  const Case cases[] = {
      {"a week", "2026-W48", "2026-W48..2026-W48"},
      {"weeks", "2026-W49..2027-W22", "2026-W49..2027-W22"},
      {"week words", "this..next", "2026-W48..2026-W49"},
      {"a date", "2026-11-29", "2026-W48..2026-W48"},
      {"dates: the weeks they are in", "2026-12-01..2026-12-31", "2026-W49..2026-W53"},
      {"a month: the weeks that begin in it", "2026-12", "2026-W50..2026-W53"},
      {"a month that begins on Monday", "2027-02", "2027-W05..2027-W08"},
      {"the next month leaves out none", "2026-11..2026-12", "2026-W45..2026-W53"},
      {"a quarter", "2026-Q4", "2026-W41..2026-W53"},
      {"a year", "2026", "2026-W02..2026-W53"},
      {"thirteen weeks from Wednesday", "+13w", "2026-W49..2027-W08"},
      {"days with a Monday among them", "+10d", "2026-W49..2026-W49"},
      {"week to month", "this..2026-12", "2026-W48..2026-W53"},
  };
  for (const Case& c : cases) {
    const auto weeks = parse_weeks(c.text, zone("Europe/London"), now);
    ASSERT_TRUE(weeks) << c.name << ": " << message(weeks);
    EXPECT_EQ(weeks->first.str() + ".." + weeks->last.str(), c.read) << c.name;
  }
}

TEST(WeekRange, IsRefusedWithTheRightSpelling) {
  const Case cases[] = {
      {"the wrong way round", "2026-W51..2026-W49",
       "\"2026-W51..2026-W49\" ends before it begins; write 2026-W49..2026-W51"},
      {"no week begins there", "+3d", "no week begins in \"+3d\"; write weeks, such as 2026-W48"},
      {"a clock time", "now..2026-W50",
       "\"now..2026-W50\" has a clock time, but turns are meant; write weeks, such as 2026-W48..2026-W51"},
      {"a dash", "2026-W48 - 2026-W50", "\"2026-W48 - 2026-W50\" is no range; write 2026-W48..2026-W50"},
      {"a week that does not exist", "2026-W52..2026-W54",
       "there is no week 2026-W54; the last of 2026 is 2026-W53"},
      {"one end", "2026-W48..",
       "\"2026-W48..\" lacks an end; write FIRST..LAST, such as 2026-11-01..2026-11-30"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(message(parse_weeks(c.text, zone("Europe/London"), now)), c.read) << c.name;
  }
}

// Months that follow each other share no week and leave none out.
TEST(WeekRange, MonthsPartTheWeeksOfAYear) {
  const Zone london = zone("Europe/London");
  for (const int year : {2020, 2024, 2026, 2027, 2028}) {
    std::optional<IsoWeek> before;
    for (int month = 1; month <= 12; ++month) {
      const std::string name = std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month);
      const WeekRange weeks = parse_weeks(name, london, now).value();
      if (before) {
        EXPECT_EQ(weeks.first.since(*before), 1) << name;
      }
      before = weeks.last;
    }
  }
}

}  // namespace
}  // namespace cprota
