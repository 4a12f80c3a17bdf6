// SPDX-License-Identifier: MIT
#include "cprota/time/interval_set.hpp"

#include <algorithm>
#include <utility>

namespace cprota {

IntervalSet::IntervalSet(std::vector<Interval> intervals) {
  std::sort(intervals.begin(), intervals.end());
  for (const Interval& next : intervals) {
    if (intervals_.empty() || intervals_.back().end() < next.begin()) {
      intervals_.push_back(next);
    } else if (intervals_.back().end() < next.end()) {
      intervals_.back() = Interval(intervals_.back().begin(), next.end());
    }
  }
}

std::chrono::seconds IntervalSet::length() const {
  std::chrono::seconds sum{0};
  for (const Interval& interval : intervals_) sum += interval.length();
  return sum;
}

Minutes IntervalSet::minutes() const {
  return std::chrono::floor<Minutes>(length());
}

std::optional<Interval> IntervalSet::find(Instant t) const {
  const auto after = std::partition_point(intervals_.begin(), intervals_.end(),
                                          [t](const Interval& i) { return i.begin() <= t; });
  if (after == intervals_.begin() || !std::prev(after)->contains(t)) return std::nullopt;
  return *std::prev(after);
}

std::optional<Interval> IntervalSet::first_after(Instant t) const {
  const auto after = std::partition_point(intervals_.begin(), intervals_.end(),
                                          [t](const Interval& i) { return i.begin() <= t; });
  if (after == intervals_.end()) return std::nullopt;
  return *after;
}

IntervalSet IntervalSet::united(const IntervalSet& other) const {
  std::vector<Interval> both = intervals_;
  both.insert(both.end(), other.intervals_.begin(), other.intervals_.end());
  return IntervalSet(std::move(both));
}

IntervalSet IntervalSet::common(const IntervalSet& other) const {
  IntervalSet out;
  auto mine = intervals_.begin();
  auto theirs = other.intervals_.begin();
  while (mine != intervals_.end() && theirs != other.intervals_.end()) {
    if (const auto shared = mine->common(*theirs)) out.intervals_.push_back(*shared);
    if (mine->end() < theirs->end()) {
      ++mine;
    } else {
      ++theirs;
    }
  }
  return out;
}

IntervalSet IntervalSet::common(const Interval& other) const {
  return common(IntervalSet({other}));
}

IntervalSet IntervalSet::without(const IntervalSet& other) const {
  IntervalSet out;
  auto hole = other.intervals_.begin();
  for (const Interval& interval : intervals_) {
    Instant begin = interval.begin();
    while (hole != other.intervals_.end() && hole->end() <= begin) ++hole;
    for (auto cut = hole; cut != other.intervals_.end() && cut->begin() < interval.end(); ++cut) {
      if (const auto before = Interval::between(begin, cut->begin())) out.intervals_.push_back(*before);
      begin = cut->end();
    }
    if (const auto rest = Interval::between(begin, interval.end())) out.intervals_.push_back(*rest);
  }
  return out;
}

}  // namespace cprota
