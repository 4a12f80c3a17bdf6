// SPDX-License-Identifier: MIT
#include "format/read_document.hpp"

#include <algorithm>
#include <utility>

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#define TOML_MAX_NESTED_VALUES 32
#include <fmt/format.h>
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

// toml++ says what it met while doing what: `Error while parsing key-value pair: expected value, saw '\n'`.
std::string syntax_message(std::string_view description) {
  constexpr std::string_view opening = "Error while parsing ";
  if (description.starts_with(opening)) {
    return fmt::format("this is not TOML: in this {}", description.substr(opening.size()));
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
  Document document;
  document.text_ = text;
  document.file_ = file;
  document.line_begins_ = line_begins(text);
  if (auto fault = find_text_fault(text)) {
    return tl::unexpected(document.diagnostic(fault->at, std::move(fault->message)));
  }
  const toml::parse_result parsed = toml::parse(text);
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    return tl::unexpected(
        document.diagnostic(position_of(error.source().begin), syntax_message(error.description())));
  }
  document.root_ = copy(parsed.table());
  return document;
}

}  // namespace cprota
