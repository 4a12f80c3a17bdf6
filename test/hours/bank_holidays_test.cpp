// SPDX-License-Identifier: MIT
#include "cprota/hours/bank_holidays.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cprota/time/print.hpp"

#include "support.hpp"

namespace cprota {
namespace {

using test::date;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr Division divisions[] = {Division::england_and_wales, Division::scotland,
                                  Division::northern_ireland};

std::set<std::string> dates_of(const std::vector<BankHoliday>& holidays) {
  std::set<std::string> dates;
  for (const BankHoliday& holiday : holidays) dates.insert(iso_date(holiday.date));
  return dates;
}

// What was proclaimed once, against the standing rules.
struct OneOff {
  const char* added;
  const char* in_place_of;  // "" where the date came on top
  bool only_scotland;
};
constexpr OneOff one_offs[] = {
    {"2011-04-29", "", false},
    {"2012-06-05", "", false},
    {"2012-06-04", "2012-05-28", false},
    {"2020-05-08", "2020-05-04", false},
    {"2022-06-02", "2022-05-30", false},
    {"2022-06-03", "", false},
    {"2022-09-19", "", false},
    {"2023-05-08", "", false},
    {"2026-06-15", "", true},
};

TEST(BankHolidays, TheStandingRulesGiveTheOfficialListButForWhatWasProclaimedOnce) {
  for (const Division division : divisions) {
    const BankHolidays holidays(division);
    for (int year = 2011; year <= 2028; ++year) {
      const std::string name = std::to_string(year);
      const auto official = dates_of(holidays.between(date(name + "-01-01"), date(name + "-12-31")));
      auto expected = dates_of(computed_bank_holidays(division, std::chrono::year{year}));
      for (const OneOff& one : one_offs) {
        if (!std::string(one.added).starts_with(name)) continue;
        if (one.only_scotland && division != Division::scotland) continue;
        expected.insert(one.added);
        expected.erase(one.in_place_of);
      }
      EXPECT_EQ(official, expected) << to_string(division) << " " << year;
    }
  }
}

TEST(BankHolidays, SubstituteDaysAreNotedAsTheOfficialListNotesThem) {
  for (const Division division : divisions) {
    for (const BankHoliday& official :
         BankHolidays(division).between(date("2013-01-01"), date("2028-12-31"))) {
      const auto year = std::chrono::year_month_day(official.date).year();
      for (const BankHoliday& computed : computed_bank_holidays(division, year)) {
        if (computed.date != official.date) continue;
        // In 2023 the list gave New Year's Day to the 2nd, which it had left its own in 2012.
        if (division == Division::scotland && official.date == date("2023-01-02")) continue;
        EXPECT_EQ(computed.notes, official.notes) << to_string(division) << " " << iso_date(official.date);
        EXPECT_EQ(computed.source, HolidaySource::computed);
        EXPECT_EQ(official.source, HolidaySource::official);
      }
    }
  }
}

TEST(BankHolidays, CountsOfTheOfficialList) {
  const auto count = [](Division division) {
    return BankHolidays(division).between(date("2011-01-01"), date("2028-12-31")).size();
  };
  EXPECT_EQ(count(Division::england_and_wales), 149u);
  EXPECT_EQ(count(Division::scotland), 168u);
  EXPECT_EQ(count(Division::northern_ireland), 185u);
}

TEST(BankHolidays, YearsBeforeTheList) {
  struct Case {
    const char* name;
    Division division;
    int year;
    std::vector<const char*> dates;
  };
  const Case cases[] = {
      {"England 1973: no New Year's Day, no early May",
       Division::england_and_wales,
       1973,
       {"1973-04-20", "1973-04-23", "1973-05-28", "1973-08-27", "1973-12-25", "1973-12-26"}},
      {"England 1978: early May begins",
       Division::england_and_wales,
       1978,
       {"1978-01-02", "1978-03-24", "1978-03-27", "1978-05-01", "1978-05-29", "1978-08-28", "1978-12-25",
        "1978-12-26"}},
      {"England 1970: late May and late August on trial",
       Division::england_and_wales,
       1970,
       {"1970-03-27", "1970-03-30", "1970-05-25", "1970-08-31", "1970-12-25", "1970-12-28"}},
      {"Scotland 1970: the days of 1871",
       Division::scotland,
       1970,
       {"1970-01-01", "1970-03-27", "1970-05-04", "1970-08-03", "1970-12-25"}},
      {"Northern Ireland 1970: St Patrick's Day and 12 July, kept on Monday",
       Division::northern_ireland,
       1970,
       {"1970-03-17", "1970-03-27", "1970-03-30", "1970-05-25", "1970-07-13", "1970-08-31", "1970-12-25",
        "1970-12-28"}},
      {"Scotland 1974: 2 January and Boxing Day",
       Division::scotland,
       1974,
       {"1974-01-01", "1974-01-02", "1974-04-12", "1974-05-06", "1974-08-05", "1974-12-25", "1974-12-26"}},
      {"England 1998 to 1999: Boxing Day on a Saturday",
       Division::england_and_wales,
       1998,
       {"1998-01-01", "1998-04-10", "1998-04-13", "1998-05-04", "1998-05-25", "1998-08-31", "1998-12-25",
        "1998-12-28"}},
      {"Scotland 1999: 2 January on a Saturday, proclaimed for 4 January",
       Division::scotland,
       1999,
       {"1999-01-01", "1999-01-04", "1999-04-02", "1999-05-03", "1999-05-31", "1999-08-02", "1999-12-27",
        "1999-12-28"}},
      {"Scotland 2006: before St Andrew's Day",
       Division::scotland,
       2006,
       {"2006-01-02", "2006-01-03", "2006-04-14", "2006-05-01", "2006-05-29", "2006-08-07", "2006-12-25",
        "2006-12-26"}},
      {"Scotland 2007: St Andrew's Day begins",
       Division::scotland,
       2007,
       {"2007-01-01", "2007-01-02", "2007-04-06", "2007-05-07", "2007-05-28", "2007-08-06", "2007-11-30",
        "2007-12-25", "2007-12-26"}},
      {"England 2199",
       Division::england_and_wales,
       2199,
       {"2199-01-01", "2199-04-12", "2199-04-15", "2199-05-06", "2199-05-27", "2199-08-26", "2199-12-25",
        "2199-12-26"}},
      {"England 2029",
       Division::england_and_wales,
       2029,
       {"2029-01-01", "2029-03-30", "2029-04-02", "2029-05-07", "2029-05-28", "2029-08-27", "2029-12-25",
        "2029-12-26"}},
      {"Northern Ireland 2030: St Patrick's Day on a Sunday",
       Division::northern_ireland,
       2030,
       {"2030-01-01", "2030-03-18", "2030-04-19", "2030-04-22", "2030-05-06", "2030-05-27", "2030-07-12",
        "2030-08-26", "2030-12-25", "2030-12-26"}},
  };
  for (const Case& c : cases) {
    std::set<std::string> expected(c.dates.begin(), c.dates.end());
    EXPECT_EQ(dates_of(computed_bank_holidays(c.division, std::chrono::year{c.year})), expected) << c.name;
  }
}

TEST(BankHolidays, EveryComputedDateIsAWeekdayAndStandsOnce) {
  for (const Division division : divisions) {
    for (int year = 1970; year <= 2199; ++year) {
      const auto list = computed_bank_holidays(division, std::chrono::year{year});
      EXPECT_EQ(dates_of(list).size(), list.size()) << year;
      for (const BankHoliday& holiday : list) {
        EXPECT_FALSE(is_saturday_or_sunday(holiday.date)) << iso_date(holiday.date);
        EXPECT_EQ(BankHolidays(division).contains(holiday.date) || (year >= 2011 && year <= 2028), true);
      }
    }
  }
}

// Easter as its table has it, by golden number and epact (Knuth, The Art of Computer Programming, 1.3.2,
// exercise 14, after Clavius).
Date easter_by_epact(int year) {
  const int golden_number = year % 19 + 1;
  const int century = year / 100 + 1;
  const int leap_years_left_out = 3 * century / 4 - 12;
  const int moon_correction = (8 * century + 5) / 25 - 5;
  const int sunday = 5 * year / 4 - leap_years_left_out - 10;
  int epact = (11 * golden_number + 20 + moon_correction - leap_years_left_out) % 30;
  if (epact < 0) epact += 30;
  if ((epact == 25 && golden_number > 11) || epact == 24) ++epact;
  int full_moon = 44 - epact;
  if (full_moon < 21) full_moon += 30;
  const int march = full_moon + 7 - (sunday + full_moon) % 7;
  return date(std::to_string(year) + "-03-01") + std::chrono::days(march - 1);
}

TEST(BankHolidays, EasterIsThatOfTheTables) {
  for (int year = 1970; year <= 2199; ++year) {
    const auto dates = dates_of(computed_bank_holidays(Division::england_and_wales, std::chrono::year{year}));
    const Date easter = easter_by_epact(year);
    EXPECT_TRUE(dates.contains(iso_date(easter - std::chrono::days(2)))) << year;
    EXPECT_TRUE(dates.contains(iso_date(easter + std::chrono::days(1)))) << year;
  }
}

TEST(BankHolidays, ANewerFileReplacesItsYearsWhole) {
  BankHolidays holidays(Division::england_and_wales);
  holidays.replace_years({{date("2028-02-01"), "Moved", "", HolidaySource::team},
                          {date("2030-06-01"), "New", "", HolidaySource::team}});
  EXPECT_TRUE(holidays.contains(date("2027-12-27")));
  EXPECT_FALSE(holidays.contains(date("2028-12-25")));
  EXPECT_FALSE(holidays.contains(date("2029-12-25")));
  EXPECT_TRUE(holidays.contains(date("2031-12-25")));
  EXPECT_EQ(holidays.on(date("2028-02-01"))->source, HolidaySource::file);
  EXPECT_THAT(dates_of(holidays.between(date("2028-01-01"), date("2030-12-31"))),
              ElementsAre("2028-02-01", "2030-06-01"));
  EXPECT_EQ(holidays.published_until(), date("2030-12-31"));
}

TEST(BankHolidays, ADateOfTheTeamReplacesTheTitle) {
  BankHolidays holidays(Division::scotland);
  holidays.add({date("2026-12-25"), "Founders' day", "", HolidaySource::official});
  holidays.add({date("2027-05-28"), "Privilege day", "", HolidaySource::official});
  EXPECT_EQ(holidays.on(date("2026-12-25"))->title, "Founders' day");
  EXPECT_EQ(holidays.on(date("2026-12-25"))->source, HolidaySource::team);
  EXPECT_EQ(holidays.between(date("2026-12-25"), date("2026-12-25")).size(), 1u);
  EXPECT_TRUE(holidays.contains(date("2027-05-28")));
  EXPECT_EQ(holidays.published_until(), date("2028-12-31"));
}

TEST(BankHolidays, NoneHasOnlyItsOwn) {
  BankHolidays holidays;
  EXPECT_THAT(holidays.between(first_date, last_date), IsEmpty());
  EXPECT_FALSE(holidays.published_until());
  holidays.add({date("2026-07-04"), "Own", "", HolidaySource::team});
  EXPECT_TRUE(holidays.contains(date("2026-07-04")));
}

TEST(BankHolidays, Names) {
  for (const char* name : {"none", "england-and-wales", "scotland", "northern-ireland"}) {
    EXPECT_EQ(to_string(parse_division(name).value()), name);
  }
  EXPECT_FALSE(parse_division("wales"));
  EXPECT_FALSE(parse_division(""));
}

}  // namespace
}  // namespace cprota
