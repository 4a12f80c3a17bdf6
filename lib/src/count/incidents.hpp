// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "cprota/count/pay.hpp"

namespace cprota {

// The [[worked]] blocks of a person that begin in the range, in order of begin; without rule and amount.
[[nodiscard]] std::vector<Incident> incidents_of(const PersonId& person, const Interval& range,
                                                 WeekSource& weeks);

// The rule that pays for an incident: of the first rota in the team in which the person has a line when it
// begins, else later in it, else of the first that has one in force with a part for hours worked. One that is
// told by hand may have been in any line.
[[nodiscard]] const PayRule* rule_of_incident(const Team& team, const Filter& filter, Date date,
                                              const std::vector<ClaimLine>& lines,
                                              const std::optional<Interval>& during);

}  // namespace cprota
