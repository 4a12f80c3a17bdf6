// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "cprota/base/indexed.hpp"
#include "cprota/plan/problem.hpp"

#include "plan/person_stages.hpp"
#include "plan/signature.hpp"

namespace cprota {

// Prices in units of 2⁻¹⁶ of a unit of spacing, so that every sum is exact.
inline constexpr std::int64_t price_unit = 65536;

// What a turn earns that this person may not take at all.
inline constexpr std::int64_t barred = std::numeric_limits<std::int64_t>::min();

// One person's sequence of free turns.
struct Sequence {
  std::vector<int> turns;    // in order of period
  std::int64_t spacing = 0;  // with the turns that do not move
  SignatureCost cost;        // `avoided` is exact
  std::int64_t changes = 0;  // less the turns that stay with whom they were
  std::int64_t reduced = 0;  // spacing × unit + charges − earnings
};

// What a unit of cost at each level of a signature is charged, at least 0.
struct Charges {
  std::int64_t imbalance = 0, bank_holidays = 0, weekends = 0, roles = 0, avoided = 0, changes = 0;
};

// Shortest paths of one person over (period of the last turn, signature so far): dynamic programming.
class Pricer {
 public:
  // `finals` are the signatures that are allowed at the end. With `roles`, they tell the roles. `work` goes
  // down by what it took; of no use where it falls below 0.
  Pricer(const PlanProblem& problem, int person, const std::vector<SignatureOption>& finals,
         const Signature& unit, bool roles, std::int64_t& work);

  // The cheapest sequence for each of the `most` cheapest final signatures, the cheapest first. `earning` is
  // by turn. Empty only if no sequence is allowed.
  [[nodiscard]] std::vector<Sequence> price(const Indexed<std::int64_t>& earning, const Charges& charges,
                                            std::size_t most);

  // Cells that one pricing visits.
  [[nodiscard]] std::int64_t work() const { return work_; }

  // The sequence that a rota gives this person, but for costs of its signature.
  [[nodiscard]] Sequence sequence_of(const PlanRota& rota) const;

  // The same with these costs, if its signature is among the final ones.
  [[nodiscard]] std::optional<Sequence> final_sequence_of(const PlanRota& rota) const;

 private:
  using Stage = PersonStages::Stage;
  using Step = PersonStages::Step;

  [[nodiscard]] std::int64_t gap_cost(int gap) const;
  [[nodiscard]] std::int64_t end_cost(int period) const;
  [[nodiscard]] std::int64_t price_of(const Step& step) const {
    return step.turn < 0 ? 0 : step_price_[step.turn];
  }
  void gather(int period, int free_gap);
  void join(int period, int free_gap);
  [[nodiscard]] std::vector<Sequence> cheapest_ends(const Charges& charges, std::size_t most) const;
  [[nodiscard]] std::int64_t arrive(int period, int signature, int* from) const;
  [[nodiscard]] Sequence walk_back(int period, int signature, const SignatureOption& final) const;
  [[nodiscard]] std::int64_t& best(int period, int signature) {
    return best_[(period + 1) * count_ + signature];
  }
  [[nodiscard]] std::int64_t best(int period, int signature) const {
    return best_[(period + 1) * count_ + signature];
  }

  const PlanProblem& problem_;
  int person_;
  const std::vector<SignatureOption>& finals_;
  PersonStages stages_;
  int count_;                         // of signatures
  Indexed<std::int64_t> best_;        // by period of the last turn (-1: none) and signature
  Indexed<std::int64_t> earlier_;     // by period and signature: the best with the last turn I before
  Indexed<std::int64_t> step_price_;  // by turn
  Indexed<std::int64_t> least_;       // by signature: the best that a turn in the period at hand can follow
  int joined_ = -1;                   // turns up to this period are in `earlier_`
  std::int64_t work_ = 0;
};

}  // namespace cprota
