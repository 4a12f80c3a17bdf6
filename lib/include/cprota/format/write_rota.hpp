// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cprota/cover/resolve.hpp"
#include "cprota/cover/turns.hpp"
#include "cprota/format/table.hpp"
#include "cprota/rota/team.hpp"
#include "cprota/time/parse.hpp"

namespace cprota {

// The rota of a range, as `show` writes it.
struct RotaOfRange {
  Range range;
  std::vector<Turn> turns;  // whole
  Cover cover;              // cut at the range's ends
};

// A document of cprota.show/1: turns, shifts and gaps.
[[nodiscard]] std::string rota_json(const Team& team, const RotaOfRange& rota);
// A line for each shift, instants in RFC 3339.
[[nodiscard]] std::string rota_csv(const Team& team, const RotaOfRange& rota);

// A line for each shift and gap, for people.
[[nodiscard]] Table shift_table(const Team& team, const Cover& cover);

// A grid for each rota: a row for each week (day, where it turns by the day), a column for each role; in the
// cell the holder, then what differs: `Amara (Cy Wed 25 17:00–22:00)`.
struct TurnGrid {
  RotaId rota;
  Table table;
};
// The whole turns with open minutes in the range; with a person in the filter, their turns and those of which
// they take over a part.
[[nodiscard]] std::vector<TurnGrid> turn_grids(const Team& team, const Interval& range, WeekSource& weeks,
                                               const Filter& filter = {});

// Markdown: the grids, each under the name of its rota, or a table of the shifts and gaps.
[[nodiscard]] std::string rota_markdown(const Team& team, const std::vector<TurnGrid>& grids);
[[nodiscard]] std::string rota_markdown(const Team& team, const Cover& cover);

}  // namespace cprota
