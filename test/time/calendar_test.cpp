// SPDX-License-Identifier: MIT
#include "cprota/time/calendar.hpp"

#include <cstdio>

#include <gtest/gtest.h>

#include "support.hpp"

namespace cprota {
namespace {

using test::date;

struct WeekCase {
  const char* name;
  Date monday;
  const char* text;
};

TEST(IsoWeek, IsNamedForTheYearOfItsThursday) {
  const WeekCase cases[] = {
      {"an ordinary week", date(2026, 11, 23), "2026-W48"},
      {"the year turns inside, old year", date(2026, 12, 28), "2026-W53"},
      {"the year turns inside, new year", date(2024, 12, 30), "2025-W01"},
      {"the year turns between weeks", date(2029, 1, 1), "2029-W01"},
      {"29 February inside", date(2028, 2, 28), "2028-W09"},
      {"2037 to 2038", date(2037, 12, 28), "2037-W53"},
      {"the week of the first date", date(1969, 12, 29), "1970-W01"},
      {"the week of the last date", date(2199, 12, 30), "2200-W01"},
  };
  for (const WeekCase& c : cases) {
    const auto week = IsoWeek::parse(c.text);
    ASSERT_TRUE(week) << c.name;
    EXPECT_EQ(week->monday(), c.monday) << c.name;
    EXPECT_EQ(week->str(), c.text) << c.name;
    EXPECT_EQ(IsoWeek::containing(c.monday), *week) << c.name;
    EXPECT_EQ(IsoWeek::containing(week->sunday()), *week) << c.name;
  }
}

TEST(IsoWeek, RefusesWhatIsNoWeek) {
  struct Case {
    const char* name;
    const char* text;
  };
  const Case cases[] = {
      {"53 in a year of 52", "2027-W53"},
      {"54", "2026-W54"},
      {"0", "2026-W00"},
      {"small letter", "2026-w48"},
      {"no dash", "2026W48"},
      {"one digit", "2026-W5"},
      {"a day after it", "2026-W48-1"},
      {"a space before it", " 2026-W48"},
      {"nothing", ""},
      {"before the years", "1969-W52"},
      {"after the years", "2200-W02"},
  };
  for (const Case& c : cases) EXPECT_FALSE(IsoWeek::parse(c.text)) << c.name;
  EXPECT_FALSE(IsoWeek::of(2027, 53));
  EXPECT_FALSE(IsoWeek::of(2026, -1));
  EXPECT_FALSE(IsoWeek::of(40000, 1));
  EXPECT_FALSE(IsoWeek::of(-40000, 1));
}

// ISO 8601: week 1 has 4 January; weeks are counted without a break. By plain counting, for every date.
TEST(IsoWeek, CountsEveryDateOfTheYears) {
  for (int year = 1970; year < 2200; ++year) {
    const Date fourth = date(year, 1, 4);
    Date monday = fourth - (std::chrono::weekday(fourth) - std::chrono::Monday);
    const Date next_fourth = date(year + 1, 1, 4);
    const Date end = next_fourth - (std::chrono::weekday(next_fourth) - std::chrono::Monday);
    int number = 1;
    for (; monday < end; monday += std::chrono::weeks(1), ++number) {
      const IsoWeek week = IsoWeek::containing(monday + std::chrono::days(number % 7));
      ASSERT_EQ(week.monday(), monday);
      ASSERT_EQ(week.year(), year);
      ASSERT_EQ(week.week(), number);
      ASSERT_EQ(IsoWeek::parse(week.str()), week);
      ASSERT_EQ(IsoWeek::of(year, number), week);
    }
    ASSERT_EQ(IsoWeek::of(year, 53).has_value(), number == 54);
  }
}

TEST(IsoWeek, CountsWeeksBetween) {
  const IsoWeek w48 = *IsoWeek::of(2026, 48);
  EXPECT_EQ(w48.plus(6).str(), "2027-W01");
  EXPECT_EQ(w48.plus(6).since(w48), 6);
  EXPECT_EQ(w48.since(w48.plus(6)), -6);
  EXPECT_LT(w48, w48.plus(1));
}

TEST(Date, ReadsEveryDateAndNothingElse) {
  for (Date d = first_date; d <= last_date; d += std::chrono::days(1)) {
    const std::chrono::year_month_day ymd(d);
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                  static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
    ASSERT_EQ(parse_date(text), d) << text;
  }
  for (const char* text :
       {"2026-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-01", "2026-01-00", "1969-12-31",
        "2200-01-01", "2026-1-1", "26-01-01", "2026-01-01 ", "2026/01/01", "", "+026-01-01", "2026-01-0x"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

TEST(Clock, ReadsEveryMinuteUpTo24) {
  EXPECT_EQ(parse_clock("00:00"), Minutes(0));
  EXPECT_EQ(parse_clock("09:15"), Minutes(555));
  EXPECT_EQ(parse_clock("24:00"), Minutes(1440));
  for (const char* text :
       {"24:01", "25:00", "12:60", "9:15", "09:5", "09.15", "09:15:00", "", "-1:00", "٠٩:١٥"}) {
    EXPECT_FALSE(parse_clock(text)) << text;
  }
}

TEST(Weekday, ReadsShortNamesInAnyCase) {
  EXPECT_EQ(parse_weekday("mon"), std::chrono::Monday);
  EXPECT_EQ(parse_weekday("Sun"), std::chrono::Sunday);
  EXPECT_EQ(parse_weekday("FRI"), std::chrono::Friday);
  for (const char* text : {"monday", "mo", "", "m\xc3\xb6n", "mon "})
    EXPECT_FALSE(parse_weekday(text)) << text;
  EXPECT_TRUE(is_saturday_or_sunday(date(2026, 11, 28)));
  EXPECT_TRUE(is_saturday_or_sunday(date(2026, 11, 29)));
  EXPECT_FALSE(is_saturday_or_sunday(date(2026, 11, 30)));
}

}  // namespace
}  // namespace cprota
