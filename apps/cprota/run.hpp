// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "env.hpp"
#include "session.hpp"

namespace cprota {

// One call of the program: reads the words after its name, answers, and says what to return. Writes nothing
// but through `env` and the library.
[[nodiscard]] Exit run(const std::vector<std::string>& words, Env& env);

}  // namespace cprota
