// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/format.h>

#include "cprota/rota/check_rules.hpp"

#include "format/read_team_sections.hpp"

namespace cprota {
namespace {

using Words = std::vector<std::string>;

constexpr int most_horizon_weeks = 520;

struct During {
  Route::During kind = Route::During::always;
  HoursId hours;
};

// Hours, "outside support" or "always".
std::optional<During> read_during(Findings& findings, std::string_view key, const Value& value,
                                  const Names& hours) {
  constexpr std::string_view outside = "outside ";
  const auto text = read_text(findings, key, value);
  if (!text) return std::nullopt;
  if (*text == "always") return During{};
  const bool is_outside = text->starts_with(outside);
  const std::string name = is_outside ? text->substr(outside.size()) : *text;
  if (hours.contains(name)) {
    return During{is_outside ? Route::During::outside : Route::During::open, HoursId(name)};
  }
  findings.add(value.begin, fmt::format("{} \"{}\"{}", no_hours, name, findings.hint(name, hours.all())));
  return std::nullopt;
}

std::vector<std::string> read_names(Findings& findings, std::string_view key, const Value& value) {
  return read_list(findings, key, value, "texts",
                   [&](const Value& item) { return read_name(findings, key, item); });
}

}  // namespace

void read_duty_section(Findings& findings, const Value& value, const TeamNames& names, Team& team) {
  static const Words whens = {"start", "during", "end"};
  static const Words bys = {"one", "all"};
  for (const Block& block : read_blocks(findings, "duty", value)) {
    TableReader reader(findings, *block.table, block.at, "[[duty]]");
    Duty duty;
    duty.place = reader.place();
    const auto hours = reader.required("hours", read_known, names.hours, no_hours);
    const auto when = reader.optional("when", read_word, whens);
    const auto by = reader.optional("by", read_word, bys);
    const auto text = reader.required("text", read_name);
    reader.finish();
    if (!hours || !text) continue;
    duty.hours = HoursId(*hours);
    if (when) duty.when = static_cast<Duty::When>(*when);
    if (by) duty.by = static_cast<Duty::By>(*by);
    duty.text = *text;
    team.duties.push_back(std::move(duty));
  }
}

void read_route_section(Findings& findings, const Value& value, const TeamNames& names, Team& team) {
  static const Words severities = {"quick", "request", "high", "critical"};
  for (const Block& block : read_blocks(findings, "route", value)) {
    TableReader reader(findings, *block.table, block.at, "[[route]]");
    Route route;
    route.place = reader.place();
    const auto severity = reader.required("severity", read_word, severities);
    const auto during = reader.required("during", read_during, names.hours);
    const auto contact = reader.required("contact", read_name);
    route.give = reader.optional("give", read_names);
    reader.finish();
    if (!severity || !during || !contact) continue;
    route.severity = static_cast<IncidentSeverity>(*severity);
    route.during = during->kind;
    route.hours = during->hours;
    route.contact = *contact;
    team.routes.push_back(std::move(route));
  }
}

void read_contact_section(Findings& findings, const Value& value, const TeamNames& names, Team& team) {
  const TomlTable* const table = read_table(findings, "contact", value);
  if (table == nullptr) return;
  TableReader reader(findings, *table, value.begin, "[contact]");
  if (const auto rota = reader.optional("rota", read_known, names.rotas, no_rota)) {
    team.contact.rota = RotaId(*rota);
  }
  if (const auto hours = reader.optional("support", read_known, names.hours, no_hours)) {
    team.contact.support = HoursId(*hours);
  }
  team.contact.work = reader.optional("work", read_duration).value_or(team.contact.work);
  reader.finish();
}

void read_check_section(Findings& findings, const Value& value, Team& team) {
  static const Words severities = {"off", "warning", "error"};
  const TomlTable* const table = read_table(findings, "check", value);
  if (table == nullptr) return;
  TableReader reader(findings, *table, value.begin, "[check]");
  for (const std::string_view rule : check_rules) {
    if (const auto severity = reader.optional(rule, read_word, severities)) {
      team.check.rules[std::string(rule)] = static_cast<RuleSeverity>(*severity);
    }
  }
  team.check.horizon_weeks = reader.optional("horizon-weeks", read_integer, 0, most_horizon_weeks)
                                 .value_or(team.check.horizon_weeks);
  reader.finish();
}

}  // namespace cprota
