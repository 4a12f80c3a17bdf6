// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cprota/format/mail_draft.hpp"
#include "cprota/format/table.hpp"
#include "cprota/rota/team.hpp"

#include "command.hpp"
#include "session.hpp"

namespace cprota {

// Where an answer goes and how it is written.
struct OutputOptions {
  std::optional<std::string> format;
  std::optional<std::string> output;
  std::optional<std::string> into;

  // `text` unless told otherwise; `md` for --into.
  [[nodiscard]] std::string format_or_text() const;
};

// `--format`, `--json` and `--into` (where json and md are among the formats) and `--output`.
[[nodiscard]] std::vector<Argument> output_arguments(OutputOptions& options,
                                                     std::vector<std::string> formats);

// The width that $COLUMNS says, else that of the terminal; without either, lines are as long as they get.
// Colour as --color, NO_COLOR, CLICOLOR_FORCE, TERM=dumb and a terminal say, in this order. A file has none
// unless
// --color or CLICOLOR_FORCE asks for it.
[[nodiscard]] TextStyle text_style(const Session& session, const OutputOptions& options = {});

// The message, once standard error has heard whom it does not reach.
[[nodiscard]] std::string mail_text(const Session& session, const Team& team, const MailDraft& draft);

// Fault::usage for an --output or --into that no answer goes to: before anything is changed.
[[nodiscard]] Result<void> check_output(const OutputOptions& options);

// Writes the answer whole, to standard output, to the file of --output or into that of --into, and returns
// `exit`.
[[nodiscard]] Result<Exit> answer(Session& session, const OutputOptions& options, std::string_view text,
                                  Exit exit = Exit::answered);
// The same after files of the team were `written`: where the answer cannot be, standard error says that they
// were.
[[nodiscard]] Result<Exit> answer(Session& session, const OutputOptions& options, std::string_view text,
                                  Exit exit, const std::vector<std::string>& written);

}  // namespace cprota
