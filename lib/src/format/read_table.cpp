// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "cprota/base/suggest.hpp"

#include "format/read_values.hpp"

namespace cprota {
namespace {

// Past these a file is not one that a person mistyped; work is bounded whatever it holds.
constexpr std::size_t most_findings = 1000;
constexpr std::size_t most_hints = 100;

}  // namespace

void Findings::add(Position at, std::string message) {
  if (sink_.size() < most_findings) sink_.push_back(document_.diagnostic(at, std::move(message)));
}

std::string Findings::hint(std::string_view typed, std::span<const std::string> candidates) const {
  return sink_.size() < most_hints ? did_you_mean(typed, candidates) : std::string{};
}

TableReader::TableReader(Findings& findings, const TomlTable& table, Position at, std::string name)
    : findings_(findings), table_(table), at_(at), name_(std::move(name)), asked_(table.size(), false) {}

const Value* TableReader::find(std::string_view key) {
  known_.emplace_back(key);
  return find_unlisted(key);
}

const Value* TableReader::find_unlisted(std::string_view key) {
  for (std::size_t i = 0; i < table_.size(); ++i) {
    if (table_[i].key != key) continue;
    asked_[i] = true;
    return &table_[i].value;
  }
  return nullptr;
}

const Value* TableReader::require(std::string_view key) {
  const Value* const value = find(key);
  if (value == nullptr) findings_.add(at_, fmt::format("{} needs \"{}\"", name_, key));
  return value;
}

void TableReader::finish() {
  for (std::size_t i = 0; i < table_.size(); ++i) {
    if (asked_[i]) continue;
    const std::string hint = findings_.hint(table_[i].key, known_);
    findings_.add(table_[i].at, fmt::format("unknown key \"{}\" in {}{} (the file may be for a newer cprota)",
                                            table_[i].key, name_, hint));
  }
}

}  // namespace cprota
