// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "cprota/cover/rules.hpp"
#include "cprota/cover/stint.hpp"
#include "cprota/plan/fraction.hpp"

namespace cprota {

// Somebody in the place of those who have stints of one role.
struct StandIn {
  PersonId person;
  // What `check` would newly find about who may have the role: an error keeps them from it.
  std::optional<Finding> finding;
  bool is_apart = false;  // has, on one of the dates, a shift of a rota that is to be kept apart
  // Whole weeks (days, for day turns) between the stints and their nearest turn in the rota by the week
  // files; absent where none is near.
  std::optional<int> rest;
  bool is_rested = true;  // that is as much as the rota wants
  // How much more than their part they have done, in hundredths of minutes; members only.
  std::optional<WideFraction> ahead;

  [[nodiscard]] bool is_excluded() const { return finding && finding->severity == Severity::error; }
  // What speaks against them, as `check` and cprota.toml name it; empty if nothing does.
  [[nodiscard]] std::string_view rule() const;
};

// Everyone of the team but who has all these stints: first whom nothing keeps from them, those against whom
// no rule speaks first, then those with enough rest, then who has done least for their part; then the others.
// Order of the team where that is equal. `week` is that before which work counts. The stints are of one role,
// at least one.
[[nodiscard]] std::vector<StandIn> stand_ins(const Team& team, const std::vector<Stint>& stints, IsoWeek week,
                                             WeekSource& weeks);

}  // namespace cprota
