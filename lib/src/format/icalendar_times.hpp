// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "format/icalendar_component.hpp"
#include "format/icalendar_events.hpp"
#include "format/icalendar_repeats.hpp"
#include "format/icalendar_zone.hpp"
#include "format/schedule_list.hpp"

namespace cprota {

// A time as a property of an event says it.
struct EventTime {
  Local local;
  Zone zone;
  bool is_date = false;
  Instant at;
};

// Times of an event that repeats at which it does not take place.
struct LeftOut {
  std::set<Instant> instants;
  std::set<Date> dates;

  void add(const EventTime& time);
  [[nodiscard]] bool has(Instant at, Local local) const;
};

// What reading the events of one calendar shares.
struct CalendarState {
  TzidZones zones;
  RepeatSteps steps;
};

// When an event takes place (RFC 5545: DTSTART with DTEND or DURATION, RRULE, RDATE, EXDATE). Faults go to
// the list, at the property that has them.
class EventTimes {
 public:
  // All must outlive it.
  EventTimes(const IcalendarEvent& event, const IcalComponent& component, ScheduleList& list,
             CalendarState& state)
      : event_(event), component_(component), list_(list), state_(state) {}

  // Which time of the event that it repeats this one stands for; nothing where it is for itself.
  [[nodiscard]] std::optional<EventTime> recurrence_id();

  // In order, those in the list's range; all where it has none. An event that repeats lasts as long by the
  // clock on the wall each time, as calendars show it, so that one handover at ten stays at ten when the
  // clocks change. Nothing after a fault.
  [[nodiscard]] std::vector<Interval> read(const LeftOut& moved);

 private:
  // How long the event is: by the clock on the wall, then by the hours that go by.
  struct Length {
    Local::duration wall{};
    Minutes more{};
  };

  void fault(std::string_view property, std::string message);
  std::optional<EventTime> time_of(std::string_view name, const icalproperty* property,
                                   const icaltimetype& time);
  std::optional<Instant> read_end();
  std::optional<Length> length_of(const icaldurationtype& duration);
  [[nodiscard]] Instant end_of(const EventTime& begin, const Length& length) const;
  void add(Local local);
  void add_rules();
  void add_rule(const icalrecurrencetype& rule, const icalproperty* property);
  void add_dates();
  LeftOut read_exdates();

  const IcalendarEvent& event_;
  const IcalComponent& component_;
  ScheduleList& list_;
  CalendarState& state_;
  std::optional<EventTime> start_;
  Length length_;
  std::optional<Instant> end_;  // of the first time
  std::map<Instant, Instant> times_;
};

}  // namespace cprota
