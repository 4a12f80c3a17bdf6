// SPDX-License-Identifier: MIT
#include "format/read_values.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "cprota/base/suggest.hpp"
#include "cprota/time/calendar.hpp"
#include "cprota/time/parse.hpp"
#include "cprota/time/print.hpp"

#include "format/scan_text.hpp"

namespace cprota {
namespace {

void wrong_kind(Findings& findings, std::string_view key, const Value& value, std::string_view wanted) {
  findings.add(value.begin, fmt::format("\"{}\" must be {}, not {}", key, wanted, kind_of(value)));
}

std::optional<std::int64_t> digits(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool all = error == std::errc{} && end == text.data() + text.size();
  return all && text.find('-') == std::string_view::npos ? std::optional(number) : std::nullopt;
}

// `12.5` with 4 places is 125000. Nothing for another spelling, or more decimals than that.
std::optional<std::int64_t> scaled(std::string_view text, int places) {
  const std::size_t dot = std::min(text.find('.'), text.size());
  std::string fraction(text.substr(std::min(dot + 1, text.size())));
  while (fraction.size() > static_cast<std::size_t>(places) && fraction.ends_with('0')) fraction.pop_back();
  if (dot > 9 || fraction.size() > static_cast<std::size_t>(places)) return std::nullopt;
  fraction.resize(static_cast<std::size_t>(places), '0');
  return digits(std::string(text.substr(0, dot)) + fraction);
}

std::string number_text(const Findings& findings, const Value& value) {
  std::string text(findings.document().as_written(value));
  std::erase(text, '_');
  if (text.starts_with('+')) text.erase(0, 1);
  if (std::holds_alternative<std::int64_t>(value.data))
    text = std::to_string(std::get<std::int64_t>(value.data));
  return text;
}

bool is_number(const Value& value) {
  return std::holds_alternative<std::int64_t>(value.data) || std::holds_alternative<Decimal>(value.data);
}

constexpr int fraction_places = 4;
constexpr std::int64_t fraction_scale = 10'000;

}  // namespace

std::string_view kind_of(const Value& value) {
  constexpr std::string_view names[] = {"text",          "a whole number", "a decimal number",
                                        "true or false", "a date",         "a date and time",
                                        "a time of day", "a list",         "a table"};
  return names[value.data.index()];
}

std::optional<std::string> read_text(Findings& findings, std::string_view key, const Value& value) {
  if (const auto* const text = std::get_if<std::string>(&value.data)) return *text;
  wrong_kind(findings, key, value, "text in quotes");
  return std::nullopt;
}

std::optional<std::string> read_name(Findings& findings, std::string_view key, const Value& value) {
  auto text = read_text(findings, key, value);
  if (!text) return std::nullopt;
  if (text->find_first_not_of(' ') == std::string::npos) {
    findings.add(value.begin, fmt::format("\"{}\" is empty", key));
    return std::nullopt;
  }
  if (has_control_character(*text)) {
    findings.add(value.begin, fmt::format("\"{}\" holds a control character; take it out: {}", key, *text));
    return std::nullopt;
  }
  return text;
}

std::optional<std::size_t> read_word(Findings& findings, std::string_view key, const Value& value,
                                     std::span<const std::string> words) {
  const auto text = read_text(findings, key, value);
  if (!text) return std::nullopt;
  const auto found = std::find(words.begin(), words.end(), *text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  findings.add(value.begin, fmt::format("\"{}\" must be one of \"{}\", not \"{}\"{}", key,
                                        fmt::join(words, "\", \""), *text, findings.hint(*text, words)));
  return std::nullopt;
}

std::optional<int> read_integer(Findings& findings, std::string_view key, const Value& value, int least,
                                int most) {
  const auto* const number = std::get_if<std::int64_t>(&value.data);
  if (number == nullptr) {
    wrong_kind(findings, key, value, "a whole number");
    return std::nullopt;
  }
  if (*number < least || *number > most) {
    findings.add(value.begin, fmt::format("\"{}\" must lie between {} and {}", key, least, most));
    return std::nullopt;
  }
  return static_cast<int>(*number);
}

std::optional<std::int64_t> read_decimal(Findings& findings, std::string_view key, const Value& value,
                                         int places, int most) {
  if (!is_number(value)) {
    wrong_kind(findings, key, value, "a number");
    return std::nullopt;
  }
  const std::string text = number_text(findings, value);
  std::int64_t scale = 1;
  for (int i = 0; i < places; ++i) scale *= 10;
  const auto number = scaled(text, places);
  if (number && *number <= most * scale) return number;
  findings.add(value.begin,
               fmt::format("\"{}\" must be a number from 0 to {} with at most {} decimals, not {}", key, most,
                           places, text));
  return std::nullopt;
}

std::optional<Fraction> read_fraction(Findings& findings, std::string_view key, const Value& value) {
  constexpr int most = 1'000'000;
  if (is_number(value)) {
    const auto number = read_decimal(findings, key, value, fraction_places, most);
    return number ? std::optional(Fraction{*number, fraction_scale}) : std::nullopt;
  }
  const auto text = read_text(findings, key, value);
  if (!text) return std::nullopt;
  const std::size_t slash = std::min(text->find('/'), text->size());
  const auto above = digits(std::string_view(*text).substr(0, slash));
  const auto below = digits(std::string_view(*text).substr(std::min(slash + 1, text->size())));
  if (above && below && *below > 0 && *above <= most && *below <= most) return Fraction{*above, *below};
  const bool too_large = above && below && *below > 0;
  findings.add(value.begin, fmt::format("\"{}\" is a part such as \"1/8\"{}, not \"{}\"", key,
                                        too_large ? fmt::format(" of numbers up to {}", most) : "", *text));
  return std::nullopt;
}

std::optional<std::int64_t> read_money(Findings& findings, std::string_view key, const Value& value) {
  const auto* const text = std::get_if<std::string>(&value.data);
  if (text != nullptr && text->size() >= 4 && text->find('.') == text->size() - 3) {
    if (const auto pence = scaled(*text, 2)) return pence;
  }
  findings.add(value.begin,
               fmt::format("\"{}\" must be an amount in quotes with two decimals, like \"50.00\"", key));
  return std::nullopt;
}

std::optional<Date> read_date(Findings& findings, std::string_view key, const Value& value) {
  const auto* const date = std::get_if<Date>(&value.data);
  if (date == nullptr) {
    const auto* const text = std::get_if<std::string>(&value.data);
    const auto meant = text == nullptr ? std::nullopt : parse_date(*text);
    if (meant) {
      findings.add(value.begin, fmt::format("\"{}\" is a date without quotes: {}", key, iso_date(*meant)));
    } else {
      wrong_kind(findings, key, value, "a date like 2026-11-23");
    }
    return std::nullopt;
  }
  if (*date < first_date || *date > last_date) {
    findings.add(value.begin, fmt::format("\"{}\" lies outside the years 1970 to 2199", key));
    return std::nullopt;
  }
  return *date;
}

std::optional<Instant> read_instant(Findings& findings, std::string_view key, const Value& value,
                                    const Zone& zone) {
  const auto* const time = std::get_if<CivilTime>(&value.data);
  if (time == nullptr) {
    wrong_kind(findings, key, value, "a date and time like 2026-11-25T17:00:00");
    return std::nullopt;
  }
  const Date date = std::chrono::floor<std::chrono::days>(time->local);
  if (date < first_date || date > last_date) {
    findings.add(value.begin, fmt::format("\"{}\" lies outside the years 1970 to 2199", key));
    return std::nullopt;
  }
  if (!time->whole_minute) {
    findings.add(value.begin, fmt::format("\"{}\" must be a whole minute: seconds are 00", key));
    return std::nullopt;
  }
  if (time->offset) return Instant(time->local.time_since_epoch() - *time->offset);
  const LocalLookup found = zone.lookup(time->local);
  if (found.kind == LocalLookup::Kind::repeated) {
    findings.add(value.begin, fmt::format("\"{}\" happens twice in {}: write {} or {}", key, zone.name(),
                                          file_time(found.first, zone), file_time(found.second, zone)));
    return std::nullopt;
  }
  auto instant = civil_instant(time->local, zone);
  if (instant) return *instant;
  findings.add(value.begin, instant.error().diagnostics.front().message);
  return std::nullopt;
}

std::optional<Minutes> read_duration(Findings& findings, std::string_view key, const Value& value) {
  const auto text = read_text(findings, key, value);
  if (!text) return std::nullopt;
  const auto minutes = parse_duration(*text);
  if (!minutes) {
    findings.add(value.begin, fmt::format("\"{}\": {}", key, minutes.error().diagnostics.front().message));
    return std::nullopt;
  }
  if (*minutes > Minutes(0)) return *minutes;
  findings.add(value.begin, fmt::format("\"{}\" must be at least a minute", key));
  return std::nullopt;
}

const Array* read_array(Findings& findings, std::string_view key, const Value& value,
                        std::string_view of_what) {
  if (const auto* const array = std::get_if<Array>(&value.data)) return array;
  wrong_kind(findings, key, value, fmt::format("a list of {}", of_what));
  return nullptr;
}

const TomlTable* read_table(Findings& findings, std::string_view key, const Value& value) {
  if (const auto* const table = std::get_if<TomlTable>(&value.data)) return table;
  wrong_kind(findings, key, value, "a table");
  return nullptr;
}

}  // namespace cprota
