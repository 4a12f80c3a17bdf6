// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "cprota/base/result.hpp"
#include "cprota/cover/now.hpp"
#include "cprota/format/table.hpp"
#include "cprota/rota/team.hpp"

namespace cprota {

// For people: who covers, with phone, until when and who follows, and what changes next; outside all hours
// the holders of the turns whose hours open next. Folded where the style is narrow.
[[nodiscard]] std::string now_text(const Team& team, const Now& now, const TextStyle& style);
// A document of cprota.who-now/1.
[[nodiscard]] std::string now_json(const Team& team, const Now& now);
// One line, for status bars and channel topics; it changes only when the people do, or hours open or close.
[[nodiscard]] std::string now_line(const Team& team, const Now& now);

// A payload for a Slack webhook: {"text", "blocks"}.
[[nodiscard]] std::string now_slack(const Team& team, const Now& now);

// Fills `{on-call.primary.name}` and the like with the state of things. `{ROTA.ROLE.FIELD}` speaks of who
// covers, `{ROTA.ROLE.turn.FIELD}` of the holder whether hours are open or not; `*` for the role takes all
// roles of the rota, joined with commas; `{team}`, `{at}`, `{day}` stand alone; `{{` and `}}` are braces. A
// field with no value now is empty. Fault::usage for an unknown field, with the known ones.
[[nodiscard]] Result<std::string> fill_template(std::string_view text, const Team& team, const Now& now);

}  // namespace cprota
