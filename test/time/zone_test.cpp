// SPDX-License-Identifier: MIT
#include "cprota/time/zone.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "cprota/time/calendar.hpp"
#include "cprota/time/print.hpp"

#include "support.hpp"

namespace cprota {
namespace {

using test::date;
using test::local;
using test::message;
using test::utc;
using test::zone;
using Kind = LocalLookup::Kind;

struct LookupCase {
  const char* name;
  const char* zone;
  Local local;
  Kind kind;
  Instant first;
  Instant second;
};

TEST(Zone, LooksUpTheEdges) {
  const LookupCase cases[] = {
      {"London, before the skip", "Europe/London", local(2026, 3, 29, 0, 59), Kind::unique,
       utc(2026, 3, 29, 0, 59), utc(2026, 3, 29, 0, 59)},
      {"London, first skipped minute", "Europe/London", local(2026, 3, 29, 1, 0), Kind::skipped,
       utc(2026, 3, 29, 1, 0), utc(2026, 3, 29, 1, 0)},
      {"London, last skipped minute", "Europe/London", local(2026, 3, 29, 1, 59), Kind::skipped,
       utc(2026, 3, 29, 1, 0), utc(2026, 3, 29, 1, 0)},
      {"London, after the skip", "Europe/London", local(2026, 3, 29, 2, 0), Kind::unique,
       utc(2026, 3, 29, 1, 0), utc(2026, 3, 29, 1, 0)},
      {"London, first doubled minute", "Europe/London", local(2026, 10, 25, 1, 0), Kind::repeated,
       utc(2026, 10, 25, 0, 0), utc(2026, 10, 25, 1, 0)},
      {"London, last doubled minute", "Europe/London", local(2026, 10, 25, 1, 59), Kind::repeated,
       utc(2026, 10, 25, 0, 59), utc(2026, 10, 25, 1, 59)},
      {"London, after the doubled hour", "Europe/London", local(2026, 10, 25, 2, 0), Kind::unique,
       utc(2026, 10, 25, 2, 0), utc(2026, 10, 25, 2, 0)},
      {"New York, skipped", "America/New_York", local(2026, 3, 8, 2, 30), Kind::skipped,
       utc(2026, 3, 8, 7, 0), utc(2026, 3, 8, 7, 0)},
      {"New York, doubled", "America/New_York", local(2026, 11, 1, 1, 30), Kind::repeated,
       utc(2026, 11, 1, 5, 30), utc(2026, 11, 1, 6, 30)},
      {"Lord Howe, half an hour skipped", "Australia/Lord_Howe", local(2026, 10, 4, 2, 15), Kind::skipped,
       utc(2026, 10, 3, 15, 30), utc(2026, 10, 3, 15, 30)},
      {"Lord Howe, half an hour doubled", "Australia/Lord_Howe", local(2026, 4, 5, 1, 45), Kind::repeated,
       utc(2026, 4, 4, 14, 45), utc(2026, 4, 4, 15, 15)},
      {"Apia, a day that never was", "Pacific/Apia", local(2011, 12, 30, 12, 0), Kind::skipped,
       utc(2011, 12, 30, 10, 0), utc(2011, 12, 30, 10, 0)},
      {"Kathmandu", "Asia/Kathmandu", local(2026, 2, 28, 12, 0), Kind::unique, utc(2026, 2, 28, 6, 15),
       utc(2026, 2, 28, 6, 15)},
      {"London, July 2038", "Europe/London", local(2038, 7, 1, 12, 0), Kind::unique, utc(2038, 7, 1, 11, 0),
       utc(2038, 7, 1, 11, 0)},
      {"London, doubled in 2199", "Europe/London", local(2199, 10, 27, 1, 30), Kind::repeated,
       utc(2199, 10, 27, 0, 30), utc(2199, 10, 27, 1, 30)},
      {"Monrovia, an offset with seconds", "Africa/Monrovia", local(1970, 1, 1, 0, 0), Kind::unique,
       utc(1970, 1, 1, 0, 44, 30), utc(1970, 1, 1, 0, 44, 30)},
  };
  for (const LookupCase& c : cases) {
    const LocalLookup found = zone(c.zone).lookup(c.local);
    EXPECT_EQ(found.kind, c.kind) << c.name;
    EXPECT_EQ(found.first, c.first) << c.name;
    EXPECT_EQ(found.second, c.second) << c.name;
  }
}

TEST(Zone, TellsOffsetAbbreviationAndCivilTime) {
  const Zone london = zone("Europe/London");
  EXPECT_EQ(london.name(), "Europe/London");
  EXPECT_EQ(london.abbreviation(utc(2026, 11, 23)), "GMT");
  EXPECT_EQ(london.abbreviation(utc(2026, 7, 1)), "BST");
  EXPECT_EQ(london.offset(utc(2026, 7, 1)), std::chrono::hours(1));
  EXPECT_EQ(london.local(utc(2026, 7, 1, 23, 30)), local(2026, 7, 2, 0, 30));
  EXPECT_EQ(london.date(utc(2026, 7, 1, 23, 30)), date(2026, 7, 2));
  EXPECT_EQ(zone("Asia/Kathmandu").abbreviation(utc(2026, 7, 1)), "+0545");
  EXPECT_EQ(Zone::utc().name(), "UTC");
  EXPECT_EQ(Zone::utc().offset(utc(2026, 7, 1)), std::chrono::seconds(0));
  EXPECT_EQ(Zone::utc().abbreviation(utc(2026, 7, 1)), "UTC");
}

TEST(Zone, KnowsWhatIsDoubled) {
  const Zone london = zone("Europe/London");
  EXPECT_FALSE(london.is_doubled(utc(2026, 10, 24, 23, 59)));
  EXPECT_TRUE(london.is_doubled(utc(2026, 10, 25, 0, 0)));
  EXPECT_TRUE(london.is_doubled(utc(2026, 10, 25, 1, 59)));
  EXPECT_FALSE(london.is_doubled(utc(2026, 10, 25, 2, 0)));
}

TEST(Zone, FindsTheNextChangeOfOffset) {
  const Zone london = zone("Europe/London");
  EXPECT_EQ(london.next_change(utc(2026, 3, 28)), utc(2026, 3, 29, 1, 0));
  EXPECT_EQ(london.next_change(utc(2026, 3, 29, 1, 0)), utc(2026, 10, 25, 1, 0));
  EXPECT_EQ(london.next_change(utc(2037, 12, 31)), utc(2038, 3, 28, 1, 0));
  EXPECT_EQ(london.next_change(utc(2199, 10, 27, 1, 0)), std::nullopt);
  EXPECT_EQ(zone("Pacific/Apia").next_change(utc(2011, 12, 29)), utc(2011, 12, 30, 10, 0));
  EXPECT_EQ(Zone::utc().next_change(utc(1970, 1, 1)), std::nullopt);
  EXPECT_EQ(zone("Asia/Tokyo").next_change(utc(1970, 1, 1)), std::nullopt);
}

// In Newfoundland clocks went back from 00:01 to 23:01: the new date had begun.
TEST(Zone, GivesEachMomentOneDateWhereClocksGoBackOverMidnight) {
  const Zone st_johns = zone("America/St_Johns");
  const Instant midnight = utc(2006, 10, 29, 2, 30);
  EXPECT_EQ(st_johns.begin_of(date(2006, 10, 29)), midnight);
  EXPECT_EQ(st_johns.local(midnight + Minutes(1)), local(2006, 10, 28, 23, 1));
  EXPECT_EQ(st_johns.date(midnight - Minutes(1)), date(2006, 10, 28));
  EXPECT_EQ(st_johns.date(midnight + Minutes(1)), date(2006, 10, 29));
}

TEST(Zone, BeginsADateAtItsFirstExistingMinute) {
  EXPECT_EQ(zone("Europe/London").begin_of(date(2026, 7, 1)), utc(2026, 6, 30, 23, 0));
  // Beirut skips 00:00–01:00.
  EXPECT_EQ(zone("Asia/Beirut").begin_of(date(2024, 3, 31)), utc(2024, 3, 30, 22, 0));
  // Havana has 00:00–01:00 twice.
  EXPECT_EQ(zone("America/Havana").begin_of(date(2025, 11, 2)), utc(2025, 11, 2, 4, 0));
  EXPECT_EQ(zone("Pacific/Apia").begin_of(date(2011, 12, 30)),
            zone("Pacific/Apia").begin_of(date(2011, 12, 31)));
}

TEST(Zone, RefusesWhatIsNoZoneName) {
  struct Case {
    const char* name;
    const char* text;
    const char* message;
  };
  const Case cases[] = {
      {"a slip", "Europe/Lodnon", "there is no time zone \"Europe/Lodnon\"; did you mean \"Europe/London\"?"},
      {"small letters", "europe/london",
       "there is no time zone \"europe/london\"; did you mean \"Europe/London\"?"},
      {"a city alone", "London", "there is no time zone \"London\"; did you mean \"Europe/London\"?"},
      {"an abbreviation", "XYZT", "there is no time zone \"XYZT\"; zones are named like \"Europe/London\""},
      {"nothing", "", "there is no time zone \"\"; zones are named like \"Europe/London\""},
      {"an absolute path", "/usr/share/zoneinfo/Europe/London", nullptr},
      {"a path upwards", "Europe/../Europe/London", nullptr},
      {"a prefix of the engine's", "file:Europe/London", nullptr},
      {"a fixed offset of the engine's", "Fixed/UTC+01:00:00", nullptr},
      {"what the machine has", "localtime", nullptr},
      {"a copy of the zones", "posix/Europe/London", nullptr},
      {"zones with leap seconds", "right/Europe/London", nullptr},
      {"a folder", "Europe", nullptr},
      {"a folder with a slash", "Europe/", nullptr},
      {"two slashes", "Europe//London", nullptr},
      {"another file of the folder", "zone1970.tab", nullptr},
      {"a control character", "Europe/London\n", nullptr},
      {"a NUL", nullptr, nullptr},
  };
  for (const Case& c : cases) {
    const std::string text = c.text != nullptr ? c.text : std::string("UTC\0x", 5);
    const auto loaded = Zone::load(text);
    ASSERT_FALSE(loaded) << c.name;
    EXPECT_EQ(loaded.error().fault, Fault::files) << c.name;
    if (c.message != nullptr) {
      EXPECT_EQ(message(loaded), c.message) << c.name;
    }
  }
}

// A zone folder of its own for as long as it lives.
class ZoneFolder {
 public:
  explicit ZoneFolder(const char* name) : path_(std::filesystem::path(testing::TempDir()) / name) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_ / "Europe");
    setenv("TZDIR", path_.c_str(), 1);
  }
  ~ZoneFolder() {
    unsetenv("TZDIR");
    std::filesystem::remove_all(path_);
  }
  ZoneFolder(const ZoneFolder&) = delete;
  ZoneFolder& operator=(const ZoneFolder&) = delete;

  void write(const char* file, const std::string& text) const { std::ofstream(path_ / file) << text; }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

TEST(ZoneFolder, WithoutZonesIsTheMachinesFault) {
  const ZoneFolder folder("cprota_no_zones");
  folder.write("tzdata.zi", "# version none");
  const auto loaded = Zone::load("Europe/Nowhere");
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().fault, Fault::machine);
  EXPECT_EQ(message(loaded), "there are no time-zone files in " + folder.path() +
                                 "; install the package tzdata, or set TZDIR to a folder that has them");
}

TEST(ZoneFolder, ThatDoesNotExistIsTheMachinesFault) {
  std::filesystem::path gone;
  {
    const ZoneFolder folder("cprota_gone_zones");
    gone = folder.path();
  }
  setenv("TZDIR", gone.c_str(), 1);
  const auto loaded = Zone::load("Europe/Nowhere_Else");
  unsetenv("TZDIR");
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().fault, Fault::machine);
}

TEST(ZoneFolder, WithADamagedFileIsTheMachinesFault) {
  const ZoneFolder folder("cprota_damaged_zones");
  folder.write("Europe/Empty", "");
  folder.write("Europe/Text", "not a zone\n");
  folder.write("Europe/Short", std::string("TZif2") + std::string(60, '\0'));
  folder.write("Europe/Huge", std::string("TZif2") + std::string(39, '\xff'));
  for (const char* name : {"Europe/Empty", "Europe/Text", "Europe/Short", "Europe/Huge"}) {
    const auto loaded = Zone::load(name);
    ASSERT_FALSE(loaded) << name;
    EXPECT_EQ(loaded.error().fault, Fault::machine) << name;
    EXPECT_EQ(message(loaded), "cannot read the time-zone file " + folder.path() + "/" + name +
                                   "; reinstall the package tzdata");
  }
}

TEST(ZoneFolder, OffersWhatItHas) {
  const ZoneFolder folder("cprota_few_zones");
  folder.write("Europe/Utopia", "not a zone, but a file\n");
  EXPECT_EQ(message(Zone::load("Europe/Utpoia")),
            "there is no time zone \"Europe/Utpoia\"; did you mean \"Europe/Utopia\"?");
}

}  // namespace
}  // namespace cprota
