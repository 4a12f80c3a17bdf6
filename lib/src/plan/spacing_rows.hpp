// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "cprota/base/indexed.hpp"
#include "cprota/plan/problem.hpp"

#include "plan/mip.hpp"
#include "plan/pricing.hpp"

namespace cprota {

// What one column has in the rows: row and coefficient.
using RowEntries = std::vector<std::pair<int, std::int64_t>>;

// The rows of the master problem, in which a column is one person's whole sequence of turns: every free turn
// once (or empty, within the budget), one sequence for each person, the rule for new engineers by period, and
// the values of the levels above spacing as budgets.
class SpacingRows {
 public:
  // `known` are the budgets. With `roles`, sequences tell what they cost at that level.
  SpacingRows(const PlanProblem& problem, const LevelValues& known, bool roles);

  [[nodiscard]] const Indexed<GrowingProgram::Row>& rows() const { return rows_; }
  [[nodiscard]] RowEntries entries(int person, const Sequence& sequence) const;

  // Columns of turns left empty.
  [[nodiscard]] std::vector<RowEntries> empty_columns() const;

  // What the duals give a person for each turn and charge for each level.
  [[nodiscard]] Indexed<std::int64_t> earnings(int person, const Indexed<std::int64_t>& duals) const;
  [[nodiscard]] Charges charges(const Indexed<std::int64_t>& duals) const;

  // Whole prices of the right sign.
  [[nodiscard]] Indexed<std::int64_t> whole(const Indexed<double>& duals) const;

  // The part of the Lagrangian that no sequence is in.
  [[nodiscard]] std::int64_t constant_part(const Indexed<std::int64_t>& duals) const;

 private:
  struct PairEntry {
    int row = -1;
    std::int64_t coefficient = 0;
  };

  int add_row(GrowingProgram::Row row);
  void add_pairs();
  [[nodiscard]] PairEntry pair_entry(int person, int turn) const {
    return pairs_.empty() ? PairEntry{} : pairs_[person][turn];
  }

  const PlanProblem& problem_;
  int people_;
  Indexed<int> turn_row_;  // by turn; -1 for pinned ones
  Indexed<GrowingProgram::Row> rows_;
  int person_row_ = 0;
  std::optional<int> empty_row_;
  std::vector<std::pair<Level, int>> budgets_;
  Indexed<Indexed<PairEntry>> pairs_;  // by person and turn
};

}  // namespace cprota
