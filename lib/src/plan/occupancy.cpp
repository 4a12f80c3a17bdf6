// SPDX-License-Identifier: MIT
#include "plan/occupancy.hpp"

#include <algorithm>
#include <bit>

namespace cprota {

Occupancy::Occupancy(const PlanProblem& problem) : rest_(problem.rest), spacing_(problem.spacing) {
  const int reach = std::max({problem.rest, problem.spacing, 1});
  pad_ = (reach / 64 + 1) * 64;
  words_ = (problem.periods + 2 * pad_) / 64 + 3;
  bits_.assign(problem.people.size() * static_cast<std::size_t>(words_), 0);
  for (int gap = 0; gap <= 2 * std::max(problem.spacing, 0) + 1; ++gap) {
    const std::int64_t missing = std::max(0, spacing_ - gap);
    cost_.push_back(missing * missing);
  }
  for (int p = 0; p < static_cast<int>(problem.people.size()); ++p) {
    for (const int period : problem.people[p].busy) {
      if (period >= -pad_ && period < problem.periods + pad_) add(p, period);
    }
  }
}

std::uint64_t Occupancy::window(int person, int first) const {
  const int at = first + pad_;
  const int index = person * words_ + (at >> 6);
  const int shift = at & 63;
  const std::uint64_t low = bits_[index] >> shift;
  return shift == 0 ? low : low | bits_[index + 1] << (64 - shift);
}

bool Occupancy::blocks(int person, int period, int leaving) const {
  for (int first = period - rest_; first <= period + rest_; first += 64) {
    const int width = std::min(64, period + rest_ - first + 1);
    std::uint64_t seen = window(person, first);
    if (width < 64) seen &= (std::uint64_t{1} << width) - 1;
    if (leaving >= first && leaving < first + width) seen &= ~(std::uint64_t{1} << (leaving - first));
    if (seen != 0) return true;
  }
  return false;
}

int Occupancy::gap_before(int person, int period) const {
  for (int gap = 1; gap < spacing_; gap += 64) {
    const std::uint64_t seen = window(person, period - gap - 63);
    if (seen != 0) return std::min(spacing_, gap + std::countl_zero(seen));
  }
  return std::max(spacing_, 1);
}

int Occupancy::gap_after(int person, int period) const {
  for (int gap = 1; gap < spacing_; gap += 64) {
    const std::uint64_t seen = window(person, period + gap);
    if (seen != 0) return std::min(spacing_, gap + std::countr_zero(seen));
  }
  return std::max(spacing_, 1);
}

std::int64_t Occupancy::spacing_of(int person, int period) const {
  if (spacing_ <= 1) return 0;
  const int before = gap_before(person, period);
  const int after = gap_after(person, period);
  return cost(before) + cost(after) - cost(before + after);
}

}  // namespace cprota
