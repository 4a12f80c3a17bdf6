// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cprota/format/read_schedule.hpp"

#include "format/fault_list.hpp"
#include "format/read_json.hpp"

namespace cprota {

// What a reader has found in a schedule so far. Offsets are bytes from the beginning of its text.
struct ScheduleList {
  FaultList faults;
  Zone zone;
  std::optional<Interval> range;  // what repeats is read in this alone
  Schedule schedule;

  // Sets its place, and keeps it.
  void add(ScheduledStretch stretch, std::size_t offset);
  void leave_out(std::size_t offset, std::string message);
  // A stretch from its two ends; a fault at `offset` where it ends no later than it begins.
  [[nodiscard]] std::optional<Interval> between(Instant from, Instant until, std::size_t offset);
  // A time as ISO 8601 writes it. A fault, with the right spelling, for any other, for one that needs an
  // offset and has none, and for civil times that are doubled or skipped.
  [[nodiscard]] std::optional<Instant> time(const std::string& text, std::size_t offset, bool needs_offset);
};

void read_schedule_csv(ScheduleList& list);
void read_schedule_ics(ScheduleList& list);
void read_schedule_pagerduty(const JsonValue& root, ScheduleList& list);
void read_schedule_grafana(const JsonValue& root, ScheduleList& list);

// Which of the two JSON schedules this is.
[[nodiscard]] std::optional<ScheduleFormat> schedule_format(const JsonValue& root);

}  // namespace cprota
