// SPDX-License-Identifier: MIT
#include "plan/person_stages.hpp"

#include <algorithm>

namespace cprota {

PersonStages::PersonStages(const PlanProblem& problem, int person, const std::vector<SignatureOption>& finals,
                           const Signature& unit, bool roles, std::int64_t& work)
    : problem_(&problem), person_(person), unit_(unit), roles_(roles) {
  draw();
  number_signatures(finals, work);
}

Signature PersonStages::signature_of(int turn) const {
  const PlanTurn& it = problem_->turns[turn];
  return {it.load / unit_.load, it.bank_holiday / unit_.bank_holiday, it.weekend / unit_.weekend,
          roles_ && it.role == 0 ? 1 : 0, roles_ && it.role == 1 ? 1 : 0};
}

int PersonStages::kind_of(const Signature& signature) {
  const auto found = std::find(kinds_.begin(), kinds_.end(), signature);
  if (found == kinds_.end()) kinds_.push_back(signature);
  return static_cast<int>(std::find(kinds_.begin(), kinds_.end(), signature) - kinds_.begin());
}

void PersonStages::draw() {
  const PlanPerson& who = problem_->people[person_];
  stages_.resize(static_cast<std::size_t>(problem_->periods));
  Indexed<Signature> fixed(stages_.size());
  for (const int busy : who.busy) {
    if (busy < 0 && (!before_ || busy > *before_)) before_ = busy;
    if (busy >= problem_->periods && (!after_ || busy < *after_)) after_ = busy;
    if (busy >= 0 && busy < problem_->periods) stages_[busy].fixed = true;
  }
  for (int i = 0; i < static_cast<int>(problem_->turns.size()); ++i) {
    const PlanTurn& turn = problem_->turns[i];
    if (!turn.pinned || turn.holder != person_) continue;
    stages_[turn.period].fixed = true;
    fixed[turn.period] = fixed[turn.period] + signature_of(i);
  }
  const auto near_fixed = [&](int period) {
    for (int t = std::max(0, period - problem_->rest);
         t <= std::min(problem_->periods - 1, period + problem_->rest); ++t) {
      if (stages_[t].fixed) return true;
    }
    return (before_ && period - *before_ <= problem_->rest) || (after_ && *after_ - period <= problem_->rest);
  };
  for (int i = 0; i < static_cast<int>(problem_->turns.size()); ++i) {
    const PlanTurn& turn = problem_->turns[i];
    if (turn.pinned || !who.may[i] || near_fixed(turn.period)) continue;
    stages_[turn.period].steps.push_back({i, kind_of(signature_of(i))});
  }
  fixed_before_.assign(stages_.size() + 1, -1);
  for (std::size_t t = 0; t < stages_.size(); ++t) {
    if (stages_[t].fixed) stages_[t].steps = {{-1, kind_of(fixed[t])}};
    fixed_before_[t + 1] = stages_[t].fixed ? static_cast<int>(t) : fixed_before_[t];
  }
}

// All sums of turns on the way to a final signature.
void PersonStages::number_signatures(const std::vector<SignatureOption>& finals, std::int64_t& work) {
  const Signature start;
  Signature most;
  for (const SignatureOption& option : finals) {
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
  constexpr std::int64_t cells_a_signature = 60;  // to make one and to put it in order
  for (const Stage& stage : stages_) {
    work -= cells_a_signature * static_cast<std::int64_t>(known.size() * stage.steps.size());
    if (work < 0) break;
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
        std::any_of(finals.begin(), finals.end(), [&](const auto& it) { return it.signature == *s; });
    const bool leads = std::any_of(kinds_.begin(), kinds_.end(), [&](const Signature& kind) {
      return std::binary_search(signatures_.rbegin(), signatures_.rend(), *s + kind);
    });
    if (final || leads || *s == start) signatures_.push_back(*s);
  }
  std::reverse(signatures_.begin(), signatures_.end());
  start_ = number_of(start);
  for (const Signature& kind : kinds_) {
    Indexed<int> to;
    for (const Signature& s : signatures_) to.push_back(number_of(s + kind));
    next_.push_back(std::move(to));
  }
}

int PersonStages::number_of(const Signature& signature) const {
  const auto found = std::lower_bound(signatures_.begin(), signatures_.end(), signature);
  return found != signatures_.end() && *found == signature ? static_cast<int>(found - signatures_.begin())
                                                           : -1;
}

}  // namespace cprota
