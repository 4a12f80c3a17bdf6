// SPDX-License-Identifier: MIT
#include "escape.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace cprota::golden {
namespace {

constexpr std::string_view escaped_mark = " (esc)";

[[nodiscard]] bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

[[nodiscard]] bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i++]);
    const int rest = lead < 0x80 ? 0 : lead >> 5 == 6 ? 1 : lead >> 4 == 14 ? 2 : lead >> 3 == 30 ? 3 : -1;
    if (rest < 0) return false;
    for (int k = 0; k < rest; ++k) {
      if (i == text.size() || static_cast<unsigned char>(text[i++]) >> 6 != 2) return false;
    }
  }
  return true;
}

[[nodiscard]] bool looks_like_a_mark(std::string_view line) {
  constexpr std::array<std::string_view, 4> marks{"$ ", "> ", "! ", "[exit "};
  return line == "!" || line == ">" ||
         std::ranges::any_of(marks, [&](std::string_view mark) { return line.starts_with(mark); });
}

[[nodiscard]] std::string hex(char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  return {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
}

}  // namespace

std::string escape_line(std::string_view line) {
  const bool utf8 = is_utf8(line);
  const bool mark = looks_like_a_mark(line);
  const bool plain = utf8 && !mark && !line.ends_with(' ') && !line.ends_with(escaped_mark) &&
                     !line.ends_with(" (no-eol)") && std::ranges::none_of(line, is_control);
  if (plain) return std::string(line);
  std::string shown;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool edge = (i == 0 && mark) || (i + 1 == line.size() && c == ' ');
    if (c == '\\') {
      shown += "\\\\";
    } else if (c == '\t') {
      shown += "\\t";
    } else if (c == '\r') {
      shown += "\\r";
    } else if (edge || is_control(c) || (!utf8 && static_cast<unsigned char>(c) >= 0x80)) {
      shown += hex(c);
    } else {
      shown += c;
    }
  }
  return shown.append(escaped_mark);
}

std::string unescape_line(std::string_view shown) {
  if (!shown.ends_with(escaped_mark)) return std::string(shown);
  shown.remove_suffix(escaped_mark.size());
  std::string line;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (shown[i] != '\\' || i + 1 == shown.size()) {
      line += shown[i];
    } else if (const char c = shown[++i]; c == 't') {
      line += '\t';
    } else if (c == 'r') {
      line += '\r';
    } else if (c == 'x' && i + 2 < shown.size()) {
      line += static_cast<char>(std::stoi(std::string(shown.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      line += c;
    }
  }
  return line;
}

}  // namespace cprota::golden
