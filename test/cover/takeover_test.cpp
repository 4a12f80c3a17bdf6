// SPDX-License-Identifier: MIT
#include "cprota/cover/takeover.hpp"

#include <gmock/gmock.h>

#include "support/print.hpp"
#include "support/process_team.hpp"

namespace cprota::test {
namespace {

using ::testing::ElementsAre;

class TakeoverTest : public ::testing::Test {
 protected:
  [[nodiscard]] std::vector<std::string> said(const Filter& filter = {}) {
    std::vector<std::string> lines;
    const Interval range = from_until("2026-11-23 00:00", "2026-12-07 00:00");
    for (const Takeover& each : takeovers(team, range, weeks, filter)) {
      lines.push_back(each.role.str() + " " + words(each.from) + " > " + words(each.to) + " " +
                      words(each.during, team.zone) + " " + std::to_string(each.open.count()));
    }
    return lines;
  }
  Team team = process_team();
  WeekFiles weeks;
};

TEST_F(TakeoverTest, OneOverrideOverDaysOfOneHolderIsOne) {
  WeekFile file = week("2026-W48", {{"support.engineer", "cy cy dev dev cy - -"}});
  file.overrides = {taken_over("support.engineer", "bea", "2026-11-23 00:00", "2026-11-30 00:00")};
  weeks.put(file);
  EXPECT_THAT(said(), ElementsAre("support.engineer cy > bea 23T09:00..24T18:00 1080",
                                  "support.engineer dev > bea 25T09:00..26T18:00 1080",
                                  "support.engineer cy > bea 27T09:00..27T18:00 540"));
}

TEST_F(TakeoverTest, AHandoverToOneselfDoesNotCutIt) {
  weeks.put(week("2026-W49", {{"on-call.primary", "cy"}}));
  WeekFile file = week("2026-W48", {{"on-call.primary", "cy"}});
  file.overrides = {taken_over("on-call.primary", "bea", "2026-11-29 12:00", "2026-12-01 09:00")};
  weeks.put(file);
  EXPECT_THAT(said(), ElementsAre("on-call.primary cy > bea 29T12:00..01T09:00 1200"));
}

TEST_F(TakeoverTest, TheOverrideThatWinsCounts) {
  WeekFile file = week("2026-W48", {{"on-call.primary", "cy"}});
  file.overrides = {taken_over("on-call.primary", "bea", "2026-11-28 07:00", "2026-11-28 22:00"),
                    taken_over("on-call.primary", "cy", "2026-11-28 12:00", "2026-11-28 13:00")};
  weeks.put(file);
  EXPECT_THAT(said(), ElementsAre("on-call.primary cy > bea 28T07:00..28T12:00 300",
                                  "on-call.primary cy > bea 28T13:00..28T22:00 540"));
}

TEST_F(TakeoverTest, ClosedHoursAndHoldersThemselvesAreNone) {
  WeekFile file = week("2026-W48", {{"on-call.primary", "cy"}});
  file.overrides = {taken_over("on-call.primary", "bea", "2026-11-25 10:00", "2026-11-25 17:00"),
                    taken_over("on-call.primary", "cy", "2026-11-26 00:00", "2026-11-27 00:00")};
  weeks.put(file);
  EXPECT_THAT(said(), ElementsAre());
}

TEST_F(TakeoverTest, APersonGivesAndTakes) {
  WeekFile file = week("2026-W48", {{"on-call.primary", "cy"}, {"on-call.secondary", "bea"}});
  file.overrides = {taken_over("on-call.primary", "bea", "2026-11-28 07:00", "2026-11-28 22:00"),
                    taken_over("on-call.secondary", "dev", "2026-11-28 07:00", "2026-11-28 22:00")};
  weeks.put(file);
  Filter filter;
  filter.person = PersonId("dev");
  EXPECT_THAT(said(filter), ElementsAre("on-call.secondary bea > dev 28T07:00..28T22:00 900"));
  filter.person = PersonId("bea");
  EXPECT_EQ(said(filter).size(), 2U);
}

}  // namespace
}  // namespace cprota::test
