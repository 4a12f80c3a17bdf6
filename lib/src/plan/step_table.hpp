// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "cprota/plan/problem.hpp"

namespace cprota {

// d² of one kind of load, by person and value, remembered. Values are in units of `unit`, the greatest
// common divisor of everything that can be added up, so that most teams have a few thousand of them.
class StepTable {
 public:
  StepTable(const PlanMeasure& measure, std::int64_t unit, std::int64_t largest);

  [[nodiscard]] std::int64_t unit() const { return unit_; }

  // The square of the steps between `value` units and the person's target.
  [[nodiscard]] std::int64_t squared(int person, std::int64_t value) {
    if (width_ == 0) return compute(person, value);
    std::int64_t& known = table_[static_cast<std::size_t>(person * width_ + value)];
    if (known < 0) known = compute(person, value);
    return known;
  }

 private:
  [[nodiscard]] std::int64_t compute(int person, std::int64_t value) const;

  const PlanMeasure* measure_;
  std::int64_t unit_;
  std::int64_t width_ = 0;  // 0: too many values to remember
  std::vector<std::int64_t> table_;
};

// The three kinds of load of a problem.
struct StepTables {
  explicit StepTables(const PlanProblem& problem);

  StepTable load, bank_holiday, weekend;
};

}  // namespace cprota
