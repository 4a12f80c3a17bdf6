// SPDX-License-Identifier: MIT
#include "cprota/base/version.hpp"

#include <array>
#include <charconv>
#include <optional>

namespace cprota {
namespace {

using Numbers = std::array<int, 3>;

std::optional<Numbers> numbers_of(std::string_view text) {
  Numbers numbers{};
  const char* at = text.data();
  const char* const end = at + text.size();
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (at == end || *at < '0' || *at > '9') return std::nullopt;
    const auto [next, error] = std::from_chars(at, end, numbers[i]);
    if (error != std::errc{}) return std::nullopt;
    if (next == end) return numbers;
    if (*next != '.') return std::nullopt;
    at = next + 1;
  }
  return std::nullopt;
}

}  // namespace

std::string_view version() {
  return CPROTA_VERSION;
}

bool is_version(std::string_view text) {
  return numbers_of(text).has_value();
}

bool is_newer(std::string_view than_this) {
  return numbers_of(than_this) > numbers_of(version());
}

}  // namespace cprota
