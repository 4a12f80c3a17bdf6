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

// Two kinds of neighbourhoods, by turns: some people over all periods, and everybody over some.
PartOfRota draw_part(const PlanProblem& problem, const PlanRota& rota, int round, Random& random) {
  constexpr int turns_of_some = 62;
  constexpr int turns_in_window = 72;
  const int people = static_cast<int>(problem.people.size());
  const int together =
      std::max(6, std::min(turns_of_some * people / static_cast<int>(problem.turns.size()), people / 2));
  if (round % 2 == 1)
    return part_of_rota(problem, rota, some_people(people, together, random), 0, problem.periods);
  const int window = std::max(1, std::min(turns_in_window / std::max(1, problem.roles), problem.periods / 2));
  const int from = random.below(problem.periods - window + 1);
  return part_of_rota(problem, rota, some_people(people, people, random), from, from + window);
}

}  // namespace

PlanRota search_neighbourhoods(const PlanProblem& problem, const PlanRota& start, const Reach& reach,
                               std::int64_t enough, std::int64_t steps, std::uint64_t seed) {
  constexpr std::int64_t cells_a_turn = 5000;  // what taking the rota apart costs
  constexpr auto spacing = static_cast<std::size_t>(Level::spacing);
  Random draws(seed);
  PlanRota best = start;
  LevelValues values = evaluate(problem, best);
  for (int round = 0; steps > 0 && values[spacing] > enough; ++round) {
    const PartOfRota part = draw_part(problem, best, round, draws);
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
