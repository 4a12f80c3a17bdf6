// SPDX-License-Identifier: MIT
#include "plan/pricing.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace cprota {
namespace {

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max() / 4;

Sequence with_costs(Sequence sequence, const SignatureCost& cost) {
  const std::int64_t avoided = sequence.cost.avoided;
  sequence.cost = cost;
  sequence.cost.avoided = avoided;
  return sequence;
}

}  // namespace

Pricer::Pricer(const PlanProblem& problem, int person, const std::vector<SignatureOption>& finals,
               const Signature& unit, bool roles, std::int64_t& work)
    : problem_(problem),
      person_(person),
      finals_(finals),
      stages_(problem, person, finals, unit, roles, work),
      count_(stages_.count()) {
  const auto signatures = static_cast<std::size_t>(count_);
  best_.assign(static_cast<std::size_t>(problem.periods + 1) * signatures, never);
  earlier_.assign(signatures, never);
  least_.assign(signatures, never);
  step_price_.assign(problem.turns.size(), 0);
  for (const Stage& stage : stages_.by_period()) {
    if (stage.steps.empty()) continue;
    work_ += std::int64_t{count_} * (std::max(1, problem.spacing) + static_cast<int>(stage.steps.size()));
  }
}

std::int64_t Pricer::gap_cost(int gap) const {
  const std::int64_t missing = std::max(0, problem_.spacing - gap);
  return missing * missing * price_unit;
}

std::int64_t Pricer::end_cost(int period) const {
  if (!stages_.after()) return 0;
  if (period >= 0) return gap_cost(*stages_.after() - period);
  return stages_.before() ? gap_cost(*stages_.after() - *stages_.before()) : 0;
}

// The cheapest way to come to a turn in `period` with `signature` from before it; `from` tells the period of
// the turn before, or -1.
std::int64_t Pricer::arrive(int period, int signature, int* from) const {
  const int oldest = stages_.fixed_before(period);  // nothing may skip a fixed turn
  std::int64_t least = never;
  const auto offer = [&](std::int64_t cost, int origin) {
    if (cost >= least) return;
    least = cost;
    *from = origin;
  };
  if (oldest < 0 && best(-1, signature) < never) {
    offer(best(-1, signature) + (stages_.before() ? gap_cost(period - *stages_.before()) : 0), -1);
  }
  const bool fixed = stages_.by_period()[period].fixed;
  const int latest = period - 1 - (fixed ? 0 : problem_.rest);
  for (int t = latest; t >= std::max(0, oldest); --t) {
    const std::int64_t here = best(t, signature);
    if (here < never) offer(here + gap_cost(period - t), t);
  }
  return least;
}

// What the turns up to the last one must have cost for a turn in `period` to follow, by signature.
void Pricer::gather(int period, int free_gap) {
  const Stage& stage = stages_.by_period()[period];
  const int oldest = stages_.fixed_before(period);
  if (oldest >= 0 && joined_ < oldest) {  // `earlier_` is from before a fixed turn
    std::fill(least_.begin(), least_.end(), never);
  } else {
    least_ = earlier_;
  }
  if (stages_.before() && oldest < 0)
    least_[stages_.start()] = std::min(least_[stages_.start()], gap_cost(period - *stages_.before()));
  const int latest = period - 1 - (stage.fixed ? 0 : problem_.rest);
  for (int u = latest; u >= std::max({0, oldest, period - free_gap + 1}); --u) {
    if (stages_.by_period()[u].steps.empty()) continue;
    const std::int64_t gap = gap_cost(period - u);
    const std::int64_t* here = &best(u, 0);
    for (int s = 0; s < count_; ++s) least_[s] = std::min(least_[s], here[s] + gap);
  }
}

// Brings what is so long ago that the gap costs nothing into `earlier_`.
void Pricer::join(int period, int free_gap) {
  const int oldest = stages_.fixed_before(period);
  if (stages_.before() && oldest < 0 && period - *stages_.before() >= free_gap) earlier_[stages_.start()] = 0;
  for (; joined_ < period - free_gap; ++joined_) {
    const int next = joined_ + 1;
    if (next < oldest) continue;
    if (next == oldest) std::fill(earlier_.begin(), earlier_.end(), never);
    const std::int64_t* here = &best(next, 0);
    for (int s = 0; s < count_; ++s) earlier_[s] = std::min(earlier_[s], here[s]);
  }
}

std::vector<Sequence> Pricer::price(const Indexed<std::int64_t>& earning, const Charges& charges,
                                    std::size_t most) {
  const PlanPerson& who = problem_.people[person_];
  for (std::size_t i = 0; i < problem_.turns.size(); ++i) {
    const PlanTurn& turn = problem_.turns[i];
    step_price_[i] = earning[i] == barred ? never
                                          : -earning[i] + (who.avoids[turn.period] ? charges.avoided : 0) -
                                                (turn.before == person_ ? charges.changes : 0);
  }
  std::fill(best_.begin(), best_.end(), never);
  std::fill(earlier_.begin(), earlier_.end(), never);
  best(-1, stages_.start()) = 0;
  const int free_gap = std::max({problem_.spacing, problem_.rest + 1, 1});
  joined_ = -1;
  if (!stages_.before()) earlier_[stages_.start()] = 0;
  for (int t = 0; t < problem_.periods; ++t) {
    join(t, free_gap);
    const Stage& stage = stages_.by_period()[t];
    const auto open = [&](const Step& step) { return price_of(step) < never; };
    if (std::none_of(stage.steps.begin(), stage.steps.end(), open)) continue;
    gather(t, free_gap);
    for (const Step& step : stage.steps) {
      if (!open(step)) continue;
      const Indexed<int>& to = stages_.next(step.kind);
      const std::int64_t price = price_of(step);
      for (int s = 0; s < count_; ++s) {
        if (to[s] < 0 || least_[s] >= never) continue;
        std::int64_t& there = best(t, to[s]);
        there = std::min(there, least_[s] + price);
      }
    }
  }
  return cheapest_ends(charges, most);
}

std::vector<Sequence> Pricer::cheapest_ends(const Charges& charges, std::size_t most) const {
  struct End {
    std::int64_t cost;
    int period, signature;
    const SignatureOption* final;
  };
  std::vector<End> ends;
  for (const SignatureOption& option : finals_) {
    const int s = stages_.number_of(option.signature);
    if (s < 0) continue;
    const std::int64_t charge = charges.imbalance * option.cost.imbalance +
                                charges.bank_holidays * option.cost.bank_holidays +
                                charges.weekends * option.cost.weekends + charges.roles * option.cost.roles;
    End end{never, -1, s, &option};
    for (int t = std::max(-1, stages_.fixed_before(problem_.periods)); t < problem_.periods; ++t) {
      if (best(t, s) >= never) continue;
      const std::int64_t cost = best(t, s) + end_cost(t) + charge;
      if (cost < end.cost) end = {cost, t, s, &option};
    }
    if (end.cost < never) ends.push_back(end);
  }
  std::stable_sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.cost < b.cost; });
  if (ends.size() > most) ends.resize(most);
  std::vector<Sequence> sequences;
  for (const End& end : ends) {
    sequences.push_back(walk_back(end.period, end.signature, *end.final));
    sequences.back().reduced = end.cost;
  }
  return sequences;
}

Sequence Pricer::walk_back(int period, int signature, const SignatureOption& final) const {
  PlanRota rota(problem_.turns.size(), nobody);
  const auto step_back = [&] {
    for (const Step& step : stages_.by_period()[period].steps) {
      if (price_of(step) >= never) continue;
      for (int s = 0; s < count_; ++s) {
        if (stages_.next(step.kind)[s] != signature) continue;
        int from = -1;
        const std::int64_t least = arrive(period, s, &from);
        if (least >= never || least + price_of(step) != best(period, signature)) continue;
        if (step.turn >= 0) rota[step.turn] = person_;
        period = from;
        signature = s;
        return true;
      }
    }
    return false;
  };
  while (period >= 0 && step_back()) {
  }
  return with_costs(sequence_of(rota), final.cost);
}

std::optional<Sequence> Pricer::final_sequence_of(const PlanRota& rota) const {
  Signature sum = stages_.signature(stages_.start());
  for (int i = 0; i < static_cast<int>(rota.size()); ++i) {
    if (rota[i] == person_) sum = sum + stages_.signature_of(i);
  }
  for (const SignatureOption& option : finals_) {
    if (option.signature == sum) return with_costs(sequence_of(rota), option.cost);
  }
  return std::nullopt;
}

Sequence Pricer::sequence_of(const PlanRota& rota) const {
  const PlanPerson& who = problem_.people[person_];
  Sequence sequence;
  std::vector<int> start;
  if (stages_.before()) start.push_back(*stages_.before());
  for (int t = 0; t < problem_.periods; ++t) {
    if (stages_.by_period()[t].fixed) start.push_back(t);
  }
  for (std::size_t i = 0; i < rota.size(); ++i) {
    const PlanTurn& turn = problem_.turns[i];
    if (turn.pinned || rota[i] != person_) continue;
    sequence.turns.push_back(static_cast<int>(i));
    start.push_back(turn.period);
    sequence.cost.avoided += who.avoids[turn.period] ? 1 : 0;
    sequence.changes -= turn.before == person_ ? 1 : 0;
  }
  if (stages_.after()) start.push_back(*stages_.after());
  std::sort(start.begin(), start.end());
  for (std::size_t i = 1; i < start.size(); ++i)
    sequence.spacing += gap_cost(start[i] - start[i - 1]) / price_unit;
  return sequence;
}

}  // namespace cprota
