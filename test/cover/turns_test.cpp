// SPDX-License-Identifier: MIT
#include "cprota/cover/turns.hpp"

#include <gmock/gmock.h>

#include "support/print.hpp"
#include "support/process_team.hpp"

namespace cprota::test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> turns(const Team& team, WeekSource& weeks, const std::string& from,
                               const std::string& until, const Filter& filter = {}) {
  return words(turns_in(team, from_until(from, until), weeks, filter), team.zone);
}

Filter only(const std::string& role_name) {
  Filter filter;
  filter.role = role(role_name);
  return filter;
}

TEST(Turns, OfWeeksAreWholeAndWithoutOverrides) {
  const Team team = process_team();
  WeekFiles weeks;
  WeekFile file = week("2026-W48", {{"on-call.primary", "cy"}});
  file.overrides = {taken_over("on-call.primary", "dev", "2026-11-23 10:00", "2026-11-30 10:00")};
  weeks.put(file);
  EXPECT_THAT(turns(team, weeks, "2026-11-23 00:00", "2026-11-30 00:00", only("on-call.primary")),
              ElementsAre("on-call.primary 2026-W47 - 16T10:00..23T10:00",
                          "on-call.primary 2026-W48 cy 23T10:00..30T10:00"));
}

TEST(Turns, OfDaysWithoutOpenMinutesAreNone) {
  const Team team = process_team();
  WeekFiles weeks;
  weeks.put(week("2026-W53", {{"support.engineer", "cy cy dev none - amara amara"}}));
  EXPECT_THAT(turns(team, weeks, "2026-12-28 00:00", "2027-01-04 00:00", only("support.engineer")),
              ElementsAre("support.engineer 2026-W53 2026-12-29 cy 29T00:00..30T00:00",
                          "support.engineer 2026-W53 2026-12-30 dev 30T00:00..31T00:00",
                          "support.engineer 2026-W53 2026-12-31 none 31T00:00..01T00:00"))
      << "28 December and 1 January are bank holidays";
}

TEST(Turns, AListOfSevenMakesDaysOfAWeek) {
  const Team team = process_team();
  WeekFiles weeks;
  weeks.put(
      week("2026-W48", {{"on-call.primary", "cy cy cy dev dev dev dev"}, {"on-call.secondary", "bea"}}));
  const auto all = turns(team, weeks, "2026-11-25 12:00", "2026-11-26 20:00");
  EXPECT_THAT(all, ElementsAre("on-call.secondary 2026-W48 bea 23T10:00..30T10:00",
                               "support.engineer 2026-W48 2026-11-25 - 25T00:00..26T00:00",
                               "on-call.primary 2026-W48 2026-11-25 cy 25T10:00..26T10:00",
                               "support.engineer 2026-W48 2026-11-26 - 26T00:00..27T00:00",
                               "on-call.primary 2026-W48 2026-11-26 dev 26T10:00..27T10:00"))
      << "in order of begin";
}

TEST(Turns, ANameInARotaOfDaysIsSevenTurns) {
  const Team team = process_team();
  WeekFiles weeks;
  weeks.put(week("2026-W48", {{"support.engineer", "cy"}}));
  Filter filter = only("support.engineer");
  filter.person = PersonId("cy");
  EXPECT_EQ(turns(team, weeks, "2026-11-01 00:00", "2027-01-01 00:00", filter).size(), 5U);
}

TEST(Turns, TouchedOnlyInClosedHoursAreNotInTheRange) {
  const Team team = process_team();
  WeekFiles weeks;
  EXPECT_THAT(turns(team, weeks, "2026-11-23 10:00", "2026-11-23 17:00", only("on-call.primary")), IsEmpty());
  EXPECT_THAT(turns(team, weeks, "2026-11-23 09:59", "2026-11-23 10:01", only("on-call.primary")),
              ElementsAre("on-call.primary 2026-W47 - 16T10:00..23T10:00"));
}

TEST(Turns, ADayThatNeverWasIsNoTurn) {
  Team team = process_team();
  team.zone = zone_named("Pacific/Apia");
  team.bank_holidays = BankHolidays(Division::none);
  WeekFiles weeks;
  weeks.put(week("2011-W52", {{"support.engineer", "amara amara amara amara bea cy cy"}}));
  const auto all = words(turns_in(team, from_until("2011-12-26 00:00", "2012-01-02 00:00", team.zone), weeks,
                                  only("support.engineer")),
                         team.zone);
  EXPECT_EQ(all.size(), 4U);
  EXPECT_THAT(all, Not(Contains("support.engineer 2011-W52 2011-12-30 bea 31T00:00..31T00:00")));
}

TEST(Turns, OpenPartIsWhatCounts) {
  const Team team = process_team();
  WeekFiles weeks;
  const auto all =
      turns_in(team, from_until("2026-11-25 00:00", "2026-11-26 00:00"), weeks, only("on-call.primary"));
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(open_part(team, all.front()).minutes(), std::chrono::hours(70));
}

TEST(Turns, EveryWeekOfTwoCenturiesIsListed) {
  const Team team = process_team();
  CountingWeeks weeks;
  weeks.put(week("2026-W48", {{"on-call.primary", "cy"}}));
  const auto all =
      turns_in(team, from_until("1971-01-04 10:00", "2199-01-07 10:00"), weeks, only("on-call.primary"));
  EXPECT_EQ(all.size(), 11897U);
  EXPECT_LE(weeks.asked().size(), 3U);
}

}  // namespace
}  // namespace cprota::test
