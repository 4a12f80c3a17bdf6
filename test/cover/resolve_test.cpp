// SPDX-License-Identifier: MIT
#include "cprota/cover/resolve.hpp"

#include <gmock/gmock.h>

#include "support/print.hpp"
#include "support/process_team.hpp"

namespace cprota::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The process team with one rota whose hours never close.
Team always_open() {
  Team team = process_team();
  for (Hours& hours : team.hours) {
    const Windows whole_day{{Minutes(0), Minutes(1440)}};
    hours.versions.front().weekday = whole_day;
    hours.versions.front().weekend = whole_day;
    hours.versions.front().bank_holiday = whole_day;
  }
  team.rotas.pop_back();
  team.rotas.front().roles.pop_back();
  return team;
}

std::vector<std::string> shifts(const Team& team, WeekSource& weeks, const Interval& range) {
  return words(cover_of(team, range, weeks).shifts, team.zone);
}

TEST(Resolve, ATurnGoesFromHandoverToHandover) {
  const Team team = process_team();
  WeekFiles weeks;
  weeks.put(week("2026-W47", {{"on-call.primary", "amara"}, {"on-call.secondary", "bea"}}));
  weeks.put(week("2026-W48", {{"on-call.primary", "cy"}, {"on-call.secondary", "dev"}}));
  EXPECT_THAT(shifts(team, weeks, from_until("2026-11-22 00:00", "2026-11-24 00:00")),
              ElementsAre("on-call.primary amara 22T07:00..22T22:00 rota/2026-W47.toml",
                          "on-call.secondary bea 22T07:00..22T22:00 rota/2026-W47.toml",
                          "on-call.primary amara 23T07:00..23T10:00 rota/2026-W47.toml",
                          "on-call.secondary bea 23T07:00..23T10:00 rota/2026-W47.toml",
                          "on-call.primary cy 23T17:00..23T22:00 rota/2026-W48.toml",
                          "on-call.secondary dev 23T17:00..23T22:00 rota/2026-W48.toml"));
}

TEST(Resolve, AListOfSevenChangesAtTheTimeOfTheHandover) {
  Team team = always_open();
  team.rotas.front().handover = {std::chrono::Wednesday, Minutes(720)};
  WeekFiles weeks;
  weeks.put(week("2026-W48", {{"on-call.primary", "amara amara bea cy cy dev amara"}}));
  EXPECT_THAT(shifts(team, weeks, from_until("2026-11-23 00:00", "2026-12-07 00:00")),
              ElementsAre("on-call.primary amara 25T12:00..27T12:00 rota/2026-W48.toml",
                          "on-call.primary bea 27T12:00..28T12:00 rota/2026-W48.toml",
                          "on-call.primary cy 28T12:00..30T12:00 rota/2026-W48.toml",
                          "on-call.primary dev 30T12:00..01T12:00 rota/2026-W48.toml",
                          "on-call.primary amara 01T12:00..02T12:00 rota/2026-W48.toml"));
}

TEST(Resolve, AShiftDoesNotCrossTheHandoverOfItsRota) {
  const Team team = always_open();
  WeekFiles weeks;
  weeks.put(week("2026-W47", {{"on-call.primary", "amara"}}));
  weeks.put(week("2026-W48", {{"on-call.primary", "amara"}}));
  EXPECT_THAT(shifts(team, weeks, from_until("2026-11-20 00:00", "2026-11-26 00:00")),
              ElementsAre("on-call.primary amara 20T00:00..23T10:00 rota/2026-W47.toml",
                          "on-call.primary amara 23T10:00..26T00:00 rota/2026-W48.toml"));
}

TEST(Resolve, TheLaterEntryOfAFileWins) {
  const Team team = always_open();
  WeekFiles weeks;
  WeekFile file = week("2026-W48", {{"on-call.primary", "amara"}});
  file.overrides = {taken_over("on-call.primary", "bea", "2026-11-25 10:00", "2026-11-25 20:00", "first"),
                    taken_over("on-call.primary", "cy", "2026-11-25 12:00", "2026-11-25 14:00", "second")};
  weeks.put(file);
  EXPECT_THAT(shifts(team, weeks, from_until("2026-11-25 00:00", "2026-11-26 00:00")),
              ElementsAre("on-call.primary amara 25T00:00..25T10:00 rota/2026-W48.toml",
                          "on-call.primary bea 25T10:00..25T12:00 rota/2026-W48.toml first",
                          "on-call.primary cy 25T12:00..25T14:00 rota/2026-W48.toml second",
                          "on-call.primary bea 25T14:00..25T20:00 rota/2026-W48.toml first",
                          "on-call.primary amara 25T20:00..26T00:00 rota/2026-W48.toml"));
}

TEST(Resolve, TheFileOfTheLaterWeekWins) {
  const Team team = always_open();
  WeekFiles weeks;
  WeekFile before = week("2026-W47", {});
  before.overrides = {taken_over("on-call.primary", "bea", "2026-11-20 00:00", "2026-11-26 00:00", "early"),
                      taken_over("on-call.primary", "dev", "2026-11-22 00:00", "2026-11-24 12:00", "second")};
  WeekFile file = week("2026-W48", {{"on-call.primary", "amara"}});
  file.overrides = {taken_over("on-call.primary", "cy", "2026-11-24 00:00", "2026-11-25 00:00", "late")};
  weeks.put(before);
  weeks.put(file);
  EXPECT_THAT(shifts(team, weeks, from_until("2026-11-21 00:00", "2026-11-27 00:00")),
              ElementsAre("on-call.primary bea 21T00:00..22T00:00 rota/2026-W47.toml early",
                          "on-call.primary dev 22T00:00..24T00:00 rota/2026-W47.toml second",
                          "on-call.primary cy 24T00:00..25T00:00 rota/2026-W48.toml late",
                          "on-call.primary bea 25T00:00..26T00:00 rota/2026-W47.toml early",
                          "on-call.primary amara 26T00:00..27T00:00 rota/2026-W48.toml"));
}

TEST(Resolve, TwoOverridesOfOnePersonAreTwoShifts) {
  const Team team = always_open();
  WeekFiles weeks;
  WeekFile file = week("2026-W48", {});
  file.overrides = {taken_over("on-call.primary", "bea", "2026-11-25 10:00", "2026-11-25 12:00", "first"),
                    taken_over("on-call.primary", "bea", "2026-11-25 12:00", "2026-11-25 14:00", "second")};
  weeks.put(file);
  EXPECT_THAT(shifts(team, weeks, from_until("2026-11-25 00:00", "2026-11-26 00:00")),
              ElementsAre("on-call.primary bea 25T10:00..25T12:00 rota/2026-W48.toml first",
                          "on-call.primary bea 25T12:00..25T14:00 rota/2026-W48.toml second"));
}

TEST(Resolve, AnOverrideMayEmptyARoleOrLeaveItToNobody) {
  const Team team = always_open();
  WeekFiles weeks;
  WeekFile file = week("2026-W48", {{"on-call.primary", "amara"}});
  file.overrides = {taken_over("on-call.primary", "", "2026-11-25 10:00", "2026-11-25 12:00"),
                    taken_over("on-call.primary", "none", "2026-11-25 12:00", "2026-11-25 14:00")};
  weeks.put(file);
  const Cover cover = cover_of(team, from_until("2026-11-25 00:00", "2026-11-26 00:00"), weeks);
  EXPECT_THAT(words(cover.gaps, team.zone), ElementsAre("on-call.primary 25T10:00..25T12:00"));
  EXPECT_THAT(words(cover.nobody, team.zone), ElementsAre("on-call.primary 25T12:00..25T14:00"));
}

TEST(Resolve, AGapIsNotCutAtHandoversNorByEmptyOverrides) {
  const Team team = always_open();
  WeekFiles weeks;
  weeks.put(week("2026-W46", {{"on-call.primary", "amara"}}));
  WeekFile empty = week("2026-W48", {{"on-call.primary", "- - - - - - -"}});
  empty.overrides = {taken_over("on-call.primary", "", "2026-11-25 10:00", "2026-11-25 12:00")};
  weeks.put(empty);
  weeks.put(week("2026-W50", {{"on-call.primary", "amara"}}));
  const Cover cover = cover_of(team, from_until("2026-11-01 00:00", "2026-12-30 00:00"), weeks);
  EXPECT_THAT(words(cover.gaps, team.zone),
              ElementsAre("on-call.primary 01T00:00..09T10:00", "on-call.primary 16T10:00..07T10:00",
                          "on-call.primary 14T10:00..30T00:00"));
}

TEST(Resolve, AnOptionalRoleMakesNoGap) {
  Team team = always_open();
  team.rotas.front().roles.front().optional = true;
  WeekFiles weeks;
  weeks.put(week("2026-W48", {{"on-call.primary", "- - none amara amara amara amara"}}));
  const Cover cover = cover_of(team, from_until("2026-11-22 10:00", "2026-11-30 10:00"), weeks);
  EXPECT_THAT(cover.gaps, IsEmpty());
  EXPECT_THAT(words(cover.nobody, team.zone),
              ElementsAre("on-call.primary 22T10:00..25T10:00", "on-call.primary 25T10:00..26T10:00"));
  EXPECT_FALSE(cover.nobody.front().on_purpose);
  EXPECT_TRUE(cover.nobody.back().on_purpose);
}

TEST(Resolve, WhatIsAskedForNarrows) {
  const Team team = process_team();
  WeekFiles weeks;
  weeks.put(week("2026-W48", {{"on-call.primary", "cy"}, {"support.engineer", "cy dev - - - - -"}}));
  const Interval range = from_until("2026-11-24 00:00", "2026-11-25 00:00");

  Filter by_rota;
  by_rota.rota = RotaId("support");
  EXPECT_THAT(words(cover_of(team, range, weeks, by_rota).shifts, team.zone),
              ElementsAre("support.engineer dev 24T09:00..24T18:00 rota/2026-W48.toml"));
  Filter by_role;
  by_role.role = role("on-call.secondary");
  EXPECT_THAT(cover_of(team, range, weeks, by_role).shifts, IsEmpty());
  EXPECT_THAT(words(cover_of(team, range, weeks, by_role).gaps, team.zone),
              ElementsAre("on-call.secondary 24T07:00..24T10:00", "on-call.secondary 24T17:00..24T22:00"));
  Filter by_person;
  by_person.person = PersonId("dev");
  EXPECT_THAT(words(cover_of(team, range, weeks, by_person).shifts, team.zone),
              ElementsAre("support.engineer dev 24T09:00..24T18:00 rota/2026-W48.toml"));
  EXPECT_THAT(cover_of(team, range, weeks, by_person).gaps, IsEmpty());
}

TEST(Resolve, StretchesFillTheRange) {
  const Team team = process_team();
  WeekFiles weeks;
  weeks.put(week("2026-W48", {{"on-call.primary", "cy"}}));
  const Interval range = from_until("2026-11-20 03:00", "2026-12-02 03:00");
  const auto all = stretches(team, team.rotas.front(), role("on-call.primary"), range, weeks);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].during, from_until("2026-11-20 03:00", "2026-11-23 10:00"));
  EXPECT_FALSE(all[0].source);
  EXPECT_EQ(all[1].during, from_until("2026-11-23 10:00", "2026-11-30 10:00"));
  EXPECT_EQ(all[1].holder, Holder(PersonId("cy")));
  EXPECT_EQ(all[2].during, from_until("2026-11-30 10:00", "2026-12-02 03:00"));
}

TEST(Resolve, ReadsTheWeeksOfTheRangeAndTheOneBefore) {
  const Team team = process_team();
  CountingWeeks weeks;
  for (const char* name : {"2026-W46", "2026-W47", "2026-W48", "2026-W49", "2026-W50"}) {
    weeks.put(week(name, {{"on-call.primary", "cy"}}));
  }
  (void)cover_of(team, from_until("2026-11-23 00:00", "2026-12-07 00:00"), weeks);
  EXPECT_THAT(weeks.asked(), ElementsAre("2026-W47", "2026-W48", "2026-W49"));
  EXPECT_EQ(weeks.looks(), 0);
}

TEST(Resolve, YearsWithoutFilesCostOneLook) {
  const Team team = process_team();
  CountingWeeks weeks;
  weeks.put(week("2027-W01", {{"on-call.primary", "cy"}}));
  weeks.put(week("2190-W01", {{"on-call.primary", "cy"}}));
  (void)stretches(team, team.rotas.front(), role("on-call.primary"),
                  from_until("1971-01-01 00:00", "2199-01-01 00:00"), weeks);
  EXPECT_LE(weeks.asked().size(), 8U);
}

}  // namespace
}  // namespace cprota::test
