// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cprota/plan/generate.hpp"

#include "output.hpp"
#include "session.hpp"

namespace cprota {

struct GenerateOptions {
  std::optional<std::string> range;
  std::optional<std::string> rota;
  bool repair = false;
  bool replace = false;
  bool what_if = false;
  std::vector<std::string> without;
  std::vector<std::string> add;
  std::vector<std::string> leave;
  std::optional<int> effort;
  bool dry_run = false;
  bool diff = false;
  OutputOptions output;

  [[nodiscard]] bool writes() const { return !dry_run && !diff && !what_if; }
};

// Makes the team the one that is asked about.
[[nodiscard]] Result<void> suppose(Team& team, const GenerateOptions& options, Instant now);

[[nodiscard]] Result<GenerateQuestion> understand(const Session& session, const GenerateOptions& options,
                                                  const Team& team, Instant now, WeekSource& weeks);

}  // namespace cprota
