// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "cprota/count/pay.hpp"

namespace cprota {

// The [[worked]] blocks of a person that begin in the range, in order of begin, with the role that each
// belongs to and its rule; without amount. What is asked about does not count here, so that the claims by
// rota or by role add up to the whole.
[[nodiscard]] std::vector<Incident> incidents_of(const Team& team, const PersonId& person,
                                                 const Interval& range, WeekSource& weeks);

// The rule that pays for what is told by hand, which may have been in any line: of the first rota in the team
// whose rule there has a part for hours worked; where there is no line, of the first that has one in the
// range. Fault::usage where there is none, or where what it says of hours worked changes.
[[nodiscard]] Result<const PayRule*> rule_told_by_hand(const Team& team, const ClaimQuestion& question,
                                                       const std::vector<ClaimLine>& lines);

}  // namespace cprota
