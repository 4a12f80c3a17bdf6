// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cprota/rota/team.hpp"

namespace cprota {

// `&`, `<`, `>` as Slack's mrkdwn wants them, so that no text becomes a mention or a link; control characters
// visible.
[[nodiscard]] std::string slack_escaped(std::string_view text);
// `<@U024BE7LH>` for a person with a Slack id, the escaped name otherwise.
[[nodiscard]] std::string slack_person(const Person& person);
// The same of one of the team.
[[nodiscard]] std::string slack_name(const Team& team, const PersonId& id);

// A message for a webhook. Texts are mrkdwn, already escaped; a title is plain text, not escaped.
struct SlackMessage {
  std::string title;
  std::vector<std::vector<std::string>> parts;  // lines; each part begins a section
  std::string context;                          // small print at the end; empty: none
};

// {"text", "blocks"} on one line, ended by a newline: a header, as few sections as hold the lines of each
// part, and the context, within Slack's limits (150 characters a header, 3,000 a section, 50 blocks). Parts
// share sections where there are too many of them; what all blocks cannot hold is left out, and the last
// section says how many lines that are. The text, which is shown where blocks are not, is cut at 4,000 the
// same way.
[[nodiscard]] std::string slack_payload(const SlackMessage& message);

}  // namespace cprota
