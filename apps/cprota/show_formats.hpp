// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cprota/cover/resolve.hpp"
#include "cprota/rota/team.hpp"
#include "cprota/time/parse.hpp"

#include "output.hpp"
#include "session.hpp"

namespace cprota {

// What is asked of `show`, read against the team.
struct ShowRequest {
  const Team& team;
  Range range;
  Filter filter;
  Instant now;
  bool by_turn = false;
  bool with_private = false;
};

// Every format of the rota plugs in here.
[[nodiscard]] Result<std::string> shown(const Session& session, const ShowRequest& request, WeekSource& weeks,
                                        const OutputOptions& output);

}  // namespace cprota
