// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cprota/cover/now.hpp"
#include "cprota/cover/turns.hpp"
#include "cprota/format/table.hpp"
#include "cprota/rota/team.hpp"

namespace cprota {

// What the program says when it is called alone.
struct Status {
  Now now;
  // The next turn of each role that nobody has when its holder's time ends, as on the eve of a weekend.
  std::vector<Turn> after_a_pause;
  // One person, where the caller is known: their next turn of each rota, and their leave, now or next.
  std::optional<PersonId> me;
  std::vector<Turn> my_turns;
  std::optional<Leave> my_leave;
  // One line for each kind of trouble.
  std::vector<std::string> trouble;
};

// The person's leave of that day, else the next that begins within 400 days.
[[nodiscard]] std::optional<Leave> leave_from(const Team& team, const PersonId& person, Date date);

// Of the roles that the moment says nobody of, see Status::after_a_pause; none beyond a week file that cannot
// be used.
[[nodiscard]] std::vector<Turn> turns_after_a_pause(const Team& team, WeekSource& weeks, const Now& now);

// Trouble ahead, read from week files: `rota ends in 5 weeks`, `gap Sat 12 Dec 07:00–22:00 primary`, and
// the first finding of each rule of check that speaks of the weeks ahead.
[[nodiscard]] std::vector<std::string> trouble_ahead(const Team& team, WeekSource& weeks, Instant now);

// One screen, for people.
[[nodiscard]] std::string status_text(const Team& team, const Status& status, const TextStyle& style);
// A document of cprota.status/1: that of `who-now`, the caller and the trouble.
[[nodiscard]] std::string status_json(const Team& team, const Status& status);

}  // namespace cprota
