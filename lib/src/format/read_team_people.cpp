// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/format.h>

#include "cprota/time/calendar.hpp"
#include "cprota/time/print.hpp"

#include "format/read_team_sections.hpp"

namespace cprota {
namespace {

constexpr std::string_view reserved_people[] = {"none", "me"};
constexpr int most_share = 10;
const std::vector<std::string> day_words = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::vector<std::chrono::weekday> read_days_off(Findings& findings, std::string_view key,
                                                const Value& value) {
  std::vector<std::chrono::weekday> days;
  for (const std::string& word : read_list(findings, key, value, "days like \"fri\"", [&](const Value& item) {
         const auto index = read_word(findings, key, item, day_words);
         return index ? std::optional(day_words[*index]) : std::nullopt;
       })) {
    days.push_back(*parse_weekday(word));
  }
  return days;
}

std::vector<RoleRef> read_except(Findings& findings, std::string_view key, const Value& value,
                                 const Names& roles) {
  std::vector<RoleRef> except;
  for (const std::string& name :
       read_list(findings, key, value, "roles like \"on-call.primary\"", [&](const Value& item) {
         auto text = read_text(findings, key, item);
         if (!text || roles.contains(*text)) return text;
         findings.add(item.begin,
                      fmt::format("{} \"{}\"{}", no_role, *text, role_hint(findings, *text, roles)));
         return std::optional<std::string>();
       })) {
    const std::size_t dot = name.find('.');
    except.push_back({RotaId(name.substr(0, dot)), RoleId(name.substr(dot + 1))});
  }
  return except;
}

Person read_person(Findings& findings, const Block& block, const TeamNames& names, Names& seen,
                   bool& machine_fault) {
  Person person;
  TableReader reader(findings, *block.table, block.at, "[[people]]");
  person.place = reader.place();
  if (const Value* const value = reader.require("id")) {
    if (const auto id = read_text(findings, "id", *value)) {
      person.id = PersonId(*id);
      if (check_id(findings, value->begin, "a person", *id, reserved_people) && !seen.add(*id)) {
        findings.add(value->begin, fmt::format("two people have the id \"{}\"", *id));
      }
    }
  }
  person.name = reader.required("name", read_name).value_or("");
  read_contact_keys(reader, person);
  person.zone = reader.optional("timezone", read_zone, machine_fault);
  person.new_until = reader.optional("new-until", read_date);
  person.first = reader.optional("first", read_date);
  person.last = reader.optional("last", read_date);
  check_order(findings, reader, person.first, person.last);
  if (const auto share = reader.optional("share", read_decimal, 4, most_share)) {
    person.share = static_cast<int>(*share);
  }
  person.days_off = reader.optional("days-off", read_days_off);
  person.except = reader.optional("except", read_except, names.roles);
  reader.finish();
  return person;
}

}  // namespace

std::optional<Zone> read_zone(Findings& findings, std::string_view key, const Value& value,
                              bool& machine_fault) {
  const auto name = read_name(findings, key, value);
  if (!name) return std::nullopt;
  auto zone = Zone::load(*name);
  if (zone) return *zone;
  machine_fault = machine_fault || zone.error().fault == Fault::machine;
  findings.add(value.begin, zone.error().diagnostics.front().message);
  return std::nullopt;
}

void read_contact_keys(TableReader& reader, Person& person) {
  const auto read = [&](std::string_view key, std::optional<std::string>& field) {
    if (auto text = reader.optional(key, read_name)) field = std::move(text);
  };
  read("email", person.email);
  read("phone", person.phone);
  read("slack", person.slack);
  read("pagerduty", person.pagerduty);
}

void read_people_section(Findings& findings, const Value& value, const TeamNames& names,
                         TeamReading& reading) {
  Names seen;
  for (const Block& block : read_blocks(findings, "people", value)) {
    reading.team.people.push_back(read_person(findings, block, names, seen, reading.machine_fault));
  }
}

void read_bank_holiday_section(Findings& findings, const Value& value, Team& team) {
  Names seen;
  for (const Block& block : read_blocks(findings, "bank-holiday", value)) {
    TableReader reader(findings, *block.table, block.at, "[[bank-holiday]]");
    const auto date = reader.required("date", read_date);
    const auto name = reader.required("name", read_name);
    reader.finish();
    if (!date) continue;
    if (!seen.add(iso_date(*date))) {
      findings.add(block.at, fmt::format("two [[bank-holiday]] have the date {}", iso_date(*date)));
    } else if (name) {
      team.bank_holidays.add({*date, *name, "", HolidaySource::team});
    }
  }
}

void read_leave_section(Findings& findings, const Value& value, const TeamNames& names, Team& team) {
  static const std::vector<std::string> kinds = {"leave", "avoid"};
  for (const Block& block : read_blocks(findings, "leave", value)) {
    TableReader reader(findings, *block.table, block.at, "[[leave]]");
    Leave leave;
    leave.place = reader.place();
    for (const std::string& id :
         reader.required("people", read_known_list, "people", names.people, no_person)) {
      leave.people.emplace_back(id);
    }
    const auto first = reader.required("first", read_date);
    const auto last = reader.required("last", read_date);
    check_order(findings, reader, first, last);
    leave.kind = reader.optional("kind", read_word, kinds) == 1u ? LeaveKind::avoid : LeaveKind::leave;
    leave.note = reader.optional("note", read_text).value_or("");
    reader.finish();
    if (!first || !last || *last < *first) continue;
    leave.first = *first;
    leave.last = *last;
    team.leave.push_back(std::move(leave));
  }
}

}  // namespace cprota
