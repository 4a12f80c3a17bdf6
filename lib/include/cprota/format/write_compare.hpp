// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cprota/base/result.hpp"
#include "cprota/cover/compare.hpp"
#include "cprota/format/table.hpp"

namespace cprota {

// What `compare` writes.
struct ComparisonAnswer {
  const Team& team;
  const Team& other_team;  // the same one, where a schedule is compared
  std::string other;       // as it was named
  bool of_schedule = false;
  std::optional<Interval> range;  // absent: there was nothing to compare
  Comparison comparison;
  Date today;
};

// A line for each person whose turns and shifts differ: `Amara: + W53 primary (bank holiday 28 Dec), − W51
// secondary; load 154 h → 161 h`, where + is on the other side and − here; for a schedule, a line for each
// stretch.
[[nodiscard]] std::string comparison_text(const ComparisonAnswer& answer, const TextStyle& style);
[[nodiscard]] std::string comparison_markdown(const ComparisonAnswer& answer);
// A webhook's message, each person mentioned.
[[nodiscard]] std::string comparison_slack(const ComparisonAnswer& answer);
// A document of cprota.compare/1.
[[nodiscard]] std::string comparison_json(const ComparisonAnswer& answer);
// The overrides that would make PagerDuty's schedule say what the team's files say, from `now` on.
// Fault::usage where they are of more than one role; fails as pagerduty_overrides() does.
[[nodiscard]] Result<std::string> comparison_pagerduty(const ComparisonAnswer& answer, Instant now);

}  // namespace cprota
