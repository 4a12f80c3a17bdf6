// SPDX-License-Identifier: MIT
#include <cctype>
#include <cstddef>

#include <fmt/format.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/format/table.hpp"

namespace cprota {
namespace {

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

std::string csv_cell(const std::string& cell) {
  static constexpr std::string_view formula_starts = "=+-@";
  const std::string text = visible(cell);
  std::string safe = text;
  if (!text.empty() && formula_starts.find(text.front()) != std::string_view::npos && !is_number(text)) {
    safe = "'" + text;
  }
  if (safe.find_first_of(",\"") == std::string::npos) return safe;
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

std::string markdown_row(const std::vector<Cell>& row, std::size_t columns) {
  std::string line = "|";
  for (std::size_t i = 0; i < columns; ++i) {
    line += fmt::format(" {} |", i < row.size() ? markdown_text(row[i].text) : std::string());
  }
  return line + "\n";
}

}  // namespace

std::string to_csv(const Table& table) {
  std::string out = csv_row(table.header);
  for (const auto& row : table.rows) out += csv_row(row);
  return out;
}

std::string markdown_text(const std::string& text) {
  static constexpr std::string_view markup = "\\`*_{}[]<>#|~&!";
  std::string out;
  for (const char c : visible(text)) {
    if (markup.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
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
