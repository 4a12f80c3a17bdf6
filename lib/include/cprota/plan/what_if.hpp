// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cprota/base/result.hpp"
#include "cprota/rota/team.hpp"

namespace cprota {

// A team that is not: each fails with Fault::usage.

// Without a person in any rota.
[[nodiscard]] Result<void> suppose_without(Team& team, const std::string& id);

// With somebody more in every rota of `rotas` (all if empty), from the next handover on: `id,share` or
// `id,share,new`.
[[nodiscard]] Result<void> suppose_person(Team& team, const std::string& words,
                                          const std::vector<RotaId>& rotas, Instant now);

// With leave: `id,RANGE`, whole dates.
[[nodiscard]] Result<void> suppose_leave(Team& team, const std::string& words, Instant now);

}  // namespace cprota
