// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cprota/base/ids.hpp"

namespace cprota {

// A message (RFC 5322) for `sendmail -t`, and those it should go to and whose address is not known.
struct MailDraft {
  std::string text;
  std::vector<PersonId> without_address;
};

}  // namespace cprota
