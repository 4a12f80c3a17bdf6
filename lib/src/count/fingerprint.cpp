// SPDX-License-Identifier: MIT
#include "count/fingerprint.hpp"

#include <array>

#include <sha2.h>

#include "cprota/count/pay.hpp"
#include "cprota/time/print.hpp"

namespace cprota {

std::string fingerprint_of(const std::string& text) {
  std::array<char, SHA256_DIGEST_STRING_LENGTH> digest{};
  SHA256Data(reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), digest.data());
  return std::string(digest.data(), 16);
}

std::string canonical_text(const Claim& claim, const Interval& range, const Zone& zone) {
  const auto stretch = [&](const Interval& during) {
    return rfc3339(during.begin(), zone) + ' ' + rfc3339(during.end(), zone);
  };
  std::string text = "claim " + claim.person.str() + ' ' + stretch(range) + '\n';
  for (const ClaimLine& line : claim.lines) {
    text += iso_date(line.date) + ' ' + line.role.str() + ' ' + stretch(line.during) + ' ' +
            std::to_string(line.during.minutes().count()) + ' ' + std::string(to_string(line.kind)) + '\n';
  }
  for (const Incident& incident : claim.incidents) {
    if (incident.during) text += "worked " + stretch(*incident.during) + '\n';
  }
  return text;
}

}  // namespace cprota
