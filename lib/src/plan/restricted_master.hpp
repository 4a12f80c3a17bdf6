// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "cprota/base/indexed.hpp"
#include "cprota/plan/problem.hpp"

#include "plan/mip.hpp"
#include "plan/pricing.hpp"
#include "plan/signature.hpp"
#include "plan/spacing_rows.hpp"

namespace cprota {

// The least of the Lagrangian at some prices, and the sequences that have it.
struct Priced {
  std::optional<std::int64_t> lagrangian;  // in price units; nothing if somebody has no sequence
  std::vector<std::pair<int, Sequence>> sequences;
};

// In units of spacing, rounded up.
[[nodiscard]] inline std::int64_t whole_units(std::int64_t lagrangian) {
  return -static_cast<std::int64_t>(floor_divide(-Int128{lagrangian}, price_unit));
}

// The master problem over the columns that are known so far, and what finds more of them.
class RestrictedMaster {
 public:
  struct Column {
    int person = nobody;  // `nobody`: a turn left empty, or what a row lacks
    Sequence sequence;
  };

  // Its first columns are the sequences of `start`, and dear ones that fill whatever a row lacks. Drawing up
  // what each person can have may take so much `work`.
  RestrictedMaster(const PlanProblem& problem, const LevelValues& known, const Reach& reach,
                   const PlanRota& start, std::int64_t work);

  // Whether `reach` has the signatures of the start, and they were drawn up with the work there was.
  [[nodiscard]] bool has_start() const { return has_start_; }

  [[nodiscard]] const PlanProblem& problem() const { return problem_; }
  [[nodiscard]] const SpacingRows& rows() const { return rows_; }
  [[nodiscard]] GrowingProgram& program() { return program_; }
  [[nodiscard]] Indexed<Pricer>& pricers() { return pricers_; }
  [[nodiscard]] const Indexed<Column>& columns() const { return columns_; }
  [[nodiscard]] int people() const { return static_cast<int>(pricers_.size()); }

  // What the gaps between turns that do not move cost beside the sequences.
  [[nodiscard]] std::int64_t constant() const { return constant_; }
  [[nodiscard]] double value() const { return program_.value() + static_cast<double>(constant_); }

  // Adds a sequence unless it is known or does not lower the value at these duals; whether it did.
  bool add_if_useful(int person, const Sequence& sequence, const Indexed<std::int64_t>& duals);

  // Adds a sequence unless it is known.
  bool add_if_new(int person, const Sequence& sequence, const RowEntries& entries);

  // Prices everybody: the `most` cheapest sequences of each.
  [[nodiscard]] Priced price(const Indexed<double>& duals, std::size_t most);

  // Steps so far, of pricing and of the simplex method, in cells of pricing.
  [[nodiscard]] std::int64_t work() const;
  void count_pricing(int person) { pricing_ += pricers_[person].work(); }

 private:
  void add(Column column, const RowEntries& entries);

  const PlanProblem& problem_;
  SpacingRows rows_;
  GrowingProgram program_;
  Indexed<Pricer> pricers_;
  Indexed<Column> columns_;
  std::set<std::pair<int, std::vector<int>>> known_;
  std::int64_t constant_;
  std::int64_t pricing_ = 0;
  bool has_start_ = true;
};

}  // namespace cprota
