// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cprota/base/result.hpp"
#include "cprota/time/interval.hpp"
#include "cprota/time/zone.hpp"

namespace cprota {

// Work or an incident to tell the update channel of.
struct Announcement {
  std::string what;
  std::string service;
  Instant from;
  Instant until;
  std::vector<Instant> updates;  // when the next words come
  bool notify_everyone = false;  // @here: only when asked for
};

// Whether the times hold together: the end after the start, at least one update, updates in order and inside
// `[from, until]`; and whether no word of it notifies everyone unless that is meant. Fault::usage with one
// line for each that does not.
[[nodiscard]] Result<Announcement> checked(Announcement announcement, const Zone& zone);

}  // namespace cprota
