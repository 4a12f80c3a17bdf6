// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "cprota/format/write_now.hpp"

#include "format/now_rows.hpp"
#include "format/slack.hpp"

namespace cprota {
namespace {

std::string line(const NowRow& row) {
  std::string text = fmt::format("• {} {}", row.role.role.str(), row.who);
  if (!row.when.empty()) text += ", " + row.when;
  if (!row.then.empty()) text += ", " + row.then;
  return text;
}

}  // namespace

std::string now_slack(const Team& team, const Now& now) {
  std::vector<NowRow> rows = open_rows(team, now, slack_name);
  const bool open = !rows.empty();
  SlackMessage message{now_heading(team, now), {}, {}};
  if (!open) {
    rows = held_rows(team, now, slack_name);
    message.parts.push_back({closed_sentence(team, now)});
  }
  RotaId last;
  std::vector<std::string> lines;
  for (const NowRow& row : rows) {
    if (row.role.rota != last) lines.push_back(fmt::format("*{}*", row.role.rota.str()));
    last = row.role.rota;
    lines.push_back(line(row));
  }
  message.parts.push_back(std::move(lines));
  if (!now.next.empty()) message.context = "next: " + changes_text(team, now, slack_name);
  return slack_payload(message);
}

}  // namespace cprota
