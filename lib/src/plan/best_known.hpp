// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>

#include "cprota/plan/problem.hpp"
#include "cprota/plan/solve.hpp"

namespace cprota {

inline constexpr std::int64_t unbounded = std::numeric_limits<std::int64_t>::max() / 4;

// The best rota so far, and what no rota that is as good above can be below, level by level.
class BestKnown {
 public:
  // No rota yet, and bounds that hold without looking at how turns fit together. The problem outlives it.
  explicit BestKnown(const PlanProblem& problem);

  [[nodiscard]] const PlanProblem& problem() const { return *problem_; }
  [[nodiscard]] const PlanRota& rota() const { return rota_; }
  [[nodiscard]] const LevelValues& values() const { return values_; }
  [[nodiscard]] const LevelValues& bounds() const { return bounds_; }
  [[nodiscard]] std::int64_t value(Level level) const { return values_[static_cast<std::size_t>(level)]; }
  [[nodiscard]] std::int64_t bound(Level level) const { return bounds_[static_cast<std::size_t>(level)]; }
  [[nodiscard]] bool is_reached(Level level) const { return value(level) <= bound(level); }

  // Keeps a rota if it is better than what is known and breaks no rule. Where it leaves fewer turns empty,
  // the bounds of the other levels are forgotten.
  bool take(const PlanRota& rota);

  // The same only if one of the levels down to `level` is better.
  void take_if_better(const PlanRota& rota, Level level);

  // Whether the bound, which this never lowers, is reached now.
  bool raise(Level level, std::int64_t bound);

  // The rota is a best of all.
  void is_best();

  [[nodiscard]] bool comes_before(Level a, Level b) const;

  // The values with `level` at its bound and whatever comes after it.
  [[nodiscard]] LevelValues goal(Level level) const;

  // The bounds of the levels before spacing, and whatever comes after them.
  [[nodiscard]] LevelValues goal_before_spacing() const;

  [[nodiscard]] PlanAnswer answer() const;

 private:
  [[nodiscard]] LevelValues trivial_bounds() const;

  const PlanProblem* problem_;
  PlanRota rota_;
  LevelValues values_{};
  LevelValues bounds_;
};

}  // namespace cprota
