// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cprota/cover/resolve.hpp"
#include "cprota/cover/turns.hpp"
#include "cprota/format/mail_draft.hpp"
#include "cprota/format/table.hpp"
#include "cprota/rota/team.hpp"

namespace cprota {

// A document of cprota.next/1.
[[nodiscard]] std::string next_json(const Team& team, const std::vector<Turn>& turns);
[[nodiscard]] std::string next_json(const Team& team, const std::vector<Shift>& shifts);

// Turns or shifts that come next, for people: a line for each, with the year where it is not that of today.
struct NextList {
  struct Line {
    RoleRef role;
    Holder holder;
    std::string when;  // `Mon 23 Nov 10:00 to Mon 30 Nov 10:00`
    std::string from;  // `Mon 23 Nov 10:00`
  };
  std::string_view what;  // `turn`, `shift`
  std::vector<Line> lines;
};
[[nodiscard]] NextList next_list(const Team& team, const std::vector<Turn>& turns, Date today);
[[nodiscard]] NextList next_list(const Team& team, const std::vector<Shift>& shifts, Date today);

[[nodiscard]] Table next_table(const Team& team, const NextList& next);
// A payload for a Slack webhook: {"text", "blocks"}.
[[nodiscard]] std::string next_slack(const Team& team, const NextList& next);
// To everybody who has one of them.
[[nodiscard]] MailDraft next_mail(const Team& team, const NextList& next);

}  // namespace cprota
