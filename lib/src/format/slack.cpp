// SPDX-License-Identifier: MIT
#include "format/slack.hpp"

#include <algorithm>
#include <cstddef>

#include "cprota/base/diagnostic.hpp"

#include "format/json.hpp"

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

// Cut to so many bytes at a blank, so that no mention and no escape is halved, or else at a character's edge;
// and marked as cut.
std::string at_most(std::string text, std::size_t limit) {
  const std::string mark = " …";
  if (text.size() <= limit) return text;
  std::size_t end = limit - mark.size();
  const std::size_t blank = text.find_last_of(" \n", end);
  if (blank != std::string::npos && blank > 0) {
    end = blank;
  } else {
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  }
  text.resize(end);
  return text + mark;
}

Json section(const std::string& text) {
  return {{"type", "section"}, {"text", {{"type", "mrkdwn"}, {"text", at_most(text, longest_section)}}}};
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

std::vector<std::string> slack_sections(const std::vector<std::string>& lines) {
  std::vector<std::string> sections;
  for (const std::string& line : lines) {
    if (!sections.empty() && sections.back().size() + 1 + line.size() <= longest_section) {
      sections.back() += "\n" + line;
    } else {
      sections.push_back(line);
    }
  }
  return sections;
}

std::string slack_payload(const SlackMessage& message) {
  std::string text = slack_escaped(message.title);
  Json blocks = Json::array();
  blocks.push_back(
      {{"type", "header"},
       {"text", {{"type", "plain_text"}, {"text", at_most(visible(message.title), longest_header)}}}});
  const std::size_t room = most_blocks - (message.context.empty() ? 1 : 2);
  for (std::size_t i = 0; i < message.sections.size(); ++i) {
    text += "\n" + message.sections[i];
    if (i + 1 < room || message.sections.size() <= room) {
      blocks.push_back(section(message.sections[i]));
    } else if (i + 1 == room) {
      blocks.push_back(section("…"));
    }
  }
  if (!message.context.empty()) {
    const Json element = {{"type", "mrkdwn"}, {"text", at_most(message.context, longest_section)}};
    blocks.push_back({{"type", "context"}, {"elements", Json::array({element})}});
  }
  return Json{{"text", at_most(text, longest_text)}, {"blocks", std::move(blocks)}}.dump(
             -1, ' ', false, Json::error_handler_t::replace) +
         "\n";
}

}  // namespace cprota
