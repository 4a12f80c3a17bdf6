// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "format/read_document.hpp"

namespace cprota {

// Why a text is refused before it is parsed.
struct TextFault {
  Position at;
  std::string message;
};

// A byte that is not UTF-8, or a control character other than tab, line feed and carriage return.
struct BadCharacter {
  std::size_t offset = 0;
  std::string message;
};
[[nodiscard]] std::optional<BadCharacter> find_bad_character(std::string_view text);

// Whether a text that stands on one line holds a control character (C0, DEL, C1, line separators).
[[nodiscard]] bool has_control_character(std::string_view text);

// Bytes that are not UTF-8, control characters that TOML forbids, and keys of more parts than any file needs
// (a parser that recurses over them would run out of stack).
[[nodiscard]] std::optional<TextFault> find_text_fault(std::string_view text);

// Where each line begins.
[[nodiscard]] std::vector<std::size_t> line_begins(std::string_view text);
// The offset `count` characters after `offset`, no further than the end of the line.
[[nodiscard]] std::size_t skip_characters(std::string_view text, std::size_t offset, int count);
[[nodiscard]] Position position_at(std::string_view text, std::size_t offset);
// The line that holds `offset`, without its end; nothing for a line too long to show.
[[nodiscard]] std::string line_at(std::string_view text, std::size_t offset);

}  // namespace cprota
