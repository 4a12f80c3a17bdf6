// SPDX-License-Identifier: MIT
#include <map>
#include <memory>
#include <string>

#include <gtest/gtest.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include "format/icalendar_zone.hpp"

namespace cprota::test {
namespace {

// The zone of each Windows name that ICU knows.
std::map<std::string, std::string> zones_of_icu() {
  std::map<std::string, std::string> zones;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> ids(
      icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_ANY, nullptr, nullptr, status));
  for (;;) {
    const icu::UnicodeString* const id = ids->snext(status);
    if (id == nullptr) break;
    icu::UnicodeString name;
    icu::TimeZone::getWindowsID(*id, name, status);
    if (name.isEmpty()) continue;
    icu::UnicodeString zone;
    icu::TimeZone::getIDForWindowsID(name, nullptr, zone, status);
    std::string key;
    std::string value;
    zones[name.toUTF8String(key)] = zone.toUTF8String(value);
  }
  EXPECT_TRUE(U_SUCCESS(status));
  return zones;
}

TEST(WindowsZones, AreThoseOfIcu) {
  const auto zones = zones_of_icu();
  EXPECT_GT(zones.size(), 130U);
  for (const auto& [name, zone] : zones) {
    const auto found = zone_of_windows(name);
    ASSERT_TRUE(found) << name;
    EXPECT_TRUE(Zone::load(*found)) << name;
    EXPECT_EQ(*found, zone) << name;
  }
}

TEST(WindowsZones, OthersAreNone) {
  for (const char* name : {"", "Zulu", "GMT standard time", "GMT Standard Time ", "Europe/London"}) {
    EXPECT_FALSE(zone_of_windows(name)) << name;
  }
}

}  // namespace
}  // namespace cprota::test
