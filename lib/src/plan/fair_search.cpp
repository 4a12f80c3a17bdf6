// SPDX-License-Identifier: MIT
#include "plan/fair_search.hpp"

#include <algorithm>

#include "cprota/plan/evaluate.hpp"

namespace cprota {
namespace {

constexpr auto at(Level level) {
  return static_cast<std::size_t>(level);
}

}  // namespace

FairSearch::FairSearch(BestKnown& best, int effort)
    : best_(best),
      problem_(best.problem()),
      roster_(best.problem()),
      effort_(effort),
      size_(steps_of(best.problem())) {}

void FairSearch::start() {
  for (const int turn : roster_.free_turns()) {
    const int before = problem_.turns[turn].before;
    if (before < 0 || !best_.comes_before(Level::changes, Level::imbalance)) continue;
    if (roster_.may_take(before, turn)) roster_.give(turn, before);
  }
  for (const int turn : roster_.free_turns()) {
    if (!roster_.pair_holds(turn)) roster_.give(turn, nobody);
  }
  fill_greedily(roster_);
  best_.take(roster_.rota());
}

void FairSearch::run() {
  improve({100 * size_ * effort_, 4000, 20, 1});
  bound_loads();
  int fruitless = 0;
  for (std::uint64_t round = 2; round < 26 && !enough(); ++round) {
    if (choices_.empty()) {
      improve({100 * size_ * effort_, 4000, 10, round});
    } else {
      aim_at(choices_[round % choices_.size()], round);
    }
    if (best_.values() != bounded_at_) bound_loads();
    if (fair_but_for_wishes() && ++fruitless == 3) break;
  }
}

void FairSearch::improve(const Cooling& cooling) {
  roster_.become(best_.rota());
  best_.take(anneal(roster_, energy(), cooling, best_.goal_before_spacing()));
}

void FairSearch::focus(Level level, std::uint64_t seed) {
  Energy only = energy();
  for (const Level below : problem_.order) {
    if (best_.comes_before(level, below)) only.weight[at(below)] = 0;
  }
  // Hot: where weights are odd, a little less is often far away.
  constexpr double hot = 20'000;
  constexpr double cold = 100;
  constexpr std::int64_t most_steps = 500'000;
  const std::int64_t steps = std::min(1000 * size_, most_steps) * effort_;
  for (const std::uint64_t end = seed + 8; seed < end && !best_.is_reached(level); ++seed) {
    roster_.become(best_.rota());
    best_.take(anneal(roster_, only, {steps, hot, cold, seed}, best_.goal(level)));
  }
}

Energy FairSearch::energy() const {
  Energy energy;
  energy.weight = {100'000, 100, 20, 20, 20, 10, 0, 0};
  energy.weight[at(Level::changes)] = best_.comes_before(Level::changes, Level::imbalance) ? 10'000 : 0;
  energy.ceiling = best_.bounds();
  return energy;
}

bool FairSearch::enough() const {
  return !is_better(problem_, best_.goal_before_spacing(), best_.values());
}

bool FairSearch::fair_but_for_wishes() const {
  LevelValues values = best_.values();
  values[at(Level::avoided)] = best_.bound(Level::avoided);
  return !is_better(problem_, best_.goal_before_spacing(), values);
}

void FairSearch::aim_at(const std::vector<Signature>& choice, std::uint64_t round) {
  PlanProblem aim = problem_;
  for (std::size_t p = 0; p < choice.size(); ++p) {
    aim.load.target[p] = {choice[p].load * reach_->unit.load, 1};
    aim.bank_holiday.target[p] = {choice[p].bank_holiday * reach_->unit.bank_holiday, 1};
    aim.weekend.target[p] = {choice[p].weekend * reach_->unit.weekend, 1};
  }
  Roster roster(aim);
  roster.become(best_.rota());
  Energy energy;
  energy.weight = {300, 3, 3, 3, 10, 10, 0, 0};
  energy.ceiling = best_.bounds();
  energy.ceiling[at(Level::imbalance)] = 0;
  energy.ceiling[at(Level::bank_holidays)] = 0;
  energy.ceiling[at(Level::weekends)] = 0;
  energy.ceiling[at(Level::roles)] = goal_roles_;
  LevelValues zero = best_.goal_before_spacing();
  for (const Level level : {Level::imbalance, Level::bank_holidays, Level::weekends}) zero[at(level)] = 0;
  zero[at(Level::roles)] = goal_roles_;
  best_.take(anneal(roster, energy, {100 * size_ * effort_, 60, 2, round}, zero));
}

void FairSearch::bound_loads() {
  const std::int64_t work = 20'000'000 * effort_;
  if (best_.value(Level::uncovered) < bounded_at_[at(Level::uncovered)]) {
    // A rota that fills more may be less fair than those that these are of.
    reach_.reset();
    spacing_reach_.reset();
  }
  bounded_at_ = best_.values();
  choices_.clear();
  goal_roles_ = 0;
  if (too_many_ == 2) return;
  auto reach = reachable_signatures(problem_, best_.values(), nullptr, work);
  if (!reach) {
    ++too_many_;
    return;
  }
  narrow(*reach, best_.values());
  reach_ = std::move(reach);
  auto bound = people_bound(problem_, *reach_, best_.values(), work);
  if (!bound) return;
  choices_ = bound->choices;
  // What is below another level's cost says nothing beside a higher one, whoever else has proved that.
  const auto is_met = [&](Level level, std::int64_t cost) {
    best_.raise(level, cost);
    return cost == best_.value(level);
  };
  const bool reached = is_met(Level::imbalance, bound->cost.imbalance) &&
                       is_met(Level::bank_holidays, bound->cost.bank_holidays) &&
                       is_met(Level::weekends, bound->cost.weekends);
  LevelValues known = best_.values();
  known[at(Level::imbalance)] = bound->cost.imbalance;
  known[at(Level::bank_holidays)] = bound->cost.bank_holidays;
  known[at(Level::weekends)] = bound->cost.weekends;
  if (!reached) {
    known[at(Level::roles)] = std::max<std::int64_t>(4, known[at(Level::roles)]);
    known[at(Level::avoided)] = unbounded;
  }
  if (reached) reach_ = bound->on_best_paths;
  spacing_reach_ = reach_;
  const auto with_roles = reachable_signatures(problem_, known, &bound->on_best_paths, work);
  if (!with_roles) return;
  const auto roles = people_bound(problem_, *with_roles, known, work);
  if (!roles) return;
  choices_ = roles->choices;
  goal_roles_ = roles->cost.roles;
  if (reached) {
    const bool all =
        roles->cost.roles == best_.value(Level::roles) && roles->cost.avoided == best_.value(Level::avoided);
    spacing_reach_ = all ? roles->on_best_paths : *with_roles;
  }
  if (reached && is_met(Level::roles, roles->cost.roles)) best_.raise(Level::avoided, roles->cost.avoided);
}

}  // namespace cprota
