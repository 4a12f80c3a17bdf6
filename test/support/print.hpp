// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <string>

#include "cprota/cover/now.hpp"
#include "cprota/cover/turns.hpp"
#include "cprota/time/print.hpp"

namespace cprota::test {

// What comes out of the layer cover in words that tests compare: `on-call.primary amara 23T07:00..23T10:00
// rota/2026-W47.toml`, dates by their day of the month.
[[nodiscard]] inline std::string words(Instant t, const Zone& zone) {
  return rfc3339(t, zone).substr(8, 8);
}
[[nodiscard]] inline std::string words(const Interval& during, const Zone& zone) {
  return words(during.begin(), zone) + ".." + words(during.end(), zone);
}
[[nodiscard]] inline std::string words(const Holder& holder) {
  if (const PersonId* person = person_in(holder)) return person->str();
  return is_nobody(holder) ? "none" : "-";
}
[[nodiscard]] inline std::string words(const Source& source) {
  return source.file->file + (source.is_override() ? " " + source.taken_over->reason : "");
}
[[nodiscard]] inline std::string words(const Shift& shift, const Zone& zone) {
  return shift.role.str() + " " + shift.person.str() + " " + words(shift.during, zone) + " " +
         words(shift.source);
}
[[nodiscard]] inline std::string words(const Gap& gap, const Zone& zone) {
  return gap.role.str() + " " + words(gap.during, zone);
}
[[nodiscard]] inline std::string words(const Turn& turn, const Zone& zone) {
  return turn.role.str() + " " + turn.week.str() + (turn.date ? " " + iso_date(*turn.date) : "") + " " +
         words(turn.holder) + " " + words(turn.during, zone);
}
[[nodiscard]] inline std::string words(const TurnNow& turn, const Zone& zone) {
  return turn.role.str() + " " + words(turn.holder) +
         (turn.until ? " until " + words(*turn.until, zone) : "") +
         (turn.then ? " then " + words(*turn.then) : "");
}
[[nodiscard]] inline std::string words(const Change& change, const Zone& zone) {
  static constexpr const char* kinds[] = {"close", "end", "open", "start"};
  const bool of_hours = change.kind == Change::Kind::close || change.kind == Change::Kind::open;
  return words(change.at, zone) + " " + kinds[static_cast<int>(change.kind)] + " " +
         (of_hours ? change.hours.str() : change.role.str() + " " + change.person.str());
}

template <class T>
[[nodiscard]] std::vector<std::string> words(const std::vector<T>& all, const Zone& zone) {
  std::vector<std::string> lines;
  for (const T& each : all) lines.push_back(words(each, zone));
  return lines;
}

}  // namespace cprota::test
