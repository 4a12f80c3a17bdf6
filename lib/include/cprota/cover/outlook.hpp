// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "cprota/cover/resolve.hpp"

namespace cprota {

// What a monitoring system asks of the time ahead, as instants and lengths that stay true while nobody asks.
struct Outlook {
  struct RoleGaps {
    RoleRef role;
    Minutes open_and_empty{0};  // within gap_horizon from the moment
  };
  struct RotaEnd {
    RotaId rota;
    Instant at;  // of the last filled turn
  };
  // Every role that is not optional, in the order of rotas and roles; none where the filter names a person.
  std::vector<RoleGaps> gaps;
  std::vector<RotaEnd> ends;  // of rotas that have a filled turn
  // The end of the last year for which bank holidays rest on a published list; absent for a team without.
  std::optional<Instant> bank_holidays_end;
};

// Four weeks of elapsed time.
inline constexpr std::chrono::weeks gap_horizon{4};

[[nodiscard]] Outlook outlook(const Team& team, WeekSource& weeks, Instant now, const Filter& filter = {});

}  // namespace cprota
