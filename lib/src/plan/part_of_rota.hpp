// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "cprota/plan/problem.hpp"

#include "plan/signature.hpp"

namespace cprota {

// The problem that is left when some people share out anew the free turns that a rota gives them in some
// periods, and all else stays: of these people, and of as many turns as the rules need to see. Everybody else
// in it is an outsider.
struct PartOfRota {
  PlanProblem problem;
  std::vector<int> people;  // of the whole problem, by person of the part
  std::vector<int> turns;   // of the whole problem, by turn of the part
  PlanRota start;           // what the rota gives them

  // The rota with the free turns of the part as in `part`.
  [[nodiscard]] PlanRota put_back(PlanRota rota, const PlanRota& part) const;

  // The signatures that `whole` has for these people.
  [[nodiscard]] Reach reach(const Reach& whole) const;
};

// `people` are in order; the periods are [from, until).
[[nodiscard]] PartOfRota part_of_rota(const PlanProblem& problem, const PlanRota& rota,
                                      const std::vector<int>& people, int from, int until);

}  // namespace cprota
