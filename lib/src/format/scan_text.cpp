// SPDX-License-Identifier: MIT
#include "format/scan_text.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace cprota {
namespace {

constexpr std::size_t most_key_parts = 16;
constexpr std::size_t longest_line_to_show = 400;

bool is_forbidden_control(std::uint32_t value) {
  return (value < 0x20 && value != '\t' && value != '\n' && value != '\r') || value == 0x7f;
}

bool is_bare_key_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

// The end of the string that begins at `begin` with a quote, whether closed or not.
std::size_t end_of_string(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  const bool multi_line = text.substr(begin, 3) == std::string(3, quote);
  const std::string closing(multi_line ? 3 : 1, quote);
  for (std::size_t i = begin + closing.size(); i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text.substr(i, closing.size()) == closing) {
      return i + closing.size();
    } else if (text[i] == '\n' && !multi_line) {
      return i;
    }
  }
  return text.size();
}

// Whether a line has dots enough for too many parts.
bool may_have_long_key(std::string_view text) {
  std::size_t dots = 0;
  for (const char c : text) {
    if (c == '\n') dots = 0;
    if (c == '.' && ++dots >= most_key_parts) return true;
  }
  return false;
}

// Parts of a dotted key follow one another with nothing but a dot and blanks between.
std::optional<TextFault> find_long_key(std::string_view text) {
  if (!may_have_long_key(text)) return std::nullopt;
  std::size_t parts = 0;
  bool after_dot = false;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    const std::size_t begin = i;
    if (c == '#') {
      i = std::min(text.find('\n', i), text.size());
      parts = 0;
    } else if (c == '"' || c == '\'' || is_bare_key_character(c)) {
      if (c == '"' || c == '\'') {
        i = end_of_string(text, i);
      } else {
        while (i < text.size() && is_bare_key_character(text[i])) ++i;
      }
      parts = after_dot ? parts + 1 : 1;
      after_dot = false;
      if (parts > most_key_parts) {
        return TextFault{position_at(text, begin),
                         fmt::format("a key of more than {} parts", most_key_parts)};
      }
    } else {
      if (c != ' ' && c != '\t') after_dot = c == '.';
      ++i;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<BadCharacter> find_bad_character(std::string_view text) {
  if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) {
    return BadCharacter{0, "this is UTF-16; save the file as UTF-8"};
  }
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<std::uint8_t>(text[i]);
    if (byte >= 0x20 && byte < 0x7f) {
      ++i;
      continue;
    }
    const CodePoint point = decode_utf8(text.substr(i));
    if (!point.valid) {
      return BadCharacter{i, fmt::format("byte 0x{:02x} is not UTF-8; save the file as UTF-8", byte)};
    }
    if (is_forbidden_control(point.value)) {
      return BadCharacter{i, fmt::format("control character U+{:04X}; take it out", point.value)};
    }
    i += point.length;
  }
  return std::nullopt;
}

bool has_control_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text.substr(i));
    const std::uint32_t c = point.value;
    if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029) return true;
    i += point.length;
  }
  return false;
}

std::optional<TextFault> find_text_fault(std::string_view text) {
  if (auto bad = find_bad_character(text)) {
    return TextFault{position_at(text, bad->offset), std::move(bad->message)};
  }
  return find_long_key(text);
}

std::vector<std::size_t> line_begins(std::string_view text) {
  std::vector<std::size_t> begins{0};
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1)) {
    begins.push_back(end + 1);
  }
  return begins;
}

std::size_t skip_characters(std::string_view text, std::size_t offset, int count) {
  for (; count > 0 && offset < text.size() && text[offset] != '\n'; --count) {
    offset += decode_utf8(text.substr(offset)).length;
  }
  return offset;
}

Position position_at(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t last_end = before.rfind('\n');
  std::size_t i = last_end == std::string_view::npos ? 0 : last_end + 1;
  Position position{1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')), 1};
  while (i < before.size()) {
    i += decode_utf8(text.substr(i)).length;
    ++position.column;
  }
  return position;
}

std::string line_at(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  // Looks no further than it would show: a file may be one line of megabytes, with a fault in every part.
  const std::size_t from = offset > longest_line_to_show ? offset - longest_line_to_show - 1 : 0;
  const std::size_t before = text.substr(from, offset - from).rfind('\n');
  if (before == std::string_view::npos && from > 0) return {};
  const std::size_t begin = before == std::string_view::npos ? 0 : from + before + 1;
  std::string_view line = text.substr(begin, longest_line_to_show + 2);
  line = line.substr(0, line.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (line.size() > longest_line_to_show) return {};
  return std::string(line);
}

}  // namespace cprota
