// SPDX-License-Identifier: MIT
#include "cprota/plan/solve.hpp"

#include <algorithm>
#include <limits>

#include "cprota/plan/evaluate.hpp"

#include "plan/anneal.hpp"
#include "plan/enumerate.hpp"
#include "plan/exchange_search.hpp"
#include "plan/neighbourhood_search.hpp"
#include "plan/option_program.hpp"
#include "plan/signature.hpp"
#include "plan/spacing_columns.hpp"

namespace cprota {
namespace {

constexpr auto at(Level level) {
  return static_cast<std::size_t>(level);
}
constexpr std::int64_t unbounded = std::numeric_limits<std::int64_t>::max() / 4;

class Solver {
 public:
  Solver(const PlanProblem& problem, const SolveOptions& options)
      : problem_(problem), options_(options), roster_(problem), lower_(trivial_bounds()) {
    size_ = static_cast<std::int64_t>(std::max<std::size_t>(1, roster_.free_turns().size()) *
                                      std::max<std::size_t>(1, problem.people.size()));
  }

  PlanAnswer run() {
    program_steps_ = std::int64_t{50'000'000} * options_.effort;
    if (const auto best = enumerate_rotas(problem_, options_.enumerate)) {
      take(*best);
      lower_ = values_;
      return answer();
    }
    start();
    first_levels();
    for (const Level level : problem_.order) {
      settle(level);
      if (options_.progress) options_.progress(answer().levels[position(level)]);
    }
    return answer();
  }

 private:
  // What holds without looking at how turns fit together.
  LevelValues trivial_bounds() const {
    LevelValues lower{};
    for (std::size_t i = 0; i < problem_.turns.size(); ++i) {
      const PlanTurn& turn = problem_.turns[i];
      const auto may = [&](int p) {
        return p >= 0 && problem_.people[static_cast<std::size_t>(p)].may[i] != 0;
      };
      bool anyone = false;
      for (int p = 0; p < static_cast<int>(problem_.people.size()); ++p) anyone = anyone || may(p);
      if (!turn.pinned && !anyone) ++lower[at(Level::uncovered)];
      if (turn.pinned && turn.holder >= 0 &&
          problem_.people[static_cast<std::size_t>(turn.holder)].avoids[turn.period]) {
        ++lower[at(Level::avoided)];
      }
      const bool stays = turn.pinned ? turn.before == turn.holder : may(turn.before);
      if (turn.before != nobody && !stays) ++lower[at(Level::changes)];
    }
    return lower;
  }

  void start() {
    for (const int turn : roster_.free_turns()) {
      const int before = problem_.turns[static_cast<std::size_t>(turn)].before;
      if (before < 0 || !keeps_order(Level::changes, Level::imbalance)) continue;
      if (roster_.may_take(before, turn)) roster_.give(turn, before);
    }
    for (const int turn : roster_.free_turns()) {
      if (!roster_.pair_holds(turn)) roster_.give(turn, nobody);
    }
    fill_greedily(roster_);
    take(roster_.rota());
  }

  [[nodiscard]] std::size_t position(Level level) const {
    return static_cast<std::size_t>(std::find(problem_.order.begin(), problem_.order.end(), level) -
                                    problem_.order.begin());
  }

  [[nodiscard]] bool keeps_order(Level a, Level b) const {
    return std::find(problem_.order.begin(), problem_.order.end(), a) <
           std::find(problem_.order.begin(), problem_.order.end(), b);
  }

  // Energies of the levels that come before spacing, above what is known to be necessary.
  [[nodiscard]] Energy fair_energy() const {
    Energy energy;
    energy.weight = {100'000, 100, 20, 20, 20, 10, 0, 0};
    energy.weight[at(Level::changes)] = keeps_order(Level::changes, Level::imbalance) ? 10'000 : 0;
    energy.ceiling = lower_;
    return energy;
  }

  // All levels before spacing at once: annealing from above, dynamic programming over people from below.
  void first_levels() {
    improve(fair_energy(), {100 * size_ * options_.effort, 4000, 20, 1});
    bound_loads();
    int fruitless = 0;
    for (std::uint64_t round = 2; round < 26 && !enough_before_spacing(); ++round) {
      if (choices_.empty()) {
        improve(fair_energy(), {100 * size_ * options_.effort, 4000, 10, round});
      } else {
        aim_at(choices_[round % choices_.size()], round);
      }
      if (values_ != bounded_at_) bound_loads();
      if (fair_but_for_wishes() && ++fruitless == 3) break;
    }
  }

  // Whether all but `avoided` is proved among the levels before spacing.
  [[nodiscard]] bool fair_but_for_wishes() const {
    LevelValues values = values_;
    values[at(Level::avoided)] = lower_[at(Level::avoided)];
    return !is_better(problem_, enough(), values);
  }

  // Anneals towards the signatures of a cheapest choice, as if they were the targets.
  void aim_at(const std::vector<Signature>& choice, std::uint64_t round) {
    PlanProblem aim = problem_;
    for (std::size_t p = 0; p < choice.size(); ++p) {
      aim.load.target[p] = {choice[p].load * reach_->unit.load, 1};
      aim.bank_holiday.target[p] = {choice[p].bank_holiday * reach_->unit.bank_holiday, 1};
      aim.weekend.target[p] = {choice[p].weekend * reach_->unit.weekend, 1};
    }
    Roster roster(aim);
    roster.become(rota_);
    Energy energy;
    energy.weight = {300, 3, 3, 3, 10, 10, 0, 0};
    energy.ceiling = lower_;
    energy.ceiling[at(Level::imbalance)] = 0;
    energy.ceiling[at(Level::bank_holidays)] = 0;
    energy.ceiling[at(Level::weekends)] = 0;
    energy.ceiling[at(Level::roles)] = goal_roles_;
    LevelValues zero = enough();
    for (const Level level : {Level::imbalance, Level::bank_holidays, Level::weekends}) zero[at(level)] = 0;
    zero[at(Level::roles)] = goal_roles_;
    take(anneal(roster, energy, {100 * size_ * options_.effort, 60, 2, round}, zero));
  }

  [[nodiscard]] LevelValues enough() const {
    LevelValues values = lower_;
    bool after = false;
    for (const Level level : problem_.order) {
      after = after || level == Level::spacing;
      if (after) values[at(level)] = unbounded;
    }
    return values;
  }

  [[nodiscard]] bool enough_before_spacing() const { return !is_better(problem_, enough(), values_); }

  void improve(const Energy& energy, const Cooling& cooling) { improve(energy, cooling, enough()); }

  void improve(const Energy& energy, const Cooling& cooling, const LevelValues& goal) {
    roster_.become(rota_);
    take(anneal(roster_, energy, cooling, goal));
  }

  // Keeps a rota if it is better than what is known and breaks no rule.
  bool take(const PlanRota& rota) {
    const LevelValues values = evaluate(problem_, rota);
    if (!rota_.empty() && !is_better(problem_, values, values_)) return false;
    if (!broken_rules(problem_, rota).empty()) return false;
    rota_ = rota;
    values_ = values;
    return true;
  }

  // Bounds of the levels that depend on signatures, by dynamic programming.
  void bound_loads() {
    const std::int64_t work = 20'000'000 * options_.effort;
    bounded_at_ = values_;
    choices_.clear();
    goal_roles_ = 0;
    auto reach = reachable_signatures(problem_, values_, nullptr, work);
    if (!reach) return;
    narrow(*reach, values_);
    reach_ = std::move(reach);
    auto bound = people_bound(problem_, *reach_, values_, work);
    if (!bound) return;
    choices_ = bound->choices;
    const bool reached = raised(Level::imbalance, bound->cost.imbalance) &&
                         raised(Level::bank_holidays, bound->cost.bank_holidays) &&
                         raised(Level::weekends, bound->cost.weekends);
    LevelValues known = values_;
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
      const bool all = roles->cost.roles == values_[at(Level::roles)] &&
                       roles->cost.avoided == values_[at(Level::avoided)];
      spacing_reach_ = all ? roles->on_best_paths : *with_roles;
    }
    if (reached && raised(Level::roles, roles->cost.roles)) raise(Level::avoided, roles->cost.avoided);
  }

  // Whether the bound is reached.
  bool raised(Level level, std::int64_t bound) {
    raise(level, bound);
    return bound == values_[at(level)];
  }

  void raise(Level level, std::int64_t bound) {
    lower_[at(level)] = std::max(lower_[at(level)], std::min(bound, values_[at(level)]));
  }

  void settle(Level level) {
    if (level == Level::spacing) return space();
    if (is_reached(level)) return;
    if (level == Level::roles || level == Level::avoided || level == Level::changes) exchange(level, 51);
    if (is_reached(level) || !reach_) return;
    const LevelAnswer found = solve_level(problem_, level, values_, *reach_, program_steps_);
    program_steps_ -= found.steps;
    const bool better = found.rota && take(*found.rota);
    raise(level, found.bound);
    if (!better) return;
    improve(fair_energy(), {200 * size_ * options_.effort, 1000, 10, 11});
    bound_loads();
  }

  [[nodiscard]] bool is_reached(Level level) const { return values_[at(level)] <= lower_[at(level)]; }

  // Spacing, with everything above it kept as it is.
  void space() {
    Energy energy = fair_energy();
    for (std::int64_t& weight : energy.weight) weight = weight > 0 ? 100'000 : 0;
    energy.weight[at(Level::spacing)] = 4;
    energy.ceiling = values_;
    energy.ceiling[at(Level::spacing)] = 0;
    LevelValues goal = values_;
    goal[at(Level::spacing)] = lower_[at(Level::spacing)];
    exchange(Level::spacing, 31);
    if (!spacing_reach_) return improve(energy, {200 * size_ * options_.effort, 12, 2, 21}, goal);
    const std::int64_t second = 1'000'000'000 * options_.effort;  // about, in steps
    const SpacingWork work{5 * second, {100 * options_.effort, 5 * second / 2}};
    const SpacingAnswer spaced = bound_spacing(problem_, values_, *spacing_reach_, rota_, work);
    for (const PlanRota& rota : spaced.rotas) take(rota);
    raise(Level::spacing, spaced.bound);
    if (spaced.bound >= values_[at(Level::spacing)]) return;
    take(search_neighbourhoods(problem_, rota_, *spacing_reach_, lower_[at(Level::spacing)], 3 * second / 2,
                               41));
  }

  // Makes `level`, the last that counts, small with every load as it is.
  void exchange(Level level, std::uint64_t seed) {
    Energy energy;
    for (const Level above : problem_.order) {
      energy.weight[at(above)] = 8;
      energy.ceiling[at(above)] = level == Level::spacing ? values_[at(above)] : lower_[at(above)];
      if (above == level) break;
    }
    if (level == Level::spacing) {
      energy.weight[at(level)] = 1;
      energy.ceiling[at(level)] = 0;
    }
    LevelValues goal = values_;
    for (const Level each : problem_.order) {
      if (each == level || keeps_order(level, each))
        goal[at(each)] = each == level ? lower_[at(each)] : unbounded;
    }
    const PlanRota found = exchange_search(problem_, rota_, energy,
                                           {500 * size_ * options_.effort, 4, 0.35, seed}, goal);
    if (evaluate(problem_, found)[at(level)] < values_[at(level)]) take(found);
  }

  PlanAnswer answer() {
    PlanAnswer out{rota_, values_, {}};
    bool proved = true;
    for (const Level level : problem_.order) {
      const std::int64_t value = values_[at(level)];
      const std::int64_t bound = std::min(lower_[at(level)], value);
      proved = proved && bound == value;
      out.levels.push_back({level, value, bound, proved});
    }
    return out;
  }

  const PlanProblem& problem_;
  const SolveOptions& options_;
  Roster roster_;
  LevelValues lower_;
  std::int64_t size_ = 1;
  std::int64_t program_steps_ = 0;  // left for mixed-integer programs
  PlanRota rota_;
  LevelValues values_{};
  std::optional<Reach> reach_;
  std::optional<Reach> spacing_reach_;  // the same for sequences, roles told apart where that is safe
  std::vector<std::vector<Signature>> choices_;  // cheapest ones, to aim at
  std::int64_t goal_roles_ = 0;
  LevelValues bounded_at_{};
};

}  // namespace

PlanAnswer solve(const PlanProblem& problem, const SolveOptions& options) {
  return Solver(problem, options).run();
}

}  // namespace cprota
