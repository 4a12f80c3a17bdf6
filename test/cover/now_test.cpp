// SPDX-License-Identifier: MIT
#include "cprota/cover/now.hpp"

#include <gmock/gmock.h>

#include "support/print.hpp"
#include "support/process_team.hpp"

namespace cprota::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class NowTest : public ::testing::Test {
 protected:
  NowTest() {
    weeks.put(week("2026-W47", {{"on-call.primary", "amara"}, {"on-call.secondary", "bea"}}));
    WeekFile file = week("2026-W48", {{"on-call.primary", "cy"},
                                      {"on-call.secondary", "dev"},
                                      {"support.engineer", "dev dev bea bea cy - -"}});
    file.overrides = {
        taken_over("support.engineer", "cy", "2026-11-23 00:00", "2026-11-24 00:00", "Dev is travelling")};
    weeks.put(file);
    weeks.put(week("2026-W49", {{"on-call.primary", "cy"}, {"on-call.secondary", "none"}}));
  }

  [[nodiscard]] Now now(const std::string& text) { return now_at(team, weeks, at(text)); }
  template <class T>
  [[nodiscard]] std::vector<std::string> said(const std::vector<T>& all) const {
    return words(all, team.zone);
  }
  [[nodiscard]] std::vector<std::string> covering(const Now& now) const {
    std::vector<std::string> lines;
    for (const Covering& each : now.covering) {
      lines.push_back(
          words(each.shift, team.zone) +
          (each.then ? " then " + each.then->person.str() + " " + words(each.then->at, team.zone) : ""));
    }
    return lines;
  }

  Team team = process_team();
  WeekFiles weeks;
};

TEST_F(NowTest, HoursOpen) {
  const Now state = now("2026-11-23 09:15");
  EXPECT_EQ(state.date, date_of("2026-11-23"));
  EXPECT_EQ(state.day, DayKind::weekday);
  EXPECT_FALSE(state.bank_holiday);
  EXPECT_THAT(state.open, ElementsAre(HoursId("working"), HoursId("on-call")));
  EXPECT_THAT(
      covering(state),
      ElementsAre("on-call.primary amara 23T07:00..23T10:00 rota/2026-W47.toml then cy 23T17:00",
                  "on-call.secondary bea 23T07:00..23T10:00 rota/2026-W47.toml then dev 23T17:00",
                  "support.engineer cy 23T09:00..23T18:00 rota/2026-W48.toml Dev is travelling then dev "
                  "24T09:00"));
  EXPECT_THAT(state.gaps, IsEmpty());
  EXPECT_THAT(said(state.turns), ElementsAre("on-call.primary amara until 23T10:00 then cy",
                                             "on-call.secondary bea until 23T10:00 then dev",
                                             "support.engineer cy until 24T00:00 then dev"));
  EXPECT_THAT(said(state.next), ElementsAre("23T10:00 close on-call", "23T10:00 open support"));
}

TEST_F(NowTest, OutsideAllHours) {
  const Now state = now("2026-11-24 02:00");
  EXPECT_THAT(state.open, IsEmpty());
  EXPECT_THAT(state.covering, IsEmpty());
  EXPECT_THAT(state.gaps, IsEmpty());
  EXPECT_THAT(said(state.next), ElementsAre("24T07:00 open on-call"));
  ASSERT_EQ(state.turns.size(), 3U);
  EXPECT_EQ(state.turns[0].holder, Holder(PersonId("cy")));
  EXPECT_EQ(state.turns[0].opens, at("2026-11-24 07:00"));
  EXPECT_EQ(state.turns[2].opens, at("2026-11-24 09:00"));
}

TEST_F(NowTest, TheSameHolderInTwoFilesIsOneStretch) {
  EXPECT_THAT(said(now("2026-11-25 12:00").turns),
              ElementsAre("on-call.primary cy until 07T10:00 then -",
                          "on-call.secondary dev until 30T10:00 then none",
                          "support.engineer bea until 27T00:00 then cy"));
}

TEST_F(NowTest, NotFilledForEverHasNoEnd) {
  EXPECT_THAT(said(now("2027-06-01 12:00").turns),
              ElementsAre("on-call.primary -", "on-call.secondary -", "support.engineer -"));
}

TEST_F(NowTest, NotFilledYetEndsWithTheFirstFile) {
  EXPECT_THAT(said(now("1999-06-01 12:00").turns), ElementsAre("on-call.primary - until 16T10:00 then amara",
                                                               "on-call.secondary - until 16T10:00 then bea",
                                                               "support.engineer - until 23T00:00 then cy"));
}

TEST_F(NowTest, NobodyOnPurposeIsNoGap) {
  const Now state = now("2026-12-01 18:30");
  EXPECT_THAT(said(state.nobody), ElementsAre("on-call.secondary 01T17:00..01T22:00"));
  EXPECT_THAT(state.gaps, IsEmpty());
}

TEST_F(NowTest, AGapIsTheWholeStretch) {
  const Now state = now("2026-12-02 09:30");
  EXPECT_THAT(said(state.gaps), ElementsAre("support.engineer 02T09:00..02T18:00"));
}

TEST_F(NowTest, NothingFollowsWhereNobodyHasTheRoleWhenHoursOpen) {
  const Now state = now("2026-11-27 12:00");
  EXPECT_THAT(covering(state), ElementsAre("support.engineer cy 27T09:00..27T18:00 rota/2026-W48.toml"));
}

TEST_F(NowTest, ABankHolidayHasItsTitle) {
  const Now state = now("2026-12-28 08:00");
  EXPECT_EQ(state.day, DayKind::bank_holiday);
  ASSERT_TRUE(state.bank_holiday);
  EXPECT_EQ(state.bank_holiday->title, "Boxing Day");
}

// On-call hours never close, and nothing else opens.
class NextTest : public ::testing::Test {
 protected:
  NextTest() {
    const Windows whole_day{{Minutes(0), Minutes(1440)}};
    team.hours.erase(team.hours.begin(), team.hours.begin() + 2);
    team.hours.front().versions.front().weekday = whole_day;
    team.hours.front().versions.front().weekend = whole_day;
    team.hours.front().versions.front().bank_holiday = whole_day;
    team.rotas.pop_back();
  }
  [[nodiscard]] std::vector<std::string> next(const std::string& text) {
    return words(next_changes(team, weeks, at(text)), team.zone);
  }
  Team team = process_team();
  WeekFiles weeks;
};

TEST_F(NextTest, PeopleChangeWhileHoursStayOpen) {
  weeks.put(week("2026-W47", {{"on-call.primary", "amara"}, {"on-call.secondary", "bea"}}));
  weeks.put(week("2026-W48", {{"on-call.primary", "cy"}, {"on-call.secondary", "amara"}}));
  EXPECT_THAT(next("2026-11-20 00:00"),
              ElementsAre("23T10:00 end on-call.primary amara", "23T10:00 end on-call.secondary bea",
                          "23T10:00 start on-call.primary cy", "23T10:00 start on-call.secondary amara"));
  EXPECT_THAT(next("2026-11-23 10:00"),
              ElementsAre("30T10:00 end on-call.primary cy", "30T10:00 end on-call.secondary amara"));
  EXPECT_THAT(next("2026-11-01 00:00"),
              ElementsAre("16T10:00 start on-call.primary amara", "16T10:00 start on-call.secondary bea"));
  EXPECT_THAT(next("2026-11-30 10:00"), IsEmpty());
}

TEST_F(NextTest, AHandoverToOneselfIsNoChange) {
  weeks.put(week("2026-W47", {{"on-call.primary", "amara"}}));
  weeks.put(week("2026-W48", {{"on-call.primary", "amara"}}));
  EXPECT_THAT(next("2026-11-20 00:00"), ElementsAre("30T10:00 end on-call.primary amara"));
}

TEST_F(NextTest, NothingWithin400DaysIsNothing) {
  weeks.put(week("2026-W48", {{"on-call.primary", "amara"}}));
  const Instant handover = at("2026-11-23 10:00");
  const auto days_before = [&](int n) { return next_changes(team, weeks, handover - std::chrono::days(n)); };
  EXPECT_EQ(days_before(400).size(), 1U);
  EXPECT_THAT(next_changes(team, weeks, handover - std::chrono::days(400) - std::chrono::minutes(1)),
              IsEmpty());
}

TEST_F(NextTest, NothingChangesBeyondTheLastDate) {
  team.hours.front().versions.front().weekday = {{Minutes(1410), Minutes(1575)}};
  EXPECT_THAT(next_changes(team, weeks, at("2199-12-31 23:59")).size(), testing::Le(1U));
}

TEST_F(NextTest, ClosingComesBeforeOpening) {
  team = process_team();
  team.rotas.pop_back();
  std::swap(team.hours[0], team.hours[2]);
  EXPECT_THAT(next("2026-11-23 10:00"), ElementsAre("23T17:00 close support", "23T17:00 open on-call"));
  EXPECT_THAT(next("2026-11-23 18:30"), ElementsAre("23T22:00 close on-call"));
}

TEST_F(NextTest, AnOpeningAcrossMidnightsDoesNotClose) {
  team.hours.front().versions.front().dates[date_of("2026-11-25")] = {{Minutes(0), Minutes(600)}};
  EXPECT_THAT(next("2026-11-20 00:00"), ElementsAre("25T10:00 close on-call"));
  EXPECT_THAT(next("2026-11-25 10:00"), ElementsAre("26T00:00 open on-call"));
}

TEST_F(NextTest, AGapWithoutEndIsFoundQuickly) {
  const Now state = now_at(team, weeks, at("2026-11-25 12:00"));
  ASSERT_EQ(state.gaps.size(), 2U);
  EXPECT_EQ(state.gaps.front().during,
            Interval(team.zone.begin_of(first_date), team.zone.begin_of(last_date + std::chrono::days(1))));
}

}  // namespace
}  // namespace cprota::test
