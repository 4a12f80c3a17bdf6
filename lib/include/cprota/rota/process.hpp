// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cprota/base/diagnostic.hpp"
#include "cprota/base/ids.hpp"
#include "cprota/time/interval.hpp"

namespace cprota {

// What someone on duty does, and when in a window of some hours.
struct Duty {
  enum class When { start, during, end };
  enum class By { one, all };
  HoursId hours;
  When when = When::during;
  By by = By::one;
  std::string text;
  std::optional<Place> place;
};

enum class IncidentSeverity { quick, request, high, critical };

// Where users go for help, and while which hours are open.
struct Route {
  enum class During { open, outside, always };
  IncidentSeverity severity = IncidentSeverity::request;
  During during = During::always;
  HoursId hours;  // meaningless for always
  std::string contact;
  std::vector<std::string> give;
  std::optional<Place> place;
};

// How `contact` answers.
struct ContactRules {
  RotaId rota{"on-call"};      // who answers high-priority incidents
  HoursId support{"support"};  // when plans are made
  Minutes work{60};            // on one incident, before it is handed over
};

}  // namespace cprota
