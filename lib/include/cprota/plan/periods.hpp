// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "cprota/base/indexed.hpp"
#include "cprota/rota/team.hpp"
#include "cprota/time/calendar.hpp"
#include "cprota/time/parse.hpp"

namespace cprota {

// The time of one turn of each role of a rota: a week from handover to handover, or one day of it.
struct Period {
  int number = 0;  // weeks, or days, from the first period of the range's first week; negative before it
  IsoWeek week;
  int day = 0;               // 0 to 6 from the handover, for day turns
  std::optional<Date> date;  // on which a day turn begins
  Interval during;
  IntervalSet open;              // the rota's open hours in it
  std::vector<Date> dates;       // every date it has a minute of
  std::vector<Date> open_dates;  // those with open minutes
  // Dates of the kind that belong to it: it has most of their open minutes, or as many as an earlier period.
  std::vector<Date> bank_holidays;
  std::vector<Date> weekend_dates;

  [[nodiscard]] std::int64_t minutes() const { return open.minutes().count(); }
};

// The periods of the weeks `first` to `last` that have open minutes, in order. `zero` is the week whose first
// period has number 0.
[[nodiscard]] Indexed<Period> periods_of(const Team& team, const Rota& rota, IsoWeek first, IsoWeek last,
                                         IsoWeek zero);

// The first that begins no earlier than `now`, of the weeks around it.
[[nodiscard]] std::optional<Period> next_period(const Team& team, const Rota& rota, Instant now);

// Why a rule that concerns a person alone keeps them from a turn.
enum class Bar {
  member,   // no member of the rota
  first,    // not yet on the rotas
  last,     // no longer on the rotas
  except,   // a role this person does not take
  leave,    // on leave on a date with open minutes
  day_off,  // day turns only
};

// The rules, in the order above, that keep a person from a role in a period.
[[nodiscard]] std::vector<Bar> bars_of(const Team& team, const Rota& rota, const Person& person,
                                       const RoleRef& role, const Period& period);

}  // namespace cprota
