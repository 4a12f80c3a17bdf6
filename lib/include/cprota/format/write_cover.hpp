// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cprota/format/table.hpp"
#include "cprota/plan/stand_in.hpp"
#include "cprota/time/parse.hpp"

namespace cprota {

// The stints of one role, and who could take them.
struct CoverRole {
  RoleRef role;
  std::vector<Stint> stints;
  std::vector<StandIn> stand_ins;
};

// What `cover` answers where it changes nothing.
struct CoverReport {
  const Team& team;
  Range range;
  std::optional<PersonId> person;  // whose stints; else everybody's
  std::vector<CoverRole> roles;
};

// A document of cprota.cover/1.
[[nodiscard]] std::string cover_json(const CoverReport& report);
// For each role its stints, then who could take them, the best first, then who cannot and why.
[[nodiscard]] std::string cover_text(const CoverReport& report, const TextStyle& style);

}  // namespace cprota
