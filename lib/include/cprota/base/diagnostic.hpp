// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace cprota {

// A position in a file that people wrote. `file` is the path as messages show it (relative to the team's
// folder where it lies inside). Lines and columns count from 1; a column counts characters (code points), not
// bytes.
struct Place {
  std::string file;
  int line = 1;
  int column = 1;

  friend bool operator==(const Place&, const Place&) = default;
};

enum class Severity { error, warning };

// One thing that is wrong, in words that say what and what to do. `place` is absent where no file is to
// blame; `source_line` is the offending line as written, for showing with a caret.
struct Diagnostic {
  Severity severity = Severity::error;
  std::optional<Place> place;
  std::string message;
  std::string source_line;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// `rota/2026-W48.toml:3:11: error: no one is called "amra"; did you mean "amara"?` Without a place: `error:
// …`. One line, control characters made visible.
[[nodiscard]] std::string to_string(const Diagnostic& diagnostic);

// The offending line and a caret under its column, indented by two, each ended by a newline; empty where the
// diagnostic has no source line. Tabs stand as one space so that the caret lines up.
[[nodiscard]] std::string excerpt(const Diagnostic& diagnostic);

// `text` with control characters (C0, DEL, C1, and the bidirectional and line separators of Unicode) and
// bytes that are not UTF-8 written as `\n`, `\t`, `\x1b`, `\u202e`, so that it cannot move a cursor or forge
// a line.
[[nodiscard]] std::string visible(const std::string& text);

}  // namespace cprota
