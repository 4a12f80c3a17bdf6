// SPDX-License-Identifier: MIT
// Which week files an answer about one moment asks for.
#include <gmock/gmock.h>

#include "cprota/cover/now.hpp"

#include "support/process_team.hpp"

namespace cprota::test {
namespace {

using ::testing::ElementsAreArray;

struct Case {
  std::string name;
  std::string moment;
  std::vector<std::string> files;
};

void PrintTo(const Case& value, std::ostream* out) {
  *out << value.name;
}

class NowFiles : public ::testing::TestWithParam<Case> {
 protected:
  NowFiles() {
    const std::vector<std::string> people{"amara", "bea", "cy", "dev"};
    for (int i = 1; i < 53; ++i) {
      const std::string& primary = people[static_cast<std::size_t>(i) % 4];
      const std::string& secondary = people[static_cast<std::size_t>(i + 1) % 4];
      weeks.put(week(IsoWeek::of(2026, i)->str(), {{"on-call.primary", primary},
                                                   {"on-call.secondary", secondary},
                                                   {"support.engineer", "cy dev cy dev cy dev bea"}}));
    }
  }
  Team team = process_team();
  CountingWeeks weeks;
};

TEST_P(NowFiles, AreThoseOfTheModel) {
  (void)now_at(team, weeks, at(GetParam().moment));
  EXPECT_THAT(weeks.asked(), ElementsAreArray(GetParam().files));
  EXPECT_EQ(weeks.looks(), 0);
}

INSTANTIATE_TEST_SUITE_P(
    Moments, NowFiles,
    ::testing::Values(Case{"BeforeTheHandover", "2026-11-23 09:15", {"2026-W47", "2026-W48"}},
                      Case{"AfterTheHandover", "2026-11-23 18:00", {"2026-W47", "2026-W48", "2026-W49"}},
                      Case{"AtNight", "2026-11-25 02:00", {"2026-W47", "2026-W48", "2026-W49"}},
                      Case{"OnSunday", "2026-11-29 12:00", {"2026-W47", "2026-W48", "2026-W49"}}),
    [](const auto& each) { return each.param.name; });

TEST_P(NowFiles, AreTwoForWhoCovers) {
  const std::vector<OpenRole> open = open_roles(team, weeks, at(GetParam().moment));
  const auto read = static_cast<std::ptrdiff_t>(open.empty() ? 0 : 2);
  EXPECT_THAT(weeks.asked(), ElementsAreArray(GetParam().files.begin(), GetParam().files.begin() + read));
  EXPECT_EQ(weeks.looks(), 0);
  EXPECT_EQ(open.size(), now_at(team, weeks, at(GetParam().moment)).covering.size());
}

class NowFilesOfOne : public ::testing::Test {
 protected:
  NowFilesOfOne() {
    team.rotas.pop_back();
    team.rotas.front().roles.pop_back();
    const Windows whole_day{{Minutes(0), Minutes(1440)}};
    for (Hours& hours : team.hours) {
      hours.versions.front().weekday = whole_day;
      hours.versions.front().weekend = whole_day;
      hours.versions.front().bank_holiday = whole_day;
    }
  }
  Team team = process_team();
  CountingWeeks weeks;
};

TEST_F(NowFilesOfOne, GoOnToTheLastWeekOfTheSameHolder) {
  for (int i = 40; i < 50; ++i) {
    weeks.put(week(IsoWeek::of(2026, i)->str(), {{"on-call.primary", i < 45 ? "amara" : "bea"}}));
  }
  (void)now_at(team, weeks, at("2026-10-14 12:00"));
  EXPECT_THAT(weeks.asked(), ElementsAreArray({"2026-W41", "2026-W42", "2026-W43", "2026-W44", "2026-W45"}));
}

TEST_F(NowFilesOfOne, GoBackToTheHandoverAndWhatMayHideIt) {
  for (int i = 40; i < 50; ++i) {
    weeks.put(week(IsoWeek::of(2026, i)->str(), {{"on-call.primary", i % 2 == 0 ? "amara" : "bea"}}));
  }
  const Now state = now_at(team, weeks, at("2026-11-16 09:00"));
  EXPECT_EQ(state.covering.front().shift.during, from_until("2026-11-09 10:00", "2026-11-16 10:00"));
  EXPECT_THAT(weeks.asked(), ElementsAreArray({"2026-W45", "2026-W46", "2026-W47"}));
}

TEST_F(NowFilesOfOne, DoNotGoBackBeforeAnOverride) {
  for (int i = 40; i < 50; ++i) {
    WeekFile file = week(IsoWeek::of(2026, i)->str(), {{"on-call.primary", i % 2 == 0 ? "amara" : "bea"}});
    if (i == 46)
      file.overrides = {taken_over("on-call.primary", "cy", "2026-11-13 10:00", "2026-11-17 10:00")};
    weeks.put(file);
  }
  const Now state = now_at(team, weeks, at("2026-11-16 09:00"));
  EXPECT_EQ(state.covering.front().shift.during, from_until("2026-11-13 10:00", "2026-11-17 10:00"));
  EXPECT_THAT(weeks.asked(), ElementsAreArray({"2026-W46", "2026-W47"}));
}

TEST_F(NowFilesOfOne, YearsWithoutFilesAreSkipped) {
  weeks.put(week("1990-W01", {{"on-call.primary", "amara"}}));
  weeks.put(week("2190-W01", {{"on-call.primary", "amara"}}));
  const Now state = now_at(team, weeks, at("2026-11-16 09:00"));
  EXPECT_EQ(state.gaps.front().during, from_until("1990-01-08 10:00", "2190-01-04 10:00"));
  EXPECT_LE(weeks.asked().size(), 8U);
}

}  // namespace
}  // namespace cprota::test
