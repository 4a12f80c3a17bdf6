// SPDX-License-Identifier: MIT
#include "cprota/count/day_rate.hpp"

#include <optional>
#include <string>

namespace cprota {
namespace {

constexpr std::size_t most_digits = 9;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// `200`, `200.5`, `200.50` in pence.
std::optional<std::int64_t> parse_amount(std::string_view text) {
  const auto point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view decimals =
      point == std::string_view::npos ? std::string_view("0") : text.substr(point + 1);
  if (whole.empty() || whole.size() > most_digits || decimals.empty() || decimals.size() > 2)
    return std::nullopt;
  std::int64_t pence = 0;
  for (const char c : whole) {
    if (!is_digit(c)) return std::nullopt;
    pence = 10 * pence + (c - '0');
  }
  for (std::size_t i = 0; i < 2; ++i) {
    const char c = i < decimals.size() ? decimals[i] : '0';
    if (!is_digit(c)) return std::nullopt;
    pence = 10 * pence + (c - '0');
  }
  return pence;
}

Result<DayRate> parse(std::string_view text, bool yearly, const char* what, const char* example) {
  const auto pence = parse_amount(text);
  if (!pence) {
    return fail(Fault::usage, std::string(what) + " is an amount such as " + example + " or " + example +
                                  ".00, up to 999999999.99, with no sign, currency or comma: not \"" +
                                  visible(std::string(text)) + '"');
  }
  return DayRate{*pence, yearly};
}

}  // namespace

Result<DayRate> parse_day_rate(std::string_view text) {
  return parse(text, false, "a day rate", "200");
}

Result<DayRate> parse_salary(std::string_view text) {
  return parse(text, true, "a salary", "46000");
}

}  // namespace cprota
