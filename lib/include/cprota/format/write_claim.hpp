// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cprota/count/pay.hpp"
#include "cprota/format/table.hpp"
#include "cprota/rota/team.hpp"
#include "cprota/time/parse.hpp"

namespace cprota {

// What `claim` writes.
struct ClaimAnswer {
  Range range;
  bool is_over = true;  // nothing of the range is still to come
  bool of_one_person = true;
  std::vector<Claim> claims;  // exactly one where it is of one person
};

// For people who sign it: the lines, the sum, what it would be counted otherwise, what was given away and
// taken on; the last line names the files and the fingerprint. Of all people, a line for each.
[[nodiscard]] std::string claim_text(const Team& team, const ClaimAnswer& answer, const TextStyle& style);
[[nodiscard]] std::string claim_markdown(const Team& team, const ClaimAnswer& answer);
// A document of cprota.claim/1, or of cprota.claims/1.
[[nodiscard]] std::string claim_json(const Team& team, const ClaimAnswer& answer);
// A row for each line of the claim; of all people, for each person.
[[nodiscard]] std::string claim_csv(const Team& team, const ClaimAnswer& answer);

// `pro-rata`, `per-period`, `per-day`
[[nodiscard]] std::string_view to_string(PayCount count);

}  // namespace cprota
