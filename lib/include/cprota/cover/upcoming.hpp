// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "cprota/cover/resolve.hpp"
#include "cprota/cover/turns.hpp"

namespace cprota {

// What is asked of the time ahead: what begins after `after` and no later than `last`, at most `count` of it.
struct Ahead {
  Instant after;
  Instant last;
  std::size_t count = static_cast<std::size_t>(-1);
};

// In order of begin, then of rota and role; a little at a time, so that no more week files are read than the
// answer needs. Nothing begins later than what the last week file names.
[[nodiscard]] std::vector<Turn> upcoming_turns(const Team& team, const Ahead& ahead, WeekSource& weeks,
                                               const Filter& filter = {});
[[nodiscard]] std::vector<Shift> upcoming_shifts(const Team& team, const Ahead& ahead, WeekSource& weeks,
                                                 const Filter& filter = {});

// The turn of the rota that ends last and has a person (or nobody on purpose), roles in optional aside
// unless all are; of those that end together, the first. Nothing where there is none. Reads week files from
// the last one back.
[[nodiscard]] std::optional<Turn> last_filled_turn(const Team& team, const Rota& rota, WeekSource& weeks);

}  // namespace cprota
