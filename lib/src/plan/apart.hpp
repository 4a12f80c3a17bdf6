// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>

#include "cprota/plan/history.hpp"
#include "cprota/rota/week_file.hpp"

namespace cprota {

// The dates with open minutes of turns that each person has in rotas to keep apart from.
[[nodiscard]] std::map<PersonId, std::set<Date>> dates_apart(const Team& team, const Rota& rota,
                                                             const Indexed<Period>& periods,
                                                             WeekSource& weeks);

}  // namespace cprota
