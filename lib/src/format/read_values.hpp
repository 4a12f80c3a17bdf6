// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cprota/rota/pay_rule.hpp"
#include "cprota/time/zone.hpp"

#include "format/read_document.hpp"

namespace cprota {

// Where faults of one file go.
class Findings {
 public:
  Findings(const Document& document, std::vector<Diagnostic>& sink) : document_(document), sink_(sink) {}

  void add(Position at, std::string message);
  // `; did you mean "amara"?`, or nothing
  [[nodiscard]] std::string hint(std::string_view typed, std::span<const std::string> candidates) const;
  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] Place place(Position at) const { return document_.place(at); }

 private:
  const Document& document_;
  std::vector<Diagnostic>& sink_;
};

// What a fault says of a value of the wrong kind: `text`, `a whole number`, `a list`, …
[[nodiscard]] std::string_view kind_of(const Value& value);

// Each of these gives what the value holds, or reports in the words of `key` why it does not hold it.

[[nodiscard]] std::optional<std::string> read_text(Findings& findings, std::string_view key,
                                                   const Value& value);
// Text with at least one character that is seen and no control characters.
[[nodiscard]] std::optional<std::string> read_name(Findings& findings, std::string_view key,
                                                   const Value& value);
// One of `words`, as its index.
[[nodiscard]] std::optional<std::size_t> read_word(Findings& findings, std::string_view key,
                                                   const Value& value, std::span<const std::string> words);
[[nodiscard]] std::optional<int> read_integer(Findings& findings, std::string_view key, const Value& value,
                                              int least, int most);
// A number from 0 to `most` written with at most `places` decimals, times 10^places.
[[nodiscard]] std::optional<std::int64_t> read_decimal(Findings& findings, std::string_view key,
                                                       const Value& value, int places, int most);
// A number, or text such as "1/8".
[[nodiscard]] std::optional<Fraction> read_fraction(Findings& findings, std::string_view key,
                                                    const Value& value);
// "50.00", in pence.
[[nodiscard]] std::optional<std::int64_t> read_money(Findings& findings, std::string_view key,
                                                     const Value& value);
[[nodiscard]] std::optional<Date> read_date(Findings& findings, std::string_view key, const Value& value);
// A local date and time, or one with an offset.
[[nodiscard]] std::optional<Instant> read_instant(Findings& findings, std::string_view key,
                                                  const Value& value, const Zone& zone);
// "8h"; at least a minute.
[[nodiscard]] std::optional<Minutes> read_duration(Findings& findings, std::string_view key,
                                                   const Value& value);
[[nodiscard]] const Array* read_array(Findings& findings, std::string_view key, const Value& value,
                                      std::string_view of_what);
[[nodiscard]] const TomlTable* read_table(Findings& findings, std::string_view key, const Value& value);

// Reads the keys of one table; those nobody asked for are faults.
class TableReader {
 public:
  // `name` as messages call the table: `[team]`.
  TableReader(Findings& findings, const TomlTable& table, Position at, std::string name);

  // nullptr where the table does not have the key.
  [[nodiscard]] const Value* find(std::string_view key);
  // The same; the key is not offered to who misspells another.
  [[nodiscard]] const Value* find_unlisted(std::string_view key);
  // find(), and a fault where the table does not have the key.
  [[nodiscard]] const Value* require(std::string_view key);
  // Reports every key that was not asked for, with the nearest that was.
  void finish();

  [[nodiscard]] Position at() const { return at_; }
  [[nodiscard]] Place place() const { return findings_.place(at_); }

  template <class Read, class... More>
  auto optional(std::string_view key, Read read, More&&... more)
      -> decltype(read(std::declval<Findings&>(), key, std::declval<const Value&>(), more...)) {
    const Value* const value = find(key);
    if (value == nullptr) return {};
    return read(findings_, key, *value, std::forward<More>(more)...);
  }
  template <class Read, class... More>
  auto required(std::string_view key, Read read, More&&... more)
      -> decltype(read(std::declval<Findings&>(), key, std::declval<const Value&>(), more...)) {
    const Value* const value = require(key);
    if (value == nullptr) return {};
    return read(findings_, key, *value, std::forward<More>(more)...);
  }

 private:
  Findings& findings_;
  const TomlTable& table_;
  Position at_;
  std::string name_;
  std::vector<bool> asked_;
  std::vector<std::string> known_;
};

}  // namespace cprota
