// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cprota/cover/now.hpp"
#include "cprota/cover/outlook.hpp"
#include "cprota/cover/rules.hpp"
#include "cprota/format/team_folder.hpp"

namespace cprota {

// Gauges in the text format of Prometheus, for its textfile collector. Times are seconds since 1970, so that
// an alert about them fires also when nothing writes them any more; each answer ends with
// cprota_generated_timestamp_seconds, the clock when it was made. A gauge with nothing to say is left out.

// cprota_on_call and cprota_on_call_until_timestamp_seconds, by rota, role and person: who covers at that
// moment.
[[nodiscard]] std::string now_metrics(const Now& now, Instant generated);

// What check found, by rule and severity: a line for each rule that was looked for, and 0 where nothing was
// found. `only` as CheckQuestion has it; then cprota_gap_seconds by rota and role,
// cprota_rota_end_timestamp_seconds by rota and cprota_bank_holidays_end_timestamp_seconds.
[[nodiscard]] std::string check_metrics(const CheckAnswer& answer, const std::vector<Rule>& only,
                                        const Outlook& ahead, Instant generated);
// Faults of the files: cprota_findings of rule `file` and no other.
[[nodiscard]] std::string fault_metrics(const CheckAnswer& faults, Instant generated);

// All of them, as a site has them: who covers now, and everything that check finds from this week to the last
// week file. The folder must have been read whole.
[[nodiscard]] std::string site_metrics(TeamFolder& folder, Instant now);

}  // namespace cprota
