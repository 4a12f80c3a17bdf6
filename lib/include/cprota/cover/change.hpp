// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "cprota/cover/resolve.hpp"
#include "cprota/cover/rules.hpp"

namespace cprota {

// Open time of a role that goes from one holder to another.
struct ShiftChange {
  RoleRef role;
  Interval during;
  Holder from;
  Holder to;
};

// What differs between two states of the week files in a range: open hours only, each stretch as long as both
// holders stay, in order of begin, then of rota and role.
[[nodiscard]] std::vector<ShiftChange> changed_shifts(const Team& team, const Interval& range,
                                                      WeekSource& before, WeekSource& after);

// The findings of `after` that `before` does not have: the same rule, person and role, and the same time or a
// part of it, is the same finding, wherever its words stand.
[[nodiscard]] std::vector<Finding> new_findings(const CheckAnswer& before, const CheckAnswer& after);

}  // namespace cprota
