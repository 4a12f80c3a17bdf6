// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "cprota/base/diagnostic.hpp"

#include "format/html.hpp"
#include "format/page_parts.hpp"

namespace cprota {
namespace {

constexpr std::size_t fewest_digits = 3;
constexpr std::size_t most_digits = 15;  // E.164
// What follows so many in brackets or after a slash is something else.
constexpr std::size_t whole_digits = 7;
// Dialled only where the code of the country is not.
constexpr std::string_view trunk = "(0)";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
char lower(char c) {
  return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
bool is_letter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}

// The bytes of what may stand between two digits of one number, 0 where something else does.
std::size_t separator(std::string_view text, std::size_t digits) {
  if (std::string_view(" -.)").find(text.front()) != std::string_view::npos) return 1;
  if (std::string_view("(/").find(text.front()) != std::string_view::npos)
    return digits < whole_digits ? 1 : 0;
  if (text.starts_with("\u00a0")) return 2;
  // Blanks, dashes and marks of direction, U+2000 to U+206F.
  return text.starts_with("\xE2\x80") || text.starts_with("\xE2\x81") ? 3 : 0;
}

struct Number {
  std::string dialled;
  std::size_t digits = 0;
  std::size_t end = 0;  // of its last digit in the text
};

Number number_at(std::string_view text, std::size_t at) {
  Number number;
  const bool is_global = text[at] == '+';
  if (is_global) number.dialled = text[at++];
  number.end = at;
  while (at < text.size()) {
    const std::string_view rest = text.substr(at);
    if (is_digit(rest.front())) {
      ++number.digits;
      number.dialled += rest.front();
      number.end = ++at;
    } else if (!is_global && (rest.front() == '*' || rest.front() == '#')) {
      number.dialled += rest.front() == '#' ? "%23" : "*";
      number.end = ++at;
    } else if (is_global && rest.starts_with(trunk) && number.digits < whole_digits) {
      at += trunk.size();
    } else if (const std::size_t bytes = separator(rest, number.digits); bytes > 0) {
      at += bytes;
    } else {
      break;
    }
  }
  return number;
}

void skip(std::string_view& text, std::string_view any) {
  text.remove_prefix(std::min(text.find_first_not_of(any), text.size()));
}

// `;ext=12` of `ext 12`, `(x12)`, `, extension 12`.
std::string extension(std::string_view text) {
  skip(text, " ,;(");
  std::string lowered;
  std::ranges::transform(text, std::back_inserter(lowered), lower);
  for (const std::string_view word : {"extension", "ext", "x"}) {
    if (!lowered.starts_with(word)) continue;
    text.remove_prefix(word.size());
    skip(text, " .:=");
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const bool is_word = digits < text.size() && is_letter(text[digits]);
    return digits == 0 || is_word ? std::string() : fmt::format(";ext={}", text.substr(0, digits));
  }
  return {};
}

// `0800 FLOWERS`, `555-CALL`: the digits alone are somebody else's number.
bool is_spelled_on(std::string_view rest) {
  if (rest.empty()) return false;
  const bool joined = rest.front() == '-' || rest.front() == '.';
  if (is_letter(rest.front()) || (joined && rest.size() > 1 && is_letter(rest[1]))) return true;
  skip(rest, " ");
  return !rest.empty() && is_capital(rest.front());
}

std::string dialled_in(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    at = text.find_first_of("+*#0123456789", at);
    if (at == std::string_view::npos) break;
    const Number number = number_at(text, at);
    if (number.digits >= fewest_digits) {
      const std::string_view rest = text.substr(number.end);
      const std::string ext = extension(rest);
      const bool is_clear = number.digits <= most_digits && (!ext.empty() || !is_spelled_on(rest));
      return is_clear ? number.dialled + ext : std::string();
    }
    at = number.end;
  }
  return {};
}

}  // namespace

std::string dialled(const Person& person) {
  return person.phone ? dialled_in(*person.phone) : std::string();
}

std::string phone_text(const Person& person) {
  std::string text = visible(*person.phone);
  if (dialled(person).empty()) return text;
  std::string unbroken;
  for (const char c : text) unbroken += c == ' ' ? std::string("\u00a0") : std::string(1, c);
  return unbroken;
}

std::string phone_link(const Person& person) {
  if (!person.phone) return {};
  const std::string number = dialled(person);
  return fmt::format("<a class=\"phone\"{}>{}</a>",
                     number.empty() ? "" : fmt::format(" href=\"tel:{}\"", number), html(phone_text(person)));
}

}  // namespace cprota
