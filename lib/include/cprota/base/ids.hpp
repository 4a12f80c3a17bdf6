// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace cprota {

// The name by which files and options call something: lower-case letters, digits, '-', '_'. A different Tag
// is a different type, so that a role cannot be passed where a rota is meant.
template <class Tag>
class Id {
 public:
  Id() = default;
  explicit Id(std::string text) : text_(std::move(text)) {}

  [[nodiscard]] const std::string& str() const { return text_; }

  friend auto operator<=>(const Id&, const Id&) = default;
  friend bool operator==(const Id&, const Id&) = default;

 private:
  std::string text_;
};

using PersonId = Id<struct PersonTag>;
using HoursId = Id<struct HoursTag>;
using RotaId = Id<struct RotaTag>;
using RoleId = Id<struct RoleTag>;

// Whether `text` may name a person, hours, a rota or a role: one or more of a–z, 0–9, '-' and '_'.
[[nodiscard]] constexpr bool is_id(std::string_view text) {
  if (text.empty()) return false;
  for (const char c : text) {
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_')) return false;
  }
  return true;
}

}  // namespace cprota

template <class Tag>
struct std::hash<cprota::Id<Tag>> {
  std::size_t operator()(const cprota::Id<Tag>& id) const noexcept {
    return std::hash<std::string>{}(id.str());
  }
};
