// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/format.h>

#include "cprota/format/read_team.hpp"
#include "cprota/rota/check_rules.hpp"

#include "format/read_team_sections.hpp"

namespace cprota {
namespace {

constexpr std::chrono::days longest_override{7};

std::vector<std::string> names_of_people(const Team& team) {
  std::vector<std::string> names;
  for (const Person& person : team.people) names.push_back(person.id.str());
  return names;
}

std::optional<PersonId> read_person_id(Findings& findings, std::string_view key, const Value& value,
                                       const Team& team) {
  const auto text = read_text(findings, key, value);
  if (!text) return std::nullopt;
  if (team.find_person(PersonId(*text)) != nullptr) return PersonId(*text);
  findings.add(value.begin,
               fmt::format("{} \"{}\"{}", no_person, *text, findings.hint(*text, names_of_people(team))));
  return std::nullopt;
}

std::optional<Holder> read_holder(Findings& findings, std::string_view key, const Value& value,
                                  const Team& team) {
  if (const auto* const text = std::get_if<std::string>(&value.data)) {
    if (text->empty()) return Holder(Unfilled{});
    if (*text == "none") return Holder(Nobody{});
  }
  if (auto person = read_person_id(findings, key, value, team)) return Holder(std::move(*person));
  return std::nullopt;
}

PlacedHolder read_placed(Findings& findings, std::string_view key, const Value& value, const Team& team) {
  return {read_holder(findings, key, value, team).value_or(Unfilled{}), findings.place(value.begin)};
}

std::optional<Assignment> read_assignment(Findings& findings, const RoleRef& role, const Entry& entry,
                                          const Team& team) {
  Assignment assignment{role, {}, findings.place(entry.at)};
  const auto* const days = std::get_if<Array>(&entry.value.data);
  if (days == nullptr && !std::holds_alternative<std::string>(entry.value.data)) {
    findings.add(entry.value.begin, fmt::format("\"{}\" must be a person, or a list of seven, not {}",
                                                entry.key, kind_of(entry.value)));
    return std::nullopt;
  }
  if (days == nullptr) {
    assignment.holders = read_placed(findings, entry.key, entry.value, team);
    return assignment;
  }
  if (days->size() != 7) {
    findings.add(
        entry.value.begin,
        fmt::format("\"{}\" lists {} days; a week has seven, from the handover on", entry.key, days->size()));
  }
  std::array<PlacedHolder, 7> holders;
  for (std::size_t day = 0; day < days->size(); ++day) {
    PlacedHolder holder = read_placed(findings, entry.key, (*days)[day], team);
    if (day < holders.size()) holders[day] = std::move(holder);
  }
  assignment.holders = std::move(holders);
  return assignment;
}

void read_rota_table(Findings& findings, const Rota& rota, const Entry& entry, const Team& team,
                     WeekFile& file) {
  const TomlTable* const table = read_table(findings, entry.key, entry.value);
  if (table == nullptr) return;
  for (const Entry& line : *table) {
    if (rota.role(RoleId(line.key)) == nullptr) {
      std::vector<std::string> roles;
      for (const Role& role : rota.roles) roles.push_back(role.id.str());
      findings.add(line.at, fmt::format("rota \"{}\" has no role \"{}\"{}", rota.id.str(), line.key,
                                        findings.hint(line.key, roles)));
    } else if (auto assignment = read_assignment(findings, {rota.id, RoleId(line.key)}, line, team)) {
      file.assignments.push_back(std::move(*assignment));
    }
  }
}

std::optional<RoleRef> read_role(Findings& findings, std::string_view key, const Value& value,
                                 const Team& team) {
  const auto text = read_text(findings, key, value);
  if (!text) return std::nullopt;
  const std::size_t dot = std::min(text->find('.'), text->size());
  const RotaId rota_id(text->substr(0, dot));
  const RoleId role_id(text->substr(std::min(dot + 1, text->size())));
  const Rota* const rota = team.find_rota(rota_id);
  if (rota != nullptr && rota->role(role_id) != nullptr) return RoleRef{rota_id, role_id};
  findings.add(value.begin,
               fmt::format("{} \"{}\"{}", no_role, *text, role_hint(findings, *text, names_in(team).roles)));
  return std::nullopt;
}

// `from` and `until` of a block.
std::optional<Interval> read_during(Findings& findings, TableReader& reader, const Zone& zone) {
  const auto from = reader.required("from", read_instant, zone);
  const Value* const until_value = reader.require("until");
  const auto until = until_value ? read_instant(findings, "until", *until_value, zone) : std::nullopt;
  if (!from || !until) return std::nullopt;
  if (*until <= *from) {
    findings.add(until_value->begin, "\"until\" must be later than \"from\"");
    return std::nullopt;
  }
  return Interval(*from, *until);
}

std::string file_of_week(const std::string& file, IsoWeek week) {
  return file.substr(0, file.rfind('/') + 1) + week.str() + ".toml";
}

void read_overrides(Findings& findings, const Entry& entry, const Team& team, WeekFile& file) {
  for (const Block& block : read_blocks(findings, "override", entry.value)) {
    TableReader reader(findings, *block.table, block.at, "[[override]]");
    const auto role = reader.required("role", read_role, team);
    const auto holder = reader.required("person", read_holder, team);
    const auto during = read_during(findings, reader, team.zone);
    auto reason = reader.optional("reason", read_text).value_or("");
    if (during) {
      const IsoWeek week = IsoWeek::containing(team.zone.date(during->begin()));
      if (week != file.week) {
        findings.add(reader.find("from")->begin,
                     fmt::format("this override starts in week {} and belongs in {}", week.str(),
                                 file_of_week(file.file, week)));
      }
      if (team.zone.local(during->end()) - team.zone.local(during->begin()) > longest_override) {
        findings.add(reader.find("until")->begin,
                     "an override lasts at most seven days; write a second one, in the file of the week in "
                     "which it starts");
      }
    }
    reader.finish();
    if (role && holder && during) {
      file.overrides.push_back({*role, *holder, *during, std::move(reason), reader.place()});
    }
  }
}

void read_worked(Findings& findings, const Entry& entry, const Team& team, WeekFile& file) {
  for (const Block& block : read_blocks(findings, "worked", entry.value)) {
    TableReader reader(findings, *block.table, block.at, "[[worked]]");
    const auto person = reader.required("person", read_person_id, team);
    const auto during = read_during(findings, reader, team.zone);
    auto note = reader.optional("note", read_text).value_or("");
    reader.finish();
    if (person && during) file.worked.push_back({*person, *during, std::move(note), reader.place()});
  }
}

void read_allowed(Findings& findings, const Entry& entry, const Team& team, WeekFile& file) {
  static const std::vector<std::string> rules(check_rules.begin(), check_rules.end());
  for (const Block& block : read_blocks(findings, "allow", entry.value)) {
    TableReader reader(findings, *block.table, block.at, "[[allow]]");
    const auto rule = reader.required("rule", read_word, rules);
    const auto person = reader.optional("person", read_person_id, team);
    auto reason = reader.optional("reason", read_text).value_or("");
    reader.finish();
    if (rule) file.allowed.push_back({rules[*rule], person, std::move(reason), reader.place()});
  }
}

void report_unknown(Findings& findings, const Entry& entry, const Team& team) {
  std::vector<std::string> known = names_in(team).rotas.all();
  known.insert(known.end(), {"override", "worked", "allow"});
  findings.add(entry.at, fmt::format("{} \"{}\"{}", no_rota, entry.key, findings.hint(entry.key, known)));
}

}  // namespace

WeekReading read_week(std::string_view text, const std::string& file, IsoWeek week, const Team& team) {
  WeekReading reading{WeekFile{week, file, {}, {}, {}, {}}, {}, {}};
  const auto document = Document::parse(text, file);
  if (!document) {
    reading.faults.push_back(document.error());
    return reading;
  }
  Findings findings(*document, reading.faults);
  Findings elsewhere(*document, reading.faults_elsewhere);
  for (const Entry& entry : document->root()) {
    if (entry.key == "override") {
      read_overrides(findings, entry, team, reading.file);
    } else if (entry.key == "worked") {
      read_worked(elsewhere, entry, team, reading.file);
    } else if (entry.key == "allow") {
      read_allowed(elsewhere, entry, team, reading.file);
    } else if (const Rota* const rota = team.find_rota(RotaId(entry.key))) {
      read_rota_table(findings, *rota, entry, team, reading.file);
    } else {
      report_unknown(findings, entry, team);
    }
  }
  return reading;
}

}  // namespace cprota
