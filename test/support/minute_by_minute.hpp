// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "cprota/cover/resolve.hpp"
#include "cprota/rota/team.hpp"
#include "cprota/rota/week_file.hpp"

namespace cprota::test {

// What one role looks like in one minute.
struct RoleMinute {
  bool open = false;
  Holder holder;
  // The week and the number of the override in its file; the number is absent where it is the week's own
  // turn, both where no file says anything.
  std::optional<IsoWeek> file;
  std::optional<std::size_t> entry;

  friend bool operator==(const RoleMinute&, const RoleMinute&) = default;
};

// The turn that is running; a day where the rota turns by the day or the week file lists seven.
struct RunningTurn {
  IsoWeek week;
  std::optional<int> day;
};

// The model's rules, asked of one minute after another and in no cleverer way: a second opinion. Uses nothing
// of the layers hours and cover; of Zone, only what the clock on the wall shows at an instant.
class MinuteByMinute {
 public:
  // Knows the minutes of `range`.
  MinuteByMinute(const Team& team, WeekFiles& weeks, const Interval& range);

  [[nodiscard]] Date date(Instant t) const {
    return std::chrono::floor<std::chrono::days>(team_->zone.local(t));
  }
  [[nodiscard]] DayKind kind(Date date) const;
  [[nodiscard]] bool is_open(const Hours& hours, Instant t) const;
  [[nodiscard]] RoleMinute role(const Rota& rota, const Role& role, Instant t) const;
  [[nodiscard]] RunningTurn turn(const Rota& rota, const Role& role, Instant t) const;

  // The shifts, gaps and stretches with nobody of `range`, as a Cover without sources, of one role.
  struct Line {
    RoleRef role;
    Holder holder;
    Interval during;
    friend bool operator==(const Line&, const Line&) = default;
  };
  [[nodiscard]] std::vector<Line> lines(const Rota& rota, const Role& role, const Interval& range) const;

 private:
  // The latest time that the clocks have shown up to `t`: a time of day has come once they have shown it.
  [[nodiscard]] Local shown(Instant t) const;

  const Team* team_;
  WeekFiles* weeks_;
  Interval known_;
  std::vector<Local> shown_;
};

// The same lines of what the product says.
[[nodiscard]] std::vector<MinuteByMinute::Line> lines_of(const Cover& cover, const RoleRef& role);

}  // namespace cprota::test
