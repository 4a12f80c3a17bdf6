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
  const bool reached = best_.raise(Level::imbalance, bound->cost.imbalance) &&
                       best_.raise(Level::bank_holidays, bound->cost.bank_holidays) &&
                       best_.raise(Level::weekends, bound->cost.weekends);
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
  if (reached && best_.raise(Level::roles, roles->cost.roles))
    best_.raise(Level::avoided, roles->cost.avoided);
}

}  // namespace cprota
