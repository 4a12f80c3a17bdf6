// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <tl/expected.hpp>

#include "cprota/base/diagnostic.hpp"
#include "cprota/time/interval.hpp"

namespace cprota {

// Lines and columns count from 1; columns count code points.
struct Position {
  int line = 1;
  int column = 1;

  friend auto operator<=>(const Position&, const Position&) = default;
};

struct Value;
struct Entry;
using Array = std::vector<Value>;
// In the order of the file.
using TomlTable = std::vector<Entry>;

// A TOML float; Document::as_written has its digits.
struct Decimal {};

struct CivilTime {
  Local local;  // seconds and their fraction cut off
  bool whole_minute = true;
  std::optional<Minutes> offset;  // east of UTC
};

// A time of day without a date, which no key of cprota takes.
struct ClockTime {};

struct Value {
  std::variant<std::string, std::int64_t, Decimal, bool, Date, CivilTime, ClockTime, Array, TomlTable> data;
  Position begin;
  Position end;  // after the last character of a value; of the header of a table that has one
};

struct Entry {
  std::string key;
  Position at;
  Value value;
};

// A TOML 1.0 file as values with their places. `text` must outlive it.
class Document {
 public:
  // Fails with one diagnostic: TOML that is not, bytes that are not UTF-8, control characters, nesting deeper
  // than any file of cprota needs.
  [[nodiscard]] static tl::expected<Document, Diagnostic> parse(std::string_view text,
                                                                const std::string& file);

  [[nodiscard]] const TomlTable& root() const { return root_; }
  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] Place place(Position at) const { return {file_, at.line, at.column}; }
  // A diagnostic with its place and line.
  [[nodiscard]] Diagnostic diagnostic(Position at, std::string message) const;
  // Bytes from the beginning of the text.
  [[nodiscard]] std::size_t offset(Position at) const;
  // The characters of a value that stands on one line.
  [[nodiscard]] std::string_view as_written(const Value& value) const;

 private:
  std::string_view text_;
  std::string file_;
  std::vector<std::size_t> line_begins_;
  TomlTable root_;
};

}  // namespace cprota
