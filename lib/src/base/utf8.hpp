// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cprota {

// Before the first character of a text, and no part of it.
inline constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

struct CodePoint {
  std::uint32_t value = 0;
  std::size_t length = 1;
  bool valid = false;
};

// The code point with which `text`, not empty, begins. Well-formed UTF-8 only (RFC 3629): no overlong forms,
// no surrogates, nothing past U+10FFFF; else one byte that is not valid.
[[nodiscard]] CodePoint decode_utf8(std::string_view text);

}  // namespace cprota
