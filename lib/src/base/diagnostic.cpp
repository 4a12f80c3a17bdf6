// SPDX-License-Identifier: MIT
#include "cprota/base/diagnostic.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace cprota {
namespace {

bool moves_or_forges(std::uint32_t value) {
  return value < 0x20 || (value >= 0x7f && value < 0xa0) || value == 0x061c || value == 0x200e ||
         value == 0x200f || (value >= 0x2028 && value <= 0x202e) || (value >= 0x2066 && value <= 0x2069);
}

}  // namespace

std::string visible(const std::string& text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(std::string_view(text).substr(i));
    if (!point.valid) {
      out += fmt::format("\\x{:02x}", static_cast<std::uint8_t>(text[i]));
    } else if (point.value == '\n') {
      out += "\\n";
    } else if (point.value == '\t') {
      out += "\\t";
    } else if (point.value == '\r') {
      out += "\\r";
    } else if (moves_or_forges(point.value)) {
      out +=
          point.value < 0x80 ? fmt::format("\\x{:02x}", point.value) : fmt::format("\\u{:04x}", point.value);
    } else {
      out.append(text, i, point.length);
    }
    i += point.length;
  }
  return out;
}

std::string to_string(const Diagnostic& diagnostic) {
  const char* const severity = diagnostic.severity == Severity::error ? "error" : "warning";
  const std::string message = visible(diagnostic.message);
  if (!diagnostic.place) return fmt::format("{}: {}", severity, message);
  const Place& place = *diagnostic.place;
  return fmt::format("{}:{}:{}: {}: {}", visible(place.file), place.line, place.column, severity, message);
}

std::string excerpt(const Diagnostic& diagnostic) {
  if (diagnostic.source_line.empty() || !diagnostic.place) return {};
  std::string line = diagnostic.source_line;
  std::replace(line.begin(), line.end(), '\t', ' ');
  const auto spaces = static_cast<std::size_t>(std::max(diagnostic.place->column - 1, 0));
  return fmt::format("  {}\n  {}^\n", visible(line), std::string(spaces, ' '));
}

}  // namespace cprota
