// SPDX-License-Identifier: MIT
// What small tools for on-call pay are known to get wrong, each as a case.
#include <gmock/gmock.h>

#include "cprota/count/pay.hpp"
#include "cprota/count/tally.hpp"

#include "support/process_team.hpp"

namespace cprota::test {
namespace {

using ::testing::SizeIs;

class Mistakes : public ::testing::Test {
 protected:
  Mistakes() {
    PayRule rule;
    rule.rota = RotaId("on-call");
    rule.pay = PercentagePay{{15, 1}, Minutes(480)};
    rule.worked_hour = Fraction{1, 8};
    team.pay_rules.push_back(rule);
  }

  [[nodiscard]] KindMinutes amara(const std::string& from, const std::string& until) {
    Filter filter;
    filter.person = PersonId("amara");
    const Tally sum = tally(team, from_until(from, until), weeks, filter);
    return sum.people.empty() ? KindMinutes{} : sum.people.front().minutes;
  }
  [[nodiscard]] Claim claim(const std::string& from, const std::string& until) {
    ClaimQuestion question{from_until(from, until)};
    question.filter.person = PersonId("amara");
    question.day_rate = DayRate{20000, false};
    return claims_of(team, weeks, question).value().front();
  }
  void on_call_all_night() {
    const Windows night{{Minutes(22 * 60), Minutes(31 * 60)}};
    team.hours[2].versions.front().weekday = night;
    team.hours[2].versions.front().weekend = night;
    team.hours[2].versions.front().bank_holiday = night;
  }

  Team team = process_team();
  WeekFiles weeks;
};

TEST_F(Mistakes, WeekendHoursAreNotCountedByWhereAShiftStarts) {
  on_call_all_night();
  weeks.put(week("2026-W48", {{"on-call.primary", "amara"}}));
  EXPECT_EQ(amara("2026-11-27 12:00", "2026-11-28 12:00"),
            (KindMinutes{Minutes(120), Minutes(420), Minutes(0)}))
      << "Friday night: two hours of Friday, seven of Saturday";
  EXPECT_EQ(amara("2026-11-29 12:00", "2026-11-30 09:00"),
            (KindMinutes{Minutes(420), Minutes(120), Minutes(0)}));
}

TEST_F(Mistakes, AStepIsNotHalfAnHour) {
  WeekFile file = week("2026-W48", {{"on-call.primary", "bea"}});
  file.overrides = {taken_over("on-call.primary", "amara", "2026-11-25 17:10", "2026-11-25 17:25"),
                    taken_over("on-call.primary", "amara", "2026-11-25 18:00", "2026-11-25 18:50")};
  weeks.put(file);
  EXPECT_EQ(amara("2026-11-25 00:00", "2026-11-26 00:00").total(), Minutes(65));
}

TEST_F(Mistakes, ShiftsOffTheGridAreNotDropped) {
  WeekFile file = week("2026-W48", {{"on-call.primary", "bea"}});
  file.overrides = {taken_over("on-call.primary", "amara", "2026-11-25 17:07", "2026-11-25 17:08"),
                    taken_over("on-call.primary", "amara", "2026-11-25 21:59", "2026-11-26 07:01")};
  weeks.put(file);
  EXPECT_EQ(amara("2026-11-25 00:00", "2026-11-27 00:00").total(), Minutes(3));
}

TEST_F(Mistakes, HolidaysAreNotThoseOfTheFirstYearAlone) {
  for (const char* name : {"2026-W52", "2026-W53"}) weeks.put(week(name, {{"on-call.primary", "amara"}}));
  EXPECT_EQ(amara("2026-12-25 00:00", "2027-01-02 00:00").bank_holiday, Minutes(3 * 900))
      << "25 and 28 December 2026, and 1 January 2027";
}

TEST_F(Mistakes, AShiftOverTheEndOfAMonthIsNotPaidTwice) {
  on_call_all_night();
  weeks.put(week("2026-W48", {{"on-call.primary", "amara"}}));
  weeks.put(week("2026-W49", {{"on-call.primary", "amara"}}));
  const Claim november = claim("2026-11-01 00:00", "2026-12-01 00:00");
  const Claim december = claim("2026-12-01 00:00", "2027-01-01 00:00");
  const Claim both = claim("2026-11-01 00:00", "2027-01-01 00:00");
  EXPECT_EQ(november.minutes + december.minutes, both.minutes);
  EXPECT_EQ(*november.on_call.pence + *december.on_call.pence, *both.on_call.pence);
}

TEST_F(Mistakes, AnIncidentOverTheEndOfAMonthIsNotPaidTwice) {
  WeekFile file = week("2026-W49", {{"on-call.primary", "amara"}});
  file.worked = {
      {PersonId("amara"), from_until("2026-11-30 21:30", "2026-12-01 00:35"), "ingress", std::nullopt}};
  weeks.put(file);
  const Claim november = claim("2026-11-01 00:00", "2026-12-01 00:00");
  EXPECT_EQ(november.worked_hours, 3) << "whole, where it begins";
  EXPECT_EQ(november.worked.pence, 7500);
  EXPECT_THAT(claim("2026-12-01 00:00", "2027-01-01 00:00").incidents, SizeIs(0));
}

TEST_F(Mistakes, ADoubledHourIsPaidTwiceAndASkippedOneNotAtAll) {
  on_call_all_night();
  weeks.put(week("2026-W13", {{"on-call.primary", "amara"}}));
  weeks.put(week("2026-W43", {{"on-call.primary", "amara"}}));
  EXPECT_EQ(amara("2026-03-28 12:00", "2026-03-29 12:00").total(), Minutes(480));
  EXPECT_EQ(amara("2026-10-24 12:00", "2026-10-25 12:00").total(), Minutes(600));
}

}  // namespace
}  // namespace cprota::test
