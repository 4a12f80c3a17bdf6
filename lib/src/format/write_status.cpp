// SPDX-License-Identifier: MIT
#include "cprota/format/write_status.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/cover/rules.hpp"
#include "cprota/cover/upcoming.hpp"
#include "cprota/format/names.hpp"
#include "cprota/format/write_next.hpp"
#include "cprota/format/write_now.hpp"
#include "cprota/time/print.hpp"

namespace cprota {
namespace {

using std::chrono::days;
using std::chrono::weeks;

constexpr weeks weeks_ahead{4};

// `5 weeks`, `3 days`, `10 hours`: whole units, rounded down.
std::string rough(std::chrono::seconds time) {
  const auto told = [](long count, const char* unit) {
    return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
  };
  if (time >= weeks(2)) return told(std::chrono::floor<weeks>(time).count(), "week");
  if (time >= days(2)) return told(std::chrono::floor<days>(time).count(), "day");
  return told(std::chrono::floor<std::chrono::hours>(time).count(), "hour");
}

// `primary`, or `on-call.primary` where another rota has a role of that name.
std::string brief(const Team& team, const RoleRef& role) {
  const auto rotas =
      std::ranges::count_if(team.rotas, [&](const Rota& rota) { return rota.role(role.role) != nullptr; });
  return rotas == 1 ? role.role.str() : role.str();
}

std::optional<Instant> end_of(const Team& team, const Rota& rota, WeekSource& weeks_) {
  const std::optional<Turn> last = last_filled_turn(team, rota, weeks_);
  return last ? std::optional(last->during.end()) : std::nullopt;
}

// The rotas that end soon, those that end after the same time in one line.
std::vector<std::string> ends(const Team& team, WeekSource& weeks_, Instant now) {
  const weeks soon{std::max(6, team.check.horizon_weeks)};
  std::vector<std::pair<std::string, std::vector<std::string>>> lines;
  for (const Rota& rota : team.rotas) {
    const std::optional<Instant> end = end_of(team, rota, weeks_);
    if (end && *end - now >= soon) continue;
    const std::string what = !end          ? "rota has no turn that is filled"
                             : *end <= now ? "rota has ended"
                                           : "rota ends in " + rough(*end - now);
    const std::string which =
        end ? fmt::format("{} {}", rota.id.str(), relative_time(*end, team.zone.date(now), team.zone))
            : rota.id.str();
    const auto same =
        std::ranges::find(lines, what, &std::pair<std::string, std::vector<std::string>>::first);
    if (same == lines.end()) {
      lines.push_back({what, {which}});
    } else {
      same->second.push_back(which);
    }
  }
  std::vector<std::string> trouble;
  for (const auto& [what, which] : lines)
    trouble.push_back(fmt::format("{}: {}", what, fmt::join(which, ", ")));
  return trouble;
}

// Gaps before the rota ends: after that, its end is the trouble.
std::vector<Gap> gaps_ahead(const Team& team, WeekSource& weeks_, Instant now) {
  const auto horizon = Interval::between(now, now + weeks(team.check.horizon_weeks));
  if (!horizon) return {};
  std::map<RotaId, Instant> end;
  for (const Rota& rota : team.rotas) end[rota.id] = end_of(team, rota, weeks_).value_or(now);
  std::vector<Gap> gaps = cover_of(team, *horizon, weeks_).gaps;
  std::erase_if(gaps, [&](const Gap& gap) { return gap.during.begin() >= end[gap.role.rota]; });
  return gaps;
}

std::string gap_line(const Team& team, const std::vector<Gap>& gaps) {
  const Gap& first = gaps.front();
  const Date date = team.zone.date(first.during.begin());
  std::string when = stretch(first.during, team.zone);
  if (!when.starts_with(short_date(date))) when = fmt::format("{} {}", short_date(date), when);
  std::string line = fmt::format("gap {} {}", when, brief(team, first.role));
  if (gaps.size() > 1)
    line += fmt::format(", and {} more within {} weeks", gaps.size() - 1, team.check.horizon_weeks);
  return line;
}

// A line for each rule that finds something in the weeks ahead, without what is said of gaps and ends anyway
// and without what takes a long range to tell. Quiet about what is allowed.
std::vector<std::string> broken_rules(const Team& team, WeekSource& weeks_, Instant now) {
  const std::vector<Rule> rules{Rule::double_role, Rule::new_pair, Rule::leave,  Rule::member,
                                Rule::rest,        Rule::holidays, Rule::review, Rule::idle_override};
  const Interval range(now, now + weeks(std::max(team.check.horizon_weeks, 1)));
  const CheckAnswer answer = check(team, weeks_, {range, now, {}, rules, {}});
  std::vector<std::string> lines;
  for (const Rule rule : rules) {
    const auto first = std::ranges::find(answer.findings, rule, &Finding::rule);
    if (first == answer.findings.end()) continue;
    const auto count = std::ranges::count(answer.findings, rule, &Finding::rule);
    const std::string more = count > 1 ? fmt::format(", and {} more", count - 1) : std::string();
    lines.push_back(
        fmt::format("{}: {}{}", to_string(rule), first->message.substr(0, first->message.find("; ")), more));
  }
  return lines;
}

// Whether `now_text` says who has the role.
bool is_shown(const Now& now, const TurnNow& turn) {
  const auto is_open = [](const TurnNow& one, const Now& at) { return one.opens == at.at; };
  return is_open(turn, now) ||
         std::ranges::none_of(now.turns, [&](const TurnNow& other) { return is_open(other, now); });
}

// Who has each role next: where hours open later today or on another day, its holder then; else who follows.
std::string followers(const Team& team, const Status& status, const TextStyle& style) {
  Table table;
  table.runs_on = true;
  RotaId last;
  const auto add = [&](const RoleRef& role, const PersonId& person, Instant from) {
    const std::string rota = role.rota == last ? "" : role.rota.str();
    last = role.rota;
    table.rows.push_back({Cell(rota), Cell(role.role.str()), Cell(full_name(team, person)),
                          Cell("from " + relative_time(from, status.now.date, team.zone))});
  };
  for (const TurnNow& turn : status.now.turns) {
    const bool has_it_then = turn.opens && (!turn.until || *turn.opens < *turn.until);
    if (const PersonId* const holder = person_in(turn.holder);
        holder != nullptr && has_it_then && !is_shown(status.now, turn)) {
      add(turn.role, *holder, *turn.opens);
      continue;
    }
    if (const PersonId* const person = turn.then ? person_in(*turn.then) : nullptr) {
      add(turn.role, *person, *turn.until);
      continue;
    }
    const auto later = std::ranges::find(status.after_a_pause, turn.role, &Turn::role);
    if (later == status.after_a_pause.end()) continue;
    if (const PersonId* const person = person_in(later->holder))
      add(turn.role, *person, later->during.begin());
  }
  return table.rows.empty() ? std::string() : "\nTurns that follow\n" + to_text(table, style);
}

std::string dates(const Leave& leave, Date today) {
  const std::string last = near_date(leave.last, today);
  return leave.first == leave.last ? last : fmt::format("{} – {}", near_date(leave.first, leave.last), last);
}

std::string about_me(const Team& team, const Status& status, const TextStyle& style) {
  std::vector<std::string> lines;
  for (const Covering& covering : status.now.covering) {
    if (covering.shift.person != *status.me) continue;
    lines.push_back(fmt::format("{} now, until {}", covering.shift.role.str(),
                                relative_time(covering.shift.during.end(), status.now.date, team.zone)));
  }
  for (const NextList::Line& turn : next_list(team, status.my_turns, status.now.date).lines) {
    lines.push_back(fmt::format("next {} turn {}", turn.role.str(), turn.when));
  }
  if (status.my_turns.empty()) lines.emplace_back("no turn ahead");
  if (status.my_leave) {
    const bool begun = status.my_leave->first <= status.now.date;
    const char* const kind = status.my_leave->kind == LeaveKind::avoid ? "rather no turn"
                             : begun                                   ? "on leave"
                                                                       : "leave";
    lines.push_back(fmt::format("{} {}", kind, dates(*status.my_leave, status.now.date)));
  }
  std::string out = fmt::format("\nYou, {}\n", full_name(team, *status.me));
  for (const std::string& line : lines) out += wrapped(line, style.width, 2) + "\n";
  return out;
}

bool can_use(WeekSource& weeks_, IsoWeek first, IsoWeek last) {
  while (first < last && weeks_.can_use(first)) first = first.plus(1);
  return first >= last;
}

}  // namespace

std::optional<Leave> leave_from(const Team& team, const PersonId& person, Date date) {
  std::optional<Leave> next;
  for (const Leave& leave : team.leave) {
    if (std::ranges::find(leave.people, person) == leave.people.end()) continue;
    if (leave.last < date || leave.first > date + days(400)) continue;
    if (!next || leave.first < next->first) next = leave;
  }
  return next;
}

std::vector<Turn> turns_after_a_pause(const Team& team, WeekSource& weeks, const Now& now) {
  std::vector<Turn> turns;
  for (const TurnNow& turn : now.turns) {
    if (turn.then && person_in(*turn.then) != nullptr) continue;
    Filter filter;
    filter.role = turn.role;
    const Ahead ahead{now.at, now.at + weeks_ahead, 1};
    for (Turn& next : upcoming_turns(team, ahead, weeks, filter)) {
      if (can_use(weeks, IsoWeek::containing(now.date), next.week)) turns.push_back(std::move(next));
    }
  }
  return turns;
}

std::vector<std::string> trouble_ahead(const Team& team, WeekSource& weeks, Instant now) {
  std::vector<std::string> trouble = ends(team, weeks, now);
  const std::vector<Gap> gaps = gaps_ahead(team, weeks, now);
  if (!gaps.empty()) trouble.push_back(gap_line(team, gaps));
  for (std::string& line : broken_rules(team, weeks, now)) trouble.push_back(std::move(line));
  return trouble;
}

std::string status_text(const Team& team, const Status& status, const TextStyle& style) {
  std::string out = now_text(team, status.now, style) + followers(team, status, style);
  if (status.me) out += about_me(team, status, style);
  if (!status.trouble.empty()) out += "\n";
  for (const std::string& line : status.trouble) {
    out += toned(wrapped(visible(line), style.width, 2), Tone::warning, style) + "\n";
  }
  return out;
}

}  // namespace cprota
