// SPDX-License-Identifier: MIT
// Zones against the C library, on the zone files of $TZDIR, for every zone of zone1970.tab and the years
// 1970–2199.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cprota/time/calendar.hpp"
#include "cprota/time/zone.hpp"

#include "support.hpp"

namespace cprota {
namespace {

using std::chrono::seconds;

constexpr Instant years_begin{first_date.time_since_epoch()};
constexpr Instant years_end{(last_date + std::chrono::days(1)).time_since_epoch()};

std::vector<std::string> zones_of_table() {
  std::ifstream table(ZONE_FOLDER "/zone1970.tab");
  std::set<std::string> names;
  for (std::string line; std::getline(table, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream columns(line);
    std::string countries, coordinates, name;
    columns >> countries >> coordinates >> name;
    names.insert(name);
  }
  return {names.begin(), names.end()};
}

// The file that the C library is to read. In a slim file of America/Ojinaga zic, before 2022g, leaves out
// that the rule at its end holds from 30 November 2022 only; Abseil takes a rule from the next year on, the C
// library at once. So it reads the fat file.
std::string file_of(const std::string& name) {
  const char* const folder = std::getenv("TZDIR");
  if (name == "America/Ojinaga") return FAT_ZONES "/" + name;
  return (folder != nullptr ? folder : std::string(ZONE_FOLDER)) + "/" + name;
}

// A zone as the C library reads it.
class CLibraryZone {
 public:
  explicit CLibraryZone(const std::string& name) {
    setenv("TZ", (":" + file_of(name)).c_str(), 1);
    tzset();
  }
  ~CLibraryZone() {
    unsetenv("TZ");
    tzset();
  }
  CLibraryZone(const CLibraryZone&) = delete;
  CLibraryZone& operator=(const CLibraryZone&) = delete;

  [[nodiscard]] std::tm civil(Instant t) const {
    const std::time_t seconds_since = t.time_since_epoch().count();
    std::tm out{};
    localtime_r(&seconds_since, &out);
    return out;
  }
  [[nodiscard]] seconds offset(Instant t) const { return seconds(civil(t).tm_gmtoff); }
};

// The instants at which the clocks show a civil time, by the C library's offsets on both sides of a change.
std::vector<Instant> moments_of(Local local, Instant change, const CLibraryZone& library) {
  std::set<Instant> found;
  for (const seconds offset : {library.offset(change - seconds(1)), library.offset(change)}) {
    const Instant t{(local - offset).time_since_epoch()};
    if (library.offset(t) == offset) found.insert(t);
  }
  return {found.begin(), found.end()};
}

void expect_lookup(const Zone& zone, Local local, Instant change, const CLibraryZone& library) {
  const std::vector<Instant> moments = moments_of(local, change, library);
  const LocalLookup found = zone.lookup(local);
  const auto around = zone.name() + " " + std::to_string(local.time_since_epoch().count());
  if (moments.empty()) {
    ASSERT_EQ(found.kind, LocalLookup::Kind::skipped) << around;
    ASSERT_EQ(found.first, change) << around;
    ASSERT_EQ(found.second, change) << around;
    return;
  }
  ASSERT_EQ(found.kind, moments.size() == 1 ? LocalLookup::Kind::unique : LocalLookup::Kind::repeated)
      << around;
  ASSERT_EQ(found.first, moments.front()) << around;
  ASSERT_EQ(found.second, moments.back()) << around;
}

// A change and the civil times that it skips, doubles or touches.
void expect_change(const Zone& zone, Instant change, const CLibraryZone& library) {
  for (const Instant t : {change - seconds(1), change}) {
    ASSERT_EQ(zone.offset(t), library.offset(t)) << zone.name() << " " << t.time_since_epoch().count();
    ASSERT_EQ(zone.abbreviation(t), library.civil(t).tm_zone)
        << zone.name() << " " << t.time_since_epoch().count();
  }
  ASSERT_NE(zone.offset(change - seconds(1)), zone.offset(change)) << zone.name();
  const Local before{(change + zone.offset(change - seconds(1))).time_since_epoch()};
  const Local after = zone.local(change);
  const Local first = std::min(before, after);
  const Local last = std::max(before, after);
  for (const Local local : {first - seconds(1), first, first + (last - first) / 2, last - seconds(1), last}) {
    ASSERT_NO_FATAL_FAILURE(expect_lookup(zone, local, change, library));
  }
}

TEST(ZoneFiles, AgreeWithTheCLibrary) {
  const std::vector<std::string> names = zones_of_table();
  ASSERT_GT(names.size(), 300u);
  std::size_t changes = 0;
  std::size_t samples = 0;
  for (const std::string& name : names) {
    const Zone zone = test::zone(name);
    const CLibraryZone library(name);
    Instant t = years_begin;
    while (const auto change = zone.next_change(t)) {
      if (*change >= years_end) break;
      ASSERT_NO_FATAL_FAILURE(expect_change(zone, *change, library));
      t = *change;
      ++changes;
    }
    // What the list of changes may have left out. Beyond 2100 there are rules only.
    const Instant rules_only = test::utc(2100, 1, 1);
    seconds offset = zone.offset(years_begin);
    Instant next = zone.next_change(years_begin).value_or(years_end);
    for (Instant each = years_begin; each < rules_only;
         each += std::chrono::days(9) + std::chrono::hours(1)) {
      while (next <= each) {
        offset = zone.offset(next);
        next = zone.next_change(next).value_or(years_end);
      }
      ASSERT_EQ(offset, library.offset(each)) << name << " " << each.time_since_epoch().count();
      ++samples;
    }
    for (int year = 1970; year < 2200; ++year) {
      for (unsigned month = 1; month <= 12; ++month) {
        const Instant noon = test::utc(year, month, 15, 12);
        const std::tm civil = library.civil(noon);
        const Local local = test::local(civil.tm_year + 1900, static_cast<unsigned>(civil.tm_mon + 1),
                                        static_cast<unsigned>(civil.tm_mday), civil.tm_hour, civil.tm_min) +
                            seconds(civil.tm_sec);
        ASSERT_EQ(zone.local(noon), local) << name << " " << year << "-" << month;
        ASSERT_EQ(zone.lookup(local).first, noon) << name << " " << year << "-" << month;
        ++samples;
      }
    }
  }
  std::printf("compared %zu zones, 1970 to 2199: %zu changes with their edges, %zu samples between\n",
              names.size(), changes, samples);
  EXPECT_GT(changes, 10000u);
}

// Every name of the zone source, links included.
TEST(ZoneFiles, EveryNameLoads) {
  std::ifstream source(ZONE_FOLDER "/tzdata.zi");
  std::size_t count = 0;
  for (std::string line; std::getline(source, line);) {
    std::istringstream words(line);
    std::string kind, name, link;
    words >> kind >> name >> link;
    if (kind != "Z" && kind != "L") continue;
    const std::string& each = kind == "L" ? link : name;
    EXPECT_EQ(test::message(Zone::load(each)), "");
    ++count;
  }
  EXPECT_GT(count, 400u);
}

}  // namespace
}  // namespace cprota
