// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <libical/ical.h>
#include <tl/expected.hpp>

#include "cprota/time/calendar.hpp"

namespace cprota {

// What reckoning the repeats of one file may cost, in days of rules looked at.
struct RepeatSteps {
  std::size_t left = 1'000'000;
};

// The civil times at which an event that begins at `start` repeats by a rule (RFC 5545, 3.3.10), in order;
// the rule's UNTIL, which may be an instant, is left out of account: `last` is the latest that it may allow.
// Of those from `from` on, up to the rule's COUNT and `last`.
//
// Fails, in words for a person, where the rule has no end and there is no `last`, gives no time or not its
// own start, takes too many steps, or is of another calendar (RSCALE).
[[nodiscard]] tl::expected<std::vector<Local>, std::string> repeats(const icalrecurrencetype& rule,
                                                                    Local start, bool is_date, Local from,
                                                                    std::optional<Local> last,
                                                                    RepeatSteps& steps);

}  // namespace cprota
