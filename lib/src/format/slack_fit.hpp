// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cprota {

// mrkdwn within Slack's limits. A text is measured as Slack may count it at most, in UTF-16; it is cut at a
// blank, or else at the edge of a character that halves no mention and no escape.

// The text, or what fits of it, marked as cut.
[[nodiscard]] std::string slack_at_most(std::string text, std::size_t limit);

// Lines, each part of them in sections of its own: as few as hold them. Parts share sections where there
// would be more than `most`; of what those cannot hold either, the last one says how many lines it is.
[[nodiscard]] std::vector<std::string> slack_sections(const std::vector<std::vector<std::string>>& parts,
                                                      std::size_t longest, std::size_t most);

}  // namespace cprota
