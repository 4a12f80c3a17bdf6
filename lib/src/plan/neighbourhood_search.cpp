// SPDX-License-Identifier: MIT
#include "plan/neighbourhood_search.hpp"

#include <algorithm>
#include <vector>

#include "cprota/plan/evaluate.hpp"

#include "plan/part_of_rota.hpp"
#include "plan/random.hpp"
#include "plan/spacing_columns.hpp"

namespace cprota {
namespace {

// Some of so many people, in order.
std::vector<int> some_people(int people, int count, Random& random) {
  std::vector<int> chosen;
  while (static_cast<int>(chosen.size()) < std::min(count, people)) {
    const int person = random.below(people);
    const auto place = std::lower_bound(chosen.begin(), chosen.end(), person);
    if (place == chosen.end() || *place != person) chosen.insert(place, person);
  }
  return chosen;
}

}  // namespace

PlanRota search_neighbourhoods(const PlanProblem& problem, const PlanRota& start, const Reach& reach,
                               std::int64_t enough, std::int64_t steps, std::uint64_t seed) {
  constexpr int together = 6;
  constexpr std::int64_t cells_a_turn = 5000;  // what taking the rota apart costs
  constexpr auto spacing = static_cast<std::size_t>(Level::spacing);
  const int people = static_cast<int>(problem.people.size());
  Random draws(seed);
  PlanRota best = start;
  LevelValues values = evaluate(problem, best);
  while (steps > 0 && values[spacing] > enough) {
    const PartOfRota part = part_of_rota(problem, best, some_people(people, together, draws));
    const LevelValues known = evaluate(part.problem, part.start);
    Reach options = part.reach(reach);
    narrow(options, known);
    const SpacingWork work{steps, {5, steps / 10}};
    const SpacingAnswer found = bound_spacing(part.problem, known, options, part.start, work);
    steps -= found.work + cells_a_turn * static_cast<std::int64_t>(problem.turns.size() + 10);
    for (const PlanRota& rota : found.rotas) {
      const PlanRota whole = part.put_back(best, rota);
      const LevelValues reached = evaluate(problem, whole);
      if (!is_better(problem, reached, values) || !broken_rules(problem, whole).empty()) continue;
      best = whole;
      values = reached;
    }
  }
  return best;
}

}  // namespace cprota
