// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "cprota/time/interval.hpp"

namespace cprota {

// A set of instants kept as the fewest intervals, in order of time: they neither overlap nor touch.
class IntervalSet {
 public:
  IntervalSet() = default;
  // The union of any intervals, in any order.
  explicit IntervalSet(std::vector<Interval> intervals);

  [[nodiscard]] const std::vector<Interval>& intervals() const { return intervals_; }
  [[nodiscard]] bool empty() const { return intervals_.empty(); }
  [[nodiscard]] std::chrono::seconds length() const;
  [[nodiscard]] Minutes minutes() const;
  [[nodiscard]] bool contains(Instant t) const { return find(t).has_value(); }
  // The interval that holds `t`.
  [[nodiscard]] std::optional<Interval> find(Instant t) const;
  // The first interval that begins after `t`.
  [[nodiscard]] std::optional<Interval> first_after(Instant t) const;

  [[nodiscard]] IntervalSet united(const IntervalSet& other) const;
  [[nodiscard]] IntervalSet common(const IntervalSet& other) const;
  [[nodiscard]] IntervalSet common(const Interval& other) const;
  [[nodiscard]] IntervalSet without(const IntervalSet& other) const;

  friend bool operator==(const IntervalSet&, const IntervalSet&) = default;

 private:
  std::vector<Interval> intervals_;
};

}  // namespace cprota
