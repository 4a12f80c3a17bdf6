// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "plan/roster.hpp"

namespace cprota {

// The best of all rotas, the first of equals in the order of turns and people, with empty turns last.
// Nothing if there may be more than `most` of them.
[[nodiscard]] std::optional<PlanRota> enumerate_rotas(const PlanProblem& problem, std::int64_t most);

}  // namespace cprota
