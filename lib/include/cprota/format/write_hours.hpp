// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cprota/count/tally.hpp"
#include "cprota/format/table.hpp"
#include "cprota/rota/team.hpp"
#include "cprota/time/parse.hpp"

namespace cprota {

// What `hours` writes.
struct HoursAnswer {
  Range range;
  Grouping grouping = Grouping::range;
  Tally tally;
  bool of_one_person = false;  // then people and gaps do not add up to the open hours
};

// For people: the rows, each person's sum, the gaps, and the check that people do by hand: people and gaps
// are the open hours times the roles.
[[nodiscard]] std::string hours_text(const Team& team, const HoursAnswer& answer, const TextStyle& style);
[[nodiscard]] std::string hours_markdown(const Team& team, const HoursAnswer& answer);
// A document of cprota.hours/1.
[[nodiscard]] std::string hours_json(const Team& team, const HoursAnswer& answer);
// The rows, in minutes.
[[nodiscard]] std::string hours_csv(const Team& team, const HoursAnswer& answer);

}  // namespace cprota
