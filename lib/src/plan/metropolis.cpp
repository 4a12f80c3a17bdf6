// SPDX-License-Identifier: MIT
#include "plan/metropolis.hpp"

namespace cprota {

// By halving and a series, so that no library's rounding can matter.
Metropolis::Metropolis() {
  constexpr double ln2 = 0.69314718055994530942;
  for (int i = 0; i < 1024; ++i) {
    double x = (i + 0.5) / 1024;
    double sum = 0;
    while (x < 0.75) {
      x *= 2;
      sum += ln2;
    }
    const double z = (1 - x) / (1 + x);
    double term = z;
    for (int k = 1; k < 24; k += 2) {
      sum += 2 * term / k;
      term *= z * z;
    }
    logarithm_[static_cast<std::size_t>(i)] = sum;
  }
}

double nth_root(double x, int n) {
  double low = 0;
  double high = 1;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    double power = 1;
    for (int k = 0; k < n; ++k) power *= middle;
    (power < x ? low : high) = middle;
  }
  return high;
}

}  // namespace cprota
