// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "cprota/cover/now.hpp"
#include "cprota/cover/resolve.hpp"
#include "cprota/cover/rules.hpp"
#include "cprota/cover/turns.hpp"
#include "cprota/rota/team.hpp"
#include "cprota/rota/week_file.hpp"

namespace cprota {

// Keys stand in the order in which they are set.
using Json = nlohmann::ordered_json;

// The whole document and a newline: what fits on a line stands on one, the rest is broken and indented.
[[nodiscard]] std::string document(const Json& json);

// RFC 3339 with the team's offset; null for nothing.
[[nodiscard]] Json instant_json(const Team& team, std::optional<Instant> t);
// `2026-11-23`; null for nothing.
[[nodiscard]] Json date_json(std::optional<Date> date);
// An id; `"none"` for nobody on purpose; null for not filled.
[[nodiscard]] Json holder_json(const Holder& holder);
// The whole person, with only the fields that are set.
[[nodiscard]] Json person_json(const Person& person);
// {"rota", "role"}, to which more is added.
[[nodiscard]] Json role_json(const RoleRef& role);
// Adds "from" and "until".
void add_during(Json& json, const Team& team, const Interval& during);
// {"rota", "role", "from", "until"}
[[nodiscard]] Json gap_json(const Team& team, const Gap& gap);
// {"rota", "role", "person", "from", "until"}
[[nodiscard]] Json shift_json(const Team& team, const Shift& shift);
// A turn of `show` and `next`.
[[nodiscard]] Json turn_json(const Team& team, const Turn& turn);
// A finding of `check`.
[[nodiscard]] Json finding_json(const Zone& zone, const Finding& finding);
// Adds all of `who-now` but its schema.
void add_now(Json& json, const Team& team, const Now& now);
// {"kind", "file"}, and "reason" for an override.
[[nodiscard]] Json source_json(const Source& source);

// What `write_one(team, thing)` makes of each thing.
template <class Things, class Write>
[[nodiscard]] Json list_json(const Team& team, const Things& things, Write write_one) {
  Json json = Json::array();
  for (const auto& thing : things) json.push_back(write_one(team, thing));
  return json;
}

}  // namespace cprota
