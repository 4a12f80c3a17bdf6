// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "command.hpp"

namespace cprota {

// What a shell may offer, and what it means (may be empty).
struct Completion {
  std::string word;
  std::string meaning;
};
using Completions = std::vector<Completion>;

// What may stand for an argument: its choices, or what its kind says (`PERSON|ROLE`).
[[nodiscard]] Completions values_of(const Session& session, const Argument& argument);
// The words of a condition of `is`, after those of it that stand there.
[[nodiscard]] Completions words_of_condition(const Session& session, std::span<const std::string> before);

}  // namespace cprota
