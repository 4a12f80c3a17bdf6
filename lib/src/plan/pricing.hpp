// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "cprota/plan/problem.hpp"

#include "plan/signature.hpp"

namespace cprota {

// Prices in units of 2⁻¹⁶ of a unit of spacing, so that every sum is exact.
inline constexpr std::int64_t price_unit = 65536;

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
  // `finals` are the signatures that are allowed at the end. With `roles`, they tell the roles.
  Pricer(const PlanProblem& problem, int person, const std::vector<SignatureOption>& finals,
         const Signature& unit, bool roles);

  // The cheapest sequence for each of the `most` cheapest final signatures, the cheapest first. `earning` is
  // by turn. Empty only if no sequence is allowed.
  [[nodiscard]] std::vector<Sequence> price(const std::vector<std::int64_t>& earning, const Charges& charges,
                                            int most);

  // Cells that one pricing visits.
  [[nodiscard]] std::int64_t work() const { return work_; }

  // The sequence that a rota gives this person.
  [[nodiscard]] Sequence sequence_of(const PlanRota& rota) const;

 private:
  struct Step {
    int turn = -1;  // -1: turns that do not move
    int kind = 0;
  };
  struct Stage {
    bool fixed = false;
    std::vector<Step> steps;
  };

  void draw_stages();
  void number_signatures();
  [[nodiscard]] Signature signature_of(int turn) const;
  [[nodiscard]] int kind_of(const Signature& signature);
  [[nodiscard]] std::int64_t gap_cost(int gap) const;
  [[nodiscard]] std::int64_t end_cost(int period) const;
  [[nodiscard]] std::int64_t arrive(int period, int signature, int* from) const;
  [[nodiscard]] Sequence walk_back(int period, int signature, const SignatureOption& final) const;
  [[nodiscard]] std::int64_t& best(int period, int signature) {
    return best_[static_cast<std::size_t>(period + 1) * signatures_.size() +
                 static_cast<std::size_t>(signature)];
  }
  [[nodiscard]] std::int64_t best(int period, int signature) const {
    return best_[static_cast<std::size_t>(period + 1) * signatures_.size() +
                 static_cast<std::size_t>(signature)];
  }

  const PlanProblem& problem_;
  int person_;
  const std::vector<SignatureOption>& finals_;
  Signature unit_;
  bool roles_;
  std::vector<Stage> stages_;           // by period
  std::vector<Signature> kinds_;        // what a turn can add
  std::vector<Signature> signatures_;   // in order
  std::vector<std::vector<int>> next_;  // by signature and kind; -1 where it leads nowhere
  int start_ = 0;
  std::optional<int> before_, after_;  // periods of the turns around the range
  int last_fixed_ = -1;
  std::vector<int> fixed_before_;         // by period: the last fixed period before it, or -1
  std::vector<std::int64_t> best_;        // by period of the last turn (-1: none) and signature
  std::vector<std::int64_t> earlier_;     // by period and signature: the best with the last turn I before
  std::vector<std::int64_t> step_price_;  // by turn
  std::int64_t work_ = 0;
};

}  // namespace cprota
