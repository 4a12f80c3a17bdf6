// SPDX-License-Identifier: MIT
#include "format/slack.hpp"

#include <algorithm>
#include <cstddef>

#include "cprota/base/diagnostic.hpp"

#include "format/json.hpp"
#include "format/slack_fit.hpp"

namespace cprota {
namespace {

constexpr std::size_t longest_header = 150;
constexpr std::size_t longest_section = 3000;
constexpr std::size_t longest_text = 4000;
constexpr std::size_t most_blocks = 50;

bool is_user_id(std::string_view slack) {
  return slack.size() >= 2 && (slack[0] == 'U' || slack[0] == 'W') &&
         std::all_of(slack.begin(), slack.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

Json section(const std::string& text) {
  return {{"type", "section"}, {"text", {{"type", "mrkdwn"}, {"text", text}}}};
}

}  // namespace

std::string slack_escaped(std::string_view text) {
  std::string out;
  for (const char c : visible(std::string(text))) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string slack_person(const Person& person) {
  if (person.slack && is_user_id(*person.slack)) return "<@" + *person.slack + ">";
  return slack_escaped(person.name);
}

std::string slack_name(const Team& team, const PersonId& id) {
  return slack_person(*team.find_person(id));
}

std::string slack_payload(const SlackMessage& message) {
  const std::string header = slack_at_most(visible(message.title), longest_header);
  Json blocks = Json::array();
  blocks.push_back({{"type", "header"}, {"text", {{"type", "plain_text"}, {"text", header}}}});
  const std::size_t room = most_blocks - (message.context.empty() ? 1 : 2);
  for (const std::string& text : slack_sections(message.parts, longest_section, room)) {
    blocks.push_back(section(text));
  }
  if (!message.context.empty()) {
    const Json element = {{"type", "mrkdwn"}, {"text", slack_at_most(message.context, longest_section)}};
    blocks.push_back({{"type", "context"}, {"elements", Json::array({element})}});
  }
  std::vector<std::string> lines{slack_escaped(message.title)};
  for (const std::vector<std::string>& part : message.parts) {
    lines.insert(lines.end(), part.begin(), part.end());
  }
  return Json{{"text", slack_sections({lines}, longest_text, 1).front()}, {"blocks", std::move(blocks)}}.dump(
             -1, ' ', false, Json::error_handler_t::replace) +
         "\n";
}

}  // namespace cprota
