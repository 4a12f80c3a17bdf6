// SPDX-License-Identifier: MIT
#include "cprota/format/table.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>

#include <fmt/format.h>
#include <utf8proc.h>

#include "cprota/base/diagnostic.hpp"

namespace cprota {
namespace {

constexpr int between_columns = 2;
constexpr int fold_indent = 2;
constexpr int narrowest_column = 12;

std::string_view escape_of(Tone tone) {
  switch (tone) {
    case Tone::plain:
      return "";
    case Tone::strong:
      return "\x1b[1m";
    case Tone::faint:
      return "\x1b[2m";
    case Tone::good:
      return "\x1b[32m";
    case Tone::warning:
      return "\x1b[33m";
    case Tone::bad:
      return "\x1b[31m";
  }
  return "";
}

std::string spaces(int count) {
  return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t found = text.find(at);
    parts.emplace_back(text.substr(0, found));
    if (found == std::string_view::npos) return parts;
    text.remove_prefix(found + 1);
  }
}

int longest_word(const std::string& text) {
  int longest = 0;
  for (const std::string& word : split(text, ' ')) longest = std::max(longest, display_width(word));
  return longest;
}

// The width of each column: that of its widest cell, and the least to which it can be wrapped.
struct ColumnWidths {
  std::vector<int> natural;
  std::vector<int> least;

  [[nodiscard]] int total(const std::vector<int>& widths) const {
    const auto used = std::ranges::count_if(natural, [](int width) { return width > 0; });
    return std::accumulate(widths.begin(), widths.end(), 0) +
           between_columns * std::max(static_cast<int>(used) - 1, 0);
  }
};

ColumnWidths measure(const Table& table) {
  ColumnWidths columns;
  const auto take = [&](const std::vector<Cell>& row) {
    if (row.size() > columns.natural.size()) {
      columns.natural.resize(row.size(), 0);
      columns.least.resize(row.size(), 0);
    }
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string text = visible(row[i].text);
      const int width = display_width(text);
      columns.natural[i] = std::max(columns.natural[i], width);
      columns.least[i] =
          std::max(columns.least[i],
                   row[i].right ? width : std::max(longest_word(text), std::min(width, narrowest_column)));
    }
  };
  take(table.header);
  for (const auto& row : table.rows) take(row);
  return columns;
}

// Widths with which the table fits, the widest columns wrapped first; nothing where it cannot. The first
// column, by which rows are found, stays whole.
std::optional<std::vector<int>> fitted(const ColumnWidths& columns, int width) {
  std::vector<int> widths = columns.natural;
  while (columns.total(widths) > width) {
    std::size_t widest = 0;
    for (std::size_t i = 1; i < widths.size(); ++i) {
      if (widths[i] > columns.least[i] && (widest == 0 || widths[i] > widths[widest])) widest = i;
    }
    if (widest == 0) return std::nullopt;
    --widths[widest];
  }
  return widths;
}

// A row of cells whose lines stand side by side. Columns that are empty in every row take no room.
std::string row_text(const std::vector<Cell>& row, const std::vector<int>& widths, const TextStyle& style) {
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    cells.push_back(split(wrapped(visible(row[i].text), widths[i], 0), '\n'));
    height = std::max(height, cells.back().size());
  }
  std::string out;
  for (std::size_t n = 0; n < height; ++n) {
    std::string line;
    int pending = 0;  // blanks that stand before the next text
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (widths[i] == 0) continue;
      const std::string text = n < cells[i].size() ? cells[i][n] : std::string();
      const int blanks = widths[i] - display_width(text);
      if (row[i].right) pending += blanks;
      if (!text.empty()) {
        line += spaces(pending) + toned(text, row[i].tone, style);
        pending = 0;
      }
      if (!row[i].right) pending += blanks;
      pending += between_columns;
    }
    out += line + "\n";
  }
  return out;
}

// The cells of a row below its first, each after the name of its column.
std::string labelled(const Table& table, const std::vector<Cell>& row, const TextStyle& style) {
  int label = 0;
  for (std::size_t i = 1; i < table.header.size(); ++i) {
    label = std::max(label, display_width(visible(table.header[i].text)) + between_columns);
  }
  std::string out;
  for (std::size_t i = 1; i < row.size(); ++i) {
    if (row[i].text.empty()) continue;
    const std::string name = i < table.header.size() ? visible(table.header[i].text) : std::string();
    out += spaces(fold_indent) + toned(name, Tone::faint, style) + spaces(label - display_width(name));
    const int indent = fold_indent + label;
    out += toned(wrapped(visible(row[i].text), style.width, indent, indent), row[i].tone, style) + "\n";
  }
  return out;
}

// The cells of a row below its first, one after the other.
std::string running(const std::vector<Cell>& row, const TextStyle& style) {
  std::string out;
  int column = 0;
  for (std::size_t i = 1; i < row.size(); ++i) {
    if (row[i].text.empty()) continue;
    const std::string text = visible(row[i].text);
    const int width = display_width(text);
    if (column > 0 && column + between_columns + width <= style.width) {
      out += spaces(between_columns);
      column += between_columns;
    } else {
      const int indent = column == 0 ? fold_indent : 2 * fold_indent;
      out += (column == 0 ? "" : "\n") + spaces(indent);
      column = indent;
    }
    out += toned(wrapped(text, style.width, 2 * fold_indent, column), row[i].tone, style);
    column += width;
  }
  return column == 0 ? out : out + "\n";
}

// Each row a block: the first cell on its own line, the others below it; the name of the first column above
// all.
std::string folded(const Table& table, const TextStyle& style) {
  std::string out;
  std::string last;
  if (!table.runs_on && !table.header.empty() && !table.header.front().text.empty())
    out += toned(wrapped(visible(table.header.front().text), style.width, fold_indent), Tone::faint, style) +
           "\n";
  for (const auto& row : table.rows) {
    if (row.empty()) continue;
    const std::string& head = row.front().text;
    if (!head.empty() && !(table.runs_on && head == last))
      out += toned(wrapped(visible(head), style.width, fold_indent), row.front().tone, style) + "\n";
    if (!head.empty()) last = head;
    out += table.runs_on ? running(row, style) : labelled(table, row, style);
  }
  return out;
}

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  auto left = static_cast<utf8proc_ssize_t>(text.size());
  while (left > 0) {
    utf8proc_int32_t point = 0;
    utf8proc_ssize_t length = utf8proc_iterate(bytes, left, &point);
    if (length <= 0) {
      length = 1;
      ++width;
    } else {
      width += utf8proc_charwidth(point);
    }
    bytes += length;
    left -= length;
  }
  return width;
}

std::string toned(std::string_view text, Tone tone, const TextStyle& style) {
  if (!style.colour || tone == Tone::plain || text.empty()) return std::string(text);
  return fmt::format("{}{}\x1b[0m", escape_of(tone), text);
}

std::string wrapped(std::string_view text, int width, int indent, int column) {
  const std::size_t margin = std::min(text.find_first_not_of(' '), text.size());
  std::string out(text.substr(0, margin));
  column += static_cast<int>(margin);
  bool starts_line = true;
  for (text.remove_prefix(margin); !text.empty();) {
    const std::size_t space = text.find(' ');
    const std::string_view word = text.substr(0, space);
    text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
    const int columns = display_width(word);
    if (!starts_line && column + 1 + columns > width) {
      out += fmt::format("\n{:{}}", "", indent);
      column = indent;
    } else if (!starts_line) {
      out += ' ';
      ++column;
    }
    out += word;
    column += columns;
    starts_line = false;
  }
  return out;
}

std::string to_text(const Table& table, const TextStyle& style) {
  if (table.rows.empty()) return {};
  const auto widths = fitted(measure(table), style.width);
  if (!widths) return folded(table, style);
  std::string out;
  if (!table.header.empty() && !table.runs_on) {
    std::vector<Cell> header = table.header;
    for (Cell& cell : header) cell.tone = Tone::faint;
    out += row_text(header, *widths, style);
  }
  for (const auto& row : table.rows) out += row_text(row, *widths, style);
  return out;
}

}  // namespace cprota
