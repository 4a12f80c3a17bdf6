// SPDX-License-Identifier: MIT
#include <map>
#include <utility>

#include "format/icalendar_component.hpp"
#include "format/icalendar_events.hpp"
#include "format/icalendar_times.hpp"
#include "format/schedule_list.hpp"

namespace cprota {
namespace {

std::string text_of(const char* text) {
  return text == nullptr ? std::string() : std::string(text);
}

std::string uid_of(const IcalComponent& component) {
  const icalproperty* const uid = find(component, ICAL_UID_PROPERTY);
  return uid == nullptr ? std::string() : text_of(icalproperty_get_uid(uid));
}

bool is_cancelled(const IcalComponent& component) {
  const icalproperty* const status = find(component, ICAL_STATUS_PROPERTY);
  return status != nullptr && icalproperty_get_status(status) == ICAL_STATUS_CANCELLED;
}

class CalendarReader {
 public:
  explicit CalendarReader(ScheduleList& list) : list_(list) {}

  void read(const std::vector<IcalendarEvent>& events) {
    for (const IcalendarEvent& event : events) {
      if (event.has("RECURRENCE-ID")) read_moved(event);
    }
    for (const IcalendarEvent& event : events) read_event(event);
  }

 private:
  // Events that stand in the place of one time of another, which has the same UID.
  void read_moved(const IcalendarEvent& event) {
    const IcalComponent component = ical_component(event.text);
    if (component == nullptr) return;
    const std::size_t faults_before = list_.faults.error().diagnostics.size();
    if (const auto time = EventTimes(event, component, list_, state_).recurrence_id()) {
      moved_[uid_of(component)].add(*time);
    } else if (list_.faults.error().diagnostics.size() == faults_before) {
      list_.faults.add(event.offset_of("RECURRENCE-ID"), "this is no RECURRENCE-ID that can be read");
    }
  }

  void read_event(const IcalendarEvent& event) {
    const IcalComponent component = ical_component(event.text);
    if (component == nullptr) {
      return list_.faults.add(event.offset_of("BEGIN"), "this is no event that can be read");
    }
    if (is_cancelled(component)) return;
    const auto moved = moved_.find(uid_of(component));
    const bool is_first = moved != moved_.end() && !event.has("RECURRENCE-ID");
    EventTimes times(event, component, list_, state_);
    for (const Interval& during : times.read(is_first ? moved->second : LeftOut{})) {
      add(event, component, during);
    }
  }

  void add(const IcalendarEvent& event, const IcalComponent& component, const Interval& during) {
    ScheduledStretch stretch{std::nullopt, {}, {}, {}, {}, during, {}, {}};
    if (const icalproperty* const summary = find(component, ICAL_SUMMARY_PROPERTY)) {
      stretch.title = text_of(icalproperty_get_summary(summary));
    }
    for_each(component, ICAL_CATEGORIES_PROPERTY, [&](const icalproperty* each) {
      stretch.categories.push_back(text_of(icalproperty_get_categories(each)));
    });
    for_each(component, ICAL_ATTENDEE_PROPERTY, [&](const icalproperty* each) {
      stretch.attendees.push_back(text_of(icalproperty_get_attendee(each)));
    });
    list_.add(std::move(stretch), event.offset);
  }

  ScheduleList& list_;
  CalendarState state_;
  std::map<std::string, LeftOut> moved_;  // by UID
};

}  // namespace

void read_schedule_ics(ScheduleList& list) {
  const auto events = icalendar_events(list.faults.text());
  if (!events) return list.faults.add(events.error().offset, events.error().message);
  CalendarReader(list).read(*events);
}

}  // namespace cprota
