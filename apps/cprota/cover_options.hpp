// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "arguments.hpp"
#include "change.hpp"

namespace cprota {

struct CoverOptions {
  std::optional<std::string> who;
  std::optional<std::string> range;
  std::optional<std::string> by;
  bool undo = false;
  NarrowOptions narrow;
  ChangeOptions change;

  [[nodiscard]] bool changes() const { return by || undo; }
};

// Whose stints, or of which role, and when.
struct Asked {
  Filter filter;
  Range range;
  Interval during;
};
// Reads the words against the team.
[[nodiscard]] Result<Asked> understand(const Session& session, const Team& team, const CoverOptions& options);

// Fails for options that would do nothing beside each other.
[[nodiscard]] Result<void> refuse_what_does_nothing(const CoverOptions& options);

}  // namespace cprota
