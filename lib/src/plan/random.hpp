// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace cprota {

// A counter-based generator: the n-th number depends on the seed and n alone. SplitMix64 (Steele, Lea and
// Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : counter_(seed) {}

  [[nodiscard]] std::uint64_t next() {
    std::uint64_t z = counter_ += 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
  }

  // 0 … below − 1; the bias is below 2⁻³².
  [[nodiscard]] int below(int limit) {
    return static_cast<int>(((next() >> 32) * static_cast<std::uint64_t>(limit)) >> 32);
  }

 private:
  std::uint64_t counter_;
};

}  // namespace cprota
