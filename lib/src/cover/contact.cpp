// SPDX-License-Identifier: MIT
#include "cprota/cover/contact.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "cprota/cover/now.hpp"
#include "cprota/time/print.hpp"

#include "cover/timeline.hpp"

namespace cprota {
namespace {

constexpr std::array<std::pair<std::string_view, IncidentSeverity>, 4> severity_names{{
    {"quick", IncidentSeverity::quick},
    {"request", IncidentSeverity::request},
    {"high", IncidentSeverity::high},
    {"critical", IncidentSeverity::critical},
}};

Instant end_of_years(const Team& team) {
  return team.zone.begin_of(last_date + std::chrono::days(1));
}

std::optional<Interval> opening(const Team& team, const HoursId& id, Instant t) {
  const Hours* hours = team.find_hours(id);
  return hours ? opening_at(*hours, team.zone, team.bank_holidays, t) : std::nullopt;
}

std::optional<Instant> next_opening_of(const Team& team, const HoursId& id, Instant t) {
  const Hours* hours = team.find_hours(id);
  if (!hours) return std::nullopt;
  const auto found = next_opening(*hours, team.zone, team.bank_holidays, t, end_of_years(team));
  return found ? std::optional(found->begin()) : std::nullopt;
}

void choose_route(const Team& team, ContactAnswer& answer) {
  for (const Route& route : team.routes) {
    if (route.severity != answer.severity) continue;
    answer.has_route = true;
    if (is_route_open(team, route, answer.at)) {
      answer.route = &route;
      answer.next_route = nullptr;
      answer.route_opens.reset();
      return;
    }
    const auto opens = route_opens(team, route, answer.at);
    if (opens && (!answer.route_opens || *opens < *answer.route_opens)) {
      answer.next_route = &route;
      answer.route_opens = opens;
    }
  }
}

// Who answers from `at` to the hand-over, and the first change on the way.
void find_responders(const Team& team, const Rota& rota, const Interval& window, WeekSource& weeks,
                     ContactAnswer& answer) {
  answer.hand_over_by = std::min(answer.at + team.contact.work, window.end());
  const Instant seen = *answer.hand_over_by + Minutes(1);
  for (const OpenRole& role : open_roles(team, weeks, answer.at, {rota.id, std::nullopt, std::nullopt})) {
    if (const PersonId* const person = person_in(role.holder)) {
      answer.responders.push_back({role.role, team.find_person(*person)});
    } else if (!role.optional) {
      answer.empty_roles.push_back(role.role);
    }
    Timeline timeline(team, rota, *rota.role(role.role.role), weeks);
    const auto at = timeline.end_of(answer.at, seen, [&](const Stretch& stretch) {
      const bool is_known =
          stretch.during.contains(answer.at) || !timeline.is_unknown(stretch.during.begin());
      return is_known && stretch.holder == role.holder;
    });
    if (!at) continue;
    if (timeline.is_unknown(*at)) {
      answer.unknown_from = at;
      continue;
    }
    if (!answer.handover || *at < answer.handover->at) {
      answer.handover = {*at, role.role, timeline.at(*at).holder};
    }
  }
}

std::string name_in(const Team& team, const Holder& holder) {
  const PersonId* id = person_in(holder);
  const Person* person = id ? team.find_person(*id) : nullptr;
  return person ? person->name : "nobody";
}

std::string called(const Responder& responder) {
  const Person& person = *responder.person;
  const std::string reach = person.phone   ? " on " + *person.phone
                            : person.email ? " at " + *person.email
                            : person.slack ? " on Slack"
                                           : "";
  return fmt::format("{} ({}){}", person.name, responder.role.role.str(), reach);
}

std::string joined(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, ", "));
}

class Steps {
 public:
  Steps(const Team& team, const ContactAnswer& answer)
      : team_(team), answer_(answer), today_(team.zone.date(answer.at)) {}

  [[nodiscard]] std::vector<std::string> list() {
    reach();
    if (answer_.hand_over_by)
      work_on_it();
    else if (answer_.nobody_until)
      wait();
    return std::move(steps_);
  }

 private:
  [[nodiscard]] std::string when(Instant t) const { return relative_time(t, today_, team_.zone); }
  void add(std::string step) { steps_.push_back(std::move(step)); }

  void reach() {
    if (answer_.route) {
      const std::string give =
          answer_.route->give.empty() ? "" : fmt::format("; give {}", joined(answer_.route->give));
      add(fmt::format("Use {}{}.", answer_.route->contact, give));
    } else if (answer_.next_route) {
      add(fmt::format("No route is open for this now: {} opens {}.", answer_.next_route->contact,
                      when(*answer_.route_opens)));
    } else if (answer_.has_route) {
      add("No route is open for this now, and none opens again.");
    }
  }

  void wait() {
    add(fmt::format("Nobody is promised now: {} hours open {}.",
                    team_.find_rota(team_.contact.rota)->hours.str(), when(*answer_.nobody_until)));
  }

  void work_on_it() {
    call();
    const Instant by = *answer_.hand_over_by;
    add(fmt::format("Work on it until {} at most ({}).", when(by),
                    hours_and_minutes(std::chrono::floor<Minutes>(by - answer_.at))));
    if (answer_.handover) {
      const HandoverAhead& handover = *answer_.handover;
      add(fmt::format("At {} {} passes to {}: hand the incident over.", when(handover.at),
                      handover.role.role.str(), name_in(team_, handover.to)));
    }
    if (answer_.unknown_from) {
      add(fmt::format("Who answers from {} cannot be read, for that week's file is wrong: ask the team.",
                      when(*answer_.unknown_from)));
    }
    const std::string plan =
        answer_.support_opens
            ? fmt::format("in {} hours (from {})", team_.contact.support.str(), when(*answer_.support_opens))
            : std::string("in normal hours");
    add(fmt::format("If it is not solved by {}: tell the affected team and plan the rest {}.", when(by),
                    plan));
  }

  void call() {
    const auto& responders = answer_.responders;
    std::vector<std::string> calls;
    std::vector<const Person*> told;
    for (const Responder& responder : responders) {
      if (std::ranges::find(told, responder.person) != told.end()) continue;
      told.push_back(responder.person);
      calls.push_back(called(responder));
    }
    if (!calls.empty()) add(fmt::format("Call {}.", fmt::join(calls, "; without an answer, ")));
    for (const RoleRef& role : answer_.empty_roles) {
      add(responders.empty()
              ? fmt::format("Nobody has {}: find somebody of the team, and tell whoever plans the rota.",
                            role.str())
              : fmt::format("Nobody has {}: {} stands in.", role.str(), responders.front().person->name));
    }
  }

  const Team& team_;
  const ContactAnswer& answer_;
  Date today_;
  std::vector<std::string> steps_;
};

}  // namespace

std::optional<IncidentSeverity> parse_severity(std::string_view text) {
  for (const auto& [name, severity] : severity_names) {
    if (name == text) return severity;
  }
  return std::nullopt;
}

std::string_view to_string(IncidentSeverity severity) {
  return std::find_if(severity_names.begin(), severity_names.end(),
                      [&](const auto& entry) { return entry.second == severity; })
      ->first;
}

bool is_route_open(const Team& team, const Route& route, Instant t) {
  if (route.during == Route::During::always) return true;
  return opening(team, route.hours, t).has_value() == (route.during == Route::During::open);
}

std::optional<Instant> route_opens(const Team& team, const Route& route, Instant t) {
  if (is_route_open(team, route, t)) return std::nullopt;
  if (route.during == Route::During::open) return next_opening_of(team, route.hours, t);
  const Instant closes = opening(team, route.hours, t)->end();
  return closes < end_of_years(team) ? std::optional(closes) : std::nullopt;
}

ContactAnswer contact_at(const Team& team, WeekSource& weeks, Instant at, IncidentSeverity severity) {
  ContactAnswer answer;
  answer.at = at;
  answer.severity = severity;
  answer.day = day_kind(team.zone.date(at), team.bank_holidays);
  for (const Hours& hours : team.hours) {
    if (opening(team, hours.id, at)) answer.open.push_back(hours.id);
  }
  choose_route(team, answer);
  answer.support_opens = next_opening_of(team, team.contact.support, at);
  const Rota* rota = team.find_rota(team.contact.rota);
  const bool is_incident = severity == IncidentSeverity::high || severity == IncidentSeverity::critical;
  if (rota && is_incident) {
    if (const auto window = opening(team, rota->hours, at)) {
      find_responders(team, *rota, *window, weeks, answer);
    } else if (!opening(team, team.contact.support, at)) {
      answer.nobody_until = next_opening_of(team, rota->hours, at);
    }
  }
  answer.steps = Steps(team, answer).list();
  return answer;
}

}  // namespace cprota
