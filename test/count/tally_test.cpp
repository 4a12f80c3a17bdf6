// SPDX-License-Identifier: MIT
#include "cprota/count/tally.hpp"

#include <gmock/gmock.h>

#include "support/print.hpp"
#include "support/process_team.hpp"

namespace cprota::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string kinds(const KindMinutes& minutes) {
  return std::to_string(minutes.weekday.count()) + " " + std::to_string(minutes.weekend.count()) + " " +
         std::to_string(minutes.bank_holiday.count());
}

std::vector<std::string> rows(const Tally& tally, const Zone& zone) {
  std::vector<std::string> lines;
  for (const TallyRow& row : tally.rows) {
    lines.push_back((row.period.empty() ? "" : row.period + " ") + row.person.str() + " " + row.role.str() +
                    " " + kinds(row.minutes) +
                    (row.during ? " " + words(*row.during, zone) + " " + row.file : ""));
  }
  return lines;
}

std::vector<std::string> people(const Tally& tally) {
  std::vector<std::string> lines;
  for (const PersonTally& person : tally.people) {
    lines.push_back(person.person.str() + " " + kinds(person.minutes) + ", " +
                    std::to_string(person.distinct.count()));
  }
  return lines;
}

std::vector<std::string> gaps(const Tally& tally) {
  std::vector<std::string> lines;
  for (const GapTally& gap : tally.gaps) lines.push_back(gap.role.str() + " " + kinds(gap.minutes));
  return lines;
}

class TallyTest : public ::testing::Test {
 protected:
  [[nodiscard]] Tally counted(const std::string& from, const std::string& until, const Filter& filter = {},
                              Grouping grouping = Grouping::range) {
    return tally(team, from_until(from, until), weeks, filter, grouping);
  }
  Team team = process_team();
  WeekFiles weeks;
};

TEST_F(TallyTest, AnOrdinaryWeekIs70Hours) {
  weeks.put(week("2026-W48", {{"on-call.primary", "amara"}, {"on-call.secondary", "none"}}));
  const Tally sum = counted("2026-11-23 10:00", "2026-11-30 10:00");
  EXPECT_THAT(rows(sum, team.zone), ElementsAre("amara on-call.primary 2400 1800 0"));
  EXPECT_THAT(people(sum), ElementsAre("amara 2400 1800 0, 4200"));
  EXPECT_THAT(gaps(sum), ElementsAre("on-call.secondary 2400 1800 0", "support.engineer 2700 0 0"))
      << "nobody on purpose counts";
  ASSERT_EQ(sum.open.size(), 2U);
  EXPECT_EQ(sum.open[0].open.total(), std::chrono::hours(70));
  EXPECT_EQ(sum.open[0].roles, 2);
}

TEST_F(TallyTest, ChristmasWeekIs77Hours) {
  weeks.put(week("2026-W51", {{"on-call.primary", "amara"}}));
  weeks.put(week("2026-W52", {{"on-call.primary", "amara"}}));
  Filter filter;
  filter.person = PersonId("amara");
  EXPECT_THAT(people(counted("2026-12-21 00:00", "2026-12-28 00:00", filter)),
              ElementsAre("amara 1920 1800 900, 4620"));
}

TEST_F(TallyTest, AnOverrideCountsForWhoTookIt) {
  WeekFile file = week("2026-W48", {{"on-call.primary", "amara"}, {"on-call.secondary", "bea"}});
  file.overrides = {taken_over("on-call.primary", "bea", "2026-11-25 17:30", "2026-11-26 00:00")};
  weeks.put(file);
  const Tally sum = counted("2026-11-25 00:00", "2026-11-26 00:00");
  EXPECT_THAT(rows(sum, team.zone),
              ElementsAre("amara on-call.primary 210 0 0", "bea on-call.primary 270 0 0",
                          "bea on-call.secondary 480 0 0"));
  EXPECT_THAT(people(sum), ElementsAre("amara 210 0 0, 210", "bea 750 0 0, 480"))
      << "two roles at once are 480 minutes of a life";
}

TEST_F(TallyTest, GroupsByDayWeekAndMonth) {
  weeks.put(week("2026-W48", {{"on-call.primary", "amara"}}));
  weeks.put(week("2026-W49", {{"on-call.primary", "bea"}}));
  Filter filter;
  filter.role = role("on-call.primary");
  EXPECT_THAT(
      rows(counted("2026-11-29 00:00", "2026-12-02 00:00", filter, Grouping::day), team.zone),
      ElementsAre("2026-11-29 amara on-call.primary 0 900 0", "2026-11-30 amara on-call.primary 180 0 0",
                  "2026-11-30 bea on-call.primary 300 0 0", "2026-12-01 bea on-call.primary 480 0 0"));
  EXPECT_THAT(rows(counted("2026-11-29 00:00", "2026-12-02 00:00", filter, Grouping::week), team.zone),
              ElementsAre("2026-W48 amara on-call.primary 0 900 0", "2026-W49 amara on-call.primary 180 0 0",
                          "2026-W49 bea on-call.primary 780 0 0"));
  EXPECT_THAT(rows(counted("2026-11-29 00:00", "2026-12-02 00:00", filter, Grouping::month), team.zone),
              ElementsAre("2026-11 amara on-call.primary 180 900 0", "2026-11 bea on-call.primary 300 0 0",
                          "2026-12 bea on-call.primary 480 0 0"));
}

TEST_F(TallyTest, ShiftsAreCutAtMidnight) {
  team.hours[2].versions.front().weekday = Windows{{Minutes(22 * 60), Minutes(31 * 60)}};
  weeks.put(week("2026-W48", {{"on-call.primary", "amara"}}));
  Filter filter;
  filter.role = role("on-call.primary");
  EXPECT_THAT(rows(counted("2026-11-24 12:00", "2026-11-25 12:00", filter, Grouping::shift), team.zone),
              ElementsAre("amara on-call.primary 120 0 0 24T22:00..25T00:00 rota/2026-W48.toml",
                          "amara on-call.primary 420 0 0 25T00:00..25T07:00 rota/2026-W48.toml"));
}

TEST_F(TallyTest, ClockChangesAreThoseInTheRange) {
  const struct {
    const char* name;
    const char* zone;
    const char* from;
    const char* until;
    std::vector<std::string> changes;
  } cases[] = {
      {"a year in London",
       "Europe/London",
       "2026-01-01 00:00",
       "2027-01-01 00:00",
       {"2026-03-29 -60", "2026-10-25 60"}},
      {"from the change", "Europe/London", "2026-03-29 02:00", "2026-04-01 00:00", {"2026-03-29 -60"}},
      {"until the change", "Europe/London", "2026-03-28 00:00", "2026-03-29 02:00", {}},
      {"Lord Howe",
       "Australia/Lord_Howe",
       "2026-01-01 00:00",
       "2027-01-01 00:00",
       {"2026-04-05 30", "2026-10-04 -30"}},
      {"Apia skips a day", "Pacific/Apia", "2011-12-29 00:00", "2012-01-01 00:00", {"2011-12-30 -1440"}},
      {"Kathmandu", "Asia/Kathmandu", "1985-12-31 00:00", "1986-01-02 00:00", {"1986-01-01 -15"}},
      {"midnight is skipped",
       "America/Sao_Paulo",
       "2018-11-01 00:00",
       "2018-12-01 00:00",
       {"2018-11-04 -60"}},
      {"midnight is put off", "America/Sao_Paulo", "2018-02-01 00:00", "2018-03-01 00:00", {"2018-02-17 60"}},
      {"none", "Asia/Kathmandu", "2026-01-01 00:00", "2027-01-01 00:00", {}},
  };
  for (const auto& each : cases) {
    const Zone zone = zone_named(each.zone);
    std::vector<std::string> found;
    for (const ClockChange& change : clock_changes_in(zone, from_until(each.from, each.until, zone))) {
      found.push_back(iso_date(change.date) + " " + std::to_string(change.minutes.count()));
    }
    EXPECT_EQ(found, each.changes) << each.name;
  }
}

TEST_F(TallyTest, ASpringNightIsAnHourShorter) {
  team.hours[2].versions.front().weekend = Windows{{Minutes(0), Minutes(1440)}};
  weeks.put(week("2026-W13", {{"on-call.primary", "amara"}}));
  Filter filter;
  filter.person = PersonId("amara");
  EXPECT_THAT(people(counted("2026-03-28 00:00", "2026-03-30 00:00", filter)),
              ElementsAre("amara 0 2820 0, 2820"));
}

TEST_F(TallyTest, NothingIsNothing) {
  Filter filter;
  filter.person = PersonId("amara");
  const Tally sum = counted("2026-11-23 10:00", "2026-11-30 10:00", filter);
  EXPECT_THAT(sum.rows, IsEmpty());
  EXPECT_THAT(sum.people, IsEmpty());
  EXPECT_THAT(sum.gaps, IsEmpty());
}

}  // namespace
}  // namespace cprota::test
