// SPDX-License-Identifier: MIT
#include "cprota/format/write_files.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cprota/format/diff.hpp"
#include "cprota/format/team_folder.hpp"

#include "faults.hpp"
#include "kill_at.hpp"
#include "scratch_folder.hpp"

namespace cprota {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> names_in_folder(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

FileChange change(const ScratchFolder& scratch, const char* name, std::optional<std::string> before,
                  std::optional<std::string> after) {
  return {scratch.path(name), name, std::move(before), std::move(after)};
}

std::string said(const Result<void>& result) {
  return result ? "done" : to_string(result.error().diagnostics.at(0));
}

TEST(WriteFiles, MakesAllChangesAndLeavesNothingElse) {
  const ScratchFolder scratch;
  scratch.write("leave.toml", "old leave");
  scratch.write("rota/2026-W48.toml", "old");
  scratch.write("rota/2026-W50.toml", "goes");
  {
    const auto lock = FolderLock::take(scratch.path("rota"));
    ASSERT_TRUE(lock);
    EXPECT_EQ(lock->note(), std::nullopt);
    EXPECT_EQ(
        said(write_files(*lock, std::vector{change(scratch, "leave.toml", "old leave", "new leave"),
                                            change(scratch, "rota/2026-W48.toml", "old", "new"),
                                            change(scratch, "rota/2026-W49.toml", std::nullopt, "made"),
                                            change(scratch, "rota/2026-W50.toml", "goes", std::nullopt)})),
        "done");
  }
  EXPECT_EQ(scratch.read("leave.toml"), "new leave");
  EXPECT_EQ(scratch.read("rota/2026-W48.toml"), "new");
  EXPECT_EQ(scratch.read("rota/2026-W49.toml"), "made");
  EXPECT_THAT(names_in_folder(scratch.path()), ElementsAre("leave.toml", "rota"));
  EXPECT_THAT(names_in_folder(scratch.path("rota")), ElementsAre("2026-W48.toml", "2026-W49.toml"));
}

TEST(WriteFiles, KeepsModesAndFollowsLinks) {
  const ScratchFolder scratch;
  scratch.write("elsewhere/week.toml", "old");
  scratch.write("rota/plain.toml", "old");
  std::filesystem::create_symlink("../elsewhere/week.toml", scratch.path("rota/2026-W48.toml"));
  ASSERT_EQ(::chmod(scratch.path("elsewhere/week.toml").c_str(), 0640), 0);
  const auto lock = FolderLock::take(scratch.path("rota"));
  ASSERT_TRUE(lock);
  EXPECT_EQ(said(write_files(*lock, std::vector{change(scratch, "rota/2026-W48.toml", "old", "new"),
                                                change(scratch, "rota/plain.toml", "old", "new")})),
            "done");
  EXPECT_TRUE(std::filesystem::is_symlink(scratch.path("rota/2026-W48.toml")));
  EXPECT_EQ(scratch.read("elsewhere/week.toml"), "new");
  EXPECT_THAT(names_in_folder(scratch.path("elsewhere")), ElementsAre("week.toml"));
  struct stat status {};
  ASSERT_EQ(::stat(scratch.path("elsewhere/week.toml").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777u, 0640u);
}

TEST(WriteFiles, ReplacesLinksWhereToldTo) {
  const ScratchFolder scratch;
  scratch.write("precious.txt", "old");
  std::filesystem::create_directory(scratch.path("site"));
  std::filesystem::create_symlink("../precious.txt", scratch.path("site/rota.ics"));
  const auto lock = FolderLock::take(scratch.path("site"));
  ASSERT_TRUE(lock);
  std::filesystem::create_symlink("../precious.txt", scratch.path("site/.cprota-change"));
  EXPECT_EQ(said(write_files(*lock,
                             std::vector{change(scratch, "site/rota.ics", "old", "new"),
                                         change(scratch, "site/rota.csv", std::nullopt, "made")},
                             Links::replaced)),
            "done");
  EXPECT_FALSE(std::filesystem::is_symlink(scratch.path("site/rota.ics")));
  EXPECT_EQ(scratch.read("site/rota.ics"), "new");
  EXPECT_EQ(scratch.read("precious.txt"), "old");
}

TEST(WriteFiles, RefusesAFileThatSomebodyChangedMeanwhile) {
  const ScratchFolder scratch;
  scratch.write("rota/2026-W48.toml", "by hand");
  const auto lock = FolderLock::take(scratch.path("rota"));
  ASSERT_TRUE(lock);
  EXPECT_EQ(
      said(write_files(*lock, std::vector{change(scratch, "rota/2026-W49.toml", std::nullopt, "made"),
                                          change(scratch, "rota/2026-W48.toml", "old", "new")})),
      "error: rota/2026-W48.toml was changed by someone else meanwhile; nothing was written, run this again");
  EXPECT_EQ(scratch.read("rota/2026-W48.toml"), "by hand");
  EXPECT_FALSE(std::filesystem::exists(scratch.path("rota/2026-W49.toml")));
}

// What cannot be written is found before anything is changed.
TEST(WriteFiles, OneFileThatCannotBeWrittenStopsAll) {
  const ScratchFolder scratch;
  scratch.write("rota/2026-W48.toml", "old");
  const auto lock = FolderLock::take(scratch.path("rota"));
  ASSERT_TRUE(lock);
  const auto result =
      write_files(*lock, std::vector{change(scratch, "rota/2026-W48.toml", "old", "new"),
                                     change(scratch, "nowhere/2026-W49.toml", std::nullopt, "made")});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().fault, Fault::machine);
  EXPECT_EQ(scratch.read("rota/2026-W48.toml"), "old");
  EXPECT_THAT(names_in_folder(scratch.path("rota")), ElementsAre(".cprota-lock", "2026-W48.toml"));
}

TEST(FolderLock, SaysWhoHoldsIt) {
  const ScratchFolder scratch;
  const auto lock = FolderLock::take(scratch.path("rota"));
  ASSERT_TRUE(lock);
  const auto second = FolderLock::take(scratch.path("rota"));
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().fault, Fault::machine);
  EXPECT_EQ(to_string(second.error().diagnostics.at(0)),
            "error: process " + std::to_string(::getpid()) + " (format_test) is writing in " +
                scratch.path("rota") + "; try again when it is done");
}

TEST(FolderLock, GoesWithItsHolder) {
  const ScratchFolder scratch;
  for (int i = 0; i < 3; ++i) {
    const auto lock = FolderLock::take(scratch.path("rota"));
    EXPECT_TRUE(lock);
  }
  EXPECT_THAT(names_in_folder(scratch.path("rota")), IsEmpty());
}

// Each adds a line under the lock; none is lost.
TEST(FolderLock, FortyWritersTakeTurns) {
  constexpr int writers = 40;
  const ScratchFolder scratch;
  scratch.write("rota/2026-W48.toml", "");
  for (int i = 0; i < writers; ++i) {
    if (::fork() != 0) continue;
    auto lock = FolderLock::take(scratch.path("rota"));
    const std::string before = scratch.read("rota/2026-W48.toml");
    const bool done =
        lock && write_files(*lock, std::vector{change(scratch, "rota/2026-W48.toml", before, before + "x")});
    if (lock) lock->release();
    ::_exit(done ? 0 : 1);
  }
  for (int i = 0; i < writers; ++i) {
    int status = 0;
    ASSERT_GT(::wait(&status), 0);
    EXPECT_EQ(status, 0);
  }
  EXPECT_EQ(scratch.read("rota/2026-W48.toml"), std::string(writers, 'x'));
  EXPECT_THAT(names_in_folder(scratch.path("rota")), ElementsAre("2026-W48.toml"));
}

const std::string old_week = "[on-call]\nprimary = \"amara\"\n";
const std::string new_week = "[on-call]\nprimary = \"bea\"\n";

// Who has the two weeks and how much leave there is, as a reader finds it.
std::string state_of(const ScratchFolder& scratch) {
  const auto folder = TeamFolder::open(scratch.path());
  if (!folder) return to_string(folder.error().diagnostics.at(0));
  std::string state;
  for (const char* const name : {"2026-W48", "2026-W49"}) {
    const WeekFile* const file = (*folder)->find(*IsoWeek::parse(name));
    state += file == nullptr ? "-" : person_in(file->assignments.at(0).on_day(0).holder)->str();
    state += ' ';
  }
  if ((*folder)->week_error() || !(*folder)->faults_elsewhere().empty()) return "faults";
  return state + std::to_string((*folder)->team().leave.size()) + " " +
         std::to_string((*folder)->weeks().size());
}

std::vector<FileChange> leave_and_two_weeks(const ScratchFolder& scratch) {
  return {change(scratch, "leave.toml", std::nullopt,
                 "[[leave]]\npeople = [\"bea\"]\nfirst = 2026-11-23\nlast = 2026-11-23\n"),
          change(scratch, "rota/2026-W48.toml", old_week, new_week),
          change(scratch, "rota/2026-W49.toml", std::nullopt, new_week)};
}

// However far it came: a reader sees the old state or the new one, and so does the next writer, who tidies
// up.
TEST(WriteFiles, ACutOffChangeIsWholeOrNotThere) {
  const std::string before = "amara - 0 1";
  const std::string after = "bea bea 1 2";
  int seen_before = 0;
  int seen_after = 0;
  int seen_noted = 0;
  for (int calls = 0;; ++calls) {
    const ScratchFolder scratch;
    scratch.write("cprota.toml", small_team);
    scratch.write("rota/2026-W48.toml", old_week);
    const bool ended = kill_at_call(calls, [&] {
      auto lock = FolderLock::take(scratch.path("rota"));
      if (!lock) return;
      (void)write_files(*lock, leave_and_two_weeks(scratch));
      lock->release();
    });
    const std::string state = state_of(scratch);
    ASSERT_TRUE(state == before || state == after) << "after " << calls << " calls: " << state;
    (state == before ? seen_before : seen_after) += 1;
    if ((*TeamFolder::open(scratch.path()))->note()) ++seen_noted;
    {
      const auto lock = FolderLock::take(scratch.path("rota"));
      ASSERT_TRUE(lock) << calls;
    }
    EXPECT_EQ(state_of(scratch), state) << calls;
    EXPECT_THAT(names_in_folder(scratch.path("rota")),
                state == before ? std::vector<std::string>{"2026-W48.toml"}
                                : (std::vector<std::string>{"2026-W48.toml", "2026-W49.toml"}))
        << calls;
    if (ended) break;
  }
  EXPECT_GT(seen_before, 5);
  EXPECT_GT(seen_after, 5);
  EXPECT_GT(seen_noted, 5);
}

// A change of leave.toml and two weeks, cut off before the last of `renames` files took its place.
void cut_off(const ScratchFolder& scratch, int renames) {
  scratch.write("cprota.toml", small_team);
  scratch.write("rota/2026-W48.toml", old_week);
  for (int calls = 0;; ++calls) {
    const bool ended = kill_at_call(calls, [&] {
      auto lock = FolderLock::take(scratch.path("rota"));
      if (!lock) return;
      (void)write_files(*lock, leave_and_two_weeks(scratch));
    });
    ASSERT_FALSE(ended);
    const bool is_valid = std::filesystem::exists(scratch.path("rota/.cprota-change"));
    const bool has_leave = std::filesystem::exists(scratch.path("leave.toml"));
    if (is_valid && has_leave && (renames == 1 || scratch.read("rota/2026-W48.toml") == new_week)) return;
    std::filesystem::remove_all(scratch.path("rota"));
    std::filesystem::remove(scratch.path("leave.toml"));
    scratch.write("rota/2026-W48.toml", old_week);
  }
}

// What people did to the files of a change that was cut off.
struct Meddling {
  const char* name;
  int renames;
  void (*meddle)(const ScratchFolder&);
  const char* file;
  const char* state;  // then
};

const Meddling meddlings[] = {
    {"a file that was renamed is as it was before", 2,
     [](const ScratchFolder& scratch) { scratch.write("rota/2026-W48.toml", old_week); },
     "rota/2026-W48.toml", "amara - 1 1"},
    {"a file that was to be replaced was edited", 1,
     [](const ScratchFolder& scratch) { scratch.write("rota/2026-W48.toml", old_week + "# by hand\n"); },
     "rota/2026-W48.toml", "amara - 1 1"},
    {"a file that was to be made stands", 2,
     [](const ScratchFolder& scratch) { scratch.write("rota/2026-W49.toml", old_week); },
     "rota/2026-W49.toml", "bea amara 1 2"},
    {"what was to take its place is gone", 2,
     [](const ScratchFolder& scratch) {
       std::filesystem::remove(scratch.path("rota/.2026-W49.toml.cprota-new"));
     },
     "rota/2026-W49.toml", "bea - 1 1"},
    {"what was to take its place was edited", 1,
     [](const ScratchFolder& scratch) { scratch.write("rota/.2026-W48.toml.cprota-new", old_week); },
     "rota/2026-W48.toml", "amara - 1 1"},
    {"a file beside the folder is gone again", 1,
     [](const ScratchFolder& scratch) { std::filesystem::remove(scratch.path("leave.toml")); }, "leave.toml",
     "amara - 0 1"},
};

// Half a change is never finished over what people did since: they say which half is right.
TEST(WriteFiles, ACutOffChangeWhoseFilesWereChangedSinceIsNotFinished) {
  for (const Meddling& meddling : meddlings) {
    const ScratchFolder scratch;
    cut_off(scratch, meddling.renames);
    meddling.meddle(scratch);
    const auto why = [&](const std::string& folder) {
      return "a change of 3 files was cut off, and cannot be finished: " + folder + meddling.file +
             ", or what was to take its place, was changed since; put that back, or remove " + folder +
             "rota/.cprota-change to leave all files as they are";
    };
    EXPECT_EQ(state_of(scratch), meddling.state) << meddling.name;
    EXPECT_EQ((*TeamFolder::open(scratch.path()))->note(), why("") + "; answered from the files as they are");
    const auto lock = FolderLock::take(scratch.path("rota"));
    ASSERT_FALSE(lock) << meddling.name;
    EXPECT_EQ(lock.error().fault, Fault::files);
    EXPECT_EQ(lock.error().diagnostics.at(0).message, why(scratch.path() + "/") + "; nothing was written");
    EXPECT_EQ(state_of(scratch), meddling.state) << meddling.name;

    std::filesystem::remove(scratch.path("rota/.cprota-change"));
    EXPECT_TRUE(FolderLock::take(scratch.path("rota"))) << meddling.name;
    EXPECT_EQ(state_of(scratch), meddling.state) << meddling.name;
    EXPECT_FALSE(std::filesystem::exists(scratch.path("rota/.2026-W49.toml.cprota-new")));
  }
}

// Who put the new content there by hand has finished that file.
TEST(WriteFiles, ACutOffChangeIsFinishedAlsoWhereAFileIsAlreadyNew) {
  const ScratchFolder scratch;
  cut_off(scratch, 1);
  scratch.write("rota/2026-W48.toml", new_week);
  std::filesystem::remove(scratch.path("rota/.2026-W48.toml.cprota-new"));
  EXPECT_EQ(state_of(scratch), "bea bea 1 2");
  const auto lock = FolderLock::take(scratch.path("rota"));
  ASSERT_TRUE(lock);
  EXPECT_EQ(lock->note(), "finished the change of 3 files that was cut off");
  EXPECT_EQ(state_of(scratch), "bea bea 1 2");
}

TEST(WriteFiles, TheListOfAnOlderCprotaIsFinishedAsItIs) {
  const ScratchFolder scratch;
  scratch.write("cprota.toml", small_team);
  scratch.write("rota/2026-W48.toml", old_week);
  scratch.write("rota/.2026-W48.toml.cprota-new", new_week);
  scratch.write("rota/2026-W49.toml", new_week);
  scratch.write("rota/.cprota-change",
                "cprota change 1\n2026-W49.toml\t2026-W49.toml\t.2026-W49.toml.cprota-new\n"
                "2026-W48.toml\t2026-W48.toml\t.2026-W48.toml.cprota-new\nend\n");
  EXPECT_EQ(state_of(scratch), "bea bea 0 2");
  ASSERT_TRUE(FolderLock::take(scratch.path("rota")));
  EXPECT_EQ(state_of(scratch), "bea bea 0 2");
  EXPECT_THAT(names_in_folder(scratch.path("rota")), ElementsAre("2026-W48.toml", "2026-W49.toml"));
}

TEST(UnifiedDiff, OfNewChangedAndRemovedFiles) {
  std::string long_before;
  for (int i = 1; i <= 30; ++i) long_before += std::to_string(i) + "\n";
  std::string long_after = with(long_before, "\n3\n", "\nthree\n");
  long_after = with(long_after, "\n20\n", "\n");
  const std::vector<FileChange> changes = {
      {"", "rota/a.toml", std::nullopt, "one\ntwo\n"}, {"", "rota/b.toml", "one\ntwo", "one\n2\n"},
      {"", "rota/c.toml", long_before, long_after},    {"", "rota/d.toml", "gone\n", std::nullopt},
      {"", "rota/same.toml", "same\n", "same\n"},
  };
  EXPECT_EQ(
      unified_diff(changes),
      "diff --git a/rota/a.toml b/rota/a.toml\nnew file mode 100644\n--- /dev/null\n+++ b/rota/a.toml\n@@ "
      "-0,0 "
      "+1,2 @@\n+one\n+two\n"
      "diff --git a/rota/b.toml b/rota/b.toml\n--- a/rota/b.toml\n+++ b/rota/b.toml\n@@ -1,2 +1,2 @@\n "
      "one\n-two\n\\ No newline at end of file\n+2\n"
      "diff --git a/rota/c.toml b/rota/c.toml\n--- a/rota/c.toml\n+++ b/rota/c.toml\n@@ -1,6 +1,6 @@\n 1\n "
      "2\n-3\n+three\n 4\n 5\n 6\n@@ -17,7 +17,6 @@\n 17\n 18\n 19\n-20\n 21\n 22\n 23\n"
      "diff --git a/rota/d.toml b/rota/d.toml\ndeleted file mode 100644\n--- a/rota/d.toml\n+++ "
      "/dev/null\n@@ "
      "-1,1 +0,0 @@\n-gone\n");
}

}  // namespace
}  // namespace cprota
