// SPDX-License-Identifier: MIT
#include "cprota/format/team_folder.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "faults.hpp"
#include "scratch_folder.hpp"

namespace cprota {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const char* const a_week = "[on-call]\nprimary = \"amara\"\n";

IsoWeek week(const char* name) {
  return *IsoWeek::parse(name);
}

std::vector<std::string> lines_of(const std::optional<Error>& error) {
  return error ? lines_of(error->diagnostics) : std::vector<std::string>{};
}

TEST(TeamFolder, OpensTheFileTheFolderOrALinkToEither) {
  const ScratchFolder scratch;
  scratch.write("team/cprota.toml", small_team);
  scratch.write("team/rota/2026-W48.toml", a_week);
  scratch.write("elsewhere/note", "");
  std::filesystem::create_symlink("../team/cprota.toml", scratch.path("elsewhere/link.toml"));
  std::filesystem::create_directory_symlink("team", scratch.path("teamlink"));
  const std::string whole = std::filesystem::canonical(scratch.path("team")).string();
  for (const char* const name : {"team", "team/", "team/cprota.toml", "elsewhere/link.toml", "teamlink"}) {
    const auto folder = TeamFolder::open(scratch.path(name));
    ASSERT_TRUE(folder) << name << lines_of(folder.error().diagnostics).front();
    EXPECT_EQ((*folder)->folder(), whole) << name;
    EXPECT_EQ((*folder)->rota_folder(), whole + "/rota") << name;
    ASSERT_NE((*folder)->find(week("2026-W48")), nullptr) << name;
    EXPECT_EQ((*folder)->find(week("2026-W48"))->file, "rota/2026-W48.toml") << name;
  }
}

TEST(TeamFolder, OpensOnlyTheWeeksThatAreAskedFor) {
  const ScratchFolder scratch;
  scratch.write("cprota.toml", small_team);
  scratch.write("rota/2026-W47.toml", "not TOML");
  scratch.write("rota/2026-W48.toml", a_week);
  scratch.write("rota/2026-W49.toml", "[on-call]\nprimary = \"amra\"\n");
  const auto folder = *TeamFolder::open(scratch.path());
  const WeekFile* const file = folder->find(week("2026-W48"));
  ASSERT_NE(file, nullptr);
  EXPECT_EQ(folder->find(week("2026-W50")), nullptr);
  EXPECT_THAT(lines_of(folder->week_error()), IsEmpty());
  std::filesystem::remove(scratch.path("rota/2026-W48.toml"));
  EXPECT_EQ(folder->find(week("2026-W48")), file) << "a file is read once";

  EXPECT_EQ(folder->find(week("2026-W49")), nullptr);
  EXPECT_THAT(
      lines_of(folder->week_error()),
      ElementsAre("rota/2026-W49.toml:2:11: error: no one is called \"amra\"; did you mean \"amara\"?"));
}

TEST(TeamFolder, KnowsOfWhichWeekAFaultIs) {
  const ScratchFolder scratch;
  scratch.write("cprota.toml", small_team);
  scratch.write("rota/2026-W47.toml", "[on-call]\nprimary = \"amra\"\n");
  scratch.write("rota/2026-W49.toml", "[oncall]\n");
  const auto folder = *TeamFolder::open(scratch.path());
  for (const char* const each : {"2026-W49", "2026-W48", "2026-W47"}) (void)folder->find(week(each));
  EXPECT_EQ(folder->week_error()->diagnostics.size(), 2u);
  EXPECT_EQ(folder->week_error(week("2026-W48"), week("2026-W48")), std::nullopt);
  EXPECT_EQ(folder->week_error(week("2026-W48"), week("2026-W49"))->diagnostics.size(), 1u);
  EXPECT_EQ(folder->week_error(week("2026-W47"), week("2026-W49"))->diagnostics.size(), 2u);
  EXPECT_TRUE(folder->can_use(week("2026-W48"))) << "there is none";
  EXPECT_FALSE(folder->can_use(week("2026-W49")));
}

TEST(TeamFolder, ListsWeeksAndStrays) {
  const ScratchFolder scratch;
  scratch.write("cprota.toml", small_team);
  for (const char* const name :
       {"2027-W01.toml", "2026-W53.toml", "2026-W09.toml", "2026-w10.toml", "notes.toml", "README.md",
        ".2026-W11.toml", ".#2026-W48.toml", "2026-W48.toml.bak", "2026-W60.toml"}) {
    scratch.write(std::string("rota/") + name, "");
  }
  const auto folder = *TeamFolder::open(scratch.path());
  EXPECT_THAT(folder->weeks(), ElementsAre(week("2026-W09"), week("2026-W53"), week("2027-W01")));
  EXPECT_THAT(folder->strays(), ElementsAre("rota/.2026-W11.toml", "rota/2026-w10.toml", "rota/notes.toml"));
  EXPECT_THAT(lines_of(folder->week_error()), IsEmpty());
  EXPECT_THAT(lines_of(folder->read_all()),
              ElementsAre("rota/2026-W60.toml:1:1: error: there is no week 2026-W60"));
}

TEST(TeamFolder, AMissingRotaFolderIsAnEmptyRota) {
  const ScratchFolder scratch;
  scratch.write("cprota.toml", small_team);
  const auto folder = *TeamFolder::open(scratch.path());
  EXPECT_THAT(folder->weeks(), IsEmpty());
  EXPECT_EQ(folder->find(week("2026-W48")), nullptr);
  EXPECT_EQ(folder->read_all(), std::nullopt);
}

TEST(TeamFolder, ReadsTheRotaFolderThatTheTeamNames) {
  const ScratchFolder scratch;
  scratch.write("team/cprota.toml",
                with(small_team, "[hours.support]", "rota-folder = \"../weeks/\"\n[hours.support]"));
  scratch.write("weeks/2026-W48.toml", a_week);
  const auto folder = *TeamFolder::open(scratch.path("team"));
  ASSERT_NE(folder->find(week("2026-W48")), nullptr);
  EXPECT_EQ(folder->find(week("2026-W48"))->file, "../weeks/2026-W48.toml");
}

// Somebody paged at night gets an answer.
TEST(TeamFolder, OpensInSpiteOfFaultsThatNotEveryAnswerNeeds) {
  const ScratchFolder scratch;
  scratch.write("cprota.toml", small_team + "[[duty]]\n");
  scratch.write("leave.toml", "[[leave]\n");
  scratch.write("contacts.toml", "[amra]\n");
  scratch.write("rota/2026-W48.toml", std::string(a_week) + "[[worked]]\nperson = \"amra\"\n");
  const auto folder = *TeamFolder::open(scratch.path());
  EXPECT_EQ(folder->faults_elsewhere().size(), 4u);
  EXPECT_NE(folder->find(week("2026-W48")), nullptr);
  EXPECT_THAT(lines_of(folder->week_error()), IsEmpty());
  EXPECT_EQ(folder->faults_elsewhere().size(), 7u);
  EXPECT_EQ(folder->read_all()->diagnostics.size(), 7u) << "each is said once";
}

TEST(TeamFolder, AllFaultsOfAllFilesInOneRun) {
  const ScratchFolder scratch;
  scratch.write("cprota.toml", with(small_team, "turn = \"day\"", "turn = \"month\""));
  scratch.write("leave.toml", "[[leave]]\npeople = [\"cy\"]\nfirst = 2026-11-23\nlast = 2026-11-23\n");
  scratch.write("rota/2026-W48.toml", "[on-call]\nprimary = \"amra\"\n[[allow]]\n");
  scratch.write("rota/2026-W49.toml", "[oncall]\n");
  EXPECT_FALSE(TeamFolder::open(scratch.path()));
  const Error error = TeamFolder::all_faults(scratch.path(), {});
  EXPECT_EQ(error.fault, Fault::files);
  EXPECT_THAT(
      lines_of(error.diagnostics),
      ElementsAre("cprota.toml:20:8: error: \"turn\" must be one of \"week\", \"day\", not \"month\"",
                  "leave.toml:2:11: error: no one is called \"cy\"",
                  "rota/2026-W48.toml:2:11: error: no one is called \"amra\"; did you mean \"amara\"?",
                  "rota/2026-W48.toml:3:1: error: [[allow]] needs \"rule\"",
                  "rota/2026-W49.toml:1:2: error: no rota is called \"oncall\"; did you mean \"on-call\"?"));
}

// Who knows no names would find every name wrong.
TEST(TeamFolder, ATeamThatIsNoTomlIsTheOnlyFault) {
  const ScratchFolder scratch;
  scratch.write("cprota.toml", "[team\n");
  scratch.write("leave.toml", "[[leave]]\npeople = [\"cy\"]\nfirst = 2026-11-23\nlast = 2026-11-23\n");
  scratch.write("rota/2026-W48.toml", a_week);
  EXPECT_EQ(TeamFolder::all_faults(scratch.path(), {}).diagnostics.size(), 1u);
}

TEST(TeamFolder, WhereThereIsNoTeam) {
  const ScratchFolder scratch;
  scratch.write("empty/note", "");
  const auto said = [&](const std::string& name) {
    const auto folder = TeamFolder::open(scratch.path(name));
    if (folder) return std::string("opened");
    EXPECT_EQ(folder.error().fault, Fault::files) << name;
    return to_string(folder.error().diagnostics.at(0));
  };
  EXPECT_EQ(said("nowhere"), "error: there is no " + scratch.path("nowhere"));
  EXPECT_EQ(said("empty"), "error: there is no cprota.toml in " + scratch.path("empty"));
  EXPECT_EQ(said("empty/note"), "note:1:1: error: [team] is missing: a team needs a name and a timezone");
}

// What may stand in the place of a file.
struct Stand {
  const char* name;
  std::function<void(const std::string& path)> put;
  const char* said;
};

std::vector<Stand> stands() {
  return {
      {"a folder", [](const std::string& path) { std::filesystem::create_directories(path); },
       "this is a folder, not a file"},
      {"a pipe", [](const std::string& path) { ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0); },
       "this is a pipe, not a file"},
      {"a device", [](const std::string& path) { std::filesystem::create_symlink("/dev/zero", path); },
       "this is a device, not a file"},
      {"a link to itself",
       [](const std::string& path) {
         std::filesystem::create_symlink(std::filesystem::path(path).filename(), path);
       },
       "this is a link that leads in a circle"},
      {"a link to nothing",
       [](const std::string& path) { std::filesystem::create_symlink("nowhere.toml", path); },
       "this is a link to a file that is not there"},
      {"more than 4 MiB",
       [](const std::string& path) {
         std::ofstream file(path);
         file << "# ";
         file.close();
         std::filesystem::resize_file(path, 4 * 1024 * 1024 + 1);
       },
       "the file is larger than 4 MiB"},
  };
}

TEST(TeamFolder, WhatIsNoFileInThePlaceOfAWeek) {
  for (const Stand& stand : stands()) {
    const ScratchFolder scratch;
    scratch.write("cprota.toml", small_team);
    scratch.write("rota/2026-W49.toml", a_week);
    stand.put(scratch.path("rota/2026-W48.toml"));
    const auto folder = *TeamFolder::open(scratch.path());
    EXPECT_EQ(folder->find(week("2026-W48")), nullptr) << stand.name;
    ASSERT_TRUE(folder->week_error()) << stand.name;
    EXPECT_EQ(folder->week_error()->fault, Fault::files) << stand.name;
    EXPECT_THAT(lines_of(folder->week_error()),
                ElementsAre(std::string("rota/2026-W48.toml:1:1: error: ") + stand.said));
    EXPECT_NE(folder->find(week("2026-W49")), nullptr) << stand.name;
  }
}

TEST(TeamFolder, WhatIsNoFileInThePlaceOfTheLeave) {
  for (const Stand& stand : stands()) {
    const ScratchFolder scratch;
    scratch.write("cprota.toml", small_team);
    stand.put(scratch.path("leave.toml"));
    const auto folder = *TeamFolder::open(scratch.path());
    EXPECT_THAT(lines_of(folder->faults_elsewhere()),
                ElementsAre(std::string("leave.toml:1:1: error: ") + stand.said));
  }
}

TEST(TeamFolder, WhatIsNoFileInThePlaceOfTheTeam) {
  for (const Stand& stand : stands()) {
    const ScratchFolder scratch;
    stand.put(scratch.path("cprota.toml"));
    const auto folder = TeamFolder::open(scratch.path());
    ASSERT_FALSE(folder) << stand.name;
    EXPECT_EQ(folder.error().fault, Fault::files) << stand.name;
    EXPECT_EQ(folder.error().diagnostics.size(), 1u) << stand.name;
  }
}

TEST(TeamFolder, AFileInThePlaceOfTheRotaFolder) {
  const ScratchFolder scratch;
  scratch.write("cprota.toml", small_team);
  scratch.write("rota", "");
  const auto folder = *TeamFolder::open(scratch.path());
  EXPECT_EQ(folder->find(week("2026-W48")), nullptr);
  EXPECT_THAT(lines_of(folder->week_error()),
              ElementsAre("rota/2026-W48.toml:1:1: error: a file stands where its folder should be"));
  EXPECT_THAT(lines_of(TeamFolder::all_faults(scratch.path(), {}).diagnostics),
              ElementsAre("rota:1:1: error: this is a file, and should be the folder of the week files"));
}

TEST(TeamFolder, AFileThatMayNotBeReadIsTheMachinesFault) {
  const ScratchFolder scratch;
  scratch.write("cprota.toml", small_team);
  scratch.write("rota/2026-W48.toml", a_week);
  const std::pair<const char*, mode_t> modes[] = {
      {"", 0755}, {"rota", 0755}, {"cprota.toml", 0644}, {"rota/2026-W48.toml", 0}};
  for (const auto& [name, mode] : modes) ASSERT_EQ(::chmod(scratch.path(name).c_str(), mode), 0);
  // Root may read every file, so root asks as nobody.
  constexpr uid_t nobody = 65534;
  const uid_t before = ::geteuid();
  if (before == 0) {
    ASSERT_EQ(::seteuid(nobody), 0);
  }
  const auto folder = *TeamFolder::open(scratch.path());
  const WeekFile* const found = folder->find(week("2026-W48"));
  ASSERT_EQ(::seteuid(before), 0);
  EXPECT_EQ(found, nullptr);
  EXPECT_EQ(folder->week_error()->fault, Fault::machine);
}

}  // namespace
}  // namespace cprota
