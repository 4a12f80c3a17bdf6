// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "cprota/plan/solve.hpp"
#include "cprota/rota/rota.hpp"

#include "session.hpp"

namespace cprota {

// Says on standard error how far a search has come, from half a second on; nothing where that is no terminal,
// or under --quiet.
[[nodiscard]] std::function<void(const Rota&, const LevelResult&)> show_progress(const Session& session);

}  // namespace cprota
