// SPDX-License-Identifier: MIT
#include "plan/best_known.hpp"

#include <algorithm>

#include "cprota/plan/evaluate.hpp"

namespace cprota {
namespace {

constexpr auto at(Level level) {
  return static_cast<std::size_t>(level);
}

}  // namespace

BestKnown::BestKnown(const PlanProblem& problem) : problem_(&problem), bounds_(trivial_bounds()) {}

// What holds without looking at how turns fit together.
LevelValues BestKnown::trivial_bounds() const {
  LevelValues lower{};
  for (std::size_t i = 0; i < problem_->turns.size(); ++i) {
    const PlanTurn& turn = problem_->turns[i];
    const auto may = [&](int p) { return p >= 0 && problem_->people[p].may[i] != 0; };
    bool anyone = false;
    for (int p = 0; p < static_cast<int>(problem_->people.size()); ++p) anyone = anyone || may(p);
    if (!turn.pinned && !anyone) ++lower[at(Level::uncovered)];
    if (turn.pinned && turn.holder >= 0 && problem_->people[turn.holder].avoids[turn.period]) {
      ++lower[at(Level::avoided)];
    }
    const bool stays = turn.pinned ? turn.before == turn.holder : may(turn.before);
    if (turn.before != nobody && !stays) ++lower[at(Level::changes)];
  }
  return lower;
}

bool BestKnown::take(const PlanRota& rota) {
  const LevelValues values = evaluate(*problem_, rota);
  if (!rota_.empty() && !is_better(*problem_, values, values_)) return false;
  if (!broken_rules(*problem_, rota).empty()) return false;
  // With more turns filled, other sums are reached: what was bounded beside fewer holds no more.
  const bool fills_more = !rota_.empty() && values[at(Level::uncovered)] < value(Level::uncovered);
  rota_ = rota;
  values_ = values;
  if (fills_more) {
    const std::int64_t uncovered = bound(Level::uncovered);
    bounds_ = trivial_bounds();
    bounds_[at(Level::uncovered)] = uncovered;
  }
  return true;
}

void BestKnown::take_if_better(const PlanRota& rota, Level level) {
  LevelValues values = evaluate(*problem_, rota);
  for (const Level after : problem_->order) {
    if (comes_before(level, after)) values[at(after)] = value(after);
  }
  if (is_better(*problem_, values, values_)) take(rota);
}

bool BestKnown::raise(Level level, std::int64_t bound) {
  bounds_[at(level)] = std::max(bounds_[at(level)], std::min(bound, value(level)));
  return is_reached(level);
}

void BestKnown::is_best() {
  bounds_ = values_;
}

bool BestKnown::comes_before(Level a, Level b) const {
  const auto& order = problem_->order;
  return std::find(order.begin(), order.end(), a) < std::find(order.begin(), order.end(), b);
}

LevelValues BestKnown::goal(Level level) const {
  LevelValues values = values_;
  values[at(level)] = bound(level);
  for (const Level after : problem_->order) {
    if (comes_before(level, after)) values[at(after)] = unbounded;
  }
  return values;
}

LevelValues BestKnown::goal_before_spacing() const {
  LevelValues values = bounds_;
  for (const Level level : problem_->order) {
    if (level == Level::spacing || comes_before(Level::spacing, level)) values[at(level)] = unbounded;
  }
  return values;
}

PlanAnswer BestKnown::answer() const {
  PlanAnswer out{rota_, values_, {}};
  bool proved = true;
  for (const Level level : problem_->order) {
    proved = proved && is_reached(level);
    out.levels.push_back({level, value(level), std::min(bound(level), value(level)), proved});
  }
  return out;
}

}  // namespace cprota
