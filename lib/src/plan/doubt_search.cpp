// SPDX-License-Identifier: MIT
#include "plan/doubt_search.hpp"

#include <algorithm>
#include <utility>

#include "cprota/plan/evaluate.hpp"
#include "cprota/plan/history.hpp"

namespace cprota {
namespace {

// Nobody's share of a load that nobody has.
void take_load_out(const TeamProblem& drawn, const PlanTurn& turn, PlanProblem& problem) {
  std::int64_t all = 0;
  for (const std::int64_t part : drawn.parts) all += part;
  const std::pair<PlanMeasure*, std::int64_t> loads[] = {{&problem.load, turn.load},
                                                         {&problem.bank_holiday, turn.bank_holiday},
                                                         {&problem.weekend, turn.weekend}};
  for (const auto& [measure, load] : loads) {
    for (std::size_t p = 0; p < drawn.parts.size(); ++p)
      measure->target[p] = measure->target[p] - fair_part(load, drawn.parts[p], all);
  }
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

}  // namespace

void DoubtSearch::run(std::optional<PlanAnswer> kept) {
  const std::size_t count = drawn_.in_doubt.size();
  forced_ = forced_changes(drawn_.problem);
  Way least_way = possible(Way(count, 0));
  if (!kept) kept = solve(with_free(least_way), options_);
  tried_.push_back({std::move(least_way), std::move(*kept)});
  const PlanProblem loose = without_doubt(drawn_);
  const PlanAnswer least = solve(loose, options_);
  least_uncovered_ = least.levels.front().bound.value_or(0);
  if (!can_be_as_good(1)) return;
  attempt(in_the_way(loose, least.rota));
  if (uncovered() > least_uncovered_) {
    const Way all(count, 1);
    attempt(all);
    attempt(in_the_way(with_free(all), tried_.back().answer.rota));
  }
  for (std::size_t moves = std::max<std::size_t>(1, least_moves()); moves <= count && !untried_; ++moves)
    attempt_all(moves);
}

PlanAnswer DoubtSearch::answer() const {
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

PlanProblem DoubtSearch::problem() const {
  return with_free(tried_[best_].way);
}

PlanProblem DoubtSearch::with_free(const Way& way) const {
  PlanProblem problem = drawn_.problem;
  for (std::size_t i = 0; i < way.size(); ++i) {
    PlanTurn& it = problem.turns[drawn_.in_doubt[i]];
    if (way[i] == 0) continue;
    it.pinned = it.is_optional;
    it.holder = nobody;
    if (it.is_optional) take_load_out(drawn_, it, problem);
  }
  return problem;
}

std::int64_t DoubtSearch::uncovered() const {
  return values()[static_cast<std::size_t>(Level::uncovered)];
}

std::int64_t DoubtSearch::fewest_untried() const {
  return forced_ + static_cast<std::int64_t>(untried_.value_or(0));
}

bool DoubtSearch::can_be_as_good(std::size_t moves) const {
  return uncovered() > least_uncovered_ ||
         forced_ + static_cast<std::int64_t>(moves) <= values()[static_cast<std::size_t>(Level::changes)];
}

std::size_t DoubtSearch::least_moves() const {
  Way seen(drawn_.in_doubt.size(), 0);
  std::size_t moves = 0;
  for (const auto& [one, other] : drawn_.exclusive) {
    if (seen[one] != 0 || seen[other] != 0) continue;
    seen[one] = seen[other] = 1;
    ++moves;
  }
  return moves;
}

DoubtSearch::Way DoubtSearch::possible(Way way) const {
  for (const auto& [one, other] : drawn_.exclusive) {
    if (way[one] == 0) way[other] = 1;
  }
  return way;
}

void DoubtSearch::attempt(const Way& wanted) {
  const Way way = possible(wanted);
  if (std::ranges::any_of(tried_, [&](const Tried& each) { return each.way == way; })) return;
  const PlanProblem problem = with_free(way);
  tried_.push_back({way, solve(problem, options_)});
  if (is_better(problem, tried_.back().answer.values, values())) best_ = tried_.size() - 1;
}

void DoubtSearch::attempt_all(std::size_t moves) {
  constexpr std::size_t most_ways = 8;
  constexpr int most_impossible = 10'000;
  int impossible = 0;
  Way way(drawn_.in_doubt.size(), 0);
  std::fill_n(way.begin(), moves, 1);
  do {
    if (!can_be_as_good(moves)) return;
    const bool is_possible = possible(way) == way;
    if (!is_possible && ++impossible < most_impossible) continue;
    if (!is_possible || tried_.size() >= most_ways) {
      untried_ = moves;
      return;
    }
    attempt(way);
  } while (std::prev_permutation(way.begin(), way.end()));
}

DoubtSearch::Way DoubtSearch::in_the_way(PlanProblem problem, PlanRota rota) const {
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

}  // namespace cprota
