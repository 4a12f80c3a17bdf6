// SPDX-License-Identifier: MIT
#include "plan/pricing.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace cprota {
namespace {

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max() / 4;

}  // namespace

Pricer::Pricer(const PlanProblem& problem, int person, const std::vector<SignatureOption>& finals,
               const Signature& unit, bool roles)
    : problem_(problem), person_(person), finals_(finals), unit_(unit), roles_(roles) {
  draw_stages();
  number_signatures();
  const std::size_t cells = static_cast<std::size_t>(problem.periods + 1) * signatures_.size();
  best_.assign(cells, never);
  earlier_.assign(signatures_.size(), never);
  step_price_.assign(problem.turns.size(), 0);
  for (const Stage& stage : stages_) {
    if (!stage.steps.empty()) {
      work_ += static_cast<std::int64_t>(signatures_.size()) *
               static_cast<std::int64_t>(static_cast<std::size_t>(std::max(1, problem.spacing)) +
                                         stage.steps.size());
    }
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
  std::vector<Signature> fixed(stages_.size());
  for (const int busy : who.busy) {
    if (busy < 0 && (!before_ || busy > *before_)) before_ = busy;
    if (busy >= problem_.periods && (!after_ || busy < *after_)) after_ = busy;
    if (busy >= 0 && busy < problem_.periods) stages_[static_cast<std::size_t>(busy)].fixed = true;
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

// All sums that can still become a final signature, by what they may grow to.
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
  // Forward closure, period by period, so that only sums of turns that can be had together are numbered.
  std::vector<Signature> known{start};
  for (const Stage& stage : stages_) {
    std::vector<Signature> more = known;
    for (const Step& step : stage.steps) {
      for (const Signature& s : known) {
        const Signature sum = s + kinds_[static_cast<std::size_t>(step.kind)];
        if (fits(sum)) more.push_back(sum);
      }
    }
    std::sort(more.begin(), more.end());
    more.erase(std::unique(more.begin(), more.end()), more.end());
    known = std::move(more);
  }
  signatures_ = std::move(known);
  const auto number = [&](const Signature& s) {
    const auto found = std::lower_bound(signatures_.begin(), signatures_.end(), s);
    return found != signatures_.end() && *found == s ? static_cast<int>(found - signatures_.begin()) : -1;
  };
  start_ = number(start);
  for (const Signature& s : signatures_) {
    std::vector<int> to;
    for (const Signature& kind : kinds_) to.push_back(number(s + kind));
    next_.push_back(std::move(to));
  }
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
  const int oldest = fixed_before_[static_cast<std::size_t>(period)];  // nothing may skip a fixed turn
  std::int64_t least = never;
  const auto offer = [&](std::int64_t cost, int origin) {
    if (cost >= least) return;
    least = cost;
    *from = origin;
  };
  if (oldest < 0 && best(-1, signature) < never) {
    offer(best(-1, signature) + (before_ ? gap_cost(period - *before_) : 0), -1);
  }
  const bool fixed = stages_[static_cast<std::size_t>(period)].fixed;
  const int latest = period - 1 - (fixed ? 0 : problem_.rest);
  for (int t = latest; t >= std::max(0, oldest); --t) {
    const std::int64_t here = best(t, signature);
    if (here < never) offer(here + gap_cost(period - t), t);
  }
  return least;
}

std::vector<Sequence> Pricer::price(const std::vector<std::int64_t>& earning, const Charges& charges,
                                    int most) {
  const PlanPerson& who = problem_.people[person_];
  const int count = static_cast<int>(signatures_.size());
  for (std::size_t i = 0; i < problem_.turns.size(); ++i) {
    const PlanTurn& turn = problem_.turns[i];
    step_price_[i] = -earning[i] + (who.avoids[turn.period] ? charges.avoided : 0) -
                     (turn.before == person_ ? charges.changes : 0);
  }
  std::fill(best_.begin(), best_.end(), never);
  std::fill(earlier_.begin(), earlier_.end(), never);
  best(-1, start_) = 0;
  const int free_gap = std::max({problem_.spacing, problem_.rest + 1, 1});
  // `earlier_` is the least over turns so long ago that the gap costs nothing.
  const auto forget = [&] { std::fill(earlier_.begin(), earlier_.end(), never); };
  int joined = -1;  // turns up to this period are in `earlier_`
  if (!before_) earlier_[static_cast<std::size_t>(start_)] = 0;
  for (int t = 0; t < problem_.periods; ++t) {
    const Stage& stage = stages_[static_cast<std::size_t>(t)];
    const int oldest = fixed_before_[static_cast<std::size_t>(t)];
    if (before_ && oldest < 0 && t - *before_ >= free_gap) earlier_[static_cast<std::size_t>(start_)] = 0;
    for (; joined < t - free_gap; ++joined) {
      if (joined + 1 < oldest) continue;
      if (joined + 1 == oldest) forget();
      for (int s = 0; s < count; ++s) {
        earlier_[static_cast<std::size_t>(s)] =
            std::min(earlier_[static_cast<std::size_t>(s)], best(joined + 1, s));
      }
    }
    if (stage.steps.empty()) continue;
    const bool skips_fixed = oldest >= 0 && joined < oldest;  // `earlier_` is from before a fixed turn
    const int latest = t - 1 - (stage.fixed ? 0 : problem_.rest);
    for (int s = 0; s < count; ++s) {
      std::int64_t least = skips_fixed ? never : earlier_[static_cast<std::size_t>(s)];
      if (before_ && oldest < 0 && s == start_) least = std::min(least, gap_cost(t - *before_));
      for (int u = latest; u >= std::max({0, oldest, t - free_gap + 1}); --u) {
        const std::int64_t here = best(u, s);
        if (here < never) least = std::min(least, here + gap_cost(t - u));
      }
      if (least >= never) continue;
      for (const Step& step : stage.steps) {
        const int to = next_[static_cast<std::size_t>(s)][static_cast<std::size_t>(step.kind)];
        if (to < 0) continue;
        std::int64_t& there = best(t, to);
        there =
            std::min(there, least + (step.turn < 0 ? 0 : step_price_[static_cast<std::size_t>(step.turn)]));
      }
    }
  }
  struct End {
    std::int64_t cost;
    int period, signature;
    const SignatureOption* final;
  };
  std::vector<End> ends;
  for (const SignatureOption& option : finals_) {
    const auto found = std::lower_bound(signatures_.begin(), signatures_.end(), option.signature);
    if (found == signatures_.end() || *found != option.signature) continue;
    const int s = static_cast<int>(found - signatures_.begin());
    const std::int64_t charge = charges.imbalance * option.cost.imbalance +
                                charges.bank_holidays * option.cost.bank_holidays +
                                charges.weekends * option.cost.weekends + charges.roles * option.cost.roles;
    End end{never, -1, s, &option};
    for (int t = last_fixed_ < 0 ? -1 : last_fixed_; t < problem_.periods; ++t) {
      if (best(t, s) >= never) continue;
      const std::int64_t cost = best(t, s) + end_cost(t) + charge;
      if (cost < end.cost) end = {cost, t, s, &option};
    }
    if (end.cost < never) ends.push_back(end);
  }
  std::stable_sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.cost < b.cost; });
  if (static_cast<int>(ends.size()) > most) ends.resize(static_cast<std::size_t>(most));
  std::vector<Sequence> sequences;
  for (const End& end : ends) {
    sequences.push_back(walk_back(end.period, end.signature, *end.final));
    sequences.back().reduced = end.cost;
  }
  return sequences;
}

Sequence Pricer::walk_back(int period, int signature, const SignatureOption& final) const {
  PlanRota rota(problem_.turns.size(), nobody);
  while (period >= 0) {
    bool found = false;
    for (const Step& step : stages_[static_cast<std::size_t>(period)].steps) {
      const std::int64_t price = step.turn < 0 ? 0 : step_price_[static_cast<std::size_t>(step.turn)];
      for (int s = 0; s < static_cast<int>(signatures_.size()) && !found; ++s) {
        if (next_[static_cast<std::size_t>(s)][static_cast<std::size_t>(step.kind)] != signature) continue;
        int from = -1;
        const std::int64_t least = arrive(period, s, &from);
        if (least >= never || least + price != best(period, signature)) continue;
        if (step.turn >= 0) rota[static_cast<std::size_t>(step.turn)] = person_;
        period = from;
        signature = s;
        found = true;
      }
      if (found) break;
    }
    if (!found) break;
  }
  Sequence sequence = sequence_of(rota);
  const std::int64_t avoided = sequence.cost.avoided;
  sequence.cost = final.cost;
  sequence.cost.avoided = avoided;
  return sequence;
}

Sequence Pricer::sequence_of(const PlanRota& rota) const {
  const PlanPerson& who = problem_.people[person_];
  Sequence sequence;
  std::vector<int> start;
  if (before_) start.push_back(*before_);
  for (int t = 0; t < problem_.periods; ++t) {
    if (stages_[static_cast<std::size_t>(t)].fixed) start.push_back(t);
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
