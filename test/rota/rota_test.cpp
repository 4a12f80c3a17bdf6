// SPDX-License-Identifier: MIT
#include "cprota/rota/rota.hpp"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "cprota/time/print.hpp"

namespace cprota {
namespace {

Zone zone(const char* name) {
  return *Zone::load(name);
}
IsoWeek week(const char* name) {
  return *IsoWeek::parse(name);
}

Rota rota_with(std::chrono::weekday day, int hour, int minute) {
  Rota rota;
  rota.id = RotaId("on-call");
  rota.roles = {{RoleId("primary")}, {RoleId("secondary")}};
  rota.handover = {day, std::chrono::hours(hour) + Minutes(minute)};
  return rota;
}

TEST(Rota, HandsOverByTheWallClock) {
  struct Case {
    const char* name;
    const char* zone;
    std::chrono::weekday day;
    int hour;
    int minute;
    const char* week;
    const char* at;
  };
  const Case cases[] = {
      {"an ordinary Monday", "Europe/London", std::chrono::Monday, 10, 0, "2026-W48",
       "2026-11-23T10:00:00+00:00"},
      {"a Sunday is the end of its week", "Europe/London", std::chrono::Sunday, 22, 0, "2026-W48",
       "2026-11-29T22:00:00+00:00"},
      {"in summer", "Europe/London", std::chrono::Wednesday, 12, 0, "2026-W30", "2026-07-22T12:00:00+01:00"},
      {"skipped: the moment of the change", "Europe/London", std::chrono::Sunday, 1, 30, "2026-W13",
       "2026-03-29T02:00:00+01:00"},
      {"doubled: the first", "Europe/London", std::chrono::Sunday, 1, 30, "2026-W43",
       "2026-10-25T01:30:00+01:00"},
      {"half an hour skipped", "Australia/Lord_Howe", std::chrono::Sunday, 2, 15, "2026-W40",
       "2026-10-04T02:30:00+11:00"},
      {"a day that never was", "Pacific/Apia", std::chrono::Friday, 9, 0, "2011-W52",
       "2011-12-31T00:00:00+14:00"},
      {"week 53", "Asia/Kathmandu", std::chrono::Monday, 0, 0, "2026-W53", "2026-12-28T00:00:00+05:45"},
      {"past 2037", "Europe/London", std::chrono::Monday, 10, 0, "2038-W27", "2038-07-05T10:00:00+01:00"},
  };
  for (const Case& c : cases) {
    const Zone in = zone(c.zone);
    EXPECT_EQ(rfc3339(handover_of(rota_with(c.day, c.hour, c.minute), week(c.week), in), in), c.at) << c.name;
  }
}

TEST(Rota, TurnsOfAWeekAcrossAClockChange) {
  const Zone london = zone("Europe/London");
  const Rota rota = rota_with(std::chrono::Monday, 10, 0);
  EXPECT_EQ(week_turn(rota, week("2026-W13"), london).minutes(), Minutes((7 * 24 - 1) * 60));
  EXPECT_EQ(week_turn(rota, week("2026-W43"), london).minutes(), Minutes((7 * 24 + 1) * 60));
  EXPECT_EQ(day_turn(rota, week("2026-W43"), 5, london)->minutes(), Minutes(25 * 60));
  EXPECT_EQ(day_turn(rota, week("2026-W43"), 6, london)->minutes(), Minutes(24 * 60));
}

TEST(Rota, ADayThatNeverWasHasNoTurn) {
  const Zone apia = zone("Pacific/Apia");
  const Rota rota = rota_with(std::chrono::Monday, 0, 0);
  EXPECT_EQ(day_turn(rota, week("2011-W52"), 4, apia), std::nullopt);
  EXPECT_EQ(iso_date(day_turn_date(rota, week("2011-W52"), 4)), "2011-12-30");
  EXPECT_EQ(day_turn(rota, week("2011-W52"), 3, apia)->end(),
            day_turn(rota, week("2011-W52"), 5, apia)->begin());
}

// The seven days of a week fill its turn, and each moment lies in the turn of the week that turn_week_at
// names.
TEST(Rota, DaysFillTheWeekAndEveryMomentHasItsWeek) {
  std::mt19937 random(20261123);
  const auto between = [&](int least, int most) {
    return std::uniform_int_distribution(least, most)(random);
  };
  const char* const names[] = {"Europe/London", "America/New_York", "Australia/Lord_Howe",
                               "Pacific/Apia",  "Asia/Kathmandu",   "Pacific/Kiritimati"};
  for (int i = 0; i < 400; ++i) {
    const Zone in = zone(names[between(0, 5)]);
    const Rota rota =
        rota_with(std::chrono::weekday(static_cast<unsigned>(between(0, 6))), between(0, 23), between(0, 59));
    const IsoWeek at = week("2011-W40").plus(between(0, 1600));
    const std::string what = in.name() + " " + at.str();
    const Interval turn = week_turn(rota, at, in);
    Instant reached = turn.begin();
    for (int day = 0; day < 7; ++day) {
      const auto part = day_turn(rota, at, day, in);
      if (!part) continue;
      EXPECT_EQ(part->begin(), reached) << what;
      reached = part->end();
    }
    EXPECT_EQ(reached, turn.end()) << what;
    EXPECT_EQ(turn_week_at(rota, turn.begin(), in), at) << what;
    EXPECT_EQ(turn_week_at(rota, turn.end() - std::chrono::seconds(1), in), at) << what;
    EXPECT_EQ(turn_week_at(rota, turn.end(), in), at.plus(1)) << what;
  }
}

TEST(Rota, KnowsItsRolesAndMembers) {
  Rota rota = rota_with(std::chrono::Monday, 0, 0);
  rota.members = {PersonId("amara")};
  EXPECT_EQ(rota.role(RoleId("secondary")), &rota.roles[1]);
  EXPECT_EQ(rota.role(RoleId("third")), nullptr);
  EXPECT_TRUE(rota.has_member(PersonId("amara")));
  EXPECT_FALSE(rota.has_member(PersonId("bea")));
}

}  // namespace
}  // namespace cprota
