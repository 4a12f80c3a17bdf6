// SPDX-License-Identifier: MIT
#include "cprota/format/write_next.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/format/names.hpp"
#include "cprota/time/print.hpp"

#include "format/mail.hpp"
#include "format/slack.hpp"

namespace cprota {
namespace {

// `Tue 24 Nov` for a day that begins at midnight, else from handover to handover.
std::string turn_dates(const Team& team, const Turn& turn, Date today) {
  const Zone& zone = team.zone;
  const auto [begin, end] = std::pair(turn.during.begin(), turn.during.end());
  if (turn.date && zone.begin_of(*turn.date) == begin) return near_date(*turn.date, today);
  return fmt::format("{} {} to {} {}", near_date(zone.date(begin), today), clock_time(begin, zone),
                     near_date(zone.date(end), zone.date(begin)), clock_time(end, zone));
}

std::string begin_of(const Team& team, const Interval& during, Date today) {
  return fmt::format("{} {}", near_date(team.zone.date(during.begin()), today),
                     clock_time(during.begin(), team.zone));
}

Cell holder_cell(const Team& team, const Holder& holder) {
  const Tone tone = is_unfilled(holder) ? Tone::bad : is_nobody(holder) ? Tone::faint : Tone::plain;
  return {holder_name(team, holder), tone};
}

std::string counted(const NextList& next) {
  return fmt::format("{} {}{}", next.lines.size(), next.what, next.lines.size() == 1 ? "" : "s");
}

// `Cloud Platform: Cy Mbeki is on-call.primary from Mon 23 Nov 10:00`
std::string subject(const Team& team, const NextList& next) {
  const NextList::Line& first = next.lines.front();
  if (next.lines.size() > 1) return fmt::format("{}: {} from {}", team.name, counted(next), first.from);
  return fmt::format("{}: {} {} from {}", team.name, first.role.str(), holder_name(team, first.holder),
                     first.from);
}

}  // namespace

NextList next_list(const Team& team, const std::vector<Turn>& turns, Date today) {
  NextList next{"turn", {}};
  for (const Turn& turn : turns) {
    next.lines.push_back(
        {turn.role, turn.holder, turn_dates(team, turn, today), begin_of(team, turn.during, today)});
  }
  return next;
}

NextList next_list(const Team& team, const std::vector<Shift>& shifts, Date today) {
  NextList next{"shift", {}};
  for (const Shift& shift : shifts) {
    const std::string date = near_date(team.zone.date(shift.during.begin()), today);
    next.lines.push_back({shift.role, shift.person,
                          fmt::format("{} {}", date, clock_stretch(shift.during, team.zone)),
                          begin_of(team, shift.during, today)});
  }
  return next;
}

Table next_table(const Team& team, const NextList& next) {
  Table table;
  table.runs_on = true;
  for (const NextList::Line& line : next.lines) {
    table.rows.push_back({Cell(line.role.rota.str()), Cell(line.role.role.str()),
                          holder_cell(team, line.holder), Cell(line.when)});
  }
  return table;
}

std::string next_slack(const Team& team, const NextList& next) {
  std::vector<std::string> lines;
  for (const NextList::Line& line : next.lines) {
    lines.push_back(
        fmt::format("• *{}* {}, {}", line.role.str(), holder_name(team, line.holder, slack_name), line.when));
  }
  return slack_payload({fmt::format("{} · next {}s", visible(team.name), next.what), {std::move(lines)}, {}});
}

MailDraft next_mail(const Team& team, const NextList& next) {
  std::vector<PersonId> people;
  for (const NextList::Line& line : next.lines) {
    if (const PersonId* const person = person_in(line.holder)) people.push_back(*person);
  }
  return mail_to(team, people, subject(team, next), to_text(next_table(team, next), mail_style));
}

}  // namespace cprota
