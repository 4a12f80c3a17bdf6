// SPDX-License-Identifier: MIT
#include "cprota/plan/solve.hpp"

#include <algorithm>

#include "plan/anneal.hpp"
#include "plan/best_known.hpp"
#include "plan/enumerate.hpp"
#include "plan/exchange_search.hpp"
#include "plan/fair_search.hpp"
#include "plan/neighbourhood_search.hpp"
#include "plan/option_program.hpp"
#include "plan/spacing_columns.hpp"

namespace cprota {
namespace {

constexpr auto at(Level level) {
  return static_cast<std::size_t>(level);
}

// For mixed-integer programs, before effort: a few seconds for large teams, less for small ones.
std::int64_t mip_steps(const PlanProblem& problem) {
  return std::min<std::int64_t>(60'000'000, 800'000 * static_cast<std::int64_t>(problem.turns.size()));
}

class Solver {
 public:
  Solver(const PlanProblem& problem, const SolveOptions& options)
      : problem_(problem),
        options_(options),
        best_(problem),
        fair_(best_, options.effort),
        program_steps_(mip_steps(problem) * options.effort) {}

  PlanAnswer run() {
    if (const auto best = enumerate_rotas(problem_, options_.enumerate)) {
      best_.take(*best);
      best_.is_best();
      return best_.answer();
    }
    fair_.start();
    fair_.run();
    for (std::size_t i = 0; i < problem_.order.size(); ++i) {
      settle(problem_.order[i]);
      if (options_.progress) options_.progress(best_.answer().levels[i]);
    }
    return best_.answer();
  }

 private:
  void settle(Level level) {
    if (level == Level::spacing) return space();
    if (best_.is_reached(level)) return;
    if (level == Level::roles || level == Level::avoided || level == Level::changes) exchange(level, 51);
    if (best_.is_reached(level) || !fair_.reach()) return;
    const PlanRota before = best_.rota();
    if (is_of_loads(level) && is_far(level)) {
      fair_.focus(level, 61);
      fair_.bound_loads();
    }
    if (best_.is_reached(level) || !fair_.reach()) return;
    program(level);
    if (is_of_loads(level)) fair_.focus(level, 71);
    if (best_.rota() == before) return;
    fair_.improve({200 * steps_of(problem_) * options_.effort, 1000, 10, 11});
    fair_.bound_loads();
  }

  // Whether a mixed-integer program would have to look through far too much.
  [[nodiscard]] bool is_far(Level level) const {
    return best_.value(level) > best_.bound(level) + std::max<std::int64_t>(8, best_.bound(level) / 20);
  }

  static bool is_of_loads(Level level) {
    return level == Level::imbalance || level == Level::bank_holidays || level == Level::weekends;
  }

  // Takes what a mixed-integer program finds and proves.
  void program(Level level) {
    const LevelAnswer found = solve_level(problem_, level, best_.values(), *fair_.reach(), program_steps_);
    program_steps_ -= found.steps;
    if (found.rota) best_.take(*found.rota);
    best_.raise(level, found.bound);
  }

  // Spacing, with everything above it kept as it is.
  void space() {
    exchange(Level::spacing, 31);
    if (!fair_.spacing_reach()) return anneal_spacing();
    const std::int64_t second = 1'000'000'000 * options_.effort;  // about, in steps
    const SpacingWork work{5 * second, {100 * options_.effort, 5 * second / 2}};
    const SpacingAnswer spaced =
        bound_spacing(problem_, best_.values(), *fair_.spacing_reach(), best_.rota(), work);
    for (const PlanRota& rota : spaced.rotas) best_.take(rota);
    best_.raise(Level::spacing, spaced.bound);
    if (spaced.bound >= best_.value(Level::spacing)) return;
    best_.take(search_neighbourhoods(problem_, best_.rota(), *fair_.spacing_reach(),
                                     best_.bound(Level::spacing), 2 * second, 42));
  }

  // Where nothing is known of signatures.
  void anneal_spacing() {
    Energy energy = fair_.energy();
    for (std::int64_t& weight : energy.weight) weight = weight > 0 ? 100'000 : 0;
    energy.weight[at(Level::spacing)] = 4;
    energy.ceiling = best_.values();
    energy.ceiling[at(Level::spacing)] = 0;
    Roster roster(problem_);
    roster.become(best_.rota());
    const Cooling cooling{200 * steps_of(problem_) * options_.effort, 12, 2, 21};
    best_.take(anneal(roster, energy, cooling, best_.goal(Level::spacing)));
  }

  // Makes `level`, the last that counts, small with every load as it is.
  void exchange(Level level, std::uint64_t seed) {
    Energy energy;
    for (const Level above : problem_.order) {
      energy.weight[at(above)] = 8;
      energy.ceiling[at(above)] = level == Level::spacing ? best_.value(above) : best_.bound(above);
      if (above == level) break;
    }
    if (level == Level::spacing) {
      energy.weight[at(level)] = 1;
      energy.ceiling[at(level)] = 0;
    }
    const Cooling cooling{500 * steps_of(problem_) * options_.effort, 4, 0.35, seed};
    best_.take_if_better(exchange_search(problem_, best_.rota(), energy, cooling, best_.goal(level)), level);
  }

  const PlanProblem& problem_;
  const SolveOptions& options_;
  BestKnown best_;
  FairSearch fair_;
  std::int64_t program_steps_ = 0;  // left for mixed-integer programs
};

}  // namespace

PlanAnswer solve(const PlanProblem& problem, const SolveOptions& options) {
  return Solver(problem, options).run();
}

}  // namespace cprota
