// SPDX-License-Identifier: MIT
#include "plan/repair.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <utility>

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

// By turn of `in_doubt`: whether it is free.
using Way = std::vector<std::uint8_t>;

PlanProblem with_free(const TeamProblem& drawn, const Way& way) {
  PlanProblem problem = drawn.problem;
  for (std::size_t i = 0; i < way.size(); ++i) {
    PlanTurn& it = problem.turns[drawn.in_doubt[i]];
    if (way[i] == 0) continue;
    it.pinned = it.is_optional;
    it.holder = nobody;
  }
  return problem;
}

// As if the turns in doubt were in nobody's way: no way to move them leaves fewer turns empty.
PlanProblem without_doubt(const TeamProblem& drawn) {
  PlanProblem problem = drawn.problem;
  for (const int turn : drawn.in_doubt) {
    PlanTurn& it = problem.turns[turn];
    it.holder = outsider;
    it.outsider_is_new = false;
  }
  problem.order = {Level::uncovered};
  return problem;
}

// The turns that change whatever is given, those in doubt aside.
std::int64_t forced_changes(const PlanProblem& problem) {
  std::int64_t forced = 0;
  for (std::size_t i = 0; i < problem.turns.size(); ++i) {
    const PlanTurn& turn = problem.turns[i];
    const bool may_stay = turn.pinned ? turn.holder == turn.before
                                      : turn.before >= 0 && problem.people[turn.before].may[i] != 0;
    if (turn.before != nobody && !may_stay) ++forced;
  }
  return forced;
}

// Looks for the turns in doubt that it is best to move.
class WaySearch {
 public:
  WaySearch(const TeamProblem& drawn, const SolveOptions& options) : drawn_(drawn), options_(options) {}

  // `kept` is the answer that moves none.
  void run(PlanAnswer kept) {
    const std::size_t count = drawn_.in_doubt.size();
    forced_ = forced_changes(drawn_.problem);
    tried_.push_back({Way(count, 0), std::move(kept)});
    const PlanProblem loose = without_doubt(drawn_);
    const PlanAnswer least = solve(loose, options_);
    least_uncovered_ = least.levels.front().bound.value_or(0);
    if (!can_be_as_good(1)) return;
    attempt(in_the_way(loose, least.rota));
    if (uncovered() > least_uncovered_) {
      const Way all(count, 1);
      attempt(all);
      attempt(in_the_way(with_free(drawn_, all), tried_.back().answer.rota));
    }
    for (std::size_t moves = 1; moves <= count && !untried_; ++moves) attempt_all(moves);
  }

  // The best answer, with the bounds that hold for every way.
  [[nodiscard]] PlanAnswer answer() const {
    PlanAnswer answer = tried_[best_].answer;
    std::vector<const PlanAnswer*> open;  // those that may have a rota with the values reached so far
    for (const Tried& each : tried_) open.push_back(&each.answer);
    bool is_untried_open = untried_.has_value();
    bool is_known = true;
    bool proved = true;
    for (std::size_t i = 0; i < answer.levels.size(); ++i) {
      LevelResult& level = answer.levels[i];
      const std::int64_t value = level.value;
      std::int64_t least = value;
      std::erase_if(open, [&](const PlanAnswer* each) { return *each->levels[i].bound > value; });
      if (!is_known) open.clear();
      const bool was_known = is_known;
      for (const PlanAnswer* each : open) {
        least = std::min(least, *each->levels[i].bound);
        is_known = is_known && each->levels[i].value == value;
      }
      if (is_untried_open) {
        const std::int64_t low = level.level == Level::uncovered ? least_uncovered_ : fewest_untried();
        is_untried_open = low <= value;
        if (is_untried_open) least = std::min(least, low);
        if (is_untried_open && (level.level != Level::uncovered || low < value)) is_known = false;
      }
      level.bound = was_known ? std::optional(least) : std::nullopt;
      proved = proved && level.bound == value;
      level.proved = proved;
    }
    return answer;
  }

  [[nodiscard]] PlanProblem problem() const { return with_free(drawn_, tried_[best_].way); }

 private:
  struct Tried {
    Way way;
    PlanAnswer answer;
  };

  [[nodiscard]] const LevelValues& values() const { return tried_[best_].answer.values; }
  [[nodiscard]] std::int64_t uncovered() const {
    return values()[static_cast<std::size_t>(Level::uncovered)];
  }
  [[nodiscard]] std::int64_t fewest_untried() const {
    return forced_ + static_cast<std::int64_t>(untried_.value_or(0));
  }

  // Whether a way that moves so many of the turns in doubt may be as good as the best.
  [[nodiscard]] bool can_be_as_good(std::size_t moves) const {
    return uncovered() > least_uncovered_ ||
           forced_ + static_cast<std::int64_t>(moves) <= values()[static_cast<std::size_t>(Level::changes)];
  }

  void attempt(const Way& way) {
    if (std::ranges::any_of(tried_, [&](const Tried& each) { return each.way == way; })) return;
    const PlanProblem problem = with_free(drawn_, way);
    tried_.push_back({way, solve(problem, options_)});
    if (is_better(problem, tried_.back().answer.values, values())) best_ = tried_.size() - 1;
  }

  // Every way that moves so many, as far as the count of ways allows.
  void attempt_all(std::size_t moves) {
    constexpr std::size_t most_ways = 8;
    Way way(drawn_.in_doubt.size(), 0);
    std::fill_n(way.begin(), moves, 1);
    do {
      if (!can_be_as_good(moves)) return;
      if (tried_.size() >= most_ways) {
        untried_ = moves;
        return;
      }
      attempt(way);
    } while (std::prev_permutation(way.begin(), way.end()));
  }

  // The turns in doubt that cannot stand beside what a rota gives.
  [[nodiscard]] Way in_the_way(PlanProblem problem, PlanRota rota) const {
    Way way(drawn_.in_doubt.size(), 0);
    for (std::size_t i = 0; i < way.size(); ++i) {
      const int turn = drawn_.in_doubt[i];
      const PlanTurn given = problem.turns[turn];
      const int holder = rota[turn];
      problem.turns[turn] = drawn_.problem.turns[turn];
      rota[turn] = drawn_.problem.turns[turn].holder;
      if (broken_rules(problem, rota).empty()) continue;
      problem.turns[turn] = given;
      rota[turn] = holder;
      way[i] = 1;
    }
    return way;
  }

  const TeamProblem& drawn_;
  const SolveOptions& options_;
  std::vector<Tried> tried_;
  std::size_t best_ = 0;  // of `tried_`
  std::int64_t least_uncovered_ = 0;
  std::int64_t forced_ = 0;
  std::optional<std::size_t> untried_;  // how many turns in doubt a way moves at least that was not tried
};

}  // namespace

void pin_what_stands(TeamProblem& drawn) {
  Indexed<PlanTurn>& turns = drawn.problem.turns;
  const Standings standings(drawn.problem, drawn.in_error);
  std::vector<std::size_t> stay;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    if (turns[i].pinned || turns[i].before == nobody || drawn.in_error[i]) continue;
    if (turns[i].is_optional || standings.is_barred(i) || standings.lacks_second(i)) stay.push_back(i);
  }
  for (const std::size_t i : stay) {
    turns[i].pinned = true;
    turns[i].holder = turns[i].before;
    if (turns[i].holder != outsider) drawn.in_doubt.push_back(static_cast<int>(i));
  }
}

PlanAnswer solve_repair(TeamProblem& drawn, const SolveOptions& options) {
  // Where this fills all, every best rota leaves the other turns as they stand.
  const PlanProblem least = with_errors_free(drawn);
  PlanAnswer only_errors = solve(least, options);
  if (changes_only_errors(drawn.problem, only_errors)) return only_errors;
  PlanAnswer kept = solve(drawn.problem, options);
  if (drawn.in_doubt.empty() || changes_only_errors(drawn.problem, kept)) return kept;
  WaySearch ways(drawn, options);
  ways.run(std::move(kept));
  PlanAnswer best = ways.answer();
  drawn.problem = ways.problem();
  return best;
}

}  // namespace cprota
