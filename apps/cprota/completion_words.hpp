// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "completion_kinds.hpp"

namespace cprota {

// What may stand in place of the last of the words after the program's name. People, roles, rotas, hours and
// weeks are those of the team that is found; without one there are none. Nothing where a file is asked for.
[[nodiscard]] Completions completions_of(const Session& session, const std::vector<std::string>& words);

}  // namespace cprota
