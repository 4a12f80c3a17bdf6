// SPDX-License-Identifier: MIT
#include "cprota/format/write_calendar.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <string_view>

#include <fmt/format.h>
#include <libical/ical.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/format/names.hpp"

#include "base/utf8.hpp"

namespace cprota {
namespace {

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

icaltimetype utc(Instant t) {
  return icaltime_from_timet_with_zone(std::chrono::system_clock::to_time_t(t), 0,
                                       icaltimezone_get_utc_timezone());
}

// `20261123T100000Z`
std::string basic_time(Instant t) {
  return icaltime_as_ical_string(utc(t));
}

// The team's name where a host name would stand: letters of other scripts stay, all other runs become `-`.
std::string team_part(std::string_view name) {
  std::string part;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool kept =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (kept || upper) {
      part += upper ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!part.empty() && part.back() != '-') {
      part += '-';
    }
  }
  while (part.ends_with('-')) part.pop_back();
  return part.empty() ? "team" : part;
}

std::string uid(const Team& team, const CalendarEvent& event) {
  return fmt::format("{}.{}@{}", event.shift.role.str(), basic_time(event.whole_begin),
                     team_part(visible(team.name)));
}

// Lines of at most 75 octets (RFC 5545, 3.1), no character cut in two. What libical folds it folds anew: of a
// line that just fits, libical puts the fold between its carriage return and its line feed.
std::string folded_anew(std::string_view text) {
  constexpr std::string_view fold = "\r\n ";
  std::string unfolded;
  for (std::size_t at = text.find(fold); at != std::string_view::npos; at = text.find(fold)) {
    unfolded += text.substr(0, at);
    text.remove_prefix(at + fold.size());
  }
  unfolded += text;
  constexpr std::size_t longest = 75;
  std::string out;
  std::size_t column = 0;
  for (std::string_view left = unfolded; !left.empty();) {
    const std::size_t length = decode_utf8(left).length;
    const bool ends_line = left.front() == '\r' || left.front() == '\n';
    if (!ends_line && column + length > longest) {
      out += fold;
      column = 1;
    }
    out += left.substr(0, length);
    column = ends_line ? 0 : column + length;
    left.remove_prefix(length);
  }
  return out;
}

// Why somebody else covers, and how to reach them; empty where neither is to be told.
std::string description(const Team& team, const Shift& shift) {
  std::string text;
  const auto add = [&](std::string_view what, const std::string& value) {
    if (!value.empty()) text += fmt::format("{}{}{}", text.empty() ? "" : "\n", what, visible(value));
  };
  if (shift.source.is_override()) add("Override: ", shift.source.taken_over->reason);
  const Person* const person = team.find_person(shift.person);
  add("", person->phone.value_or(""));
  add("", person->email.value_or(""));
  return text;
}

icalcomponent* event_component(const Team& team, const CalendarEvent& event, const CalendarOptions& options) {
  const Shift& shift = event.shift;
  const std::string summary =
      fmt::format("{} ({} {})", full_name(team, shift.person), shift.role.rota.str(), shift.role.role.str());
  icalcomponent* const component = icalcomponent_vanew(
      ICAL_VEVENT_COMPONENT, icalproperty_new_uid(uid(team, event).c_str()),
      icalproperty_new_dtstamp(utc(options.stamp.value_or(shift.during.begin()))),
      icalproperty_new_dtstart(utc(shift.during.begin())), icalproperty_new_dtend(utc(shift.during.end())),
      icalproperty_new_summary(summary.c_str()), static_cast<void*>(nullptr));
  if (const std::string text = description(team, shift); !text.empty()) {
    icalcomponent_add_property(component, icalproperty_new_description(text.c_str()));
  }
  icalcomponent_add_property(component, icalproperty_new_categories(shift.role.str().c_str()));
  icalcomponent_add_property(component, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
  return component;
}

icalcomponent* utc_component() {
  return icalcomponent_vanew(
      ICAL_VTIMEZONE_COMPONENT, icalproperty_new_tzid("Etc/UTC"),
      icalcomponent_vanew(
          ICAL_XSTANDARD_COMPONENT, icalproperty_new_dtstart(icaltime_from_string("19700101T000000")),
          icalproperty_new_tzoffsetfrom(0), icalproperty_new_tzoffsetto(0), static_cast<void*>(nullptr)),
      static_cast<void*>(nullptr));
}

// libical escapes the backslashes of these, but no commas and semicolons: so every program reads them right,
// those that take the value for TEXT and those, such as ical.js, that take it as it stands.
void add_named(icalcomponent* component, const char* name, const std::string& text) {
  icalproperty* const property = icalproperty_new_x(text.c_str());
  icalproperty_set_x_name(property, name);
  icalcomponent_add_property(component, property);
}

// How often programs should ask again: RFC 7986, 5.7, and what Outlook knows of it. A rota changes by day.
void add_refresh_interval(icalcomponent* component) {
  const icaldurationtype hour = icaldurationtype_from_int(60 * 60);
  icalcomponent_add_property(
      component, icalproperty_vanew_refreshinterval(hour, icalparameter_new_value(ICAL_VALUE_DURATION),
                                                    static_cast<void*>(nullptr)));
  add_named(component, "X-PUBLISHED-TTL", "PT1H");
}

}  // namespace

std::vector<CalendarEvent> calendar_events(const Team& team, const Interval& range, WeekSource& weeks,
                                           const Filter& filter) {
  std::vector<CalendarEvent> events;
  for (Shift& shift : cover_of(team, range, weeks, filter).shifts) {
    const Instant begin =
        shift.during.begin() == range.begin() ? whole_begin(team, shift, weeks) : shift.during.begin();
    events.push_back({std::move(shift), begin});
  }
  return events;
}

std::string rota_calendar(const Team& team, const std::vector<CalendarEvent>& events,
                          const CalendarOptions& options) {
  const Component calendar(
      icalcomponent_vanew(ICAL_VCALENDAR_COMPONENT, icalproperty_new_prodid("-//cprota//cprota//EN"),
                          icalproperty_new_version("2.0"), icalproperty_new_calscale("GREGORIAN"),
                          icalproperty_new_method(ICAL_METHOD_PUBLISH), static_cast<void*>(nullptr)));
  const std::string title = visible(options.title);
  icalcomponent_add_property(calendar.get(), icalproperty_new_name(title.c_str()));
  add_named(calendar.get(), "X-WR-CALNAME", title);
  add_named(calendar.get(), "X-WR-TIMEZONE", team.zone.name());
  add_refresh_interval(calendar.get());
  for (const CalendarEvent& event : events) {
    icalcomponent_add_component(calendar.get(), event_component(team, event, options));
  }
  if (events.empty()) icalcomponent_add_component(calendar.get(), utc_component());
  struct FreeText {
    void operator()(char* text) const { icalmemory_free_buffer(text); }
  };
  const std::unique_ptr<char, FreeText> text(icalcomponent_as_ical_string_r(calendar.get()));
  return folded_anew(text.get());
}

}  // namespace cprota
