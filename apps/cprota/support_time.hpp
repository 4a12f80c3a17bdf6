// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cprota/format/team_folder.hpp"
#include "cprota/hours/hours.hpp"

#include "command.hpp"
#include "output.hpp"

namespace cprota {

// What `elapsed` and `deadline` are both asked: from when on, in which hours.
struct SupportTimeOptions {
  std::optional<std::string> from;
  std::optional<std::string> hours;
  OutputOptions output;
};

struct SupportTimeQuestion {
  std::unique_ptr<TeamFolder> folder;
  const Hours* hours;
  Instant now;
  Instant from;

  [[nodiscard]] const Team& team() const { return folder->team(); }
};

// Refuses any fault of the team's files.
[[nodiscard]] Result<SupportTimeQuestion> read_support_time(const Session& session,
                                                            const SupportTimeOptions& options);

// A and the second word, then `--hours`, `--format`, …
[[nodiscard]] std::vector<Argument> support_time_arguments(SupportTimeOptions& options, Argument first,
                                                           Argument second);

}  // namespace cprota
