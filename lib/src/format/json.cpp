// SPDX-License-Identifier: MIT
#include "format/json.hpp"

#include <cstddef>

#include <fmt/format.h>

#include "cprota/time/print.hpp"

namespace cprota {
namespace {

constexpr std::size_t widest_line = 110;

std::string scalar(const Json& json) {
  return json.dump(-1, ' ', false, nlohmann::detail::error_handler_t::replace);
}

std::string on_one_line(const Json& json) {
  if (!json.is_structured()) return scalar(json);
  std::string out;
  for (const auto& [key, value] : json.items()) {
    if (!out.empty()) out += ", ";
    if (json.is_object()) out += scalar(Json(key)) + ": ";
    out += on_one_line(value);
  }
  return json.is_object() ? "{" + out + "}" : "[" + out + "]";
}

// `before`: how many columns of the line are taken when the value begins.
void write(std::string& out, const Json& json, std::size_t indent, std::size_t before) {
  std::string line = on_one_line(json);
  if (!json.is_structured() || json.empty() || before + line.size() < widest_line) {
    out += line;
    return;
  }
  out += json.is_object() ? "{" : "[";
  const std::string inner(indent + 2, ' ');
  bool first = true;
  for (const auto& [key, value] : json.items()) {
    const std::string name = json.is_object() ? scalar(Json(key)) + ": " : std::string();
    out += (first ? "\n" : ",\n") + inner + name;
    first = false;
    write(out, value, indent + 2, inner.size() + name.size());
  }
  out += fmt::format("\n{:{}}{}", "", indent, json.is_object() ? "}" : "]");
}

}  // namespace

std::string document(const Json& json) {
  std::string out;
  write(out, json, 0, 0);
  return out + "\n";
}

Json instant_json(const Team& team, std::optional<Instant> t) {
  return t ? Json(rfc3339(*t, team.zone)) : Json(nullptr);
}

Json date_json(std::optional<Date> date) {
  return date ? Json(iso_date(*date)) : Json(nullptr);
}

Json holder_json(const Holder& holder) {
  if (const PersonId* const person = person_in(holder)) return person->str();
  return is_nobody(holder) ? Json("none") : Json(nullptr);
}

Json person_json(const Person& person) {
  Json json{{"id", person.id.str()}, {"name", person.name}};
  const auto set = [&](const char* key, const std::optional<std::string>& value) {
    if (value) json[key] = *value;
  };
  set("email", person.email);
  set("phone", person.phone);
  set("slack", person.slack);
  set("pagerduty", person.pagerduty);
  if (person.zone) json["timezone"] = person.zone->name();
  return json;
}

Json role_json(const RoleRef& role) {
  return {{"rota", role.rota.str()}, {"role", role.role.str()}};
}

void add_during(Json& json, const Team& team, const Interval& during) {
  json["from"] = instant_json(team, during.begin());
  json["until"] = instant_json(team, during.end());
}

Json gap_json(const Team& team, const Gap& gap) {
  Json json = role_json(gap.role);
  add_during(json, team, gap.during);
  return json;
}

Json shift_json(const Team& team, const Shift& shift) {
  Json json = role_json(shift.role);
  json["person"] = shift.person.str();
  add_during(json, team, shift.during);
  return json;
}

Json source_json(const Source& source) {
  if (!source.is_override()) return {{"kind", "week"}, {"file", source.file->file}};
  return {{"kind", "override"}, {"file", source.file->file}, {"reason", source.taken_over->reason}};
}

}  // namespace cprota
