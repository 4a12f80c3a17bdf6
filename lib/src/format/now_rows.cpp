// SPDX-License-Identifier: MIT
#include "format/now_rows.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/time/print.hpp"

#include "hours/span_of_years.hpp"

namespace cprota {
namespace {

// A moment as the person's own clock shows it, where that is another: ` (11:00 CET)`.
std::string own_clock(const Person& person, Instant t, const Zone& zone) {
  if (!person.zone || person.zone->offset(t) == zone.offset(t)) return {};
  const Date date = person.zone->date(t);
  return fmt::format(" ({}{} {})", date == zone.date(t) ? "" : day_name(date) + " ",
                     clock_time(t, *person.zone), person.zone->abbreviation(t));
}

NowRow covering_row(const Team& team, const Now& now, const Covering& covering, PersonName name) {
  const Person& person = *team.find_person(covering.shift.person);
  const Instant end = covering.shift.during.end();
  NowRow row{
      covering.shift.role, name(team, person.id), Tone::strong, visible(person.phone.value_or("")), {}, {}};
  row.when =
      fmt::format("until {}{}", relative_time(end, now.date, team.zone), own_clock(person, end, team.zone));
  if (!covering.then) return row;
  const Instant next = covering.then->at;
  // Who is next is news today, or when they take over at once.
  if (next != end && team.zone.date(next) != now.date) return row;
  row.then =
      fmt::format("then {} {}", name(team, covering.then->person), relative_time(next, now.date, team.zone));
  return row;
}

NowRow turn_row(const Team& team, const Now& now, const TurnNow& turn, PersonName name) {
  NowRow row{turn.role, holder_name(team, turn.holder, name), Tone::plain, {}, {}, {}};
  const PersonId* const id = person_in(turn.holder);
  const Person* const person = id != nullptr ? team.find_person(*id) : nullptr;
  if (person != nullptr) row.phone = visible(person->phone.value_or(""));
  if (is_unfilled(turn.holder)) row.tone = Tone::bad;
  if (turn.until && turn.opens && *turn.until <= *turn.opens) {
    row.ends_before_opening = true;
    row.when = "until " + relative_time(*turn.until, now.date, team.zone);
    if (turn.then) row.then = "then " + holder_name(team, *turn.then, name);
  } else if (turn.opens) {
    row.when = "from " + relative_time(*turn.opens, now.date, team.zone);
    if (person != nullptr) row.when += own_clock(*person, *turn.opens, team.zone);
  }
  return row;
}

std::string hours_list(const std::vector<HoursId>& hours) {
  std::vector<std::string> names;
  for (const HoursId& id : hours) names.push_back(id.str());
  return fmt::format("{} hours", fmt::join(names, " and "));
}

std::string capitalised(std::string text) {
  if (!text.empty()) text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  return text;
}

std::string change_text(const Team& team, const Change& change, PersonName name) {
  switch (change.kind) {
    case Change::Kind::close:
      return change.hours.str() + " hours close";
    case Change::Kind::open:
      return change.hours.str() + " hours open";
    case Change::Kind::end:
      return fmt::format("{} ends as {}", name(team, change.person), change.role.str());
    case Change::Kind::start:
      break;
  }
  return fmt::format("{} starts as {}", name(team, change.person), change.role.str());
}

}  // namespace

std::vector<NowRow> open_rows(const Team& team, const Now& now, PersonName name) {
  const auto until = [&](const Gap& gap) {
    const Instant end = gap.during.end();
    return is_before_end_of_years(team.zone, end) ? "until " + relative_time(end, now.date, team.zone) : "";
  };
  std::vector<NowRow> rows;
  for (const TurnNow& turn : now.turns) {
    const auto is_of_role = [&](const auto& thing) { return thing.role == turn.role; };
    const auto covering =
        std::ranges::find_if(now.covering, [&](const Covering& one) { return one.shift.role == turn.role; });
    const auto gap = std::ranges::find_if(now.gaps, is_of_role);
    const auto nobody = std::ranges::find_if(now.nobody, is_of_role);
    if (covering != now.covering.end()) {
      rows.push_back(covering_row(team, now, *covering, name));
    } else if (gap != now.gaps.end()) {
      rows.push_back({turn.role, "not filled", Tone::bad, {}, until(*gap), {}});
    } else if (nobody != now.nobody.end() && is_nobody(turn.holder)) {
      rows.push_back({turn.role, "nobody, on purpose", Tone::faint, {}, until(*nobody), {}});
    }
  }
  return rows;
}

std::vector<NowRow> held_rows(const Team& team, const Now& now, PersonName name) {
  std::optional<Instant> first;
  for (const TurnNow& turn : now.turns) {
    if (turn.opens && (!first || *turn.opens < *first)) first = turn.opens;
  }
  std::vector<NowRow> rows;
  for (const TurnNow& turn : now.turns) {
    const bool left_out =
        is_unfilled(turn.holder) && team.find_rota(turn.role.rota)->role(turn.role.role)->optional;
    if (turn.opens == first && !left_out) rows.push_back(turn_row(team, now, turn, name));
  }
  return rows;
}

std::string closed_sentence(const Team& team, const Now& now) {
  std::vector<HoursId> opening;
  std::optional<Instant> at;
  for (const Change& change : now.next) {
    if (change.kind != Change::Kind::open) continue;
    opening.push_back(change.hours);
    at = change.at;
  }
  std::string sentence = "Nobody is promised now.";
  if (!now.open.empty())
    sentence = fmt::format("Nobody is rostered for the {} that are open.", hours_list(now.open));
  if (at) {
    const bool today = team.zone.date(*at) == now.date;
    sentence += fmt::format(" {} open {}{}.", capitalised(hours_list(opening)), today ? "at " : "",
                            relative_time(*at, now.date, team.zone));
  } else if (now.open.empty()) {
    sentence += " No hours open within 400 days.";
  }
  return sentence;
}

std::string changes_text(const Team& team, const Now& now, PersonName name) {
  std::vector<std::string> parts;
  for (const Change& change : now.next) parts.push_back(change_text(team, change, name));
  return fmt::format("{} {}", relative_time(now.next.front().at, now.date, team.zone),
                     fmt::join(parts, ", "));
}

std::string day_words(DayKind kind, const std::optional<BankHoliday>& holiday) {
  if (!holiday) return std::string(to_string(kind));
  const std::string notes = holiday->notes.empty() ? "" : fmt::format(" ({})", visible(holiday->notes));
  return fmt::format("bank holiday: {}{}", visible(holiday->title), notes);
}

std::string now_heading(const Team& team, const Now& now) {
  return fmt::format("{} · {} {} {} · {}", visible(team.name), long_date(now.date),
                     clock_time(now.at, team.zone), team.zone.abbreviation(now.at),
                     day_words(now.day, now.bank_holiday));
}

}  // namespace cprota
