// SPDX-License-Identifier: MIT
#include "cprota/format/write_support_time.hpp"

#include <fmt/format.h>

#include "cprota/time/print.hpp"

#include "format/json.hpp"

namespace cprota {

std::string elapsed_text(const ElapsedAnswer& answer) {
  return hours_and_minutes(answer.minutes) + "\n";
}

std::string elapsed_json(const Team& team, const ElapsedAnswer& answer) {
  return document({{"schema", "cprota.elapsed/1"},
                   {"hours", answer.hours.str()},
                   {"from", instant_json(team, answer.from)},
                   {"until", instant_json(team, answer.until)},
                   {"minutes", answer.minutes.count()}});
}

std::string deadline_text(const Team& team, const DeadlineAnswer& answer, const TextStyle& style) {
  const Zone& zone = team.zone;
  if (answer.at) {
    return fmt::format("{} {} {}\n", long_date(zone.date(*answer.at)), clock_time(*answer.at, zone),
                       zone.abbreviation(*answer.at));
  }
  if (answer.left == Minutes(0)) {
    const auto never = fmt::format("never: {} hours do not open before 2200", answer.hours.str());
    return wrapped(never, style.width, 0) + "\n";
  }
  const auto never = fmt::format("never: {} hours are open for only {} more before 2200", answer.hours.str(),
                                 hours_and_minutes(answer.left));
  return wrapped(never, style.width, 0) + "\n";
}

std::string deadline_json(const Team& team, const DeadlineAnswer& answer) {
  return document({{"schema", "cprota.deadline/1"},
                   {"hours", answer.hours.str()},
                   {"from", instant_json(team, answer.from)},
                   {"minutes", answer.minutes.count()},
                   {"at", instant_json(team, answer.at)}});
}

}  // namespace cprota
