// SPDX-License-Identifier: MIT
#include "format/icalendar_times.hpp"

#include <array>
#include <chrono>
#include <utility>

#include <fmt/format.h>

namespace cprota {
namespace {

using std::chrono::days;

Date date_of(Local local) {
  return std::chrono::floor<days>(local);
}

}  // namespace

void LeftOut::add(const EventTime& time) {
  if (time.is_date) {
    dates.insert(date_of(time.local));
  } else {
    instants.insert(time.at);
  }
}

bool LeftOut::has(Instant at, Local local) const {
  return instants.contains(at) || dates.contains(date_of(local));
}

void EventTimes::fault(std::string_view property, std::string message) {
  list_.faults.add(event_.offset_of(property), std::move(message));
}

std::optional<EventTime> EventTimes::time_of(std::string_view name, const icalproperty* property,
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
  if (icaltime_is_utc(time) != 0) {
    return EventTime{*local, Zone::utc(), false, Instant(local->time_since_epoch())};
  }
  const bool is_date = time.is_date != 0;
  const icalparameter* const tzid = icalproperty_get_first_parameter(
      const_cast<icalproperty*>(property), ICAL_TZID_PARAMETER);  // NOLINT: libical's
  if (tzid == nullptr || is_date) {
    return EventTime{*local, list_.zone, is_date, icalendar_instant(*local, list_.zone)};
  }
  const char* const text = icalparameter_get_tzid(tzid);
  const std::string zone_name = text == nullptr ? "" : text;
  const auto zone = state_.zones.find(zone_name);
  if (zone) return EventTime{*local, *zone, false, icalendar_instant(*local, *zone)};
  fault(name,
        fmt::format("no time zone is called \"{}\"; use an IANA name such as Europe/London", zone_name));
  return std::nullopt;
}

std::optional<EventTime> EventTimes::recurrence_id() {
  icalproperty* const property = find(component_, ICAL_RECURRENCEID_PROPERTY);
  if (property == nullptr) return std::nullopt;
  if (icalproperty_get_first_parameter(property, ICAL_RANGE_PARAMETER) != nullptr) {
    fault("RECURRENCE-ID", "this changes all that follows as well, which is not read");
    return std::nullopt;
  }
  return time_of("RECURRENCE-ID", property, icalproperty_get_recurrenceid(property));
}

// Days are of the calendar (RFC 5545, 3.3.6), hours and minutes go by.
std::optional<EventTimes::Length> EventTimes::length_of(const icaldurationtype& duration) {
  constexpr unsigned most = 1000;
  if (duration.is_neg || duration.seconds != 0 || duration.days > most || duration.weeks > most ||
      duration.hours > 24 * most || duration.minutes > 1440 * most) {
    return std::nullopt;
  }
  return Length{days(duration.days) + std::chrono::weeks(duration.weeks),
                std::chrono::hours(duration.hours) + Minutes(duration.minutes)};
}

Instant EventTimes::end_of(const EventTime& begin, const Length& length) const {
  return icalendar_instant(begin.local + length.wall, begin.zone) + length.more;
}

// By DTEND, or DURATION; without either a date is that whole day, and a time no stretch.
std::optional<Instant> EventTimes::read_end() {
  if (const icalproperty* const property = find(component_, ICAL_DTEND_PROPERTY)) {
    const auto end = time_of("DTEND", property, icalproperty_get_dtend(property));
    if (!end) return std::nullopt;
    length_.wall = start_->zone.local(end->at) - start_->local;
    return end->at;
  }
  if (const icalproperty* const property = find(component_, ICAL_DURATION_PROPERTY)) {
    const auto length = length_of(icalproperty_get_duration(property));
    if (!length) {
      fault("DURATION", "this is no DURATION of whole minutes");
      return std::nullopt;
    }
    length_ = *length;
    return end_of(*start_, length_);
  }
  if (!start_->is_date) {
    if (!list_.range || list_.range->contains(start_->at)) {
      list_.leave_out(event_.offset_of("DTSTART"),
                      "this event has neither DTEND nor DURATION, and so no length");
    }
    return std::nullopt;
  }
  length_.wall = days(1);
  return end_of(*start_, length_);
}

void EventTimes::add(Local local) {
  const EventTime begin{local, start_->zone, start_->is_date, icalendar_instant(local, start_->zone)};
  Instant end = begin.at == start_->at ? *end_ : end_of(begin, length_);
  // The clocks go forward between the two.
  if (end <= begin.at) end = begin.at + (*end_ - start_->at);
  times_.emplace(begin.at, end);
}

void EventTimes::add_rule(const icalrecurrencetype& rule, const icalproperty* property) {
  std::optional<EventTime> until;
  std::optional<Local> last;
  if (icaltime_is_null_time(rule.until) == 0) {
    icaltimetype time = rule.until;
    time.second = 0;
    until = time_of("RRULE", property, time);
    if (!until) return;
    // An instant is compared below, once it is known which the times are.
    last = until->is_date ? until->local + days(1) : start_->zone.local(until->at) + days(1);
  }
  const auto length = std::chrono::ceil<days>(*end_ - start_->at) + days(1);
  Local from = start_->local;
  if (list_.range) {
    const Local end = start_->zone.local(list_.range->end());
    last = last ? std::min(*last, end) : end;
    from = start_->zone.local(list_.range->begin()) - length;
  }
  const auto found = repeats(rule, start_->local, start_->is_date, from, last, state_.steps);
  if (!found) return fault("RRULE", found.error());
  for (const Local local : *found) {
    const bool ended = until && (until->is_date ? until->local < Local(date_of(local))
                                                : until->at < icalendar_instant(local, start_->zone));
    if (!ended) add(local);
  }
}

void EventTimes::add_rules() {
  std::vector<std::pair<icalrecurrencetype, icalproperty*>> rules;
  for_each(component_, ICAL_RRULE_PROPERTY,
           [&](icalproperty* each) { rules.emplace_back(icalproperty_get_rrule(each), each); });
  for (const auto& [rule, property] : rules) add_rule(rule, property);
  if (rules.empty()) times_.emplace(start_->at, *end_);
}

void EventTimes::add_dates() {
  for_each(component_, ICAL_RDATE_PROPERTY, [&](icalproperty* each) {
    const icaldatetimeperiodtype value = icalproperty_get_rdate(each);
    const bool is_period = icaltime_is_null_time(value.period.start) == 0;
    const auto begin = time_of("RDATE", each, is_period ? value.period.start : value.time);
    if (!begin) return;
    if (!is_period) return add(start_->zone.local(begin->at));
    std::optional<Instant> end;
    if (icaltime_is_null_time(value.period.end) == 0) {
      if (const auto time = time_of("RDATE", each, value.period.end)) end = time->at;
    } else if (const auto length = length_of(value.period.duration)) {
      end = end_of(*begin, *length);
    }
    if (!end || *end <= begin->at) return fault("RDATE", "this is no stretch of whole minutes");
    times_.insert_or_assign(begin->at, *end);
  });
}

LeftOut EventTimes::read_exdates() {
  LeftOut left_out;
  for_each(component_, ICAL_EXDATE_PROPERTY, [&](icalproperty* each) {
    if (const auto time = time_of("EXDATE", each, icalproperty_get_exdate(each))) left_out.add(*time);
  });
  return left_out;
}

std::vector<Interval> EventTimes::read(const LeftOut& moved) {
  const std::size_t faults_before = list_.faults.error().diagnostics.size();
  const auto is_faulty = [&] { return list_.faults.error().diagnostics.size() > faults_before; };
  constexpr std::array properties{
      std::pair(ICAL_DTSTART_PROPERTY, "DTSTART"),   std::pair(ICAL_DTEND_PROPERTY, "DTEND"),
      std::pair(ICAL_DURATION_PROPERTY, "DURATION"), std::pair(ICAL_RRULE_PROPERTY, "RRULE"),
      std::pair(ICAL_RDATE_PROPERTY, "RDATE"),       std::pair(ICAL_EXDATE_PROPERTY, "EXDATE")};
  for (const auto& [kind, name] : properties) {
    // libical drops what it cannot read.
    if (event_.has(name) && find(component_, kind) == nullptr) {
      fault(name, fmt::format("this is no {} that can be read", name));
    }
  }
  if (event_.has("EXRULE")) fault("EXRULE", "EXRULE is not read; list what it leaves out with EXDATE");
  const icalproperty* const property = find(component_, ICAL_DTSTART_PROPERTY);
  if (property == nullptr && !event_.has("DTSTART")) fault("DTSTART", "this event has no DTSTART");
  if (is_faulty()) return {};
  start_ = time_of("DTSTART", property, icalproperty_get_dtstart(property));
  if (start_) end_ = read_end();
  if (!end_ || !list_.between(start_->at, *end_, event_.offset_of("DTSTART"))) return {};
  add_rules();
  add_dates();
  const LeftOut left_out = read_exdates();
  if (is_faulty()) return {};
  std::vector<Interval> during;
  for (const auto& [begin, end] : times_) {
    const Local local = start_->zone.local(begin);
    const auto whole = Interval::between(begin, end);
    const bool is_in_range = !event_.has("RRULE") || !list_.range || list_.range->overlaps(*whole);
    if (is_in_range && !left_out.has(begin, local) && !moved.has(begin, local)) during.push_back(*whole);
  }
  return during;
}

}  // namespace cprota
