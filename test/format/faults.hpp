// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cprota/base/diagnostic.hpp"

namespace cprota {

inline std::vector<std::string> lines_of(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : diagnostics) lines.push_back(to_string(diagnostic));
  return lines;
}

// A text in which one part is another.
inline std::string with(std::string text, const std::string& part, const std::string& other) {
  const std::size_t at = text.find(part);
  if (at == std::string::npos) return "no such part: " + part;
  return text.replace(at, part.size(), other);
}

// A small team that is right: later tests count its lines.
inline const std::string small_team = R"([team]
name = "Cloud Platform"
timezone = "Europe/London"

[hours.support]
weekday = ["10:00-17:00"]

[hours.on-call]
weekday = ["07:00-10:00", "17:00-22:00"]

[rota.on-call]
hours = "on-call"
roles = ["primary", "secondary"]
handover = "Mon 10:00"
members = ["amara", "bea"]

[rota.support]
hours = "support"
roles = ["engineer"]
turn = "day"
members = ["amara"]

[[people]]
id = "amara"
name = "Amara Okafor"

[[people]]
id = "bea"
name = "Bea Lind"
)";

}  // namespace cprota
