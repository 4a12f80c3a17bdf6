// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>
#include <map>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cprota/format/names.hpp"
#include "cprota/format/write_rota.hpp"
#include "cprota/time/print.hpp"

namespace cprota {
namespace {

// `Wed 25`
std::string day_of_month(Date date) {
  const std::chrono::year_month_day ymd(date);
  return fmt::format("{} {}", day_name(date), static_cast<unsigned>(ymd.day()));
}

// `Wed 25 17:00–22:00`, or `Wed 25 17:00–Fri 27 10:00`.
std::string when(const Interval& during, const Zone& zone) {
  const Date first = zone.date(during.begin());
  const Date last = zone.date(during.end() - std::chrono::seconds(1));
  if (first == last) return fmt::format("{} {}", day_of_month(first), stretch(during, zone));
  return fmt::format("{} {}–{} {}", day_of_month(first), clock_time(during.begin(), zone),
                     day_of_month(zone.date(during.end())), clock_time(during.end(), zone));
}

std::string brief(const Team& team, const Holder& holder) {
  if (const PersonId* const person = person_in(holder)) return short_name(team, *person);
  return is_nobody(holder) ? "nobody" : "not filled";
}

// What differs from the turn in a stretch of it.
struct Exception {
  Interval during;
  Holder holder;
  const Override* from = nullptr;  // stretches of one override are told as one
};

void add_gaps(std::vector<Exception>& exceptions, const Turn& turn, const std::vector<Gap>& gaps) {
  if (person_in(turn.holder) == nullptr) return;
  for (const Gap& gap : gaps) {
    const auto part = gap.role == turn.role ? gap.during.common(turn.during) : std::nullopt;
    if (part) exceptions.push_back({*part, gap.on_purpose ? Holder(Nobody{}) : Holder(Unfilled{}), nullptr});
  }
}

// Stretches of nobody with only closed hours between them are told as one.
std::vector<Exception> joined(const std::vector<Exception>& exceptions, const Turn& turn,
                              const Cover& cover) {
  std::vector<Exception> out;
  for (const Exception& one : exceptions) {
    const bool goes_on =
        !out.empty() && out.back().from == nullptr && one.from == nullptr &&
        out.back().holder == one.holder && std::ranges::none_of(cover.shifts, [&](const Shift& shift) {
          return shift.role == turn.role && shift.during.begin() >= out.back().during.end() &&
                 shift.during.end() <= one.during.begin();
        });
    if (goes_on) {
      out.back().during = Interval(out.back().during.begin(), one.during.end());
    } else {
      out.push_back(one);
    }
  }
  return out;
}

std::vector<Exception> exceptions_of(const Turn& turn, const Cover& cover) {
  std::vector<Exception> exceptions;
  for (const Shift& shift : cover.shifts) {
    const auto part = shift.role == turn.role ? shift.during.common(turn.during) : std::nullopt;
    if (!part || !shift.source.is_override()) continue;
    const Override* const from = shift.source.taken_over;
    const auto known = std::ranges::find(exceptions, from, &Exception::from);
    if (known == exceptions.end()) {
      exceptions.push_back({*part, shift.person, from});
    } else {
      known->during = Interval(known->during.begin(), part->end());
    }
  }
  add_gaps(exceptions, turn, cover.gaps);
  add_gaps(exceptions, turn, cover.nobody);
  std::ranges::stable_sort(exceptions, {}, [](const Exception& one) { return one.during.begin(); });
  return joined(exceptions, turn, cover);
}

// The turns of one row and role: one of a week, or those of its days.
Cell cell_of(const Team& team, const std::vector<const Turn*>& turns, const Cover& cover) {
  std::vector<std::string> holders;
  std::vector<std::string> different;
  bool unfilled = false;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    const Turn& turn = *turns[i];
    unfilled = unfilled || is_unfilled(turn.holder);
    for (const Exception& one : exceptions_of(turn, cover)) {
      different.push_back(fmt::format("{} {}", brief(team, one.holder), when(one.during, team.zone)));
    }
    if (i > 0 && turns[i - 1]->holder == turn.holder) continue;
    std::size_t last = i;
    while (last + 1 < turns.size() && turns[last + 1]->holder == turn.holder) ++last;
    std::string text = brief(team, turn.holder);
    if (turns.size() > 1 && turn.date) {
      text += " " + day_name(*turn.date);
      if (last > i) text += "–" + day_name(*turns[last]->date);
    }
    holders.push_back(text);
  }
  std::string text = fmt::format("{}", fmt::join(holders, ", "));
  if (!different.empty()) text += fmt::format(" ({})", fmt::join(different, ", "));
  return {text, unfilled ? Tone::bad : Tone::plain};
}

// The row that a turn stands in: the week, or the date where the rota turns by the day.
Date row_of(const Rota& rota, const Turn& turn) {
  return rota.turn == TurnKind::day && turn.date ? *turn.date : turn.week.monday();
}

// The date on which the week's turns begin.
Date handover_date(const Rota& rota, const Turn& turn) {
  return day_turn_date(rota, turn.week, 0);
}

Table grid_of(const Team& team, const Rota& rota, const std::vector<const Turn*>& turns, const Cover& cover) {
  Table table;
  const bool by_day = rota.turn == TurnKind::day;
  table.header = by_day ? std::vector<Cell>{"day"} : std::vector<Cell>{"week", "from"};
  std::vector<RoleId> roles;
  for (const Role& role : rota.roles) {
    if (std::ranges::none_of(turns, [&](const Turn* turn) { return turn->role.role == role.id; })) continue;
    roles.push_back(role.id);
    table.header.emplace_back(role.id.str());
  }
  std::map<Date, std::map<RoleId, std::vector<const Turn*>>> rows;
  for (const Turn* const turn : turns) rows[row_of(rota, *turn)][turn->role.role].push_back(turn);
  for (auto& [date, by_role] : rows) {
    const Turn& any = *by_role.begin()->second.front();
    std::vector<Cell> row;
    if (by_day && any.date) {
      row.emplace_back(near_date(date, rows.begin()->first));
    } else {
      row.emplace_back(any.week.str());
      if (!by_day) row.emplace_back(short_date(handover_date(rota, any)));
    }
    for (const RoleId& role : roles) row.push_back(cell_of(team, by_role[role], cover));
    table.rows.push_back(std::move(row));
  }
  return table;
}

// Whether the person has the turn or takes over a part of it.
bool concerns(const PersonId& person, const Turn& turn, const Cover& cover) {
  return turn.holder == Holder(person) || std::ranges::any_of(cover.shifts, [&](const Shift& shift) {
           return shift.role == turn.role && shift.person == person && shift.during.overlaps(turn.during);
         });
}

}  // namespace

std::vector<TurnGrid> turn_grids(const Team& team, const Interval& range, WeekSource& weeks,
                                 const Filter& filter) {
  Filter roles = filter;
  roles.person.reset();
  std::vector<Turn> turns = turns_in(team, range, weeks, roles);
  if (turns.empty()) return {};
  Instant last = range.end();
  for (const Turn& turn : turns) last = std::max(last, turn.during.end());
  const Instant first = std::min(range.begin(), turns.front().during.begin());
  const Cover cover = cover_of(team, Interval(first, last), weeks, roles);
  if (filter.person)
    std::erase_if(turns, [&](const Turn& turn) { return !concerns(*filter.person, turn, cover); });
  std::vector<TurnGrid> grids;
  for (const Rota& rota : team.rotas) {
    std::vector<const Turn*> own;
    for (const Turn& turn : turns) {
      if (turn.role.rota == rota.id) own.push_back(&turn);
    }
    if (!own.empty()) grids.push_back({rota.id, grid_of(team, rota, own, cover)});
  }
  return grids;
}

}  // namespace cprota
