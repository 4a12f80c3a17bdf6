// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "cprota/base/indexed.hpp"
#include "cprota/plan/problem.hpp"

#include "plan/signature.hpp"

namespace cprota {

// What one person can have in each period, and the signatures their turns can come to on the way to one that
// is allowed at the end.
class PersonStages {
 public:
  struct Step {
    int turn = -1;  // -1: turns that do not move
    int kind = 0;
  };
  struct Stage {
    bool fixed = false;
    std::vector<Step> steps;
  };

  // `finals` are the signatures that are allowed at the end. With `roles`, they tell the roles. `work` goes
  // down by what it took, in cells of pricing; where it falls below 0 the signatures are not all there.
  PersonStages(const PlanProblem& problem, int person, const std::vector<SignatureOption>& finals,
               const Signature& unit, bool roles, std::int64_t& work);

  [[nodiscard]] const Indexed<Stage>& by_period() const { return stages_; }
  [[nodiscard]] int count() const { return static_cast<int>(signatures_.size()); }  // of signatures
  [[nodiscard]] int start() const { return start_; }  // before any turn that moves
  [[nodiscard]] const Signature& signature(int number) const { return signatures_[number]; }
  [[nodiscard]] int number_of(const Signature& signature) const;  // -1: none

  // By signature: where a turn of that kind leads; -1 for nowhere.
  [[nodiscard]] const Indexed<int>& next(int kind) const { return next_[kind]; }

  // Periods of the turns around the range.
  [[nodiscard]] std::optional<int> before() const { return before_; }
  [[nodiscard]] std::optional<int> after() const { return after_; }

  // The last period before this one with turns that do not move, or -1.
  [[nodiscard]] int fixed_before(int period) const { return fixed_before_[period]; }

  [[nodiscard]] Signature signature_of(int turn) const;

 private:
  void draw();
  void number_signatures(const std::vector<SignatureOption>& finals, std::int64_t& work);
  [[nodiscard]] int kind_of(const Signature& signature);

  const PlanProblem* problem_;
  int person_;
  Signature unit_;
  bool roles_;
  Indexed<Stage> stages_;
  Indexed<Signature> kinds_;       // what a turn can add
  Indexed<Signature> signatures_;  // in order
  Indexed<Indexed<int>> next_;     // by kind and signature
  int start_ = 0;
  std::optional<int> before_, after_;
  Indexed<int> fixed_before_;  // by period, and after the last
};

}  // namespace cprota
