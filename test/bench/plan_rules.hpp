// SPDX-License-Identifier: MIT
#pragma once

#include "cprota/plan/problem.hpp"

namespace cprota {

// How other programs choose, each turn in its order, pinned turns kept.

// PagerDuty, GoAlert, Opsgenie: the next in the list, leave or not.
[[nodiscard]] PlanRota round_robin(const PlanProblem& problem);
// The same, passing over whoever may not have the turn.
[[nodiscard]] PlanRota round_robin_without_leave(const PlanProblem& problem);
// LinkedIn Oncall: whoever may have it and has been off longest.
[[nodiscard]] PlanRota longest_off(const PlanProblem& problem);
// GOV.UK's generator: whoever may have it, rested, and has borne the least load for their share.
[[nodiscard]] PlanRota least_burdened(const PlanProblem& problem);

}  // namespace cprota
