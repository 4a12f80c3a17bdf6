// SPDX-License-Identifier: MIT
#pragma once

#include <cassert>
#include <chrono>
#include <compare>
#include <optional>

namespace cprota {

// A moment on the UTC time line. Whole minutes everywhere in the model; seconds carry zones whose offset is
// not.
using Instant = std::chrono::sys_seconds;
// Civil time of some zone; becomes an instant only through a Zone.
using Local = std::chrono::local_seconds;
// A civil date.
using Date = std::chrono::local_days;
using Minutes = std::chrono::minutes;

// A stretch of time `[begin, end)`, never empty.
class Interval {
 public:
  // Requires begin < end.
  Interval(Instant begin, Instant end) : begin_(begin), end_(end) { assert(begin < end); }

  // The stretch between two instants; nothing where it would be empty or reversed.
  [[nodiscard]] static std::optional<Interval> between(Instant begin, Instant end) {
    if (begin >= end) return std::nullopt;
    return Interval(begin, end);
  }

  [[nodiscard]] Instant begin() const { return begin_; }
  [[nodiscard]] Instant end() const { return end_; }
  [[nodiscard]] std::chrono::seconds length() const { return end_ - begin_; }
  // Elapsed whole minutes.
  [[nodiscard]] Minutes minutes() const { return std::chrono::floor<Minutes>(length()); }
  [[nodiscard]] bool contains(Instant t) const { return begin_ <= t && t < end_; }
  [[nodiscard]] bool overlaps(const Interval& other) const {
    return begin_ < other.end_ && other.begin_ < end_;
  }
  // The part that both have; nothing where they only touch or lie apart.
  [[nodiscard]] std::optional<Interval> common(const Interval& other) const;

  friend auto operator<=>(const Interval&, const Interval&) = default;

 private:
  Instant begin_;
  Instant end_;
};

inline std::optional<Interval> Interval::common(const Interval& other) const {
  const Instant begin = begin_ > other.begin_ ? begin_ : other.begin_;
  const Instant end = end_ < other.end_ ? end_ : other.end_;
  return between(begin, end);
}

}  // namespace cprota
