// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "cprota/plan/problem.hpp"

namespace cprota {

struct TeamSize {
  const char* name;
  int people;
  int weeks;
};

inline constexpr TeamSize team_sizes[] = {{"S", 6, 13}, {"M", 8, 26}, {"L", 12, 52}, {"XL", 20, 104}};

// A made-up team with two roles: leave of 9–15 % in clusters (half of it where others are away too), a fifth
// of them new, some in one role only, part-timers, two pinned weeks, a history that leaves some ahead. An
// ordinary week has 70 open hours and every bank holiday on a weekday adds 7. The same seed is the same team.
[[nodiscard]] PlanProblem made_up_team(const TeamSize& size, std::uint64_t seed);

}  // namespace cprota
