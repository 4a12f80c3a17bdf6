// SPDX-License-Identifier: MIT
#include <chrono>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "cprota/time/calendar.hpp"

#include "format/holiday_list.hpp"
#include "format/icalendar_component.hpp"
#include "format/icalendar_events.hpp"

namespace cprota {
namespace {

using std::chrono::days;

constexpr days longest{31};

// Nothing where the value has a clock time, or is no date of the calendar and the years.
std::optional<Date> date_of(const icaltimetype& time) {
  if (!time.is_date) return std::nullopt;
  const std::chrono::year_month_day day(std::chrono::year(time.year),
                                        std::chrono::month(static_cast<unsigned>(time.month)),
                                        std::chrono::day(static_cast<unsigned>(time.day)));
  const Date date{std::chrono::local_days(day)};
  return day.ok() && first_date <= date && date <= last_date ? std::optional(date) : std::nullopt;
}

// One event, and where faults in it go.
class EventReader {
 public:
  EventReader(const IcalendarEvent& event, HolidayList& list)
      : event_(event), list_(list), component_(ical_component(event.text)) {}

  void read() {
    if (component_ == nullptr) return fault("BEGIN", "this is no event that can be read");
    const icalproperty* const status = find(component_, ICAL_STATUS_PROPERTY);
    if (status != nullptr && icalproperty_get_status(status) == ICAL_STATUS_CANCELLED) return;
    for (const auto& [kind, name] :
         {std::pair(ICAL_RRULE_PROPERTY, "RRULE"), {ICAL_RDATE_PROPERTY, "RDATE"}}) {
      if (find(component_, kind) != nullptr) {
        return fault(name, "this event repeats; write one for each date");
      }
    }
    const auto begin = first_day();
    const auto length = begin ? length_from(*begin) : std::nullopt;
    if (!length) return;
    const icalproperty* const summary = find(component_, ICAL_SUMMARY_PROPERTY);
    const char* const title = summary == nullptr ? nullptr : icalproperty_get_summary(summary);
    for (days day{0}; day < *length && *begin + day <= last_date; ++day) {
      list_.add(*begin + day, title == nullptr ? "" : title, "", event_.offset_of("DTSTART"));
    }
  }

 private:
  void fault(std::string_view property, std::string message) {
    list_.add_fault(event_.offset_of(property), std::move(message));
  }

  std::optional<Date> first_day() {
    const icalproperty* const property = find(component_, ICAL_DTSTART_PROPERTY);
    if (property == nullptr) {
      fault("DTSTART", "this event has no date; it needs a line such as DTSTART;VALUE=DATE:20261225");
      return std::nullopt;
    }
    return read_date("DTSTART", icalproperty_get_dtstart(property));
  }

  std::optional<Date> read_date(std::string_view property, const icaltimetype& time) {
    const auto date = date_of(time);
    if (!date && !time.is_date) {
      fault(property, fmt::format("a bank holiday is a whole day; write {};VALUE=DATE:20261225", property));
    } else if (!date) {
      fault(property, fmt::format("{} is no date from 1970 to 2199", property));
    }
    return date;
  }

  // How many days the event takes from its first on: up to its DTEND, or for its DURATION, or one.
  std::optional<days> length_from(Date begin) {
    std::optional<days> length;
    std::string_view said_by = "DTEND";
    if (const icalproperty* const end = find(component_, ICAL_DTEND_PROPERTY)) {
      const auto date = read_date(said_by, icalproperty_get_dtend(end));
      if (!date) return std::nullopt;
      length = *date == begin ? days(1) : *date - begin;
    } else if (const icalproperty* const duration = find(component_, ICAL_DURATION_PROPERTY)) {
      said_by = "DURATION";
      length = whole_days(icalproperty_get_duration(duration));
    } else {
      return days(1);
    }
    if (length && days(1) <= *length && *length <= longest) return length;
    fault(said_by, fmt::format("an event takes 1 to {} whole days", longest.count()));
    return std::nullopt;
  }

  static std::optional<days> whole_days(const icaldurationtype& duration) {
    const bool is_whole = duration.hours == 0 && duration.minutes == 0 && duration.seconds == 0;
    constexpr unsigned most = 1000;
    if (duration.is_neg || !is_whole || duration.days > most || duration.weeks > most) return std::nullopt;
    return days(duration.days) + std::chrono::weeks(duration.weeks);
  }

  const IcalendarEvent& event_;
  HolidayList& list_;
  IcalComponent component_;
};

}  // namespace

void read_bank_holidays_ics(HolidayList& list) {
  const auto events = icalendar_events(list.text());
  if (!events) return list.add_fault(events.error().offset, events.error().message);
  for (const IcalendarEvent& event : *events) EventReader(event, list).read();
}

}  // namespace cprota
