// SPDX-License-Identifier: MIT
#include "plan/spacing_columns.hpp"

#include <algorithm>
#include <cmath>

#include "plan/restricted_master.hpp"
#include "plan/subgradient.hpp"

namespace cprota {
namespace {

// Column generation until the bound meets the value of the linear program, both rounded up, or `target`.
std::int64_t generate(RestrictedMaster& master, const SubgradientAnswer& first, std::int64_t target,
                      std::int64_t work) {
  std::int64_t bound = std::max<std::int64_t>(0, first.bound);
  std::int64_t best = first.lagrangian;
  Indexed<double> centre = first.prices;
  bool smooth = true;
  while (bound < target && master.work() < work && master.program().solve()) {
    const Indexed<double> duals = master.program().duals();
    Indexed<double> point = duals;
    constexpr double pull = 0.6;  // towards the best point so far (Wentges, 1997)
    if (smooth) {
      for (std::size_t row = 0; row < point.size(); ++row)
        point[row] = pull * centre[row] + (1 - pull) * duals[row];
    }
    const Indexed<std::int64_t> exact = master.rows().whole(duals);
    bool added = false;
    const Priced priced = master.price(point, 3);
    if (!priced.lagrangian) break;
    for (const auto& [person, sequence] : priced.sequences)
      added = master.add_if_useful(person, sequence, exact) || added;
    if (*priced.lagrangian > best) {
      best = *priced.lagrangian;
      centre = point;
    }
    bound = std::max(bound, master.constant() + whole_units(best));
    if (static_cast<double>(bound) >= std::ceil(master.value() - 1e-6)) break;
    if (!added && !smooth) break;
    smooth = added;
  }
  return bound;
}

}  // namespace

SpacingAnswer bound_spacing(const PlanProblem& problem, const LevelValues& known, const Reach& reach,
                            const PlanRota& start, const SpacingWork& work) {
  SpacingAnswer answer;
  const std::int64_t target = known[static_cast<std::size_t>(Level::spacing)];
  if (problem.people.empty()) return {target, {}, 0};
  RestrictedMaster master(problem, known, reach, start, work.bound / 4);
  answer.work = master.work();
  if (!master.has_start()) return answer;
  const SubgradientAnswer first = ascend(master, target, 60);
  answer.bound = generate(master, first, target, work.bound);
  if (answer.bound < target) answer.rotas = dive(master, answer.bound, target, work.dives);
  answer.work = master.work();
  return answer;
}

}  // namespace cprota
