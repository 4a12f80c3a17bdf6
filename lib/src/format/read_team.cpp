// SPDX-License-Identifier: MIT
#include "cprota/format/read_team.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "cprota/base/suggest.hpp"
#include "cprota/base/version.hpp"

#include "format/read_team_sections.hpp"

namespace cprota {
namespace {

// No answer without these.
const std::vector<std::string> needed_sections = {"team", "hours", "rota", "people", "bank-holiday"};
const std::vector<std::string> all_sections = {"team", "hours", "rota", "people",  "bank-holiday", "leave",
                                               "duty", "route", "pay",  "contact", "check"};

bool is_needed(const std::string& section) {
  return std::find(needed_sections.begin(), needed_sections.end(), section) != needed_sections.end();
}

std::optional<Division> read_division(Findings& findings, std::string_view key, const Value& value) {
  static const std::vector<std::string> words = {"england-and-wales", "scotland", "northern-ireland", "none"};
  const auto index = read_word(findings, key, value, words);
  return index ? parse_division(words[*index]) : std::nullopt;
}

void read_team_section(Findings& findings, const Value& value, TeamReading& reading) {
  const TomlTable* const table = read_table(findings, "team", value);
  if (table == nullptr) return;
  Team& team = reading.team;
  TableReader reader(findings, *table, value.begin, "[team]");
  team.name = reader.required("name", read_name).value_or("");
  if (const auto zone = reader.required("timezone", read_zone, reading.machine_fault)) {
    team.zone = *zone;
    reading.is_known = true;
  }
  if (const Value* const word = reader.find("bank-holidays")) {
    if (const auto division = read_division(findings, "bank-holidays", *word)) {
      team.bank_holidays = BankHolidays(*division);
    }
    team.bank_holidays_place = findings.place(word->begin);
  }
  if (const Value* const file = reader.find("bank-holidays-file")) {
    if (const auto name = read_name(findings, "bank-holidays-file", *file)) {
      reading.bank_holidays_file = name;
      reading.bank_holidays_file_at = findings.document().diagnostic(file->begin, {});
      team.bank_holidays_place = findings.place(file->begin);
    }
  }
  reading.rota_folder = reader.optional("rota-folder", read_name).value_or(reading.rota_folder);
  team.reviewed = reader.optional("reviewed", read_date);
  if (const Value* const date = reader.find("review-by")) {
    team.review_by = read_date(findings, "review-by", *date);
    team.review_by_place = findings.place(date->begin);
  }
  if (const Value* const version_needed = reader.find("requires")) {
    const auto text = read_name(findings, "requires", *version_needed);
    if (text && !is_version(*text)) {
      findings.add(version_needed->begin,
                   fmt::format("\"requires\" is a version like \"1.0\", not \"{}\"", *text));
    } else if (text && is_newer(*text)) {
      findings.add(version_needed->begin,
                   fmt::format("this team needs cprota {} or newer; this is {}", *text, version()));
    }
  }
  reader.finish();
}

void read_section(Findings& findings, const Entry& entry, const TeamNames& names, TeamReading& reading) {
  Team& team = reading.team;
  const std::string& key = entry.key;
  if (key == "team") read_team_section(findings, entry.value, reading);
  if (key == "hours") read_hours_section(findings, entry.value, team);
  if (key == "rota") read_rotas_section(findings, entry.value, names, team);
  if (key == "people") read_people_section(findings, entry.value, names, reading);
  if (key == "leave") read_leave_section(findings, entry.value, names, team);
  if (key == "duty") read_duty_section(findings, entry.value, names, team);
  if (key == "route") read_route_section(findings, entry.value, names, team);
  if (key == "pay") read_pay_section(findings, entry.value, names, team);
  if (key == "contact") read_contact_section(findings, entry.value, names, team);
  if (key == "check") read_check_section(findings, entry.value, team);
}

void sort_by_place(std::vector<Diagnostic>& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::pair(a.place->line, a.place->column) < std::pair(b.place->line, b.place->column);
  });
}

}  // namespace

TeamReading read_team(std::string_view text, const std::string& file) {
  TeamReading reading;
  const auto document = Document::parse(text, file);
  if (!document) {
    reading.faults.push_back(document.error());
    return reading;
  }
  Findings needed(*document, reading.faults);
  Findings elsewhere(*document, reading.faults_elsewhere);
  Findings contact(*document, reading.contact_faults);
  Findings routes(*document, reading.route_faults);
  const TeamNames names = names_in(document->root());
  const Entry* bank_holidays = nullptr;
  bool has_team = false;
  for (const Entry& entry : document->root()) {
    const auto meant = nearest(entry.key, all_sections);
    if (meant != entry.key) {
      Findings& findings = meant && is_needed(*meant) ? needed : elsewhere;
      findings.add(entry.at, fmt::format("unknown key \"{}\"{} (the file may be for a newer cprota)",
                                         entry.key, findings.hint(entry.key, all_sections)));
      continue;
    }
    has_team = has_team || entry.key == "team";
    if (entry.key == "bank-holiday") bank_holidays = &entry;
    Findings& findings = is_needed(entry.key)     ? needed
                         : entry.key == "contact" ? contact
                         : entry.key == "route"   ? routes
                                                  : elsewhere;
    read_section(findings, entry, names, reading);
  }
  // After [team], wherever that stands, which says what they are added to.
  if (bank_holidays != nullptr) read_bank_holiday_section(needed, bank_holidays->value, reading.team);
  if (!has_team) needed.add({}, "[team] is missing: a team needs a name and a timezone");
  for (const auto* const faults : {&reading.contact_faults, &reading.route_faults}) {
    reading.faults_elsewhere.insert(reading.faults_elsewhere.end(), faults->begin(), faults->end());
  }
  sort_by_place(reading.faults);
  sort_by_place(reading.faults_elsewhere);
  return reading;
}

void read_contacts(std::string_view text, const std::string& file, TeamReading& reading) {
  const auto document = Document::parse(text, file);
  if (!document) {
    reading.faults_elsewhere.push_back(document.error());
    return;
  }
  Findings findings(*document, reading.faults_elsewhere);
  const Names people = names_in(reading.team).people;
  for (const Entry& entry : document->root()) {
    const TomlTable* const table = read_table(findings, entry.key, entry.value);
    if (table == nullptr) continue;
    const auto person = std::find_if(reading.team.people.begin(), reading.team.people.end(),
                                     [&](const Person& one) { return one.id.str() == entry.key; });
    Person nobody;
    if (person == reading.team.people.end()) {
      findings.add(entry.at,
                   fmt::format("{} \"{}\"{}", no_person, entry.key, findings.hint(entry.key, people.all())));
    }
    TableReader reader(findings, *table, entry.value.begin, fmt::format("[{}]", entry.key));
    read_contact_keys(reader, person == reading.team.people.end() ? nobody : *person);
    reader.finish();
  }
}

void read_leave(std::string_view text, const std::string& file, TeamReading& reading) {
  const auto document = Document::parse(text, file);
  if (!document) {
    reading.faults_elsewhere.push_back(document.error());
    return;
  }
  Findings findings(*document, reading.faults_elsewhere);
  TableReader reader(findings, document->root(), {}, "leave.toml");
  if (const Value* const leave = reader.find("leave")) {
    read_leave_section(findings, *leave, names_in(reading.team), reading.team);
  }
  reader.finish();
}

}  // namespace cprota
