// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cprota/cover/now.hpp"
#include "cprota/format/names.hpp"
#include "cprota/format/table.hpp"
#include "cprota/rota/team.hpp"

namespace cprota {

// What is said of one role at a moment, in words.
struct NowRow {
  RoleRef role;
  std::string who;
  Tone tone = Tone::plain;
  std::string phone;
  std::string when;
  std::string then;  // empty where it is no news
  bool ends_before_opening = false;
};

// The roles whose hours are open.
[[nodiscard]] std::vector<NowRow> open_rows(const Team& team, const Now& now, PersonName name);
// The roles whose hours open first; all of them where none do.
[[nodiscard]] std::vector<NowRow> held_rows(const Team& team, const Now& now, PersonName name);
// Why there is no row: `Nobody is promised now. On-call hours open at 07:00.`
[[nodiscard]] std::string closed_sentence(const Team& team, const Now& now);
// `10:00 on-call hours close, support hours open`. Requires that anything changes.
[[nodiscard]] std::string changes_text(const Team& team, const Now& now, PersonName name);
// `weekday`, or `bank holiday: Boxing Day (Substitute day)`.
[[nodiscard]] std::string day_words(DayKind kind, const std::optional<BankHoliday>& holiday);
// `Cloud Platform · Mon 23 Nov 2026 09:15 GMT · weekday`
[[nodiscard]] std::string now_heading(const Team& team, const Now& now);

}  // namespace cprota
