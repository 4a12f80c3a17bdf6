// SPDX-License-Identifier: MIT
#include <utility>

#include <fmt/format.h>

#include "format/schedule_list.hpp"

namespace cprota {
namespace {

// The value under keys, one inside the other; nullptr where there is none.
const JsonValue* at(const JsonValue& root, std::initializer_list<std::string_view> keys) {
  const JsonValue* value = &root;
  for (const std::string_view key : keys) {
    value = value->object() == nullptr ? nullptr : find(*value->object(), key);
    if (value == nullptr) return nullptr;
  }
  return value;
}

bool is_null(const JsonValue& value) {
  return std::holds_alternative<JsonNull>(value.data);
}

// The names of the keys of one tool.
struct Keys {
  std::string_view from;
  std::string_view until;
};

std::optional<Instant> time_at(const JsonValue& entry, std::string_view key, ScheduleList& list) {
  const JsonValue* const value = at(entry, {key});
  if (value == nullptr) {
    list.faults.add(entry.offset, fmt::format("this entry has no \"{}\"", key));
    return std::nullopt;
  }
  if (const std::string* const text = value->text()) return list.time(*text, value->offset, true);
  list.faults.add(value->offset, fmt::format("\"{}\" must be text, not {}", key, kind_of(*value)));
  return std::nullopt;
}

void add_text(std::vector<std::string>& texts, const JsonValue& entry, std::string_view key) {
  const JsonValue* const value = at(entry, {key});
  if (value != nullptr && value->text() != nullptr && !value->text()->empty())
    texts.push_back(*value->text());
}

// An entry without a person says that nobody is on call then, which an absent entry says as well.
void add_entry(const JsonValue& entry, const Keys& keys, std::vector<std::string> person,
               ScheduleList& list) {
  const auto from = time_at(entry, keys.from, list);
  const auto until = time_at(entry, keys.until, list);
  if (!from || !until) return;
  const auto during = list.between(*from, *until, entry.offset);
  if (!during || person.empty()) return;
  ScheduledStretch stretch{std::nullopt, std::move(person), {}, {}, {}, *during, {}, {}};
  list.add(std::move(stretch), entry.offset);
}

void read_pagerduty_entry(const JsonValue& entry, ScheduleList& list) {
  if (entry.object() == nullptr) {
    return list.faults.add(entry.offset, fmt::format("an entry must be an object, not {}", kind_of(entry)));
  }
  const JsonValue* const user = at(entry, {"user"});
  std::vector<std::string> person;
  if (user == nullptr || (user->object() == nullptr && !is_null(*user))) {
    return list.faults.add(entry.offset, "this entry has no \"user\"");
  }
  for (const std::string_view key : {"id", "email", "summary", "name"}) add_text(person, *user, key);
  if (user->object() != nullptr && person.empty()) {
    return list.faults.add(user->offset, "this user has no \"id\"");
  }
  add_entry(entry, {"start", "end"}, std::move(person), list);
}

// The list itself, or nothing and a fault.
const JsonArray* list_in(const JsonValue* value, const JsonValue& root, std::string_view name,
                         ScheduleList& list) {
  if (value == nullptr) {
    list.faults.add(root.offset, fmt::format("there is no \"{}\" here", name));
  } else if (value->array() == nullptr) {
    list.faults.add(value->offset, fmt::format("\"{}\" must be a list, not {}", name, kind_of(*value)));
  } else {
    return value->array();
  }
  return nullptr;
}

// A list of {"override": {…}}, as `--format pagerduty` writes it.
bool is_override_list(const JsonValue& root) {
  const JsonArray* const items = root.array();
  return items != nullptr && (items->empty() || at(items->front(), {"override"}) != nullptr);
}

const JsonValue& schedule_in(const JsonValue& root) {
  const JsonValue* const inner = at(root, {"schedule"});
  return inner == nullptr ? root : *inner;
}

}  // namespace

std::optional<ScheduleFormat> schedule_format(const JsonValue& root) {
  const JsonValue& schedule = schedule_in(root);
  for (const std::string_view key : {"final_schedule", "schedule_layers", "overrides"}) {
    if (at(schedule, {key}) != nullptr) return ScheduleFormat::pagerduty;
  }
  if (is_override_list(root)) return ScheduleFormat::pagerduty;
  const JsonValue* const results = root.array() != nullptr ? &root : at(root, {"results"});
  if (results == nullptr || results->array() == nullptr) return std::nullopt;
  const bool is_grafana =
      results->array()->empty() || at(results->array()->front(), {"shift_start"}) != nullptr;
  return is_grafana ? std::optional(ScheduleFormat::grafana) : std::nullopt;
}

void read_schedule_pagerduty(const JsonValue& root, ScheduleList& list) {
  if (is_override_list(root)) {
    list.schedule.is_whole = false;
    for (const JsonValue& item : *root.array()) {
      const JsonValue* const entry = at(item, {"override"});
      read_pagerduty_entry(entry == nullptr ? item : *entry, list);
    }
    return;
  }
  const JsonValue& schedule = schedule_in(root);
  const JsonValue* const overrides = at(schedule, {"overrides"});
  const bool has_final = at(schedule, {"final_schedule"}) != nullptr;
  if (overrides != nullptr && !has_final) {
    list.schedule.is_whole = false;
    const JsonArray* const entries = list_in(overrides, root, "overrides", list);
    if (entries == nullptr) return;
    for (const JsonValue& item : *entries) {
      const JsonValue* const entry = at(item, {"override"});
      read_pagerduty_entry(entry == nullptr ? item : *entry, list);
    }
    return;
  }
  const JsonValue* const rendered = at(schedule, {"final_schedule", "rendered_schedule_entries"});
  if (rendered == nullptr) {
    return list.faults.add(schedule.offset,
                           "there are no \"rendered_schedule_entries\" in a \"final_schedule\" here; ask "
                           "PagerDuty for the schedule with since and until");
  }
  if (rendered->array() != nullptr && rendered->array()->empty()) {
    return list.faults.add(rendered->offset,
                           "\"rendered_schedule_entries\" is empty, as PagerDuty answers without since and "
                           "until; ask for the schedule with both");
  }
  const JsonArray* const entries = list_in(rendered, root, "rendered_schedule_entries", list);
  if (entries == nullptr) return;
  for (const JsonValue& entry : *entries) read_pagerduty_entry(entry, list);
}

void read_schedule_grafana(const JsonValue& root, ScheduleList& list) {
  const JsonValue* const results = root.array() != nullptr ? &root : at(root, {"results"});
  const JsonArray* const shifts = list_in(results, root, "results", list);
  if (shifts == nullptr) return;
  for (const JsonValue& shift : *shifts) {
    if (shift.object() == nullptr) {
      list.faults.add(shift.offset, fmt::format("a shift must be an object, not {}", kind_of(shift)));
      continue;
    }
    std::vector<std::string> person;
    for (const std::string_view key : {"user_email", "user_username", "user_pk"})
      add_text(person, shift, key);
    add_entry(shift, {"shift_start", "shift_end"}, std::move(person), list);
  }
  const JsonValue* const next = at(root, {"next"});
  if (next != nullptr && next->text() != nullptr) {
    list.schedule.notes.push_back({Severity::warning,
                                   list.faults.place_of(next->offset),
                                   "this is one page of several; the others are not here",
                                   {}});
  }
}

}  // namespace cprota
