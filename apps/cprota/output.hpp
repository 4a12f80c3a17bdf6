// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cprota/format/table.hpp"

#include "command.hpp"
#include "session.hpp"

namespace cprota {

// Where an answer goes and how it is written.
struct OutputOptions {
  std::optional<std::string> format;
  std::optional<std::string> output;

  // `text` unless told otherwise.
  [[nodiscard]] std::string format_or_text() const;
};

// `--format`, `--json` (where json is among the formats) and `--output`.
[[nodiscard]] std::vector<Argument> output_arguments(OutputOptions& options,
                                                     std::vector<std::string> formats);

// The width of the terminal ($COLUMNS before it, 80 without one) and whether to colour: --color, NO_COLOR,
// CLICOLOR_FORCE, TERM=dumb and a terminal, in this order. A file has no colour unless it is asked for.
[[nodiscard]] TextStyle text_style(const Session& session, const OutputOptions& options = {});

// Writes the answer whole, to standard output or to the file of --output, and returns `exit`.
[[nodiscard]] Result<Exit> answer(Session& session, const OutputOptions& options, std::string_view text,
                                  Exit exit = Exit::answered);

}  // namespace cprota
