// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cctype>
#include <optional>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/format/names.hpp"
#include "cprota/format/write_now.hpp"
#include "cprota/time/print.hpp"

namespace cprota {
namespace {

// What is said of one role.
struct Row {
  RoleRef role;
  std::string who;
  Tone tone = Tone::plain;
  std::string phone;
  std::string when;
  std::string then;
};

// A moment as the person's own clock shows it, where that is another: ` (11:00 CET)`.
std::string own_clock(const Person& person, Instant t, const Zone& zone) {
  if (!person.zone || person.zone->offset(t) == zone.offset(t)) return {};
  return fmt::format(" ({} {})", clock_time(t, *person.zone), person.zone->abbreviation(t));
}

Row covering_row(const Team& team, const Now& now, const Covering& covering) {
  const Person& person = *team.find_person(covering.shift.person);
  const Instant end = covering.shift.during.end();
  Row row{covering.shift.role,
          full_name(team, person.id),
          Tone::strong,
          visible(person.phone.value_or("")),
          {},
          {}};
  row.when =
      fmt::format("until {}{}", relative_time(end, now.date, team.zone), own_clock(person, end, team.zone));
  if (!covering.then) return row;
  const Instant next = covering.then->at;
  // Who is next is news today, or when they take over at once.
  if (next != end && team.zone.date(next) != now.date) return row;
  row.then = fmt::format("then {} {}", full_name(team, covering.then->person),
                         relative_time(next, now.date, team.zone));
  return row;
}

Row turn_row(const Team& team, const Now& now, const TurnNow& turn) {
  Row row{turn.role, holder_name(team, turn.holder), Tone::plain, {}, {}, {}};
  const PersonId* const id = person_in(turn.holder);
  const Person* const person = id != nullptr ? team.find_person(*id) : nullptr;
  if (person != nullptr) row.phone = visible(person->phone.value_or(""));
  if (is_unfilled(turn.holder)) row.tone = Tone::bad;
  if (turn.until && turn.opens && *turn.until <= *turn.opens) {
    row.when = "until " + relative_time(*turn.until, now.date, team.zone);
    row.then = "then " + holder_name(team, turn.then);
  } else if (turn.opens) {
    row.when = "from " + relative_time(*turn.opens, now.date, team.zone);
    if (person != nullptr) row.when += own_clock(*person, *turn.opens, team.zone);
  }
  return row;
}

// The roles whose hours are open.
std::vector<Row> open_rows(const Team& team, const Now& now) {
  std::vector<Row> rows;
  for (const TurnNow& turn : now.turns) {
    const auto is_of_role = [&](const auto& thing) { return thing.role == turn.role; };
    const auto covering =
        std::ranges::find_if(now.covering, [&](const Covering& one) { return one.shift.role == turn.role; });
    const auto gap = std::ranges::find_if(now.gaps, is_of_role);
    const auto nobody = std::ranges::find_if(now.nobody, is_of_role);
    if (covering != now.covering.end()) {
      rows.push_back(covering_row(team, now, *covering));
    } else if (gap != now.gaps.end()) {
      rows.push_back({turn.role,
                      "not filled",
                      Tone::bad,
                      {},
                      "until " + relative_time(gap->during.end(), now.date, team.zone),
                      {}});
    } else if (nobody != now.nobody.end() && is_nobody(turn.holder)) {
      rows.push_back({turn.role,
                      "nobody, on purpose",
                      Tone::faint,
                      {},
                      "until " + relative_time(nobody->during.end(), now.date, team.zone),
                      {}});
    }
  }
  return rows;
}

// The roles whose hours open first; all of them where none do.
std::vector<Row> held_rows(const Team& team, const Now& now) {
  std::optional<Instant> first;
  for (const TurnNow& turn : now.turns) {
    if (turn.opens && (!first || *turn.opens < *first)) first = turn.opens;
  }
  std::vector<Row> rows;
  for (const TurnNow& turn : now.turns) {
    const bool left_out =
        is_unfilled(turn.holder) && team.find_rota(turn.role.rota)->role(turn.role.role)->optional;
    if (turn.opens == first && !left_out) rows.push_back(turn_row(team, now, turn));
  }
  return rows;
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

std::string change_text(const Team& team, const Change& change) {
  switch (change.kind) {
    case Change::Kind::close:
      return change.hours.str() + " hours close";
    case Change::Kind::open:
      return change.hours.str() + " hours open";
    case Change::Kind::end:
      return fmt::format("{} ends as {}", full_name(team, change.person), change.role.str());
    case Change::Kind::start:
      break;
  }
  return fmt::format("{} starts as {}", full_name(team, change.person), change.role.str());
}

std::string next_text(const Team& team, const Now& now) {
  std::vector<std::string> parts;
  for (const Change& change : now.next) parts.push_back(change_text(team, change));
  return fmt::format("{} {}", relative_time(now.next.front().at, now.date, team.zone),
                     fmt::join(parts, ", "));
}

std::string header(const Team& team, const Now& now) {
  std::string day(to_string(now.day));
  if (now.bank_holiday) {
    day = "bank holiday: " + visible(now.bank_holiday->title);
    if (!now.bank_holiday->notes.empty()) day += fmt::format(" ({})", visible(now.bank_holiday->notes));
  }
  return fmt::format("{} · {} {} {} · {}", visible(team.name), long_date(now.date),
                     clock_time(now.at, team.zone), team.zone.abbreviation(now.at), day);
}

// Columns of at least these widths, so that the same people stand in the same places at other times.
struct Columns {
  int rota = 9;
  int role = 9;
  int who = 12;
  int phone = 0;
  int when = 11;
};

Columns columns_of(const std::vector<Row>& rows) {
  Columns columns;
  for (const Row& row : rows) {
    columns.rota = std::max(columns.rota, display_width(row.role.rota.str()));
    columns.role = std::max(columns.role, display_width(row.role.role.str()));
    columns.who = std::max(columns.who, display_width(row.who));
    columns.phone = std::max(columns.phone, display_width(row.phone));
    columns.when = std::max(columns.when, display_width(row.when));
  }
  return columns;
}

std::string filled(const std::string& text, int width, int gap, Tone tone, const TextStyle& style) {
  return fmt::format("{}{:{}}", toned(text, tone, style), "", width + gap - display_width(text));
}

std::string trimmed(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

// Where the line of a role is broken, to go on below the name.
enum class Break { nowhere, before_then, before_when };

std::string wide_rows(const std::vector<Row>& rows, const Columns& columns, Break where,
                      const TextStyle& style) {
  const std::string below = fmt::format("\n{:{}}", "", columns.rota + columns.role + 4);
  std::string out;
  RotaId last;
  for (const Row& row : rows) {
    std::string line =
        filled(row.role.rota == last ? "" : row.role.rota.str(), columns.rota, 2, Tone::plain, style);
    last = row.role.rota;
    line += filled(row.role.role.str(), columns.role, 2, Tone::plain, style);
    line += filled(row.who, columns.who, 3, row.tone, style);
    if (columns.phone > 0) line += filled(row.phone, columns.phone, 3, Tone::plain, style);
    if (where == Break::before_when) line = trimmed(line) + below;
    line += filled(row.when, columns.when, 3, Tone::plain, style);
    if (where == Break::before_then && !row.then.empty()) line = trimmed(line) + below;
    out += trimmed(line + row.then) + "\n";
  }
  return out;
}

// A block for each role, for a narrow terminal.
std::string narrow_rows(const std::vector<Row>& rows, const TextStyle& style) {
  std::string out;
  for (const Row& row : rows) {
    out += fmt::format("{} {}\n", row.role.rota.str(), row.role.role.str());
    out += "  " + toned(row.who, row.tone, style) + "\n";
    if (!row.phone.empty()) out += "  " + row.phone + "\n";
    const std::string when = row.then.empty() ? row.when : fmt::format("{}, {}", row.when, row.then);
    if (!when.empty()) out += "  " + wrapped(when, style.width - 2, 2) + "\n";
  }
  return out;
}

std::string rows_text(const std::vector<Row>& rows, const Columns& columns, const TextStyle& style) {
  int then = 0;
  for (const Row& row : rows) then = std::max(then, display_width(row.then));
  const int names = columns.rota + columns.role + 4;
  const int people = names + columns.who + (columns.phone > 0 ? 3 + columns.phone : 0);
  const int times = columns.when + (then > 0 ? 3 + then : 0);
  if (people + 3 + times <= style.width) return wide_rows(rows, columns, Break::nowhere, style);
  if (people + 3 + columns.when <= style.width && names + then <= style.width) {
    return wide_rows(rows, columns, Break::before_then, style);
  }
  if (people <= style.width && names + times <= style.width) {
    return wide_rows(rows, columns, Break::before_when, style);
  }
  return narrow_rows(rows, style);
}

}  // namespace

std::string now_text(const Team& team, const Now& now, const TextStyle& style) {
  std::vector<Row> rows = open_rows(team, now);
  const bool open = !rows.empty();
  std::string out = wrapped(header(team, now), style.width, 0) + "\n";
  if (!open) {
    rows = held_rows(team, now);
    std::string sentence = closed_sentence(team, now);
    if (!rows.empty()) sentence += " The turn is held by:";
    out += wrapped(sentence, style.width, 0) + "\n";
  }
  const Columns columns = columns_of(rows);
  out += rows_text(rows, columns, style);
  if (open && !now.next.empty()) {
    const int indent = columns.rota + 2 < style.width / 3 ? columns.rota + 2 : 6;
    out +=
        fmt::format("{:{}}{}\n", "next", indent, wrapped(next_text(team, now), style.width - indent, indent));
  }
  return out;
}

std::string now_line(const Team& team, const Now& now) {
  std::vector<Row> rows = open_rows(team, now);
  std::string line;
  if (rows.empty()) {
    rows = held_rows(team, now);
    line = closed_sentence(team, now);
  }
  RotaId last;
  for (const Row& row : rows) {
    if (row.role.rota == last) {
      line += fmt::format(", {} {}", row.role.role.str(), row.who);
    } else {
      line += fmt::format("{}{} {} {}",
                          line.empty()          ? ""
                          : line.ends_with('.') ? " "
                                                : " · ",
                          row.role.rota.str(), row.role.role.str(), row.who);
    }
    last = row.role.rota;
  }
  return line + "\n";
}

}  // namespace cprota
