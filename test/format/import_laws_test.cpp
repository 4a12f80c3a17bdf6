// SPDX-License-Identifier: MIT
// What is exported and imported into empty files is the same.
#include <map>

#include <gtest/gtest.h>

#include "cprota/format/import_schedule.hpp"
#include "cprota/format/write_pagerduty.hpp"
#include "cprota/format/write_rota.hpp"
#include "cprota/time/print.hpp"

#include "scratch_folder.hpp"
#include "support/print.hpp"
#include "support/random_team.hpp"
#include "team_text.hpp"

namespace cprota::test {
namespace {

// Who has a role when, neighbours of one person joined: the same in any cuts.
std::vector<std::string> lines_of(const Cover& cover, const RoleRef& role, const Zone& zone) {
  std::map<PersonId, std::vector<Interval>> by_person;
  for (const Shift& shift : cover.shifts) {
    if (shift.role == role) by_person[shift.person].push_back(shift.during);
  }
  std::vector<std::string> lines;
  for (const auto& [person, times] : by_person) {
    const IntervalSet joined(times);
    for (const Interval& during : joined.intervals()) {
      lines.push_back(person.str() + " " + rfc3339(during.begin(), zone) + " " + rfc3339(during.end(), zone));
    }
  }
  return lines;
}

class ImportLaws : public ::testing::TestWithParam<Scene> {
 protected:
  static constexpr unsigned teams = 4;

  ImportLaws() : zone(zone_named(GetParam().zone)), around(date_of(GetParam().date)) {}

  [[nodiscard]] RandomTeam team_of(unsigned seed) const {
    Dice dice(seed);
    RandomTeam random = random_team(dice, zone, around);
    random.team.bank_holidays = BankHolidays(Division::england_and_wales);
    return random;
  }

  // Imports one role of an export into the team's files; nothing where there is nothing in it.
  static void import(const std::string& path, const std::string& text, const RoleRef& role) {
    auto folder = TeamFolder::open(path);
    ASSERT_TRUE(folder) << to_string(folder.error().diagnostics.front());
    const Team& team = (*folder)->team();
    const auto schedule = read_schedule(text, "export", team.zone);
    ASSERT_TRUE(schedule) << to_string(schedule.error().diagnostics.front()) << text;
    const auto matched = match_schedule(team, *schedule, {role, std::nullopt, false});
    ASSERT_TRUE(matched) << to_string(matched.error().diagnostics.front()) << text;
    EXPECT_TRUE(matched->unmatched.empty());
    auto lock = FolderLock::take((*folder)->rota_folder());
    ASSERT_TRUE(lock);
    Draft draft(**folder);
    const auto report = import_schedule(draft, **folder, matched->stretches, false);
    ASSERT_TRUE(report) << to_string(report.error().diagnostics.front());
    EXPECT_TRUE(report->kept.empty());
    const auto written = write_files(*lock, draft.changes());
    ASSERT_TRUE(written);
  }

  static Cover imported(const std::string& path, const Interval& range) {
    auto folder = TeamFolder::open(path);
    Cover cover = cover_of((*folder)->team(), range, **folder);
    for (Shift& shift : cover.shifts) shift.source = {};
    EXPECT_FALSE((*folder)->week_error());
    return cover;
  }

  Zone zone;
  Date around;
};

TEST_P(ImportLaws, CsvWrittenThenImportedGivesTheSameShifts) {
  for (unsigned seed = 0; seed < teams; ++seed) {
    SCOPED_TRACE(seed);
    const RandomTeam random = team_of(seed);
    const Range range = range_of(around - std::chrono::days(20), around + std::chrono::days(20), zone);
    const RotaOfRange rota{range, {}, cover_of(random.team, *range.interval(), *random.weeks)};
    const ScratchFolder folder;
    folder.write("cprota.toml", toml_of(random.team));
    for (const Rota& each : random.team.rotas) {
      for (const Role& role : each.roles) {
        const RoleRef ref{each.id, role.id};
        SCOPED_TRACE(ref.str());
        const auto expected = lines_of(rota.cover, ref, zone);
        if (expected.empty()) continue;
        import(folder.path(), rota_csv(random.team, rota), ref);
        EXPECT_EQ(lines_of(imported(folder.path(), *range.interval()), ref, zone), expected);
      }
    }
  }
}

TEST_P(ImportLaws, PagerDutyOverridesWrittenThenImportedGiveTheSameShifts) {
  for (unsigned seed = 50; seed < 50 + teams; ++seed) {
    SCOPED_TRACE(seed);
    RandomTeam random = team_of(seed);
    for (Person& person : random.team.people) person.pagerduty = "P" + person.id.str();
    const Range range = range_of(around - std::chrono::days(20), around + std::chrono::days(20), zone);
    const Rota& rota = random.team.rotas.front();
    const RoleRef ref{rota.id, rota.roles.front().id};
    const Cover cover =
        cover_of(random.team, *range.interval(), *random.weeks, {std::nullopt, ref, std::nullopt});
    const auto expected = lines_of(cover, ref, zone);
    if (expected.empty()) continue;
    const ScratchFolder folder;
    folder.write("cprota.toml", toml_of(random.team));
    import(folder.path(), *pagerduty_overrides(random.team, cover.shifts, range.from), ref);
    EXPECT_EQ(lines_of(imported(folder.path(), *range.interval()), ref, zone), expected);
  }
}

INSTANTIATE_TEST_SUITE_P(Scenes, ImportLaws, ::testing::ValuesIn(scenes()));

}  // namespace
}  // namespace cprota::test
