// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cprota/cover/resolve.hpp"

namespace cprota {

// `quick`, `request`, `high`, `critical`; nothing for any other word.
[[nodiscard]] std::optional<IncidentSeverity> parse_severity(std::string_view text);
[[nodiscard]] std::string_view to_string(IncidentSeverity severity);
inline constexpr IncidentSeverity every_severity[] = {IncidentSeverity::quick, IncidentSeverity::request,
                                                      IncidentSeverity::high, IncidentSeverity::critical};

// Someone who answers now.
struct Responder {
  RoleRef role;
  const Person* person;  // of the team
};

// A role of the contact rota that changes hands.
struct HandoverAhead {
  Instant at;
  RoleRef role;
  Holder to;
};

// Whom to reach, how, and by when: one answer for a moment and a severity. Points into the team.
struct ContactAnswer {
  Instant at;
  IncidentSeverity severity = IncidentSeverity::request;
  DayKind day = DayKind::weekday;
  std::vector<HoursId> open;     // in the order of the team's hours
  bool has_route = false;        // the team has a route for the severity, open or not
  const Route* route = nullptr;  // the first of the file that is open; nullptr if none is
  // The route that opens next where none is open, and when; absent if not before 2200.
  const Route* next_route = nullptr;
  std::optional<Instant> route_opens;
  // Of high and critical incidents while the contact rota's hours are open, in order of roles. A role with
  // nobody is left out of the responders and named here.
  std::vector<Responder> responders;
  std::vector<RoleRef> empty_roles;
  // `work` after the moment, or the end of the contact rota's open window, whichever is first.
  std::optional<Instant> hand_over_by;
  // The first opening of the support hours strictly after the moment.
  std::optional<Instant> support_opens;
  // The first change of holder in the contact rota after the moment and no later than `hand_over_by`; absent
  // too where a week file that would say so cannot be used.
  std::optional<HandoverAhead> handover;
  std::optional<Instant> unknown_from;  // from then on such a week file would say who has a role of it
  // Of such incidents while neither the contact rota's hours nor support's are open: when the rota's open
  // next.
  std::optional<Instant> nobody_until;
  std::vector<std::string> steps;  // what to do, in order, for people
};

// The week files that are read are those of the moment's shifts and what follows them.
[[nodiscard]] ContactAnswer contact_at(const Team& team, WeekSource& weeks, Instant at,
                                       IncidentSeverity severity);

// Whether a route is open at `t`, and when it opens next after it (absent if not before 2200, or if it is
// open).
[[nodiscard]] bool is_route_open(const Team& team, const Route& route, Instant t);
[[nodiscard]] std::optional<Instant> route_opens(const Team& team, const Route& route, Instant t);

}  // namespace cprota
