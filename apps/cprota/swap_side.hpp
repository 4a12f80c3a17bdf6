// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cprota/base/result.hpp"
#include "cprota/cover/swap.hpp"
#include "cprota/format/team_folder.hpp"

#include "session.hpp"

namespace cprota {

// One side: a person and the turns that they have and give.
struct Side {
  PersonId person;
  std::string when;  // as a commit may have it: no `next`, no `today`
  bool is_week;      // that is a WEEK
  std::vector<HeldTurn> turns;
};

// Fault::usage where the person has none of the turns that are named. Without a role, those of all.
[[nodiscard]] Result<Side> side_of(const Session& session, TeamFolder& folder, const std::string& who,
                                   std::string when, const std::optional<RoleRef>& role, Instant now);

}  // namespace cprota
