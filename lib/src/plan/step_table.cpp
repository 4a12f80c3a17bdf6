// SPDX-License-Identifier: MIT
#include "plan/step_table.hpp"

#include <numeric>

namespace cprota {
namespace {

constexpr std::int64_t most_entries = 4'000'000;

StepTable table_of(const PlanProblem& problem, const PlanMeasure& measure, std::int64_t PlanTurn::*of_turn) {
  std::int64_t unit = 0;
  std::int64_t sum = 0;
  for (const PlanTurn& turn : problem.turns) {
    unit = std::gcd(unit, turn.*of_turn);
    sum += turn.*of_turn;
  }
  return {measure, unit == 0 ? 1 : unit, sum};
}

}  // namespace

StepTable::StepTable(const PlanMeasure& measure, std::int64_t unit, std::int64_t largest)
    : measure_(&measure), unit_(unit) {
  const auto people = static_cast<std::int64_t>(measure.target.size());
  const std::int64_t width = largest / unit + 1;
  if (people == 0 || width > most_entries / people) return;
  width_ = width;
  table_.assign(static_cast<std::size_t>(width * people), -1);
}

std::int64_t StepTable::compute(int person, std::int64_t value) const {
  const std::int64_t apart = steps_apart(value * unit_, measure_->target[person], measure_->step);
  return apart * apart;
}

StepTables::StepTables(const PlanProblem& problem)
    : load(table_of(problem, problem.load, &PlanTurn::load)),
      bank_holiday(table_of(problem, problem.bank_holiday, &PlanTurn::bank_holiday)),
      weekend(table_of(problem, problem.weekend, &PlanTurn::weekend)) {}

}  // namespace cprota
