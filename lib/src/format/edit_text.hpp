// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "format/read_document.hpp"

namespace cprota {

// A text that is edited in places: its TOML, and the bytes that are to be others. Everything else stays.
class EditedText {
 public:
  // `text` and `document`, which was parsed from it, must outlive this.
  EditedText(std::string_view text, const Document& document);

  // Puts `with` in the place of a value.
  void replace(const Value& value, std::string with);
  // Puts lines, each without its end, after the line in which something ends.
  void insert_after(Position end, const std::vector<std::string>& lines);
  // Puts characters before a position.
  void insert_before(Position at, std::string characters);
  // Puts a block at the end, a blank line between it and what stands.
  void append_block(const std::vector<std::string>& lines);
  // Takes out whole lines, and the blank line above where one below remains.
  void remove_lines(Position first, Position last);

  // The text with all edits, which must not overlap.
  [[nodiscard]] std::string result() const;

 private:
  struct Edit {
    std::size_t begin;
    std::size_t end;
    std::string with;
  };
  [[nodiscard]] std::size_t line_begin(std::size_t offset) const;
  [[nodiscard]] std::size_t after_line(std::size_t offset) const;
  [[nodiscard]] bool is_blank_line(std::size_t begin) const;
  [[nodiscard]] std::string joined(const std::vector<std::string>& lines, bool first_needs_end) const;

  std::string_view text_;
  const Document& document_;
  std::string_view line_end_;
  std::vector<Edit> edits_;
};

// A TOML basic string, quotes and all.
[[nodiscard]] std::string toml_string(std::string_view text);

}  // namespace cprota
