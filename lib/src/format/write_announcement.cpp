// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/format/write_process.hpp"
#include "cprota/time/print.hpp"

#include "format/json.hpp"
#include "format/slack.hpp"

namespace cprota {
namespace {

std::string moment(Instant t, const Zone& zone) {
  return fmt::format("{} {} {}", long_date(zone.date(t)), clock_time(t, zone), zone.abbreviation(t));
}

std::string period(const Announcement& announcement, const Zone& zone) {
  return fmt::format("{} to {}", moment(announcement.from, zone), moment(announcement.until, zone));
}

std::string updates(const Announcement& announcement, const Zone& zone) {
  std::vector<std::string> rest;
  for (std::size_t i = 1; i < announcement.updates.size(); ++i) {
    rest.push_back(relative_time(announcement.updates[i], zone.date(announcement.updates[0]), zone));
  }
  const std::string then = rest.empty() ? "" : fmt::format(", then {}", fmt::join(rest, ", "));
  return moment(announcement.updates[0], zone) + then;
}

}  // namespace

std::string announcement_text(const Announcement& announcement, const Zone& zone) {
  return fmt::format("{}Announcement: {}\nService: {}\nWhen: {}\nNext update: {}\n",
                     announcement.notify_everyone ? "@here " : "", visible(announcement.what),
                     visible(announcement.service), period(announcement, zone), updates(announcement, zone));
}

std::string announcement_slack(const Announcement& announcement, const Zone& zone) {
  SlackMessage message{"Announcement: " + announcement.what, {}, {}};
  if (announcement.notify_everyone) message.parts.push_back({"<!here>"});
  message.parts.push_back({"*Service:* " + slack_escaped(announcement.service),
                           "*When:* " + slack_escaped(period(announcement, zone))});
  message.parts.push_back({"*Next update:* " + slack_escaped(updates(announcement, zone))});
  return slack_payload(message);
}

std::string announcement_json(const Announcement& announcement, const Team& team) {
  Json json{{"schema", "cprota.announce/1"},
            {"team", team.name},
            {"timezone", team.zone.name()},
            {"what", announcement.what},
            {"service", announcement.service},
            {"from", instant_json(team, announcement.from)},
            {"until", instant_json(team, announcement.until)}};
  json["updates"] =
      list_json(team, announcement.updates, [](const Team& of, Instant at) { return instant_json(of, at); });
  json["notify_everyone"] = announcement.notify_everyone;
  json["text"] = announcement_text(announcement, team.zone);
  return document(json);
}

}  // namespace cprota
