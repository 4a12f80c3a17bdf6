// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>

#include "plan/random.hpp"

namespace cprota {

// The rule of Metropolis et al. (1953): what is worse by d is taken with probability exp(−d / temperature).
class Metropolis {
 public:
  Metropolis();

  [[nodiscard]] bool accepts(std::int64_t worse_by, double temperature, Random& random) const {
    return static_cast<double>(worse_by) <= temperature * logarithm_[random.next() & 1023];
  }

 private:
  std::array<double, 1024> logarithm_{};  // −ln((i + ½) / 1024)
};

// The n-th root of a number in (0, 1], by halving the interval, so that no library's rounding can matter.
[[nodiscard]] double nth_root(double x, int n);

}  // namespace cprota
