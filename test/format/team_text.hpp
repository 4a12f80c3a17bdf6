// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cprota/rota/team.hpp"
#include "cprota/rota/week_file.hpp"

namespace cprota::test {

// The text of cprota.toml for a team as random_team() makes it, with the bank holidays of England and Wales.
[[nodiscard]] std::string toml_of(const Team& team);

// The text of a week file, with a comment that begins with `#~` before each table.
[[nodiscard]] std::string toml_of(const WeekFile& file, const Zone& zone);

}  // namespace cprota::test
