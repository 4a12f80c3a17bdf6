// SPDX-License-Identifier: MIT
#include "cprota/format/write_calendar.hpp"

#include <memory>

#include <gmock/gmock.h>
#include <libical/ical.h>

#include "support/process_team.hpp"

namespace cprota::test {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

struct Read {
  std::string uid;
  std::string summary;
  Instant begin;
  Instant end;
};

// What libical itself reads.
std::vector<Read> read(const std::string& text) {
  struct Free {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
  };
  const std::unique_ptr<icalcomponent, Free> calendar(icalparser_parse_string(text.c_str()));
  std::vector<Read> events;
  if (calendar == nullptr || icalcomponent_count_errors(calendar.get()) != 0) return events;
  for (icalcomponent* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
       event != nullptr; event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
    events.push_back({icalcomponent_get_uid(event), icalcomponent_get_summary(event),
                      Instant(std::chrono::seconds(icaltime_as_timet(icalcomponent_get_dtstart(event)))),
                      Instant(std::chrono::seconds(icaltime_as_timet(icalcomponent_get_dtend(event))))});
  }
  return events;
}

std::vector<std::string> uids(const std::vector<Read>& events) {
  std::vector<std::string> all;
  for (const Read& event : events) all.push_back(event.uid);
  return all;
}

TEST(Calendar, LibicalReadsTheShiftsAndEveryName) {
  Team team = process_team();
  team.people.front().name = "a, b; c\\d \"e\" " + std::string(60, 'x') + "é";
  WeekFiles weeks;
  weeks.put(week("2026-W48", {{"on-call.primary", "amara"}}));
  const Interval range = from_until("2026-11-24 00:00", "2026-11-25 00:00");
  const auto events = read(rota_calendar(team, calendar_events(team, range, weeks), {"x, y", std::nullopt}));
  ASSERT_THAT(events, SizeIs(2));
  EXPECT_EQ(events[0].summary, team.people.front().name + " (on-call primary)");
  EXPECT_EQ(events[0].begin, at("2026-11-24 07:00"));
  EXPECT_EQ(events[0].end, at("2026-11-24 10:00"));
  EXPECT_EQ(events[1].begin, at("2026-11-24 17:00"));
}

TEST(Calendar, AnEventKeepsItsNameWhereverTheRangeCutsAndWhoeverHasIt) {
  const Team team = process_team();
  WeekFiles weeks;
  weeks.put(week("2026-W48", {{"on-call.primary", "amara"}}));
  const auto named = [&](const Interval& range) {
    return uids(read(rota_calendar(team, calendar_events(team, range, weeks), {"x", std::nullopt})));
  };
  const auto whole = named(from_until("2026-11-28 00:00", "2026-11-29 00:00"));
  EXPECT_THAT(whole, SizeIs(1));
  EXPECT_EQ(named(from_until("2026-11-28 12:00", "2026-11-28 13:00")), whole);
  EXPECT_EQ(named(from_until("2026-11-28 21:59", "2026-11-29 00:00")), whole);
  weeks.put(week("2026-W48", {{"on-call.primary", "bea"}}));
  EXPECT_EQ(named(from_until("2026-11-28 00:00", "2026-11-29 00:00")), whole);
}

}  // namespace
}  // namespace cprota::test
