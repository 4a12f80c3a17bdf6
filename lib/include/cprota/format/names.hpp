// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cprota/rota/team.hpp"
#include "cprota/rota/week_file.hpp"

namespace cprota {

// People and roles as text for people shows them: control characters visible, so that no name can move the
// cursor or forge a line.

// The whole name; the id where the team has no such person.
[[nodiscard]] std::string full_name(const Team& team, const PersonId& id);
// The first word of the name, where nobody else of the team has the same; the whole name otherwise.
[[nodiscard]] std::string short_name(const Team& team, const PersonId& id);
// How a format names a person of the team: full_name, or as a chat mentions people.
using PersonName = std::string (*)(const Team& team, const PersonId& id);

// The whole name, `not filled`, or `nobody, on purpose`.
[[nodiscard]] std::string holder_name(const Team& team, const Holder& holder, PersonName name = full_name);

}  // namespace cprota
