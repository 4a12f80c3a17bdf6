// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/format.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/format/write_process.hpp"
#include "cprota/time/print.hpp"

#include "format/json.hpp"
#include "format/mail.hpp"
#include "format/slack.hpp"

namespace cprota {
namespace {

std::string heading(const Team& team, const ContactAnswer& answer) {
  const Date date = team.zone.date(answer.at);
  return fmt::format("{} · {} {} {} · {}", visible(team.name), long_date(date),
                     clock_time(answer.at, team.zone), team.zone.abbreviation(answer.at),
                     to_string(answer.day));
}

std::string when(const Team& team, const ContactAnswer& answer, Instant t) {
  return relative_time(t, team.zone.date(answer.at), team.zone);
}

// Where to go, or when there is somewhere to go.
std::string route_text(const Team& team, const ContactAnswer& answer) {
  if (answer.route) return answer.route->contact;
  if (!answer.has_route) return "no route";
  if (!answer.next_route) return "closed for good";
  return fmt::format("closed; {} opens {}", answer.next_route->contact,
                     when(team, answer, *answer.route_opens));
}

std::string reach_of(const Person& person) {
  std::vector<std::string> ways;
  for (const auto& way : {person.phone, person.email}) {
    if (way) ways.push_back(*way);
  }
  return fmt::format("{}", fmt::join(ways, ", "));
}

std::vector<std::string> numbered(const std::vector<std::string>& steps) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < steps.size(); ++i) lines.push_back(fmt::format("{}. {}", i + 1, steps[i]));
  return lines;
}

Json answer_json(const Team& team, const ContactAnswer& answer) {
  Json json{{"schema", "cprota.contact/1"},
            {"at", instant_json(team, answer.at)},
            {"severity", std::string(to_string(answer.severity))},
            {"day", std::string(to_string(answer.day))}};
  json["open"] = Json::array();
  for (const HoursId& hours : answer.open) json["open"].push_back(hours.str());
  json["route"] = nullptr;
  if (answer.route) json["route"] = {{"contact", answer.route->contact}, {"give", answer.route->give}};
  json["route_opens"] = instant_json(team, answer.route_opens);
  json["responders"] = Json::array();
  for (const Responder& responder : answer.responders) {
    Json one{{"role", responder.role.role.str()}};
    one.update(person_json(*responder.person));
    json["responders"].push_back(std::move(one));
  }
  json["hand_over_by"] = instant_json(team, answer.hand_over_by);
  json["support_opens"] = instant_json(team, answer.support_opens);
  json["handover"] = nullptr;
  if (answer.handover) {
    json["handover"] = {{"at", instant_json(team, answer.handover->at)},
                        {"role", answer.handover->role.role.str()},
                        {"to", holder_json(answer.handover->to)}};
  }
  json["steps"] = answer.steps;
  return json;
}

SlackMessage slack_of(const Team& team, const ContactAnswer& answer) {
  SlackMessage message{fmt::format("{}: {}", to_string(answer.severity), route_text(team, answer)), {}, {}};
  std::vector<std::string> who;
  for (const Responder& responder : answer.responders) {
    who.push_back(fmt::format("*{}* {} {}", responder.role.role.str(), slack_person(*responder.person),
                              slack_escaped(reach_of(*responder.person))));
  }
  std::vector<std::string> steps;
  for (const std::string& step : numbered(answer.steps)) steps.push_back(slack_escaped(step));
  message.parts = {std::move(who), std::move(steps)};
  message.context = slack_escaped(heading(team, answer));
  return message;
}

}  // namespace

std::string contact_text(const Team& team, const ContactAnswer& answer, const TextStyle& style) {
  Table table;
  const auto row = [&](std::string_view name, std::string text, Tone tone = Tone::plain) {
    table.rows.push_back({Cell(std::string(name), Tone::faint), Cell(std::move(text), tone)});
  };
  row(to_string(answer.severity), route_text(team, answer), answer.route ? Tone::strong : Tone::warning);
  if (answer.route) {
    for (std::size_t i = 0; i < answer.route->give.size(); ++i)
      row(i == 0 ? "give" : "", answer.route->give[i]);
  }
  for (const Responder& responder : answer.responders) {
    const std::string reach = reach_of(*responder.person);
    row(responder.role.role.str(), responder.person->name + (reach.empty() ? "" : "  " + reach),
        Tone::strong);
  }
  for (const RoleRef& role : answer.empty_roles) row(role.role.str(), "nobody", Tone::bad);
  if (answer.hand_over_by) row("until", when(team, answer, *answer.hand_over_by));
  if (answer.support_opens)
    row(team.contact.support.str(), "opens " + when(team, answer, *answer.support_opens));
  std::string text = toned(wrapped(heading(team, answer), style.width, 0), Tone::strong, style) + "\n" +
                     to_text(table, style);
  Table steps;
  for (std::size_t i = 0; i < answer.steps.size(); ++i) {
    steps.rows.push_back({Cell(fmt::format("{}.", i + 1)), Cell(answer.steps[i])});
  }
  if (!answer.steps.empty()) text += "\n" + to_text(steps, style);
  return text;
}

std::string contact_json(const Team& team, const ContactAnswer& answer) {
  return document(answer_json(team, answer));
}

std::string contact_slack(const Team& team, const ContactAnswer& answer) {
  return slack_payload(slack_of(team, answer));
}

std::string contact_mail(const Team& team, const ContactAnswer& answer) {
  const Route& route = answer.route ? *answer.route : *answer.next_route;
  std::string body = fmt::format("Severity: {}\n", to_string(answer.severity));
  for (const std::string& fact : route.give) {
    std::string asked = visible(fact);
    asked[0] = static_cast<char>(asked[0] >= 'a' && asked[0] <= 'z' ? asked[0] - 'a' + 'A' : asked[0]);
    body += fmt::format("\n{}:\n\n", asked);
  }
  const std::string subject = fmt::format("[{}] {}", to_string(answer.severity), team.name);
  if (is_address(route.contact)) return mail_message({{"", route.contact}}, subject, body);
  return fmt::format("{}\n\n{}\n{}", visible(route.contact), visible(subject), body);
}

std::string contacts_text(const Team& team, const std::vector<ContactAnswer>& answers,
                          const TextStyle& style) {
  Table table;
  table.header = {"severity", "route", "who", "until"};
  for (const ContactAnswer& answer : answers) {
    std::vector<std::string> who;
    for (const Responder& responder : answer.responders) who.push_back(responder.person->name);
    table.rows.push_back({Cell(std::string(to_string(answer.severity))),
                          Cell(route_text(team, answer), answer.route ? Tone::plain : Tone::warning),
                          Cell(fmt::format("{}", fmt::join(who, ", then "))),
                          Cell(answer.hand_over_by ? when(team, answer, *answer.hand_over_by) : "")});
  }
  const std::string title = answers.empty() ? visible(team.name) : heading(team, answers.front());
  return toned(wrapped(title, style.width, 0), Tone::strong, style) + "\n" + to_text(table, style);
}

std::string contacts_json(const Team& team, const std::vector<ContactAnswer>& answers) {
  Json json{{"schema", "cprota.contacts/1"}, {"contacts", Json::array()}};
  for (const ContactAnswer& answer : answers) json["contacts"].push_back(answer_json(team, answer));
  return document(json);
}

std::string contacts_slack(const Team& team, const std::vector<ContactAnswer>& answers) {
  SlackMessage message{team.name + ": whom to reach", {}, {}};
  for (const ContactAnswer& answer : answers) {
    message.parts.push_back(
        {fmt::format("*{}* {}", to_string(answer.severity), slack_escaped(route_text(team, answer)))});
  }
  if (!answers.empty()) message.context = slack_escaped(heading(team, answers.front()));
  return slack_payload(message);
}

}  // namespace cprota
