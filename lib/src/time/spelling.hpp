// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cprota/time/calendar.hpp"

namespace cprota {

// The text in quotes, cut where it is too long for a message.
[[nodiscard]] std::string quoted(std::string_view text);

// Whether `text` has the form of `pattern`, in which `#` stands for one decimal digit.
[[nodiscard]] bool fits(std::string_view text, std::string_view pattern);

// Spellings that may have been meant by a time, date, week, month or quarter in the manner of other programs
// and countries: `9:15`, `9.15am`, `23/11/2026` (both orders where both make a date), `2026w5`, `Q4`. They
// need not exist.
[[nodiscard]] std::vector<std::string> respelt(std::string_view text, Date today);

// ` is no time; …`: offers what was meant, else gives examples. `words` are those that could stand there;
// `reads` tells whether a spelling would be accepted.
[[nodiscard]] std::string not_understood(std::string_view text, std::string_view what, Date today,
                                         const std::vector<std::string>& words,
                                         const std::function<bool(const std::string&)>& reads,
                                         std::string_view examples);

}  // namespace cprota
