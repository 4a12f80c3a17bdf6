// SPDX-License-Identifier: MIT
#include "format/json.hpp"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include "cprota/time/print.hpp"

namespace cprota {
namespace {

constexpr std::size_t widest_line = 110;

void write_scalar(std::string& out, const Json& json) {
  out += json.dump(-1, ' ', false, nlohmann::detail::error_handler_t::replace);
}

// Calls `member` with each value in order, and with its key in an object; stops when that returns false.
template <class Member>
bool all_of_members(const Json& json, Member member) {
  static const std::string no_key;
  if (json.is_object()) {
    for (const auto& [key, value] : json.get_ref<const Json::object_t&>()) {
      if (!member(key, value)) return false;
    }
  } else {
    for (const Json& value : json) {
      if (!member(no_key, value)) return false;
    }
  }
  return true;
}

void write_key(std::string& out, const Json& json, const std::string& key) {
  if (!json.is_object()) return;
  write_scalar(out, Json(key));
  out += ": ";
}

// Adds the value on one line, as long as `out` stays shorter than `end`; says whether all of it fitted.
bool write_on_one_line(std::string& out, const Json& json, std::size_t end) {
  if (!json.is_structured()) {
    write_scalar(out, json);
    return out.size() < end;
  }
  out += json.is_object() ? "{" : "[";
  bool first = true;
  const bool fits = all_of_members(json, [&](const std::string& key, const Json& value) {
    if (!first) out += ", ";
    first = false;
    write_key(out, json, key);
    return write_on_one_line(out, value, end);
  });
  out += json.is_object() ? "}" : "]";
  return fits && out.size() < end;
}

// `before`: how many columns of the line are taken when the value begins.
void write(std::string& out, const Json& json, std::size_t indent, std::size_t before) {
  const std::size_t begin = out.size();
  const bool fits = write_on_one_line(out, json, begin + widest_line - std::min(widest_line, before));
  if (fits || !json.is_structured() || json.empty()) return;
  out.resize(begin);
  out += json.is_object() ? "{" : "[";
  const std::string inner(indent + 2, ' ');
  bool first = true;
  all_of_members(json, [&](const std::string& key, const Json& value) {
    out += (first ? "\n" : ",\n") + inner;
    first = false;
    const std::size_t name = out.size();
    write_key(out, json, key);
    write(out, value, indent + 2, inner.size() + out.size() - name);
    return true;
  });
  out += fmt::format("\n{:{}}{}", "", indent, json.is_object() ? "}" : "]");
}

template <class Value, class Write>
Json or_null(const std::optional<Value>& value, Write write) {
  return value ? Json(write(*value)) : Json(nullptr);
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

Json turn_json(const Team& team, const Turn& turn) {
  Json json = role_json(turn.role);
  json["week"] = turn.week.str();
  json["date"] = date_json(turn.date);
  json["person"] = holder_json(turn.holder);
  add_during(json, team, turn.during);
  return json;
}

Json finding_json(const Zone& zone, const Finding& finding) {
  const auto id = [](const auto& value) { return value.str(); };
  const auto time = [&](Instant t) { return rfc3339(t, zone); };
  Json json;
  json["severity"] = finding.severity == Severity::error ? "error" : "warning";
  json["rule"] = to_string(finding.rule);
  json["message"] = finding.message;
  json["file"] = or_null(finding.place, [](const Place& place) { return place.file; });
  json["line"] = or_null(finding.place, [](const Place& place) { return place.line; });
  json["column"] = or_null(finding.place, [](const Place& place) { return place.column; });
  json["rota"] = or_null(finding.rota, id);
  json["role"] = or_null(finding.role, id);
  json["person"] = or_null(finding.person, id);
  json["from"] = or_null(finding.from, time);
  json["until"] = or_null(finding.until, time);
  return json;
}

Json source_json(const Source& source) {
  if (!source.is_override()) return {{"kind", "week"}, {"file", source.file->file}};
  return {{"kind", "override"}, {"file", source.file->file}, {"reason", source.taken_over->reason}};
}

}  // namespace cprota
