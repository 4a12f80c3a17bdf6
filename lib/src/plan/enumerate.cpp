// SPDX-License-Identifier: MIT
#include "plan/enumerate.hpp"

#include "cprota/plan/evaluate.hpp"

namespace cprota {
namespace {

class Enumerator {
 public:
  explicit Enumerator(const PlanProblem& problem) : problem_(problem), roster_(problem) {}

  PlanRota best() {
    descend(0);
    return *best_;
  }

 private:
  void descend(std::size_t depth) {
    const auto turns = roster_.free_turns();
    if (depth == turns.size()) {
      if (best_ && !is_better(problem_, roster_.values(), values_)) return;
      for (const int turn : turns) {
        if (!roster_.pair_holds(turn)) return;
      }
      best_ = roster_.rota();
      values_ = roster_.values();
      return;
    }
    const int turn = turns[depth];
    for (int p = 0; p < static_cast<int>(problem_.people.size()); ++p) {
      if (!roster_.may_take(p, turn)) continue;
      roster_.give(turn, p);
      descend(depth + 1);
      roster_.give(turn, nobody);
    }
    descend(depth + 1);
  }

  const PlanProblem& problem_;
  Roster roster_;
  std::optional<PlanRota> best_;
  LevelValues values_{};
};

}  // namespace

std::optional<PlanRota> enumerate_rotas(const PlanProblem& problem, std::int64_t most) {
  std::int64_t count = 1;
  for (std::size_t i = 0; i < problem.turns.size(); ++i) {
    if (problem.turns[i].pinned) continue;
    std::int64_t choices = 1;
    for (const PlanPerson& person : problem.people) choices += person.may[i] ? 1 : 0;
    if (count > most / choices) return std::nullopt;
    count *= choices;
  }
  return Enumerator(problem).best();
}

}  // namespace cprota
