// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/format.h>

#include "cprota/time/calendar.hpp"

#include "format/read_team_sections.hpp"

namespace cprota {
namespace {

constexpr std::string_view reserved_rotas[] = {"override", "worked", "allow"};
constexpr int most_weeks = 1040;
constexpr int most_weight = 100;

std::optional<Handover> read_handover(Findings& findings, std::string_view key, const Value& value) {
  const auto text = read_text(findings, key, value);
  if (!text) return std::nullopt;
  const std::size_t space = std::min(text->find(' '), text->size());
  const auto day = parse_weekday(std::string_view(*text).substr(0, space));
  const auto time = parse_clock(std::string_view(*text).substr(std::min(space + 1, text->size())));
  if (day && time && *time < Minutes(24 * 60)) return Handover{*day, *time};
  findings.add(value.begin,
               fmt::format("\"{}\" is a day and a time like \"Mon 10:00\", not \"{}\"", key, *text));
  return std::nullopt;
}

std::vector<Role> read_roles(Findings& findings, std::string_view key, const Value& value) {
  std::vector<Role> roles;
  for (const std::string& name : read_list(findings, key, value, "names", [&](const Value& item) {
         auto text = read_text(findings, key, item);
         if (text && !check_id(findings, item.begin, "a role", *text, {})) text.reset();
         return text;
       })) {
    roles.push_back({RoleId(name)});
  }
  const auto* const list = std::get_if<Array>(&value.data);
  if (list != nullptr && list->empty()) findings.add(value.begin, "a rota has at least one role");
  return roles;
}

// Roles of the rota that is being read.
Names role_names(const Rota& rota) {
  Names names;
  for (const Role& role : rota.roles) names.add(role.id.str());
  return names;
}

Role& role_called(Rota& rota, const std::string& name) {
  return *std::find_if(rota.roles.begin(), rota.roles.end(),
                       [&](const Role& role) { return role.id.str() == name; });
}

void read_weights(Findings& findings, const Value& value, Rota& rota) {
  const TomlTable* const table = read_table(findings, "weights", value);
  if (table == nullptr) return;
  const Names roles = role_names(rota);
  for (const Entry& entry : *table) {
    if (!roles.contains(entry.key)) {
      findings.add(entry.at, fmt::format("rota \"{}\" has no role \"{}\"{}", rota.id.str(), entry.key,
                                         findings.hint(entry.key, roles.all())));
    } else if (const auto weight = read_decimal(findings, entry.key, entry.value, 2, most_weight)) {
      role_called(rota, entry.key).weight = static_cast<int>(*weight);
    }
  }
}

void read_optional_roles(Findings& findings, const Value& value, Rota& rota) {
  for (const std::string& name :
       read_known_list(findings, "optional", value, "roles", role_names(rota), no_role)) {
    role_called(rota, name).optional = true;
  }
}

void read_apart(Findings& findings, const Value& value, const TeamNames& names, Rota& rota) {
  for (const std::string& name : read_known_list(findings, "apart", value, "rotas", names.rotas, no_rota)) {
    if (name == rota.id.str()) {
      findings.add(value.begin, fmt::format("rota \"{}\" cannot be apart from itself", name));
    } else {
      rota.apart.emplace_back(name);
    }
  }
}

Rota read_rota(Findings& findings, const Entry& entry, const TomlTable& table, const TeamNames& names) {
  static const std::vector<std::string> turns = {"week", "day"};
  Rota rota;
  rota.id = RotaId(entry.key);
  TableReader reader(findings, table, entry.value.begin, fmt::format("[rota.{}]", entry.key));
  rota.place = reader.place();
  if (const auto hours = reader.required("hours", read_known, names.hours, no_hours))
    rota.hours = HoursId(*hours);
  rota.roles = reader.required("roles", read_roles);
  if (const Value* const value = reader.find("optional")) read_optional_roles(findings, *value, rota);
  rota.handover = reader.optional("handover", read_handover).value_or(Handover{});
  rota.turn = reader.optional("turn", read_word, turns) == 1u ? TurnKind::day : TurnKind::week;
  for (const std::string& id :
       reader.required("members", read_known_list, "people", names.people, no_person)) {
    rota.members.emplace_back(id);
  }
  const int usual_rest = rota.turn == TurnKind::week ? 1 : 0;
  rota.rest = reader.optional("rest", read_integer, 0, most_weeks).value_or(usual_rest);
  if (const Value* const value = reader.find("weights")) read_weights(findings, *value, rota);
  rota.history = reader.optional("history", read_integer, 0, most_weeks).value_or(rota.history);
  rota.fair_step = reader.optional("fair-step", read_duration);
  if (const Value* const value = reader.find("apart")) read_apart(findings, *value, names, rota);
  reader.finish();
  return rota;
}

}  // namespace

void read_rotas_section(Findings& findings, const Value& value, const TeamNames& names, Team& team) {
  const TomlTable* const rotas = read_table(findings, "rota", value);
  if (rotas == nullptr) return;
  for (const Entry& entry : *rotas) {
    check_id(findings, entry.at, "a rota", entry.key, reserved_rotas);
    const TomlTable* const table = read_table(findings, "rota." + entry.key, entry.value);
    if (table != nullptr) team.rotas.push_back(read_rota(findings, entry, *table, names));
  }
}

}  // namespace cprota
