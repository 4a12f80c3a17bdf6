// SPDX-License-Identifier: MIT
#include "cprota/format/table.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <numeric>

#include <fmt/format.h>
#include <utf8proc.h>

#include "cprota/base/diagnostic.hpp"

namespace cprota {
namespace {

constexpr int between_columns = 2;
constexpr int fold_indent = 2;

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

// A cell filled up to its column; the last of a row gets no blanks behind it.
std::string padded(const Cell& cell, int width, bool last, const TextStyle& style) {
  const std::string text = visible(cell.text);
  const std::string blanks = spaces(width - display_width(text));
  const std::string shown = toned(text, cell.tone, style);
  if (cell.right) return blanks + shown;
  return last ? shown : shown + blanks;
}

std::vector<int> column_widths(const Table& table) {
  std::vector<int> widths;
  const auto measure = [&](const std::vector<Cell>& row) {
    if (row.size() > widths.size()) widths.resize(row.size(), 0);
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(visible(row[i].text)));
    }
  };
  measure(table.header);
  for (const auto& row : table.rows) measure(row);
  return widths;
}

// Columns that are empty in every row take no room.
std::string row_text(const std::vector<Cell>& row, const std::vector<int>& widths, const TextStyle& style) {
  std::size_t used = row.size();
  while (used > 0 && row[used - 1].text.empty()) --used;
  std::string line;
  bool first = true;
  for (std::size_t i = 0; i < used; ++i) {
    if (widths[i] == 0) continue;
    if (!first) line += spaces(between_columns);
    first = false;
    line += padded(row[i], widths[i], i + 1 == used, style);
  }
  return line + "\n";
}

// The first cell on its own line, the others below it, each after the name of its column.
std::string folded(const Table& table, const TextStyle& style) {
  int label = 0;
  for (std::size_t i = 1; i < table.header.size(); ++i) {
    label = std::max(label, display_width(visible(table.header[i].text)));
  }
  std::string out;
  for (const auto& row : table.rows) {
    if (row.empty()) continue;
    if (!row.front().text.empty()) out += toned(visible(row.front().text), row.front().tone, style) + "\n";
    for (std::size_t i = 1; i < row.size(); ++i) {
      if (row[i].text.empty()) continue;
      out += spaces(fold_indent);
      if (i < table.header.size() && label > 0) {
        out += toned(visible(table.header[i].text), Tone::faint, style);
        out += spaces(label - display_width(visible(table.header[i].text)) + between_columns);
      }
      out += toned(visible(row[i].text), row[i].tone, style) + "\n";
    }
  }
  return out;
}

bool is_number(const std::string& text) {
  std::size_t i = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  const std::size_t digits = i;
  bool point = false;
  for (; i < text.size(); ++i) {
    if (text[i] == '.' && !point && i > digits) {
      point = true;
    } else if (std::isdigit(static_cast<unsigned char>(text[i])) == 0) {
      return false;
    }
  }
  return i > digits && text.back() != '.';
}

std::string csv_cell(const std::string& text) {
  static constexpr std::string_view formula_starts = "=+-@\t\r";
  std::string safe = text;
  if (!text.empty() && formula_starts.find(text.front()) != std::string_view::npos && !is_number(text)) {
    safe = "'" + text;
  }
  if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
  std::string quoted = "\"";
  for (const char c : safe) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string csv_row(const std::vector<Cell>& row) {
  std::string line;
  for (const Cell& cell : row)
    line += (line.empty() && &cell == &row.front() ? "" : ",") + csv_cell(cell.text);
  return line + "\r\n";
}

std::string markdown_cell(const std::string& text) {
  static constexpr std::string_view markup = "\\`*_{}[]<>#|~&!";
  std::string out;
  for (const char c : visible(text)) {
    if (markup.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string markdown_row(const std::vector<Cell>& row, std::size_t columns) {
  std::string line = "|";
  for (std::size_t i = 0; i < columns; ++i) {
    line += fmt::format(" {} |", i < row.size() ? markdown_cell(row[i].text) : std::string());
  }
  return line + "\n";
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

std::string to_text(const Table& table, const TextStyle& style) {
  const std::vector<int> widths = column_widths(table);
  const auto used = std::count_if(widths.begin(), widths.end(), [](int width) { return width > 0; });
  const int total = std::accumulate(widths.begin(), widths.end(), 0) +
                    between_columns * std::max(static_cast<int>(used) - 1, 0);
  if (total > style.width && widths.size() > 1) return folded(table, style);
  std::string out;
  if (!table.header.empty()) {
    std::vector<Cell> header = table.header;
    for (Cell& cell : header) cell.tone = Tone::faint;
    out += row_text(header, widths, style);
  }
  for (const auto& row : table.rows) out += row_text(row, widths, style);
  return out;
}

std::string to_csv(const Table& table) {
  std::string out = csv_row(table.header);
  for (const auto& row : table.rows) out += csv_row(row);
  return out;
}

std::string to_markdown(const Table& table) {
  const std::size_t columns = table.header.size();
  std::string out = markdown_row(table.header, columns) + "|";
  for (const Cell& cell : table.header) out += cell.right ? " ---: |" : " --- |";
  out += "\n";
  for (const auto& row : table.rows) out += markdown_row(row, columns);
  return out;
}

}  // namespace cprota
