// SPDX-License-Identifier: MIT
#include "plan/pricing.hpp"

#include <algorithm>
#include <cstdlib>
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
               const Signature& unit, bool roles)
    : problem_(problem), person_(person), finals_(finals), unit_(unit), roles_(roles) {
  draw_stages();
  number_signatures();
  best_.assign(static_cast<std::size_t>(problem.periods + 1) * signatures_.size(), never);
  earlier_.assign(signatures_.size(), never);
  least_.assign(signatures_.size(), never);
  step_price_.assign(problem.turns.size(), 0);
  for (const Stage& stage : stages_) {
    if (stage.steps.empty()) continue;
    work_ += std::int64_t{count_} * (std::max(1, problem.spacing) + static_cast<int>(stage.steps.size()));
  }
}

Signature Pricer::signature_of(int turn) const {
  const PlanTurn& it = problem_.turns[turn];
  return {it.load / unit_.load, it.bank_holiday / unit_.bank_holiday, it.weekend / unit_.weekend,
          roles_ && it.role == 0 ? 1 : 0, roles_ && it.role == 1 ? 1 : 0};
}

int Pricer::kind_of(const Signature& signature) {
  const auto found = std::find(kinds_.begin(), kinds_.end(), signature);
  if (found == kinds_.end()) kinds_.push_back(signature);
  return static_cast<int>(std::find(kinds_.begin(), kinds_.end(), signature) - kinds_.begin());
}

void Pricer::draw_stages() {
  const PlanPerson& who = problem_.people[person_];
  stages_.resize(static_cast<std::size_t>(problem_.periods));
  Indexed<Signature> fixed(stages_.size());
  for (const int busy : who.busy) {
    if (busy < 0 && (!before_ || busy > *before_)) before_ = busy;
    if (busy >= problem_.periods && (!after_ || busy < *after_)) after_ = busy;
    if (busy >= 0 && busy < problem_.periods) stages_[busy].fixed = true;
  }
  for (int i = 0; i < static_cast<int>(problem_.turns.size()); ++i) {
    const PlanTurn& turn = problem_.turns[i];
    if (!turn.pinned || turn.holder != person_) continue;
    stages_[turn.period].fixed = true;
    fixed[turn.period] = fixed[turn.period] + signature_of(i);
  }
  const auto near_fixed = [&](int period) {
    for (int t = std::max(0, period - problem_.rest);
         t <= std::min(problem_.periods - 1, period + problem_.rest); ++t) {
      if (stages_[t].fixed) return true;
    }
    return (before_ && period - *before_ <= problem_.rest) || (after_ && *after_ - period <= problem_.rest);
  };
  for (int i = 0; i < static_cast<int>(problem_.turns.size()); ++i) {
    const PlanTurn& turn = problem_.turns[i];
    if (turn.pinned || !who.may[i] || near_fixed(turn.period)) continue;
    stages_[turn.period].steps.push_back({i, kind_of(signature_of(i))});
  }
  fixed_before_.assign(stages_.size() + 1, -1);
  for (std::size_t t = 0; t < stages_.size(); ++t) {
    if (stages_[t].fixed) stages_[t].steps = {{-1, kind_of(fixed[t])}};
    fixed_before_[t + 1] = stages_[t].fixed ? static_cast<int>(t) : fixed_before_[t];
  }
  last_fixed_ = fixed_before_.back();
}

// All sums of turns on the way to a final signature.
void Pricer::number_signatures() {
  const PlanPerson& who = problem_.people[person_];
  const Signature start{who.load / unit_.load, who.bank_holiday / unit_.bank_holiday,
                        who.weekend / unit_.weekend};
  Signature most = start;
  for (const SignatureOption& option : finals_) {
    const Signature& s = option.signature;
    most = {std::max(most.load, s.load), std::max(most.bank_holiday, s.bank_holiday),
            std::max(most.weekend, s.weekend), std::max(most.first, s.first),
            std::max(most.second, s.second)};
  }
  const auto fits = [&](const Signature& s) {
    return s.load <= most.load && s.bank_holiday <= most.bank_holiday && s.weekend <= most.weekend &&
           s.first <= most.first && s.second <= most.second;
  };
  // Forwards, period by period, so that only sums of turns that can be had together are numbered.
  std::vector<Signature> known{start};
  for (const Stage& stage : stages_) {
    std::vector<Signature> more = known;
    for (const Step& step : stage.steps) {
      for (const Signature& s : known) {
        const Signature sum = s + kinds_[step.kind];
        if (fits(sum)) more.push_back(sum);
      }
    }
    std::sort(more.begin(), more.end());
    more.erase(std::unique(more.begin(), more.end()), more.end());
    known = std::move(more);
  }
  // Backwards: those that lead to a final one. Larger ones come later in the order.
  for (auto s = known.rbegin(); s != known.rend(); ++s) {
    const bool final =
        std::any_of(finals_.begin(), finals_.end(), [&](const auto& it) { return it.signature == *s; });
    const bool leads = std::any_of(kinds_.begin(), kinds_.end(), [&](const Signature& kind) {
      return std::binary_search(signatures_.rbegin(), signatures_.rend(), *s + kind);
    });
    if (final || leads || *s == start) signatures_.push_back(*s);
  }
  std::reverse(signatures_.begin(), signatures_.end());
  count_ = static_cast<int>(signatures_.size());
  start_ = number_of(start);
  for (const Signature& kind : kinds_) {
    Indexed<int> to;
    for (const Signature& s : signatures_) to.push_back(number_of(s + kind));
    next_.push_back(std::move(to));
  }
}

int Pricer::number_of(const Signature& signature) const {
  const auto found = std::lower_bound(signatures_.begin(), signatures_.end(), signature);
  return found != signatures_.end() && *found == signature ? static_cast<int>(found - signatures_.begin())
                                                           : -1;
}

std::int64_t Pricer::gap_cost(int gap) const {
  const std::int64_t missing = std::max(0, problem_.spacing - gap);
  return missing * missing * price_unit;
}

std::int64_t Pricer::end_cost(int period) const {
  if (!after_) return 0;
  if (period >= 0) return gap_cost(*after_ - period);
  return before_ ? gap_cost(*after_ - *before_) : 0;
}

// The cheapest way to come to a turn in `period` with `signature` from before it; `from` tells the period of
// the turn before, or -1.
std::int64_t Pricer::arrive(int period, int signature, int* from) const {
  const int oldest = fixed_before_[period];  // nothing may skip a fixed turn
  std::int64_t least = never;
  const auto offer = [&](std::int64_t cost, int origin) {
    if (cost >= least) return;
    least = cost;
    *from = origin;
  };
  if (oldest < 0 && best(-1, signature) < never) {
    offer(best(-1, signature) + (before_ ? gap_cost(period - *before_) : 0), -1);
  }
  const bool fixed = stages_[period].fixed;
  const int latest = period - 1 - (fixed ? 0 : problem_.rest);
  for (int t = latest; t >= std::max(0, oldest); --t) {
    const std::int64_t here = best(t, signature);
    if (here < never) offer(here + gap_cost(period - t), t);
  }
  return least;
}

// What the turns up to the last one must have cost for a turn in `period` to follow, by signature.
void Pricer::gather(int period, int free_gap) {
  const Stage& stage = stages_[period];
  const int oldest = fixed_before_[period];
  if (oldest >= 0 && joined_ < oldest) {  // `earlier_` is from before a fixed turn
    std::fill(least_.begin(), least_.end(), never);
  } else {
    least_ = earlier_;
  }
  if (before_ && oldest < 0) least_[start_] = std::min(least_[start_], gap_cost(period - *before_));
  const int latest = period - 1 - (stage.fixed ? 0 : problem_.rest);
  for (int u = latest; u >= std::max({0, oldest, period - free_gap + 1}); --u) {
    if (stages_[u].steps.empty()) continue;
    const std::int64_t gap = gap_cost(period - u);
    const std::int64_t* here = &best(u, 0);
    for (int s = 0; s < count_; ++s) least_[s] = std::min(least_[s], here[s] + gap);
  }
}

// Brings what is so long ago that the gap costs nothing into `earlier_`.
void Pricer::join(int period, int free_gap) {
  const int oldest = fixed_before_[period];
  if (before_ && oldest < 0 && period - *before_ >= free_gap) earlier_[start_] = 0;
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
  best(-1, start_) = 0;
  const int free_gap = std::max({problem_.spacing, problem_.rest + 1, 1});
  joined_ = -1;
  if (!before_) earlier_[start_] = 0;
  for (int t = 0; t < problem_.periods; ++t) {
    join(t, free_gap);
    const Stage& stage = stages_[t];
    const auto open = [&](const Step& step) { return price_of(step) < never; };
    if (std::none_of(stage.steps.begin(), stage.steps.end(), open)) continue;
    gather(t, free_gap);
    for (const Step& step : stage.steps) {
      if (!open(step)) continue;
      const Indexed<int>& to = next_[step.kind];
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
    const int s = number_of(option.signature);
    if (s < 0) continue;
    const std::int64_t charge = charges.imbalance * option.cost.imbalance +
                                charges.bank_holidays * option.cost.bank_holidays +
                                charges.weekends * option.cost.weekends + charges.roles * option.cost.roles;
    End end{never, -1, s, &option};
    for (int t = std::max(-1, last_fixed_); t < problem_.periods; ++t) {
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
    for (const Step& step : stages_[period].steps) {
      if (price_of(step) >= never) continue;
      for (int s = 0; s < count_; ++s) {
        if (next_[step.kind][s] != signature) continue;
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
  Signature sum = signatures_[start_];
  for (int i = 0; i < static_cast<int>(rota.size()); ++i) {
    if (rota[i] == person_) sum = sum + signature_of(i);
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
  if (before_) start.push_back(*before_);
  for (int t = 0; t < problem_.periods; ++t) {
    if (stages_[t].fixed) start.push_back(t);
  }
  for (std::size_t i = 0; i < rota.size(); ++i) {
    const PlanTurn& turn = problem_.turns[i];
    if (turn.pinned || rota[i] != person_) continue;
    sequence.turns.push_back(static_cast<int>(i));
    start.push_back(turn.period);
    sequence.cost.avoided += who.avoids[turn.period] ? 1 : 0;
    sequence.changes -= turn.before == person_ ? 1 : 0;
  }
  if (after_) start.push_back(*after_);
  std::sort(start.begin(), start.end());
  for (std::size_t i = 1; i < start.size(); ++i)
    sequence.spacing += gap_cost(start[i] - start[i - 1]) / price_unit;
  return sequence;
}

}  // namespace cprota
