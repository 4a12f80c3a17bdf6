// SPDX-License-Identifier: MIT
#include "cprota/format/read_schedule.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "cprota/time/parse.hpp"

#include "base/utf8.hpp"
#include "format/icalendar_events.hpp"
#include "format/read_file.hpp"
#include "format/schedule_list.hpp"
#include "time/spelling.hpp"

namespace cprota {
namespace {

constexpr std::string_view json_schedules =
    "a schedule or overrides of PagerDuty, nor final shifts of Grafana OnCall";

constexpr std::array formats{std::pair(ScheduleFormat::pagerduty, std::string_view("pagerduty")),
                             std::pair(ScheduleFormat::grafana, std::string_view("grafana")),
                             std::pair(ScheduleFormat::ics, std::string_view("ics")),
                             std::pair(ScheduleFormat::csv, std::string_view("csv"))};

// `2026-11-23` at its beginning: nothing of what else people type is meant in a file.
bool begins_with_date(std::string_view text) {
  return text.size() >= 10 && parse_date(text.substr(0, 10)).has_value();
}

// Whether the time parser can say of a text that it cannot read how the same is written.
bool has_other_spelling(std::string_view text) {
  return std::ranges::any_of(respelt(text, Date{}), begins_with_date);
}

// `09:15:00.000Z` is `09:15:00Z`.
std::string without_fraction(std::string text) {
  const std::size_t point = text.find('.');
  if (point == std::string::npos) return text;
  const std::size_t end = std::min(text.find_first_not_of('0', point + 1), text.size());
  if (end > point + 1 && (end == text.size() || text[end] < '0' || text[end] > '9')) {
    text.erase(point, end - point);
  }
  return text;
}

bool has_offset(std::string_view text) {
  const std::size_t clock = text.find(':');
  return clock != std::string_view::npos && text.find_first_of("Zz+-", clock) != std::string_view::npos;
}

void read_json(std::optional<ScheduleFormat> format, ScheduleList& list) {
  const auto root = parse_json(list.faults.text());
  if (!root) return list.faults.add(root.error().offset, root.error().message);
  if (!format) format = schedule_format(*root);
  if (!format) {
    list.faults.add(root->offset, fmt::format("this is JSON, but neither {}", json_schedules));
  } else if (list.schedule.format = *format; *format == ScheduleFormat::pagerduty) {
    read_schedule_pagerduty(*root, list);
  } else {
    read_schedule_grafana(*root, list);
  }
}

void read_as(std::optional<ScheduleFormat> format, ScheduleList& list) {
  const std::string_view text = list.faults.text();
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (text.starts_with("PK\x03\x04")) {
    return list.faults.add(0,
                           "this is a ZIP archive, as sheets in .xlsx and .ods are; save the sheet as CSV");
  }
  if (auto bad = find_bad_character(text)) return list.faults.add(bad->offset, std::move(bad->message));
  if (begin == std::string_view::npos) return list.faults.add(0, "this file is empty");
  const bool is_json = text[begin] == '{' || text[begin] == '[';
  if (!format && !is_json) {
    format = begins_as_icalendar(text.substr(begin)) ? ScheduleFormat::ics : ScheduleFormat::csv;
  }
  if (!format || format == ScheduleFormat::pagerduty || format == ScheduleFormat::grafana) {
    return read_json(format, list);
  }
  list.schedule.format = *format;
  if (format == ScheduleFormat::ics) {
    read_schedule_ics(list);
  } else {
    read_schedule_csv(list);
  }
}

}  // namespace

std::string_view to_string(ScheduleFormat format) {
  return std::ranges::find(formats, format, [](const auto& one) { return one.first; })->second;
}

std::optional<ScheduleFormat> schedule_format(std::string_view text) {
  const auto found = std::ranges::find(formats, text, [](const auto& one) { return one.second; });
  return found == formats.end() ? std::nullopt : std::optional(found->first);
}

void ScheduleList::add(ScheduledStretch stretch, std::size_t offset) {
  stretch.place = faults.place_of(offset);
  stretch.source_line = line_at(faults.text(), offset);
  schedule.stretches.push_back(std::move(stretch));
}

void ScheduleList::leave_out(std::size_t offset, std::string message) {
  schedule.left_out.push_back(
      {Severity::warning, faults.place_of(offset), std::move(message), line_at(faults.text(), offset)});
}

std::optional<Interval> ScheduleList::between(Instant from, Instant until, std::size_t offset) {
  const auto during = Interval::between(from, until);
  if (!during) faults.add(offset, "this stretch ends no later than it begins");
  return during;
}

std::optional<Instant> ScheduleList::time(const std::string& text, std::size_t offset, bool needs_offset) {
  const std::string plain = without_fraction(text);
  const Result<TypedTime> typed = parse_time(plain, zone, Instant{});
  if (!typed && has_other_spelling(plain)) {
    faults.add(offset, typed.error().diagnostics.front().message);
  } else if (!typed) {
    faults.add(offset, fmt::format("\"{}\" is no time; write it as 2026-11-23T09:15", text));
  } else if (!begins_with_date(plain)) {
    faults.add(offset, fmt::format("\"{}\" is no time with a date; write it as 2026-11-23T09:15", text));
  } else if (needs_offset && !has_offset(plain)) {
    faults.add(offset, fmt::format("\"{}\" has no offset; write it as 2026-11-23T09:15:00Z", text));
  } else {
    return typed->at;
  }
  return std::nullopt;
}

Result<Schedule> read_schedule(std::string_view text, const std::string& file, const Zone& zone,
                               std::optional<ScheduleFormat> format, std::optional<Interval> range) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  ScheduleList list{FaultList(text, file), zone, range, {}};
  read_as(format, list);
  if (!list.faults.empty()) return tl::unexpected(list.faults.error());
  return std::move(list.schedule);
}

Result<Schedule> read_schedule_file(const std::string& path, const Zone& zone,
                                    std::optional<ScheduleFormat> format, std::optional<Interval> range) {
  const auto text = read_file(path, path);
  if (!text) return tl::unexpected(text.error());
  if (!*text) return fail(Fault::machine, fmt::format("there is no file {}", visible(path)));
  return read_schedule(**text, path, zone, format, range);
}

}  // namespace cprota
