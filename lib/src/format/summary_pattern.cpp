// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "cprota/format/match_schedule.hpp"

namespace cprota {
namespace {

constexpr std::array<std::string_view, 4> fields{"person", "role", "rota", ""};
constexpr std::string_view end_of_title = "end";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

}  // namespace

Result<SummaryPattern> SummaryPattern::parse(std::string_view text) {
  SummaryPattern pattern;
  pattern.text_ = text;
  std::string_view rest = text;
  for (std::size_t open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
    const std::size_t close = rest.find('}', open);
    const std::string_view name =
        close == std::string_view::npos ? rest.substr(open + 1) : rest.substr(open + 1, close - open - 1);
    if (close == std::string_view::npos || std::ranges::find(fields, name) == fields.end()) {
      return fail(Fault::usage,
                  fmt::format("\"{{{}\" is no field; a pattern has {{person}}, {{role}}, {{rota}} and "
                              "{{}} for any text",
                              visible(std::string(name))));
    }
    if (open == 0 && !pattern.parts_.empty()) {
      return fail(Fault::usage, "two fields of a pattern need some text between them");
    }
    pattern.parts_.push_back({std::string(rest.substr(0, open)), std::string(name)});
    rest.remove_prefix(close + 1);
  }
  if (pattern.parts_.empty()) {
    return fail(Fault::usage, "a pattern needs a field, as in \"{person} ({role})\"");
  }
  pattern.parts_.push_back({std::string(rest), std::string(end_of_title)});
  return pattern;
}

std::optional<SummaryPattern::Fields> SummaryPattern::read(std::string_view title) const {
  Fields found;
  if (!title.starts_with(parts_.front().literal)) return std::nullopt;
  title.remove_prefix(parts_.front().literal.size());
  for (std::size_t i = 0; i + 1 < parts_.size(); ++i) {
    const std::string& next = parts_[i + 1].literal;
    const bool is_last = i + 2 == parts_.size();
    if (is_last && !title.ends_with(next)) return std::nullopt;
    const std::size_t end = is_last ? title.size() - next.size() : title.find(next);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string value(trimmed(title.substr(0, end)));
    if (parts_[i].field == "person") found.person = value;
    if (parts_[i].field == "role") found.role = value;
    if (parts_[i].field == "rota") found.rota = value;
    title.remove_prefix(end + next.size());
  }
  return found;
}

}  // namespace cprota
