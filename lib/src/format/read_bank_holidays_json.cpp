// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cprota/time/calendar.hpp"

#include "format/holiday_list.hpp"
#include "format/read_json.hpp"

namespace cprota {
namespace {

constexpr std::array divisions{Division::england_and_wales, Division::scotland, Division::northern_ireland};

// The text under a key of an event; a fault where it is not there or is no text.
const std::string* read_text(const JsonObject& event, std::string_view key, std::size_t event_offset,
                             HolidayList& list) {
  const JsonValue* const value = find(event, key);
  if (value == nullptr) {
    list.add_fault(event_offset, fmt::format("this event has no \"{}\"", key));
    return nullptr;
  }
  if (const std::string* const text = value->text()) return text;
  list.add_fault(value->offset, fmt::format("\"{}\" must be text, not {}", key, kind_of(*value)));
  return nullptr;
}

void read_event(const JsonValue& value, HolidayList& list) {
  const JsonObject* const event = value.object();
  if (event == nullptr) {
    list.add_fault(value.offset, fmt::format("an event must be an object, not {}", kind_of(value)));
    return;
  }
  const std::string* const written = read_text(*event, "date", value.offset, list);
  const std::string* const title = read_text(*event, "title", value.offset, list);
  const JsonValue* const notes = find(*event, "notes");
  if (written == nullptr || title == nullptr) return;
  const std::size_t offset = find(*event, "date")->offset;
  if (const auto date = parse_date(*written)) {
    const bool has_notes = notes != nullptr && notes->text() != nullptr;
    list.add(*date, *title, has_notes ? *notes->text() : std::string(), offset);
  } else {
    list.add_fault(offset,
                   fmt::format("\"{}\" is no date from 1970 to 2199; write it as 2026-12-25", *written));
  }
}

void read_events(const JsonValue& value, HolidayList& list) {
  const JsonObject* const object = value.object();
  const JsonValue* const events = object == nullptr ? &value : find(*object, "events");
  if (events == nullptr) {
    list.add_fault(value.offset, "there are no \"events\" here");
  } else if (const JsonArray* const array = events->array()) {
    for (const JsonValue& event : *array) read_event(event, list);
  } else {
    list.add_fault(events->offset, fmt::format("\"events\" must be a list, not {}", kind_of(*events)));
  }
}

// Which divisions a file has lists of.
std::vector<std::string> lists_of(const JsonObject& root) {
  std::vector<std::string> names;
  for (const Division division : divisions) {
    if (find(root, to_string(division)) != nullptr) names.emplace_back(to_string(division));
  }
  return names;
}

void read_list_of(Division division, const JsonValue& root, HolidayList& list) {
  const std::vector<std::string> names = lists_of(*root.object());
  const auto found = std::find(names.begin(), names.end(), to_string(division));
  if (found != names.end()) {
    read_events(*find(*root.object(), *found), list);
  } else if (names.empty()) {
    list.add_fault(root.offset, "there is no list of a division here, such as \"england-and-wales\"");
  } else if (division == Division::none) {
    list.add_fault(root.offset,
                   fmt::format("this file has a list for each division: say with \"bank-holidays\" which to "
                               "take, \"{}\"",
                               fmt::join(names, "\" or \"")));
  } else {
    list.add_fault(root.offset, fmt::format("there is no list of \"{}\" here, only of \"{}\"",
                                            to_string(division), fmt::join(names, "\" and \"")));
  }
}

// {"division", "events"}: the list of one division.
void read_single_list(Division division, const JsonValue& root, HolidayList& list) {
  const JsonValue* const named = find(*root.object(), "division");
  const std::string* const name = named == nullptr ? nullptr : named->text();
  if (division != Division::none && name != nullptr && *name != to_string(division)) {
    list.add_fault(named->offset, fmt::format("this is the list of \"{}\", and the team's is \"{}\"", *name,
                                              to_string(division)));
    return;
  }
  read_events(root, list);
}

}  // namespace

void read_bank_holidays_json(Division division, HolidayList& list) {
  const auto root = parse_json(list.text());
  if (!root) {
    list.add_fault(root.error().offset, root.error().message);
  } else if (root->object() == nullptr) {
    list.add_fault(root->offset, "this must be an object with a list for each division");
  } else if (find(*root->object(), "events") != nullptr) {
    read_single_list(division, *root, list);
  } else {
    read_list_of(division, *root, list);
  }
}

}  // namespace cprota
