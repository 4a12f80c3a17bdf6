// SPDX-License-Identifier: MIT
#include "time/form.hpp"

#include <array>
#include <optional>
#include <span>

#include "time/scan.hpp"

namespace cprota {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The place of a name, whole or of three letters, in a list of whole ones.
std::optional<int> place_of(std::string_view word, std::span<const std::string_view> names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (word == names[i] || word == names[i].substr(0, 3)) return static_cast<int>(i);
  }
  return std::nullopt;
}

void add_word(Form& form, const std::string& word) {
  static constexpr std::array<std::string_view, 7> days{"sunday",   "monday", "tuesday", "wednesday",
                                                        "thursday", "friday", "saturday"};
  static constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                           "may",       "june",     "july",     "august",
                                                           "september", "october",  "november", "december"};
  if (const auto month = place_of(word, months)) {
    form.form += 'M';
    form.numbers.push_back({*month + 1, 0});
  } else if (const auto day = place_of(word, days)) {
    form.form += 'D';
    form.numbers.push_back({*day, 0});
  } else {
    form.form += word;
  }
}

}  // namespace

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

Form form_of(std::string_view text) {
  constexpr std::size_t longest_number = 8;
  const std::string letters = lower(text);
  Form out;
  for (std::size_t i = 0; i < letters.size();) {
    std::size_t end = i;
    while (end < letters.size() && is_digit(letters[end])) ++end;
    if (end - i > longest_number) return {};
    if (end > i) {
      out.form += 'N';
      out.numbers.push_back({Scan(letters.substr(i)).digits(end - i).value_or(0), end - i});
      i = end;
      continue;
    }
    while (end < letters.size() && letters[end] >= 'a' && letters[end] <= 'z') ++end;
    if (end > i) {
      add_word(out, letters.substr(i, end - i));
      i = end;
    } else if (letters[i++] != ',') {
      out.form += letters[i - 1];
    }
  }
  return out;
}

}  // namespace cprota
