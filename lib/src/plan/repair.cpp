// SPDX-License-Identifier: MIT
#include "plan/repair.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <utility>

#include "plan/doubt_search.hpp"

namespace cprota {
namespace {

// Whether two turns cannot both stay: they are in error beside each other.
bool exclude_each_other(const TeamProblem& drawn, std::size_t a, std::size_t b) {
  if (a == b || !drawn.in_error[a] || !drawn.in_error[b]) return false;
  const PlanTurn& one = drawn.problem.turns[a];
  const PlanTurn& other = drawn.problem.turns[b];
  if (one.period != other.period) return false;
  const Indexed<PlanPerson>& people = drawn.problem.people;
  const auto is_new = [&](const PlanTurn& turn) {
    return turn.before >= 0 && people[turn.before].is_new[turn.period] != 0;
  };
  const bool is_pair = one.role <= 1 && other.role <= 1 && is_new(one) && is_new(other);
  return one.before == other.before || is_pair;
}

// Whether a turn in error may stay once another moves.
bool stands_without(const TeamProblem& drawn, std::size_t turn) {
  if (!drawn.beside_another[turn]) return false;
  for (std::size_t other = 0; other < drawn.problem.turns.size(); ++other) {
    if (exclude_each_other(drawn, turn, other)) return true;
  }
  return false;
}

// The turns of a problem as they stand, without those in error that must change.
class Standings {
 public:
  explicit Standings(const TeamProblem& drawn) : drawn_(drawn), problem_(drawn.problem) {
    for (std::size_t i = 0; i < problem_.turns.size(); ++i) {
      const PlanTurn& turn = problem_.turns[i];
      const bool must_change = drawn.in_error[i] && !stands_without(drawn, i);
      holder_.push_back(turn.pinned ? turn.holder : must_change ? nobody : turn.before);
    }
  }

  // Whether the rules would not give its holder the turn anew, beside all that stands.
  [[nodiscard]] bool could_not_be_given(std::size_t turn) {
    const std::vector<int> all = holder_;
    for (std::size_t other = 0; other < holder_.size(); ++other) {
      if (exclude_each_other(drawn_, turn, other)) holder_[other] = nobody;
    }
    const bool could_not = is_barred(turn) || lacks_second(turn);
    holder_ = all;
    return could_not;
  }

 private:
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

  const TeamProblem& drawn_;
  const PlanProblem& problem_;
  std::vector<int> holder_;
};

// Whether nothing else can be as good: each turn in which somebody is in error must change, and no other
// does.
bool changes_only_errors(const PlanProblem& problem, const PlanAnswer& answer) {
  if (answer.values[static_cast<std::size_t>(Level::uncovered)] > 0) return false;
  for (std::size_t i = 0; i < problem.turns.size(); ++i) {
    const int before = problem.turns[i].before;
    if (problem.turns[i].pinned) continue;
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

}  // namespace

void pin_what_stands(TeamProblem& drawn) {
  Indexed<PlanTurn>& turns = drawn.problem.turns;
  Standings standings(drawn);
  std::vector<std::size_t> stay;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    if (turns[i].pinned || turns[i].before == nobody) continue;
    if (drawn.in_error[i] && !stands_without(drawn, i)) {
      // Nobody is given an optional turn.
      if (turns[i].is_optional) turns[i].pinned = true;
    } else if (turns[i].is_optional || standings.could_not_be_given(i)) {
      stay.push_back(i);
    }
  }
  for (const std::size_t i : stay) {
    turns[i].pinned = true;
    turns[i].holder = turns[i].before;
    if (turns[i].holder != outsider) drawn.in_doubt.push_back(static_cast<int>(i));
  }
  const auto turn = [&](std::size_t place) { return static_cast<std::size_t>(drawn.in_doubt[place]); };
  for (std::size_t b = 0; b < drawn.in_doubt.size(); ++b) {
    for (std::size_t a = 0; a < b; ++a) {
      if (exclude_each_other(drawn, turn(a), turn(b))) drawn.exclusive.emplace_back(a, b);
    }
  }
}

PlanAnswer solve_repair(TeamProblem& drawn, const SolveOptions& options) {
  std::optional<PlanAnswer> kept;
  if (drawn.exclusive.empty()) {
    // Where this fills all, every best rota leaves the other turns as they stand.
    const PlanProblem least = with_errors_free(drawn);
    PlanAnswer only_errors = solve(least, options);
    if (changes_only_errors(drawn.problem, only_errors)) return only_errors;
    kept = solve(drawn.problem, options);
    if (drawn.in_doubt.empty() || changes_only_errors(drawn.problem, *kept)) return *std::move(kept);
  }
  DoubtSearch search(drawn, options);
  search.run(std::move(kept));
  PlanAnswer best = search.answer();
  drawn.problem = search.problem();
  return best;
}

}  // namespace cprota
