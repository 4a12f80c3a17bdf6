// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "cprota/time/calendar.hpp"
#include "cprota/time/parse.hpp"

#include "time/form.hpp"
#include "time/scan.hpp"
#include "time/spelling.hpp"

namespace cprota {
namespace {

constexpr const char* duration_examples = "90m, 4h, 1h30m, 2h40, 2d or 3w";

struct DurationUnit {
  std::string_view letter;
  Minutes length;
};
constexpr DurationUnit units[] = {{"w", std::chrono::weeks(1)},
                                  {"d", std::chrono::days(1)},
                                  {"h", std::chrono::hours(1)},
                                  {"m", Minutes(1)}};

// Larger units before smaller ones, each at most once; after hours the minutes may stand alone, as two
// digits.
std::optional<Minutes> read_duration(std::string_view text) {
  constexpr std::size_t most_digits = 9;
  if (text == "0") return Minutes(0);
  Scan scan(text);
  Minutes sum{0};
  std::string_view before;
  const DurationUnit* next = std::begin(units);
  while (!scan.done()) {
    const std::size_t width = scan.rest().size();
    const auto count = scan.number(most_digits);
    if (!count) return std::nullopt;
    if (scan.done() && before == "h" && width == 2 && *count < 60) return sum + Minutes(*count);
    while (next != std::end(units) && !scan.skip(next->letter)) ++next;
    if (next == std::end(units)) return std::nullopt;
    sum += *count * next->length;
    before = next->letter;
    ++next;
  }
  return before.empty() ? std::nullopt : std::optional(sum);
}

// `1h30m`
std::string shortest(Minutes minutes) {
  const auto count = minutes.count();
  if (count < 60) return fmt::format("{}m", count);
  return count % 60 == 0 ? fmt::format("{}h", count / 60) : fmt::format("{}h{:02}m", count / 60, count % 60);
}

// What may have been meant by `90`, `1 h 30 min`, `PT1H30M`, `2h5`, `1.5h`, `1:30`.
std::string offer(std::string_view text) {
  std::string letters = lower(text);
  std::erase(letters, ' ');
  std::replace(letters.begin(), letters.end(), ',', '.');
  if (letters.starts_with('p')) std::erase_if(letters, [](char c) { return c == 'p' || c == 't'; });
  for (const auto& [word, letter] : {std::pair{"minutes", "m"},
                                     {"minute", "m"},
                                     {"mins", "m"},
                                     {"min", "m"},
                                     {"hours", "h"},
                                     {"hour", "h"},
                                     {"hrs", "h"},
                                     {"days", "d"},
                                     {"day", "d"},
                                     {"weeks", "w"},
                                     {"week", "w"}}) {
    const std::string_view long_word = word;
    for (auto at = letters.find(long_word); at != std::string::npos; at = letters.find(long_word)) {
      letters.replace(at, long_word.size(), letter);
    }
  }
  if (read_duration(letters)) return letters;
  if (const auto hours = letters.find('h'); hours + 2 == letters.size()) letters.insert(hours + 1, "0");
  if (read_duration(letters)) return letters;
  Scan scan(letters);
  const auto whole = scan.number(4);
  if (!whole) return duration_examples;
  if (scan.done()) return fmt::format("{}m or {}h", *whole, *whole);
  if (scan.skip(":")) {
    const auto minutes = scan.digits(2);
    if (minutes && scan.done() && *minutes < 60) return shortest(Minutes(*whole * 60 + *minutes));
  } else if (scan.skip(".")) {
    const std::size_t places = scan.rest().find_first_not_of("0123456789");
    const auto part = scan.number(2);
    const int scale = places == 1 ? 10 : 100;
    if (part && scan.rest() == "h" && *part * 60 % scale == 0) {
      return shortest(Minutes(*whole * 60 + *part * 60 / scale));
    }
  }
  return duration_examples;
}

}  // namespace

Result<Minutes> parse_duration(std::string_view text) {
  if (text.starts_with('-') && read_duration(text.substr(1))) {
    return fail(Fault::usage, fmt::format("{} is negative; a duration is not", quoted(text)));
  }
  const auto minutes = read_duration(text);
  if (!minutes)
    return fail(Fault::usage, fmt::format("{} is no duration; write {}", quoted(text), offer(text)));
  if (*minutes > last_date - first_date) {
    return fail(Fault::usage, fmt::format("{} is longer than the years 1970 to 2199", quoted(text)));
  }
  return *minutes;
}

}  // namespace cprota
