// SPDX-License-Identifier: MIT
#include "format/read_document.hpp"

#include <algorithm>
#include <utility>

// Otherwise toml++ asks after every character whether there was an error.
#define TOML_EXCEPTIONS 1
#define TOML_ENABLE_FORMATTERS 0
#define TOML_MAX_NESTED_VALUES 32
#include <fmt/format.h>
#include <toml++/impl/preprocessor.h>
// toml++ checks the first character of a key or a time again and reports it, but only behind assertions that
// `[[[` and `2026-11-25T:` break: abort in one build, undefined in another. The checks alone are right.
#undef TOML_ASSERT_ASSUME
#define TOML_ASSERT_ASSUME(expression) static_assert(true)
#include <toml++/toml.h>

#include "format/scan_text.hpp"

namespace cprota {
namespace {

Position position_of(const toml::source_position& at) {
  return {static_cast<int>(at.line), static_cast<int>(at.column)};
}

Date date_of(const toml::date& date) {
  return std::chrono::local_days(std::chrono::year(date.year) / std::chrono::month(date.month) /
                                 std::chrono::day(date.day));
}

CivilTime civil_time_of(const toml::date_time& value) {
  CivilTime time;
  time.local = Local(date_of(value.date)) + std::chrono::hours(value.time.hour) + Minutes(value.time.minute);
  time.whole_minute = value.time.second == 0 && value.time.nanosecond == 0;
  if (value.offset) time.offset = Minutes(value.offset->minutes);
  return time;
}

// Copies what toml++ parsed, which keeps keys in the order of the alphabet, into the order of the file.
Value copy(const toml::node& node);

Table copy(const toml::table& table) {
  Table entries;
  entries.reserve(table.size());
  for (const auto& [key, node] : table) {
    entries.push_back({std::string(key.str()), position_of(key.source().begin), copy(node)});
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.at < b.at; });
  return entries;
}

Value copy(const toml::node& node) {
  Value value;
  value.begin = position_of(node.source().begin);
  value.end = position_of(node.source().end);
  switch (node.type()) {
    case toml::node_type::string:
      value.data = node.as_string()->get();
      break;
    case toml::node_type::integer:
      value.data = node.as_integer()->get();
      break;
    case toml::node_type::floating_point:
      value.data = Decimal{};
      break;
    case toml::node_type::boolean:
      value.data = node.as_boolean()->get();
      break;
    case toml::node_type::date:
      value.data = date_of(node.as_date()->get());
      break;
    case toml::node_type::time:
      value.data = ClockTime{};
      break;
    case toml::node_type::date_time:
      value.data = civil_time_of(node.as_date_time()->get());
      break;
    case toml::node_type::array: {
      Array items;
      items.reserve(node.as_array()->size());
      for (const toml::node& item : *node.as_array()) items.push_back(copy(item));
      value.data = std::move(items);
      break;
    }
    case toml::node_type::table:
      value.data = copy(*node.as_table());
      break;
    case toml::node_type::none:
      break;
  }
  return value;
}

// The name in `cannot redefine existing string 'primary'`.
std::optional<std::string_view> defined_twice(std::string_view description) {
  constexpr std::string_view words = "cannot redefine existing ";
  const std::size_t at = description.find(words);
  if (at == std::string_view::npos) return std::nullopt;
  const std::size_t open = description.find('\'', at);
  if (open == std::string_view::npos || !description.ends_with('\'')) return std::nullopt;
  return description.substr(open + 1, description.size() - open - 2);
}

// toml++ says what it met while doing what: `Error while parsing key-value pair: expected value, saw '\n'`.
// What people get wrong most often is said in words of ours.
std::string syntax_message(std::string_view description) {
  struct Word {
    std::string_view theirs;
    std::string_view ours;
  };
  constexpr Word words[] = {
      {"could not determine value type", "this is no value of TOML; text stands in quotes"},
      {"Error while parsing string: unescaped control characters",
       "this text has no closing quote on its line"},
      {"Error while parsing time: expected ':', saw '\\n'", "a time in TOML has seconds: write 17:00:00"},
      {"exceeded maximum nested value depth", "lists and tables are nested too deeply"},
      {"numeric value too long", "this number is too long"},
  };
  for (const Word& word : words) {
    if (description.find(word.theirs) != std::string_view::npos) return std::string(word.ours);
  }
  if (const auto name = defined_twice(description)) return fmt::format("\"{}\" stands twice here", *name);
  const std::size_t colon = description.find(": ");
  if (description.starts_with("Error while parsing ") && colon != std::string_view::npos) {
    description.remove_prefix(colon + 2);
  }
  return fmt::format("this is not TOML: {}", description);
}

}  // namespace

Diagnostic Document::diagnostic(Position at, std::string message) const {
  return {Severity::error, place(at), std::move(message), line_at(text_, offset(at))};
}

std::size_t Document::offset(Position at) const {
  const auto line = static_cast<std::size_t>(at.line - 1);
  return line < line_begins_.size() ? skip_characters(text_, line_begins_[line], at.column - 1)
                                    : text_.size();
}

std::string_view Document::as_written(const Value& value) const {
  const std::size_t begin = offset(value.begin);
  return text_.substr(begin, skip_characters(text_, begin, value.end.column - value.begin.column) - begin);
}

tl::expected<Document, Diagnostic> Document::parse(std::string_view text, const std::string& file) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  Document document;
  document.text_ = text;
  document.file_ = file;
  document.line_begins_ = line_begins(text);
  if (auto fault = find_text_fault(text)) {
    return tl::unexpected(document.diagnostic(fault->at, std::move(fault->message)));
  }
  try {
    document.root_ = copy(toml::parse(text));
  } catch (const toml::parse_error& error) {
    Position at = position_of(error.source().begin);
    if (defined_twice(error.description())) at.column = 1;  // toml++ points behind the key
    return tl::unexpected(document.diagnostic(at, syntax_message(error.description())));
  }
  return document;
}

}  // namespace cprota
