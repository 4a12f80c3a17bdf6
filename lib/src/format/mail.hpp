// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cprota/format/mail_draft.hpp"
#include "cprota/format/table.hpp"
#include "cprota/rota/team.hpp"

namespace cprota {

struct Mailbox {
  std::string name;  // may be empty
  std::string address;
};

// How wide a table in a mail is.
inline constexpr TextStyle mail_style{72, false};

// A message (RFC 5322) in UTF-8 with To, Subject and MIME headers, ready for `sendmail -t`, which adds From
// and Date. Words that are not ASCII are encoded (RFC 2047), control characters made visible, so that no name
// can add a header. Without anybody in `to` it is to an empty group, which sendmail refuses. Lines end in LF,
// as sendmail wants them; the body ends in one, and is encoded where a line is longer than mail may carry.
[[nodiscard]] std::string mail_message(const std::vector<Mailbox>& to, std::string_view subject,
                                       std::string_view body);

// The same to those people of the team, in its order and each once.
[[nodiscard]] MailDraft mail_to(const Team& team, const std::vector<PersonId>& people,
                                std::string_view subject, std::string_view body);

// Whether `text` may stand as an address: one `@` with words of ASCII on both sides, no blank, no bracket.
[[nodiscard]] bool is_address(std::string_view text);

}  // namespace cprota
