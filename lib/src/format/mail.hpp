// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cprota {

struct Mailbox {
  std::string name;  // may be empty
  std::string address;
};

// A message (RFC 5322) in UTF-8 with To, Subject and MIME headers, ready for `sendmail -t`, which adds From
// and Date. Words that are not ASCII are encoded (RFC 2047), control characters made visible, so that no name
// can add a header. Lines end in LF; the body ends in one.
[[nodiscard]] std::string mail_message(const std::vector<Mailbox>& to, std::string_view subject,
                                       std::string_view body);

// Whether `text` may stand as an address: one `@` with words of ASCII on both sides, no blank, no bracket.
[[nodiscard]] bool is_address(std::string_view text);

}  // namespace cprota
