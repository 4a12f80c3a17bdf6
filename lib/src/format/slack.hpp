// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cprota/rota/person.hpp"

namespace cprota {

// `&`, `<`, `>` as Slack's mrkdwn wants them, so that no text becomes a mention or a link; control characters
// visible.
[[nodiscard]] std::string slack_escaped(std::string_view text);
// `<@U024BE7LH>` for a person with a Slack id, the escaped name otherwise.
[[nodiscard]] std::string slack_person(const Person& person);

// A message for a webhook. Texts are mrkdwn, already escaped; a title is plain text, not escaped.
struct SlackMessage {
  std::string title;
  std::vector<std::string> sections;
  std::string context;  // small print at the end; empty: none
};

// {"text", "blocks"} on one line, ended by a newline: a header, a section each, and the context, within
// Slack's limits (150 characters a header, 3,000 a section, 50 blocks: what is longer is cut and says so).
[[nodiscard]] std::string slack_payload(const SlackMessage& message);

}  // namespace cprota
