// SPDX-License-Identifier: MIT
#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cprota/hours/hours.hpp"
#include "cprota/time/print.hpp"

#include "support.hpp"

namespace cprota {
namespace {

using test::at;
using test::date;
using test::every_day;
using test::windows;
using test::zone;

std::string shown(const IntervalSet& set, const Zone& z) {
  std::string text;
  for (const Interval& interval : set.intervals()) {
    text += (text.empty() ? "" : " ") + rfc3339(interval.begin(), z).substr(5, 11) + "/" +
            rfc3339(interval.end(), z).substr(5, 11);
  }
  return text;
}

struct Case {
  const char* name;
  const char* zone;
  Hours hours;
  const char* from;
  const char* until;
  const char* open;
};

TEST(OpenHours, Table) {
  HoursVersion early;
  early.weekday = windows({"08:00-09:00"});
  HoursVersion late;
  late.from = date("2026-11-24");
  late.weekday = windows({"12:00-13:00"});
  HoursVersion named;
  named.days[1] = windows({"01:00-02:00"});
  named.weekday = windows({"10:00-11:00"});
  named.dates[date("2026-11-26")] = {};
  named.dates[date("2026-11-28")] = windows({"05:00-06:00"});
  const Case cases[] = {
      {"an ordinary Monday", "Europe/London", test::on_call_hours(), "2026-11-23", "2026-11-24",
       "11-23T07:00/11-23T10:00 11-23T17:00/11-23T22:00"},
      {"Boxing Day kept on Monday", "Europe/London", test::on_call_hours(), "2026-12-28", "2026-12-29",
       "12-28T07:00/12-28T22:00"},
      {"support is closed on a bank holiday", "Europe/London", test::support_hours(), "2026-12-25",
       "2026-12-26", ""},
      {"hours that change on a date",
       "Europe/London",
       {HoursId("h"), {early, late}, {}},
       "2026-11-23",
       "2026-11-25",
       "11-23T08:00/11-23T09:00 11-24T12:00/11-24T13:00"},
      {"a named day and exact dates win",
       "Europe/London",
       {HoursId("h"), {named}, {}},
       "2026-11-23",
       "2026-11-30",
       "11-23T10:00/11-23T11:00 11-24T01:00/11-24T02:00 11-25T10:00/11-25T11:00 11-27T10:00/11-27T11:00 "
       "11-28T05:00/11-28T06:00"},
      {"a night joins the next day", "Europe/London", every_day({"22:00-07:00", "07:00-09:00"}),
       "2026-11-23T12:00", "2026-11-24T12:00", "11-23T22:00/11-24T09:00"},
      {"a night that began before the range", "Europe/London", every_day({"22:00-07:00"}), "2026-11-23",
       "2026-11-23T12:00", "11-23T00:00/11-23T07:00"},
      {"the clock jumps over an edge", "Europe/London", every_day({"00:30-01:30"}), "2026-03-29",
       "2026-03-30", "03-29T00:30/03-29T02:00"},
      {"a window that the jump leaves empty", "Europe/London", every_day({"01:10-01:50"}), "2026-03-29",
       "2026-03-30", ""},
      {"an edge that happens twice is its first", "Europe/London", every_day({"01:30-03:00"}), "2026-10-25",
       "2026-10-26", "10-25T01:30/10-25T03:00"},
      {"so is an end that happens twice", "Europe/London", every_day({"00:15-01:30"}), "2026-10-25",
       "2026-10-26", "10-25T00:15/10-25T01:30"},
      {"the date that never was in Apia", "Pacific/Apia", every_day({"10:00-11:00"}), "2011-12-29",
       "2012-01-01", "12-29T10:00/12-29T11:00 12-31T10:00/12-31T11:00"},
      {"half an hour in Lord Howe", "Australia/Lord_Howe", every_day({"01:00-03:00"}), "2026-10-04",
       "2026-10-05", "10-04T01:00/10-04T03:00"},
  };
  for (const Case& c : cases) {
    const Zone z = zone(c.zone);
    const BankHolidays holidays(std::string(c.zone) == "Europe/London" ? Division::england_and_wales
                                                                       : Division::none);
    EXPECT_EQ(shown(open_hours(c.hours, z, holidays, Interval(at(c.from, z), at(c.until, z))), z), c.open)
        << c.name;
  }
}

TEST(OpenHours, AClockChangeMakesAWindowLongerOrShorterThanItsFace) {
  const Zone london = zone("Europe/London");
  const auto minutes = [&](const char* from, const char* until) {
    return open_hours(every_day({"00:00-24:00"}), london, BankHolidays(),
                      Interval(at(from, london), at(until, london)))
        .minutes()
        .count();
  };
  EXPECT_EQ(minutes("2026-03-29", "2026-03-30"), 23 * 60);
  EXPECT_EQ(minutes("2026-10-25", "2026-10-26"), 25 * 60);
  const Zone lord_howe = zone("Australia/Lord_Howe");
  EXPECT_EQ(open_hours(every_day({"01:00-03:00"}), lord_howe, BankHolidays(),
                       Interval(at("2026-10-04", lord_howe), at("2026-10-05", lord_howe)))
                .minutes()
                .count(),
            90);
}

TEST(OpenHours, WhatAClockChangeDoublesIsCountedOnce) {
  const Zone london = zone("Europe/London");
  const auto minutes = [&](std::initializer_list<std::string_view> listed) {
    const Interval day(at("2026-10-25", london), at("2026-10-26", london));
    return open_hours(every_day(listed), london, BankHolidays(), day).minutes().count();
  };
  EXPECT_EQ(minutes({"00:15-01:30"}), 75);
  EXPECT_EQ(minutes({"01:30-03:00"}), 150);
  EXPECT_EQ(minutes({"01:15-01:45"}), 30);
  EXPECT_EQ(minutes({"00:15-01:30", "01:30-03:00"}), 225);
}

TEST(OpeningAt, IsWholeHoweverLong) {
  const Zone london = zone("Europe/London");
  const BankHolidays none;
  const auto weekend = opening_at(test::on_call_hours(), london, none, at("2026-11-23T07:00", london));
  EXPECT_EQ(weekend, Interval(at("2026-11-23T07:00", london), at("2026-11-23T10:00", london)));
  EXPECT_FALSE(opening_at(test::on_call_hours(), london, none, at("2026-11-23T10:00", london)));
  const auto always = opening_at(every_day({"00:00-24:00"}), london, none, at("2026-11-23", london));
  ASSERT_TRUE(always);
  EXPECT_EQ(always->begin(), london.begin_of(first_date));
  EXPECT_EQ(rfc3339(always->end(), london), "2200-01-01T00:00:00+00:00");
  Hours closed_once = every_day({"00:00-24:00"});
  closed_once.versions[0].dates[date("2030-06-01")] = {};
  EXPECT_EQ(opening_at(closed_once, london, none, at("2026-11-23", london))->end(), at("2030-06-01", london));
  EXPECT_EQ(opening_at(closed_once, london, none, at("2040-11-23", london))->begin(),
            at("2030-06-02", london));
  const Hours nights = every_day({"22:00-10:00", "10:00-21:59"});
  EXPECT_EQ(opening_at(nights, london, none, at("2026-11-23T03:00", london)),
            Interval(at("2026-11-22T22:00", london), at("2026-11-23T21:59", london)));
}

TEST(OpeningAt, GoesOverYearsThatAreAlikeAndStopsWhereTheyAreNot) {
  const Zone london = zone("Europe/London");
  const Hours two_shifts = every_day({"06:00-18:00", "18:00-06:00"});
  const auto with = [&](const std::function<void(HoursVersion&)>& change) {
    Hours hours = two_shifts;
    change(hours.versions.front());
    return hours;
  };
  Hours in_versions = two_shifts;
  in_versions.versions.push_back(in_versions.versions.front());
  in_versions.versions.back().from = date("2031-01-06");
  in_versions.versions.push_back(HoursVersion{});
  in_versions.versions.back().from = date("2051-01-02");
  struct Long {
    const char* name;
    Hours hours;
    Division division;
    const char* begin;
    const char* end;
  };
  const Long cases[] = {
      {"two shifts round the clock", two_shifts, Division::none, "1970-01-01T06:00", "2200-01-01T00:00"},
      {"also on bank holidays", two_shifts, Division::scotland, "1970-01-01T06:00", "2200-01-01T00:00"},
      {"a date that is closed, and the night into it",
       with([](HoursVersion& version) { version.dates[date("2040-02-29")] = {}; }), Division::none,
       "1970-01-01T06:00", "2040-02-29T06:00"},
      {"a date before that is closed",
       with([](HoursVersion& version) { version.dates[date("2020-02-29")] = {}; }), Division::none,
       "2020-03-01T06:00", "2200-01-01T00:00"},
      {"dates that are as the others", with([](HoursVersion& version) {
         for (const char* same : {"2026-11-22", "2026-12-25", "2027-01-01", "2100-05-05"}) {
           version.dates[date(same)] = *version.weekday;
         }
       }),
       Division::none, "1970-01-01T06:00", "2200-01-01T00:00"},
      {"closed on bank holidays", with([](HoursVersion& version) { version.bank_holiday.reset(); }),
       Division::england_and_wales, "2026-09-01T06:00", "2026-12-25T06:00"},
      {"open in two versions, closed in the third", in_versions, Division::none, "1970-01-01T06:00",
       "2051-01-02T06:00"},
      {"an hour closed that the clocks skip in 2027", every_day({"02:00-24:00", "00:00-01:00"}),
       Division::none, "2026-11-23T02:00", "2026-11-24T01:00"},
  };
  for (const Long& c : cases) {
    const BankHolidays holidays(c.division);
    const auto found = opening_at(c.hours, london, holidays, at("2026-11-23T12:00", london));
    ASSERT_TRUE(found) << c.name;
    EXPECT_EQ(rfc3339(found->begin(), london).substr(0, 16), c.begin) << c.name;
    EXPECT_EQ(rfc3339(found->end(), london).substr(0, 16), c.end) << c.name;
  }
  const auto joined = opening_at(every_day({"02:00-24:00", "00:00-01:00"}), london, BankHolidays(),
                                 at("2026-03-29T12:00", london));
  EXPECT_EQ(joined, Interval(at("2026-03-28T02:00", london), at("2026-03-30T01:00", london)));
}

TEST(NextOpening, BeginsStrictlyAfterAndNoLaterThanTheLimit) {
  const Zone london = zone("Europe/London");
  const BankHolidays holidays(Division::england_and_wales);
  const auto next = [&](const Hours& hours, const char* t, const char* limit) {
    const auto found = next_opening(hours, london, holidays, at(t, london), at(limit, london));
    return found ? rfc3339(found->begin(), london).substr(0, 16) : std::string("-");
  };
  EXPECT_EQ(next(test::on_call_hours(), "2026-11-23T07:00", "2026-12-01"), "2026-11-23T17:00");
  EXPECT_EQ(next(test::on_call_hours(), "2026-11-23T06:59", "2026-12-01"), "2026-11-23T07:00");
  EXPECT_EQ(next(test::on_call_hours(), "2026-11-23T08:00", "2026-11-23T17:00"), "2026-11-23T17:00");
  EXPECT_EQ(next(test::on_call_hours(), "2026-11-23T08:00", "2026-11-23T16:59"), "-");
  EXPECT_EQ(next(test::support_hours(), "2026-12-24T17:00", "2027-01-10"), "2026-12-29T10:00");
  EXPECT_EQ(next(every_day({"00:00-24:00"}), "2026-11-23T08:00", "2199-12-31"), "-");
  EXPECT_EQ(next(Hours{HoursId("never"), {HoursVersion{}}, {}}, "2026-11-23T08:00", "2199-12-31"), "-");
  Hours once{HoursId("once"), {HoursVersion{}}, {}};
  once.versions[0].dates[date("2150-06-01")] = windows({"22:00-07:00"});
  EXPECT_EQ(next(once, "2026-11-23T08:00", "2199-12-31"), "2150-06-01T22:00");
}

TEST(ByDate, PiecesAddUpAndEachHasItsKind) {
  const Zone london = zone("Europe/London");
  const BankHolidays holidays(Division::england_and_wales);
  const Interval whole(at("2026-12-24T22:00", london), at("2026-12-27T07:00", london));
  const auto pieces = by_date(whole, london, holidays);
  ASSERT_EQ(pieces.size(), 4u);
  EXPECT_EQ(pieces[0].kind, DayKind::weekday);
  EXPECT_EQ(pieces[1].kind, DayKind::bank_holiday);
  EXPECT_EQ(pieces[2].kind, DayKind::weekend);
  EXPECT_EQ(pieces[3].kind, DayKind::weekend);
  std::chrono::seconds sum{0};
  for (const DatePiece& piece : pieces) sum += piece.during.length();
  EXPECT_EQ(sum, whole.length());
  const Zone apia = zone("Pacific/Apia");
  const auto jump =
      by_date(Interval(at("2011-12-29T12:00", apia), at("2011-12-31T12:00", apia)), apia, holidays);
  ASSERT_EQ(jump.size(), 2u);
  EXPECT_EQ(jump[1].date, date("2011-12-31"));
}

}  // namespace
}  // namespace cprota
