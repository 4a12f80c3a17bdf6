// SPDX-License-Identifier: MIT
#include "cprota/format/publish_files.hpp"

#include <filesystem>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kill_at.hpp"
#include "scratch_folder.hpp"

namespace cprota {
namespace {

using testing::ElementsAre;
using testing::Pair;

const std::vector<SiteFile> old_site{
    {"index.html", "cprota 1"}, {"rota.csv", "a"}, {"person-zoe.ics", "cprota z"}};
const std::vector<SiteFile> new_site{
    {"index.html", "cprota 2"}, {"rota.csv", "a"}, {"person-al.ics", "cprota a"}};

// What a reader finds: dot files are not for readers.
std::map<std::string, std::string> seen(const ScratchFolder& scratch) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(scratch.path("site"))) {
    const std::string name = entry.path().filename();
    if (name.front() != '.') files[name] = entry.is_directory() ? "" : scratch.read("site/" + name);
  }
  return files;
}

struct stat status_of(const ScratchFolder& scratch, const std::string& name) {
  struct stat status {};
  EXPECT_EQ(::stat(scratch.path(name).c_str(), &status), 0) << name;
  return status;
}

// All is made anew, so that nobody has to see to it first.
TEST(PublishSite, DropsAChangeThatWasCutOffAndCannotBeFinished) {
  const ScratchFolder scratch;
  ASSERT_TRUE(publish_site(scratch.path("site"), old_site));
  scratch.write("site/.cprota-change",
                "cprota change 2\nindex.html\tindex.html\t0\t1\t.index.html.cprota-new\nend\n");
  ASSERT_TRUE(publish_site(scratch.path("site"), new_site));
  EXPECT_THAT(seen(scratch), ElementsAre(Pair("index.html", "cprota 2"), Pair("person-al.ics", "cprota a"),
                                         Pair("rota.csv", "a")));
  EXPECT_FALSE(std::filesystem::exists(scratch.path("site/.cprota-change")));
}

TEST(PublishSite, ExchangesTheFolderAndLinksWhatStays) {
  const ScratchFolder scratch;
  ASSERT_TRUE(publish_site(scratch.path("site"), old_site));
  scratch.write("site/robots.txt", "mine");
  ASSERT_EQ(::chmod(scratch.path("site").c_str(), 0751), 0);
  const auto folder = status_of(scratch, "site");
  const auto csv = status_of(scratch, "site/rota.csv");
  const auto robots = status_of(scratch, "site/robots.txt");
  const auto done = publish_site(scratch.path("site"), new_site);
  ASSERT_TRUE(done);
  EXPECT_EQ(done->changes.size(), 4U);
  EXPECT_EQ(done->same, 1U);
  EXPECT_THAT(seen(scratch), ElementsAre(Pair("index.html", "cprota 2"), Pair("person-al.ics", "cprota a"),
                                         Pair("robots.txt", "mine"), Pair("rota.csv", "a")));
  EXPECT_NE(status_of(scratch, "site").st_ino, folder.st_ino);
  EXPECT_EQ(status_of(scratch, "site").st_mode, folder.st_mode);
  EXPECT_EQ(status_of(scratch, "site/rota.csv").st_ino, csv.st_ino);
  EXPECT_EQ(status_of(scratch, "site/rota.csv").st_mtime, csv.st_mtime);
  EXPECT_EQ(status_of(scratch, "site/robots.txt").st_ino, robots.st_ino);
  EXPECT_EQ(status_of(scratch, "site/robots.txt").st_nlink, 1U);
}

TEST(PublishSite, ChangesInPlaceAFolderThatHoldsFolders) {
  const ScratchFolder scratch;
  ASSERT_TRUE(publish_site(scratch.path("site"), old_site));
  scratch.write("site/images/logo.svg", "mine");
  const auto folder = status_of(scratch, "site");
  ASSERT_TRUE(publish_site(scratch.path("site"), new_site));
  EXPECT_THAT(seen(scratch), ElementsAre(Pair("images", ""), Pair("index.html", "cprota 2"),
                                         Pair("person-al.ics", "cprota a"), Pair("rota.csv", "a")));
  EXPECT_EQ(status_of(scratch, "site").st_ino, folder.st_ino);
  EXPECT_EQ(scratch.read("site/images/logo.svg"), "mine");
}

TEST(PublishSite, IsTheOldSiteOrTheNewOneWheneverItIsKilled) {
  int seen_old = 0;
  int seen_new = 0;
  for (int calls = 1; calls < 400; calls += 3) {
    const ScratchFolder scratch;
    ASSERT_TRUE(publish_site(scratch.path("site"), old_site));
    scratch.write("site/robots.txt", "mine");
    const auto before = seen(scratch);
    const bool ended = kill_at_call(calls, [&] { (void)publish_site(scratch.path("site"), new_site); });
    const auto after = seen(scratch);
    const bool is_old = after == before;
    ASSERT_TRUE(is_old || (after.size() == 4 && after.at("index.html") == "cprota 2" &&
                           after.contains("person-al.ics") && after.at("robots.txt") == "mine"))
        << "after " << calls << " calls";
    (is_old ? seen_old : seen_new) += 1;
    ASSERT_TRUE(publish_site(scratch.path("site"), new_site)) << calls;
    EXPECT_EQ(seen(scratch).at("index.html"), "cprota 2") << calls;
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(scratch.path()), {}), 1) << calls;
    if (ended) break;
  }
  EXPECT_GT(seen_old, 10);
  EXPECT_GT(seen_new, 5);
}

}  // namespace
}  // namespace cprota
