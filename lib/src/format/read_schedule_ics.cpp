// SPDX-License-Identifier: MIT
#include <chrono>
#include <utility>

#include <fmt/format.h>

#include "format/icalendar_component.hpp"
#include "format/icalendar_events.hpp"
#include "format/schedule_list.hpp"

namespace cprota {
namespace {

using std::chrono::seconds;

// The zone that a TZID means: an IANA name, or one behind a prefix such as
// `/freeassociation.sourceforge.net/`.
std::optional<Zone> zone_of(std::string_view tzid) {
  if (tzid.starts_with('"')) tzid.remove_prefix(1);
  if (tzid.ends_with('"')) tzid.remove_suffix(1);
  while (tzid.starts_with('/')) tzid.remove_prefix(1);
  for (;;) {
    if (auto zone = Zone::load(tzid)) return *zone;
    const std::size_t slash = tzid.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    tzid.remove_prefix(slash + 1);
  }
}

// RFC 5545, 3.3.5: what happens twice is meant the first time, what is skipped has the offset from before.
Instant instant_of(Local local, const Zone& zone) {
  const LocalLookup found = zone.lookup(local);
  if (found.kind != LocalLookup::Kind::skipped) return found.first;
  const Instant before = found.first - seconds(1);
  return Instant(local.time_since_epoch() - zone.offset(before));
}

// The civil time of a value; nothing where it is none of the calendar and the years.
std::optional<Local> local_of(const icaltimetype& time) {
  const std::chrono::year_month_day day(std::chrono::year(time.year),
                                        std::chrono::month(static_cast<unsigned>(time.month)),
                                        std::chrono::day(static_cast<unsigned>(time.day)));
  const Date date{std::chrono::local_days(day)};
  if (!day.ok() || date < first_date || last_date < date) return std::nullopt;
  if (time.is_date) return Local(date);
  if (time.hour < 0 || time.hour > 23 || time.minute < 0 || time.minute > 59) return std::nullopt;
  return Local(date) + std::chrono::hours(time.hour) + Minutes(time.minute);
}

std::string text_of(const char* text) {
  return text == nullptr ? std::string() : std::string(text);
}

// One event, and where faults in it go.
class EventReader {
 public:
  EventReader(const IcalendarEvent& event, ScheduleList& list)
      : event_(event), list_(list), component_(ical_component(event.text)) {}

  void read() {
    if (component_ == nullptr) return fault("BEGIN", "this is no event that can be read");
    const icalproperty* const status = find(component_, ICAL_STATUS_PROPERTY);
    if (status != nullptr && icalproperty_get_status(status) == ICAL_STATUS_CANCELLED) return;
    for (const auto& [kind, name] : {std::pair(ICAL_RRULE_PROPERTY, "RRULE"),
                                     {ICAL_RDATE_PROPERTY, "RDATE"},
                                     {ICAL_RECURRENCEID_PROPERTY, "RECURRENCE-ID"}}) {
      if (find(component_, kind) != nullptr) {
        return fault(name, "this event repeats; export the calendar with one event for each time");
      }
    }
    const icalproperty* const start = find(component_, ICAL_DTSTART_PROPERTY);
    if (start == nullptr) return fault("DTSTART", "this event has no DTSTART");
    const auto from = read_time("DTSTART", start, icalproperty_get_dtstart(start));
    const auto until = from ? end_of(*from, icalproperty_get_dtstart(start)) : std::nullopt;
    if (!until) return;
    const auto during = list_.between(*from, *until, event_.offset_of("DTSTART"));
    if (during) add(*during);
  }

 private:
  void fault(std::string_view property, std::string message) {
    list_.faults.add(event_.offset_of(property), std::move(message));
  }

  std::optional<Instant> read_time(std::string_view name, const icalproperty* property,
                                   const icaltimetype& time) {
    const auto local = local_of(time);
    if (!local) {
      fault(name, fmt::format("{} is no time from 1970 to 2199", name));
      return std::nullopt;
    }
    if (!time.is_date && time.second != 0) {
      fault(name, fmt::format("{} has seconds; whole minutes only", name));
      return std::nullopt;
    }
    if (icaltime_is_utc(time) != 0) return Instant(local->time_since_epoch());
    const icalparameter* const tzid = icalproperty_get_first_parameter(
        const_cast<icalproperty*>(property), ICAL_TZID_PARAMETER);  // NOLINT: libical's
    if (tzid == nullptr || time.is_date) return instant_of(*local, list_.zone);
    const std::string zone_name = text_of(icalparameter_get_tzid(tzid));
    const auto zone = zone_of(zone_name);
    if (zone) return instant_of(*local, *zone);
    fault(name,
          fmt::format("no time zone is called \"{}\"; use an IANA name such as Europe/London", zone_name));
    return std::nullopt;
  }

  // By DTEND, or DURATION; without either a date is that whole day, and a time no stretch.
  std::optional<Instant> end_of(Instant from, const icaltimetype& start) {
    if (const icalproperty* const end = find(component_, ICAL_DTEND_PROPERTY)) {
      return read_time("DTEND", end, icalproperty_get_dtend(end));
    }
    if (const icalproperty* const property = find(component_, ICAL_DURATION_PROPERTY)) {
      return end_after(from, start, icalproperty_get_duration(property));
    }
    if (start.is_date)
      return list_.zone.begin_of(std::chrono::floor<std::chrono::days>(*local_of(start)) +
                                 std::chrono::days(1));
    fault("DTSTART", "this event has no DTEND");
    return std::nullopt;
  }

  // Days are of the calendar (RFC 5545, 3.3.6), hours and minutes go by.
  std::optional<Instant> end_after(Instant from, const icaltimetype& start,
                                   const icaldurationtype& duration) {
    constexpr unsigned most = 1000;
    if (duration.is_neg || duration.seconds != 0 || duration.days > most || duration.weeks > most ||
        duration.hours > 24 * most || duration.minutes > 1440 * most) {
      fault("DURATION", "this is no DURATION of whole minutes");
      return std::nullopt;
    }
    const std::chrono::days days = std::chrono::days(duration.days) + std::chrono::weeks(duration.weeks);
    Instant end = from;
    if (days.count() > 0) {
      icaltimetype later = start;
      icaltime_adjust(&later, static_cast<int>(days.count()), 0, 0, 0);
      const auto moved = read_time("DTSTART", find(component_, ICAL_DTSTART_PROPERTY), later);
      if (!moved) return std::nullopt;
      end = *moved;
    }
    return end + std::chrono::hours(duration.hours) + Minutes(duration.minutes);
  }

  void add(const Interval& during) {
    ScheduledStretch stretch{std::nullopt, {}, {}, {}, {}, during, {}, {}};
    if (const icalproperty* const summary = find(component_, ICAL_SUMMARY_PROPERTY)) {
      stretch.title = text_of(icalproperty_get_summary(summary));
    }
    for (icalproperty* each = find(component_, ICAL_CATEGORIES_PROPERTY); each != nullptr;
         each = icalcomponent_get_next_property(component_.get(), ICAL_CATEGORIES_PROPERTY)) {
      stretch.categories.push_back(text_of(icalproperty_get_categories(each)));
    }
    for (icalproperty* each = find(component_, ICAL_ATTENDEE_PROPERTY); each != nullptr;
         each = icalcomponent_get_next_property(component_.get(), ICAL_ATTENDEE_PROPERTY)) {
      stretch.attendees.push_back(text_of(icalproperty_get_attendee(each)));
    }
    list_.add(std::move(stretch), event_.offset);
  }

  const IcalendarEvent& event_;
  ScheduleList& list_;
  IcalComponent component_;
};

}  // namespace

void read_schedule_ics(ScheduleList& list) {
  const auto events = icalendar_events(list.faults.text());
  if (!events) return list.faults.add(events.error().offset, events.error().message);
  for (const IcalendarEvent& event : *events) EventReader(event, list).read();
}

}  // namespace cprota
