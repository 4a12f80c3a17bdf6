// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <tl/expected.hpp>

namespace cprota {

struct JsonMember;
struct JsonValue;
using JsonArray = std::vector<JsonValue>;
// In the order of the file.
using JsonObject = std::vector<JsonMember>;

struct JsonNull {};
struct JsonNumber {};

struct JsonValue {
  std::variant<JsonNull, bool, JsonNumber, std::string, JsonArray, JsonObject> data;
  std::size_t offset = 0;  // of its first byte

  [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&data); }
  [[nodiscard]] const JsonArray* array() const { return std::get_if<JsonArray>(&data); }
  [[nodiscard]] const JsonObject* object() const { return std::get_if<JsonObject>(&data); }
};

struct JsonMember {
  std::string key;
  JsonValue value;
};

// The first of that key; nullptr where there is none.
[[nodiscard]] const JsonValue* find(const JsonObject& object, std::string_view key);
// `text`, `a number`, `a list`, …
[[nodiscard]] std::string_view kind_of(const JsonValue& value);

struct JsonFault {
  std::size_t offset = 0;
  std::string message;
};

// The whole of `text` as values with their places. Fails for what is not JSON and for nesting deeper than any
// file that cprota reads.
[[nodiscard]] tl::expected<JsonValue, JsonFault> parse_json(std::string_view text);

}  // namespace cprota
