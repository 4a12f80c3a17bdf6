// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "cprota/cover/resolve.hpp"

#include "hours/span_of_years.hpp"

namespace cprota {

// The ISO week whose Monday 00:00 is the last one at or before `t`.
[[nodiscard]] IsoWeek iso_week_at(Instant t, const Zone& zone);

// The first week file from `week` to `last`; looks at the whole folder only where `week` has
// none and more than one week comes after it.
[[nodiscard]] const WeekFile* first_file(WeekSource& weeks, IsoWeek week, IsoWeek last);

// Where a source may speak: its override, or the turns of its week file.
[[nodiscard]] Interval extent(const Source& source, const Rota& rota, const Zone& zone);

// The years that the model knows.
[[nodiscard]] inline Interval all_years(const Zone& zone) {
  return span_of_years(zone);
}

// Adds a stretch to those that end where it begins; one with the last if holder and source are the same.
void append(std::vector<Stretch>& stretches, Stretch stretch);

// Who holds one role, found a week at a time as it is asked for, and kept.
class Timeline {
 public:
  Timeline(const Team& team, const Rota& rota, const Role& role, WeekSource& weeks);

  [[nodiscard]] const Rota& rota() const { return *rota_; }
  [[nodiscard]] const Role& role() const { return *role_; }
  [[nodiscard]] const RoleRef& ref() const { return ref_; }

  // The stretches that fill `range`. Reads no week file before that of `first`: what earlier ones say must
  // not matter.
  [[nodiscard]] std::vector<Stretch> between(const Interval& range, IsoWeek first) const;
  // The same without overrides.
  [[nodiscard]] std::vector<Stretch> turns_between(const Interval& range, IsoWeek first) const;

  // Who holds the role at `t`, and how far around it that is known from the files of the week of `t` and the
  // one before it. Where neither week has a file: as far as there is none.
  [[nodiscard]] const Stretch& at(Instant t);

  // Whether who holds the role at `t` is not known: a file that may say otherwise cannot be used, that of the
  // week of `t` or the one before it.
  [[nodiscard]] bool is_unknown(Instant t);

  // Where the stretch of one source that holds `t` begins; `not_before` where it begins earlier still.
  [[nodiscard]] Instant begin_of_source(Instant t, Instant not_before);

  // The first moment after `t` at which `same` no longer holds of the stretch; absent if that is not before
  // `limit`, where there is one, or beyond the last date there is.
  template <class Same>
  [[nodiscard]] std::optional<Instant> end_of(Instant t, std::optional<Instant> limit, Same same) {
    while (limit ? t < *limit : is_before_end_of_years(team_->zone, t)) {
      const Stretch& stretch = at(t);
      if (!same(stretch)) return t;
      if (stretch.during.end() <= t) return std::nullopt;
      t = stretch.during.end();
    }
    return std::nullopt;
  }

 private:
  enum class With { turns, turns_and_overrides };
  [[nodiscard]] std::vector<Stretch> fill(const Interval& range, IsoWeek first, With with) const;

  struct Chunk {
    Interval during;
    std::vector<Stretch> stretches;
  };
  [[nodiscard]] const Chunk& chunk_at(Instant t);
  [[nodiscard]] Chunk make_chunk(Instant t) const;

  const Team* team_;
  const Rota* rota_;
  const Role* role_;
  RoleRef ref_;
  WeekSource* weeks_;
  std::map<Instant, Chunk> chunks_;  // by begin
};

// Those of every role, in the order of rotas and roles.
[[nodiscard]] std::vector<Timeline> timelines(const Team& team, WeekSource& weeks);

}  // namespace cprota
