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
  std::vector<std::string> sections;
  std::string context;  // small print at the end; empty: none
};

// Lines as as few sections as hold them whole.
[[nodiscard]] std::vector<std::string> slack_sections(const std::vector<std::string>& lines);

// {"text", "blocks"} on one line, ended by a newline: a header, a section each, and the context, within
// Slack's limits (150 characters a header, 3,000 a section, 50 blocks; 4,000 for the text, which is shown
// where blocks are not: what is longer is cut and says so).
[[nodiscard]] std::string slack_payload(const SlackMessage& message);

}  // namespace cprota
