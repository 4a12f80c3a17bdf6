// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "cprota/base/result.hpp"
#include "cprota/time/interval.hpp"

namespace cprota {

// What a civil time means in a zone.
struct LocalLookup {
  enum class Kind {
    unique,    // first == second
    skipped,   // a clock change jumps over it: first == second == the moment of that change
    repeated,  // it happens twice: at `first` and, later, at `second`
  };
  Kind kind = Kind::unique;
  Instant first;
  Instant second;
};

// An IANA time zone, right for 1970–2199 on fat and slim zone files. Cheap to copy.
class Zone {
 public:
  // Reads the zone file from $TZDIR or the system's folder. Fault::files for a name that no zone has (with
  // the nearest offered) or that is no zone name, Fault::machine where the machine has no zone files.
  [[nodiscard]] static Result<Zone> load(std::string_view name);
  [[nodiscard]] static Zone utc();

  [[nodiscard]] const std::string& name() const;
  // The civil time at an instant, by the zone's clocks.
  [[nodiscard]] Local local(Instant t) const;
  // The date to which a moment belongs: the one with begin_of(date) <= t < begin_of(date + 1). Where clocks
  // go back over midnight (St John's, at 00:01), the repeated end of the evening belongs to the new date,
  // which had begun; elsewhere it is the date of local(t).
  [[nodiscard]] Date date(Instant t) const;
  // Seconds east of UTC.
  [[nodiscard]] std::chrono::seconds offset(Instant t) const;
  // `GMT`, `BST`, `+0545`.
  [[nodiscard]] std::string abbreviation(Instant t) const;

  [[nodiscard]] LocalLookup lookup(Local t) const;
  // The model's rule for window edges and handovers: what a change skips is the moment of the change, what
  // happens twice is its first occurrence. Never decreases as `t` grows.
  [[nodiscard]] Instant instant(Local t) const { return lookup(t).first; }
  // The first existing minute of a date (of the next one, where the whole date was skipped).
  [[nodiscard]] Instant begin_of(Date date) const { return instant(Local(date)); }
  // Whether the civil time at `t` happens twice, so that only an offset tells which is meant.
  [[nodiscard]] bool is_doubled(Instant t) const;
  // The first instant after `t` at which the offset from UTC changes; none before 2200 if absent.
  [[nodiscard]] std::optional<Instant> next_change(Instant t) const;

 private:
  struct Impl;
  explicit Zone(std::shared_ptr<const Impl> impl);
  std::shared_ptr<const Impl> impl_;
};

}  // namespace cprota
