// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cprota {

// How many columns of a terminal a text takes: wide characters two, combining ones none (utf8proc).
[[nodiscard]] int display_width(std::string_view text);

// What a piece of text is, so that a terminal can colour it.
enum class Tone { plain, strong, faint, good, warning, bad };

// A terminal, or a file that stands for one.
struct TextStyle {
  static constexpr int unlimited = 1'000'000;

  int width = 80;       // columns
  bool colour = false;  // ANSI
};

// `text` in the tone, or as it is without colour.
[[nodiscard]] std::string toned(std::string_view text, Tone tone, const TextStyle& style);

struct Cell {
  std::string text;
  Tone tone = Tone::plain;
  bool right = false;  // aligned to the right: numbers

  Cell(std::string t) : text(std::move(t)) {}  // NOLINT: a cell is its text
  Cell(const char* t) : text(t) {}             // NOLINT
  Cell(std::string t, Tone to, bool r = false) : text(std::move(t)), tone(to), right(r) {}
};

// `text` broken at blanks into lines of at most `width` columns, each after the first indented by `indent`.
// The first begins in `column`, behind what stands there already. A longer word has a line of its own. Blanks
// at the beginning of the text stay. No newline at the end.
[[nodiscard]] std::string wrapped(std::string_view text, int width, int indent, int column = 0);

// Rows under a header; the one way in which lists reach text, csv and md.
struct Table {
  std::vector<Cell> header;  // empty: none is shown
  std::vector<std::vector<Cell>> rows;
  // Text needs no header: the cells say what they are.
  bool runs_on = false;
};

// Columns lined up for any script, two spaces between, no trailing blanks; empty without rows. Where the
// table is wider than the style, wide cells are wrapped; where that does not help, rows are folded: the first
// cell heads a block with the others indented below it.
[[nodiscard]] std::string to_text(const Table& table, const TextStyle& style);
// RFC 4180 with CRLF and a header row, one line each: control characters are made visible. A cell that would
// start a formula (=, +, -, @) gets a leading apostrophe, numbers excepted.
[[nodiscard]] std::string to_csv(const Table& table);
// One line of text in Markdown that reads as it is: markup and line breaks are escaped.
[[nodiscard]] std::string markdown_text(const std::string& text);
// A GitHub table; `|`, markup and line breaks in cells are escaped.
[[nodiscard]] std::string to_markdown(const Table& table);

}  // namespace cprota
