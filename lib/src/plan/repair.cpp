// SPDX-License-Identifier: MIT
#include "plan/repair.hpp"

#include <algorithm>
#include <cstdlib>

#include "cprota/plan/evaluate.hpp"

namespace cprota {
namespace {

// The turns of a problem as they stand, without those in error.
class Standings {
 public:
  Standings(const PlanProblem& problem, const std::vector<bool>& in_error) : problem_(problem) {
    for (std::size_t i = 0; i < problem.turns.size(); ++i) {
      const PlanTurn& turn = problem.turns[i];
      holder_.push_back(turn.pinned ? turn.holder : in_error[i] ? nobody : turn.before);
    }
  }

  // Whether a rule keeps the holder from the turn, whatever is given.
  [[nodiscard]] bool is_barred(std::size_t turn) const {
    const int person = holder_[turn];
    return person == outsider || problem_.people[static_cast<std::size_t>(person)].may[turn] == 0 ||
           lacks_rest(turn) || is_beside_new(turn);
  }

  // Whether someone new has a first role, and nobody the second.
  [[nodiscard]] bool lacks_second(std::size_t turn) const {
    const PlanTurn& it = problem_.turns[turn];
    if (!has_pairs(problem_) || it.role != 0 || !is_new(turn)) return false;
    const auto second = turn_at(problem_, it.period, 1);
    return !second || holder_[static_cast<std::size_t>(*second)] == nobody;
  }

 private:
  [[nodiscard]] bool lacks_rest(std::size_t turn) const {
    const int person = holder_[turn];
    const auto is_near = [&](int period) {
      return std::abs(period - problem_.turns[turn].period) <= problem_.rest;
    };
    for (std::size_t other = 0; other < holder_.size(); ++other) {
      if (other != turn && holder_[other] == person && is_near(problem_.turns[other].period)) return true;
    }
    const std::vector<int>& busy = problem_.people[static_cast<std::size_t>(person)].busy;
    return std::any_of(busy.begin(), busy.end(), is_near);
  }

  [[nodiscard]] bool is_new(std::size_t turn) const {
    const PlanTurn& it = problem_.turns[turn];
    const int holder = holder_[turn];
    return holder == outsider ? it.outsider_is_new
                              : holder >= 0 && problem_.people[static_cast<std::size_t>(holder)]
                                                       .is_new[static_cast<std::size_t>(it.period)] != 0;
  }

  [[nodiscard]] bool is_beside_new(std::size_t turn) const {
    const PlanTurn& it = problem_.turns[turn];
    if (!has_pairs(problem_) || it.role > 1 || !is_new(turn)) return false;
    const auto other = turn_at(problem_, it.period, 1 - it.role);
    return other && is_new(static_cast<std::size_t>(*other));
  }

  const PlanProblem& problem_;
  std::vector<int> holder_;
};

// Those turns free, and their holders as if they were not new: at least as good as with any of them pinned.
PlanProblem relaxed(const TeamProblem& drawn) {
  PlanProblem problem = drawn.problem;
  for (const int turn : drawn.second_to_find) {
    PlanTurn& it = problem.turns[turn];
    it.pinned = false;
    it.holder = nobody;
    problem.people[it.before].is_new[it.period] = 0;
  }
  return problem;
}

// The problem with some of those turns free.
template <class IsFree>
PlanProblem with_free(const TeamProblem& drawn, IsFree is_free) {
  PlanProblem problem = drawn.problem;
  for (std::size_t i = 0; i < drawn.second_to_find.size(); ++i) {
    PlanTurn& it = problem.turns[drawn.second_to_find[i]];
    if (!is_free(i)) continue;
    it.pinned = false;
    it.holder = nobody;
  }
  return problem;
}

// Whether nothing else can be as good: each turn in which somebody is in error must change, and no other
// does.
bool changes_only_errors(const PlanProblem& problem, const PlanAnswer& answer) {
  if (answer.values[static_cast<std::size_t>(Level::uncovered)] > 0) return false;
  for (std::size_t i = 0; i < problem.turns.size(); ++i) {
    const int before = problem.turns[i].before;
    const bool could_stay = before >= 0 && problem.people[static_cast<std::size_t>(before)].may[i] != 0;
    if (before != nobody && before != answer.rota[i] && could_stay) return false;
  }
  return true;
}

// The problem in which only turns in error, and those that nobody has, are free.
PlanProblem with_errors_free(const TeamProblem& drawn) {
  PlanProblem problem = drawn.problem;
  for (std::size_t i = 0; i < problem.turns.size(); ++i) {
    PlanTurn& turn = problem.turns[i];
    if (turn.pinned || turn.before == nobody || drawn.in_error[i]) continue;
    turn.pinned = true;
    turn.holder = turn.before;
  }
  return problem;
}

// The bounds of the relaxed problem, as far as its values are those reached.
void bound_by(const PlanAnswer& relaxed, PlanAnswer& answer) {
  bool is_same = true;
  bool proved = true;
  for (std::size_t i = 0; i < answer.levels.size(); ++i) {
    LevelResult& level = answer.levels[i];
    level.bound = is_same && relaxed.levels[i].bound
                      ? std::optional(std::min(*relaxed.levels[i].bound, level.value))
                      : std::nullopt;
    proved = proved && level.bound == level.value;
    level.proved = proved;
    is_same = is_same && relaxed.levels[i].value == level.value;
  }
}

}  // namespace

void pin_what_stands(TeamProblem& drawn, const std::vector<bool>& in_error) {
  drawn.in_error = in_error;
  Indexed<PlanTurn>& turns = drawn.problem.turns;
  const Standings standings(drawn.problem, in_error);
  std::vector<std::size_t> stay;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    if (turns[i].pinned || turns[i].before == nobody || in_error[i]) continue;
    const bool is_barred = standings.is_barred(i);
    if (!is_barred && standings.lacks_second(i)) drawn.second_to_find.push_back(static_cast<int>(i));
    if (is_barred || standings.lacks_second(i)) stay.push_back(i);
  }
  for (const std::size_t i : stay) {
    turns[i].pinned = true;
    turns[i].holder = turns[i].before;
  }
}

PlanAnswer solve_repair(TeamProblem& drawn, const SolveOptions& options) {
  if (!drawn.in_error.empty()) {
    // Where this fills all, every best rota leaves the other turns as they stand.
    const PlanProblem least = with_errors_free(drawn);
    PlanAnswer answer = solve(least, options);
    if (changes_only_errors(drawn.problem, answer)) return answer;
  }
  PlanAnswer kept = solve(drawn.problem, options);
  if (drawn.second_to_find.empty() || changes_only_errors(drawn.problem, kept)) return kept;
  const PlanAnswer bound = solve(relaxed(drawn), options);
  const TeamProblem pinned = drawn;
  PlanAnswer best = std::move(kept);
  const auto take = [&](PlanProblem problem, PlanAnswer answer) {
    if (!is_better(problem, answer.values, best.values)) return;
    best = std::move(answer);
    drawn.problem = std::move(problem);
  };
  PlanProblem moved = with_free(pinned, [&](std::size_t i) {
    const auto turn = static_cast<std::size_t>(pinned.second_to_find[i]);
    return bound.rota[turn] != pinned.problem.turns[turn].before;
  });
  if (broken_rules(moved, bound.rota).empty()) {
    take(std::move(moved), bound);
  } else {
    // There are seldom more than one or two.
    constexpr std::size_t most = 4;
    const unsigned ways = 1U << std::min(most, pinned.second_to_find.size());
    for (unsigned way = 1; way < ways; ++way) {
      PlanProblem problem =
          with_free(pinned, [&](std::size_t i) { return i < most && (way >> i & 1U) != 0; });
      PlanAnswer answer = solve(problem, options);
      take(std::move(problem), std::move(answer));
    }
  }
  bound_by(bound, best);
  return best;
}

}  // namespace cprota
