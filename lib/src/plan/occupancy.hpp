// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "cprota/plan/problem.hpp"

namespace cprota {

// In which periods each person has a turn: a row of bits a person, with room before and after the range
// for the turns that stand there.
class Occupancy {
 public:
  explicit Occupancy(const PlanProblem& problem);

  void add(int person, int period) { word(person, period) |= bit(period); }
  void remove(int person, int period) { word(person, period) &= ~bit(period); }

  // Whether the person has a turn within `rest` periods of `period`; one in the period `leaving` is not seen.
  [[nodiscard]] bool blocks(int person, int period, int leaving) const;

  // What the gaps to the neighbours of a turn of the person in `period` cost, less what the gap between
  // these neighbours costs without it.
  [[nodiscard]] std::int64_t spacing_of(int person, int period) const;

 private:
  [[nodiscard]] std::uint64_t& word(int person, int period) {
    return bits_[person * words_ + ((period + pad_) >> 6)];
  }
  [[nodiscard]] std::uint64_t bit(int period) const { return std::uint64_t{1} << ((period + pad_) & 63); }
  [[nodiscard]] std::uint64_t window(int person, int first) const;
  [[nodiscard]] int gap_before(int person, int period) const;
  [[nodiscard]] int gap_after(int person, int period) const;
  [[nodiscard]] std::int64_t cost(int gap) const { return cost_[gap]; }

  int rest_;
  int spacing_;
  int pad_;
  int words_;
  Indexed<std::uint64_t> bits_;
  Indexed<std::int64_t> cost_;  // by gap, up to 2 × spacing
};

}  // namespace cprota
