// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cprota {

struct Number {
  int value = 0;
  // 0 for the number of a name.
  std::size_t digits = 0;
};

// The form of a text: `Mon 23 Nov, 2026` is `D N M N`, with the numbers 1, 23, 11, 2026; letters are small,
// commas gone. Months count from 1, days of the week from Sunday, 0. Without a form where a number is longer
// than eight digits.
struct Form {
  std::string form;
  std::vector<Number> numbers;
};
[[nodiscard]] Form form_of(std::string_view text);

// A–Z as a–z, whatever the locale.
[[nodiscard]] std::string lower(std::string_view text);

}  // namespace cprota
