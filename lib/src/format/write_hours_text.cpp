// SPDX-License-Identifier: MIT
#include <chrono>
#include <vector>

#include <fmt/format.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/format/names.hpp"
#include "cprota/format/write_hours.hpp"
#include "cprota/time/print.hpp"

namespace cprota {
namespace {

Cell duration(Minutes minutes) {
  return {minutes == Minutes(0) ? "–" : hours_and_minutes(minutes), Tone::plain, true};
}

void add_header(std::vector<Cell>& header) {
  for (const char* name : {"weekday", "weekend", "bank holiday", "total"}) {
    header.emplace_back(name, Tone::faint, true);
  }
}

void add_minutes(std::vector<Cell>& cells, const KindMinutes& minutes) {
  cells.push_back(duration(minutes.weekday));
  cells.push_back(duration(minutes.weekend));
  cells.push_back(duration(minutes.bank_holiday));
  cells.push_back(duration(minutes.total()));
}

// A row of a shift has one kind of day.
std::string kind_of(const KindMinutes& minutes) {
  if (minutes.weekday != Minutes(0)) return "weekday";
  return minutes.weekend != Minutes(0) ? "weekend" : "bank holiday";
}

Cell faint(const char* text) {
  return {text, Tone::faint};
}

Table rows_table(const Team& team, const HoursAnswer& answer) {
  Table table;
  if (answer.grouping == Grouping::shift) {
    table.header.push_back(faint("date"));
    table.header.push_back(faint("time"));
  } else if (answer.grouping != Grouping::range) {
    table.header.push_back(faint("period"));
  }
  for (const char* name : {"person", "rota", "role"}) table.header.push_back(faint(name));
  if (answer.grouping == Grouping::shift) {
    table.header.emplace_back("total", Tone::faint, true);
    table.header.push_back(faint("day"));
  } else {
    add_header(table.header);
  }
  for (const TallyRow& row : answer.tally.rows) {
    std::vector<Cell> cells;
    if (row.during) {
      cells.emplace_back(long_date(team.zone.date(row.during->begin())));
      cells.emplace_back(stretch(*row.during, team.zone));
    } else if (!row.period.empty()) {
      cells.emplace_back(row.period);
    }
    cells.emplace_back(full_name(team, row.person));
    cells.emplace_back(row.role.rota.str());
    cells.emplace_back(row.role.role.str());
    if (row.during) {
      cells.push_back(duration(row.minutes.total()));
      cells.emplace_back(kind_of(row.minutes));
    } else {
      add_minutes(cells, row.minutes);
    }
    table.rows.push_back(std::move(cells));
  }
  return table;
}

Table people_table(const Team& team, const Tally& tally) {
  Table table;
  table.header.push_back(faint("person"));
  add_header(table.header);
  table.header.emplace_back("distinct", Tone::faint, true);
  for (const PersonTally& person : tally.people) {
    std::vector<Cell> cells{full_name(team, person.person)};
    add_minutes(cells, person.minutes);
    cells.push_back(duration(person.distinct));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

Table gaps_table(const Tally& tally) {
  Table table;
  table.header = {faint("nobody in"), faint("")};
  add_header(table.header);
  for (const GapTally& gap : tally.gaps) {
    std::vector<Cell> cells{gap.role.rota.str(), gap.role.role.str()};
    add_minutes(cells, gap.minutes);
    table.rows.push_back(std::move(cells));
  }
  return table;
}

// `on-call: people 140h 00m + gaps 0h 00m = 140h 00m = 70h 00m open × 2 roles`
std::vector<std::string> checks(const Tally& tally) {
  std::vector<std::string> lines;
  for (const OpenTally& open : tally.open) {
    Minutes people{0};
    Minutes gaps{0};
    for (const TallyRow& row : tally.rows)
      people += row.role.rota == open.rota ? row.minutes.total() : Minutes(0);
    for (const GapTally& gap : tally.gaps)
      gaps += gap.role.rota == open.rota ? gap.minutes.total() : Minutes(0);
    const bool holds = people + gaps == open.open.total() * open.roles;
    lines.push_back(fmt::format(
        "{}: people {} + gaps {} = {} {} {} open × {} {}", open.rota.str(), hours_and_minutes(people),
        hours_and_minutes(gaps), hours_and_minutes(people + gaps), holds ? "=" : "≠",
        hours_and_minutes(open.open.total()), open.roles, open.roles == 1 ? "role" : "roles"));
  }
  return lines;
}

std::vector<std::string> clock_lines(const Tally& tally) {
  std::vector<std::string> lines;
  for (const ClockChange& change : tally.clock_changes) {
    lines.push_back(fmt::format("clocks: {} is {} {}", long_date(change.date),
                                hours_and_minutes(std::chrono::abs(change.minutes)),
                                change.minutes < Minutes(0) ? "shorter" : "longer"));
  }
  return lines;
}

std::vector<std::string> closing_lines(const HoursAnswer& answer) {
  std::vector<std::string> lines = clock_lines(answer.tally);
  if (answer.of_one_person) return lines;
  for (std::string& line : checks(answer.tally)) lines.push_back(std::move(line));
  return lines;
}

std::string heading(const Team& team, const HoursAnswer& answer) {
  return fmt::format("{} · {}", visible(team.name), describe(answer.range, team.zone));
}

}  // namespace

std::string hours_text(const Team& team, const HoursAnswer& answer, const TextStyle& style) {
  std::string out = wrapped(heading(team, answer), style.width, 0) + "\n";
  const Tally& tally = answer.tally;
  if (tally.rows.empty()) out += "Nobody has any minutes then.\n";
  if (!tally.rows.empty()) {
    out += "\n" + to_text(rows_table(team, answer), style) + "\n" + to_text(people_table(team, tally), style);
  }
  if (!tally.gaps.empty()) out += "\n" + to_text(gaps_table(tally), style);
  const std::vector<std::string> lines = closing_lines(answer);
  if (!lines.empty()) out += "\n";
  for (const std::string& line : lines) out += wrapped(line, style.width, 2) + "\n";
  return out;
}

std::string hours_markdown(const Team& team, const HoursAnswer& answer) {
  std::string out = markdown_text(heading(team, answer)) + "\n\n" + to_markdown(rows_table(team, answer)) +
                    "\n" + to_markdown(people_table(team, answer.tally));
  if (!answer.tally.gaps.empty()) out += "\n" + to_markdown(gaps_table(answer.tally));
  const std::vector<std::string> lines = closing_lines(answer);
  if (!lines.empty()) out += "\n";
  for (const std::string& line : lines) out += "- " + markdown_text(line) + "\n";
  return out;
}

}  // namespace cprota
