// SPDX-License-Identifier: MIT
#include "format/read_json.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace cprota {
namespace {

constexpr std::size_t deepest = 32;

// Walks over a text and leaves word of how far the parser has read.
class Cursor {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Cursor(const char* at, const char** furthest) : at_(at), furthest_(furthest) {}

  reference operator*() const { return *at_; }
  Cursor& operator++() {
    *furthest_ = std::max(*furthest_, ++at_);
    return *this;
  }
  friend bool operator==(const Cursor& a, const Cursor& b) { return a.at_ == b.at_; }

 private:
  const char* at_;
  const char** furthest_;
};

// `unexpected end of input; expected string literal` in what nlohmann::json says.
std::string_view essence(std::string_view message) {
  const std::size_t dash = message.find(" - ");
  if (dash != std::string_view::npos) message.remove_prefix(dash + 3);
  return message.substr(0, message.find("; last read"));
}

// Builds values as the parser meets them.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Builder(std::string_view text) : text_(text), read_(text.data()) {}

  [[nodiscard]] tl::expected<JsonValue, JsonFault> parse() {
    const Cursor begin(text_.data(), &read_);
    const Cursor end(text_.data() + text_.size(), &read_);
    if (nlohmann::json::sax_parse(begin, end, this)) return std::move(root_);
    return tl::unexpected(std::move(fault_));
  }

  bool null() override { return add(JsonNull{}); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t) override { return add(JsonNumber{}); }
  bool number_unsigned(number_unsigned_t) override { return add(JsonNumber{}); }
  bool number_float(number_float_t, const string_t&) override { return add(JsonNumber{}); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t&) override { return add(JsonNull{}); }
  bool start_object(std::size_t) override { return open(JsonObject{}); }
  bool key(string_t& name) override {
    std::get<JsonObject>(open_.back()->data).push_back({std::move(name), {}});
    done_ = read_;
    return true;
  }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(JsonArray{}); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception& error) override {
    const auto read = static_cast<std::size_t>(read_ - text_.data());
    fault_ = {read == 0 ? 0 : read - 1, fmt::format("this is not JSON: {}", essence(error.what()))};
    return false;
  }

 private:
  // Where the value begins that the parser has just read, or whose bracket it has.
  [[nodiscard]] std::size_t begin_of_value() const {
    const auto done = static_cast<std::size_t>(done_ == nullptr ? 0 : done_ - text_.data());
    return std::min(text_.find_first_not_of(" \t\r\n,:", done), text_.size());
  }

  // Values in a list or object stay where they are while it is open: only the innermost grows.
  template <class T>
  JsonValue* place(T&& data) {
    JsonValue value{std::forward<T>(data), begin_of_value()};
    done_ = read_;
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    if (auto* const array = std::get_if<JsonArray>(&open_.back()->data)) {
      array->push_back(std::move(value));
      return &array->back();
    }
    JsonValue& last = std::get<JsonObject>(open_.back()->data).back().value;
    last = std::move(value);
    return &last;
  }

  template <class T>
  bool add(T&& data) {
    place(std::forward<T>(data));
    return true;
  }

  template <class T>
  bool open(T&& data) {
    open_.push_back(place(std::forward<T>(data)));
    if (open_.size() <= deepest) return true;
    fault_ = {open_.back()->offset, "lists and objects are nested too deeply"};
    return false;
  }

  bool close() {
    open_.pop_back();
    done_ = read_;
    return true;
  }

  std::string_view text_;
  const char* read_;            // how far the parser has read
  const char* done_ = nullptr;  // how far it had when the last value was complete
  JsonValue root_;
  std::vector<JsonValue*> open_;
  JsonFault fault_;
};

}  // namespace

const JsonValue* find(const JsonObject& object, std::string_view key) {
  const auto found =
      std::find_if(object.begin(), object.end(), [&](const JsonMember& member) { return member.key == key; });
  return found == object.end() ? nullptr : &found->value;
}

std::string_view kind_of(const JsonValue& value) {
  constexpr std::string_view kinds[] = {"null", "true or false", "a number", "text", "a list", "an object"};
  return kinds[value.data.index()];
}

tl::expected<JsonValue, JsonFault> parse_json(std::string_view text) {
  return Builder(text).parse();
}

}  // namespace cprota
