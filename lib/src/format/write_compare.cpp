// SPDX-License-Identifier: MIT
#include "cprota/format/write_compare.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/format/names.hpp"
#include "cprota/format/write_pagerduty.hpp"
#include "cprota/time/parse.hpp"
#include "cprota/time/print.hpp"

#include "format/slack.hpp"
#include "time/text.hpp"

namespace cprota {
namespace {

const Team& team_of(const ComparisonAnswer& answer, const PersonId& person) {
  return answer.team.find_person(person) != nullptr ? answer.team : answer.other_team;
}

std::string whole_name(const ComparisonAnswer& answer, const std::optional<Coverer>& who) {
  if (!who) return "nobody";
  if (!who->stranger.empty()) return fmt::format("{} (not in the team)", visible(who->stranger));
  return full_name(team_of(answer, who->person), who->person);
}

std::string brief_name(const ComparisonAnswer& answer, const Coverer& who) {
  if (!who.stranger.empty()) return whole_name(answer, who);
  return short_name(team_of(answer, who.person), who.person);
}

// The role alone, where one rota has it.
std::string role_name(const Team& team, const RoleRef& role) {
  const auto has_it = [&](const Rota& rota) { return rota.role(role.role) != nullptr; };
  return std::ranges::count_if(team.rotas, has_it) == 1 ? role.role.str() : role.str();
}

// `Wed 25 Nov 17:00–22:00`, `Wed 25 Nov 17:00 – Fri 27 Nov 10:00`, the dates as they are to be written.
template <class DateName>
std::string stretch_words(const Interval& during, const Zone& zone, const DateName& date_name) {
  const Date first = zone.date(during.begin());
  const Closing closing = closing_of(during.end(), zone);
  if (closing.date == first) return fmt::format("{} {}", date_name(first), stretch(during, zone));
  return fmt::format("{} {} – {} {}", date_name(first), clock_time(during.begin(), zone),
                     date_name(closing.date), closing.clock);
}

std::string time_words(const Interval& during, const Zone& zone, Date today) {
  return stretch_words(during, zone, [&](Date date) { return near_date(date, today); });
}

// `W53 primary (bank holiday 28 Dec)`
std::string turn_words(const ComparisonAnswer& answer, const DifferentTurn& turn) {
  const Zone& zone = answer.team.zone;
  std::string words = turn.is_whole && turn.has_begun ? "rest of " : "";
  if (!turn.is_whole) {
    words += time_words(turn.during, zone, answer.today);
  } else if (turn.date) {
    words += near_date(*turn.date, answer.today);
  } else {
    const std::string week = turn.week.str();
    words +=
        turn.week.year() == IsoWeek::containing(answer.today).year() ? week.substr(week.find('W')) : week;
  }
  words +=
      " " + role_name(answer.team.find_rota(turn.role.rota) ? answer.team : answer.other_team, turn.role);
  constexpr std::size_t day_name_size = 4;
  std::vector<std::string> dates;
  for (const Date date : turn.bank_holidays) dates.push_back(short_date(date).substr(day_name_size));
  return dates.empty() ? words : fmt::format("{} (bank holiday {})", words, fmt::join(dates, ", "));
}

std::string turns_words(const ComparisonAnswer& answer, std::string_view sign,
                        const std::vector<DifferentTurn>& turns) {
  std::string words;
  for (const DifferentTurn& turn : turns) {
    words += fmt::format("{}{} {}", words.empty() ? "" : ", ", sign, turn_words(answer, turn));
  }
  return words;
}

std::string hours_words(Minutes minutes) {
  const auto rest = minutes.count() % 60;
  const std::string hours = fmt::format("{} h", minutes.count() / 60);
  return rest == 0 ? hours : fmt::format("{} {} min", hours, rest);
}

// `154 h → 161 h (+7 h)`: of a total over years nobody sees what changed.
std::string load_words(const PersonDifference& person) {
  const std::string here = hours_words(person.here);
  if (person.here == person.other) return fmt::format("{} as before", here);
  const bool is_more = person.here < person.other;
  const Minutes change = is_more ? person.other - person.here : person.here - person.other;
  return fmt::format("{} → {} ({}{})", here, hours_words(person.other), is_more ? "+" : "−",
                     hours_words(change));
}

// `+ W53 primary (bank holiday 28 Dec), − W51 secondary; load 154 h → 161 h (+7 h)`
std::string person_words(const ComparisonAnswer& answer, const PersonDifference& person) {
  std::string words = turns_words(answer, "+", person.more);
  if (!words.empty() && !person.less.empty()) words += ", ";
  words += turns_words(answer, "−", person.less);
  return fmt::format("{}; load {}", words, load_words(person));
}

// `Mon 23 Nov 10:00 – Mon 30 Nov 2026 10:00 (7 days)`: in whole days, the nearest number, from two on.
std::string range_words(const ComparisonAnswer& answer) {
  if (!answer.range) return {};
  const std::string words =
      describe({answer.range->begin(), answer.range->end(), std::nullopt, std::nullopt}, answer.team.zone);
  const auto whole = std::chrono::round<std::chrono::days>(answer.range->length());
  if (whole < std::chrono::days(2)) return words;
  return fmt::format("{}({} days)", words.substr(0, words.rfind('(')), whole.count());
}

std::string other_name(const ComparisonAnswer& answer) {
  return answer.of_schedule && answer.other == "-" ? "standard input" : visible(answer.other);
}

// What + and − mean, or the arrow.
std::string legend(const ComparisonAnswer& answer) {
  const std::string other = other_name(answer);
  return answer.of_schedule ? fmt::format("here → {}", other) : fmt::format("+ in {}, − here", other);
}

std::string heading(const ComparisonAnswer& answer) {
  if (!answer.range) return fmt::format("Nothing to compare with {}", other_name(answer));
  const bool same = answer.comparison.differences.empty();
  return fmt::format("{} · {}", range_words(answer),
                     same ? "no difference from " + other_name(answer) : legend(answer));
}

Table stretch_table(const ComparisonAnswer& answer) {
  Table table;
  for (const Difference& one : answer.comparison.differences) {
    table.rows.push_back(
        {Cell(stretch_words(one.during, answer.team.zone, long_date)), Cell(one.role.rota.str()),
         Cell(one.role.role.str()),
         Cell(fmt::format("{} → {}", whole_name(answer, one.here), whole_name(answer, one.other)))});
  }
  return table;
}

}  // namespace

std::string comparison_text(const ComparisonAnswer& answer, const TextStyle& style) {
  std::string text = wrapped(heading(answer), style.width, 0) + "\n";
  if (answer.of_schedule) return text + to_text(stretch_table(answer), style);
  for (const PersonDifference& person : answer.comparison.people) {
    const std::string line =
        fmt::format("{}: {}", brief_name(answer, person.who), person_words(answer, person));
    text += wrapped(line, style.width, 2) + "\n";
  }
  return text;
}

std::string comparison_markdown(const ComparisonAnswer& answer) {
  if (answer.comparison.differences.empty()) return markdown_text(heading(answer)) + "\n";
  Table table;
  if (answer.of_schedule) {
    table = stretch_table(answer);
    table.header = {"when", "rota", "role", legend(answer)};
    return to_markdown(table);
  }
  table.header = {"person", legend(answer), "load"};
  for (const PersonDifference& person : answer.comparison.people) {
    std::string turns = turns_words(answer, "+", person.more);
    if (!turns.empty() && !person.less.empty()) turns += ", ";
    turns += turns_words(answer, "−", person.less);
    table.rows.push_back({Cell(whole_name(answer, person.who)), Cell(turns), Cell(load_words(person))});
  }
  return to_markdown(table);
}

std::string comparison_slack(const ComparisonAnswer& answer) {
  SlackMessage message{fmt::format("{}: who covers differs", answer.team.name), {}, heading(answer)};
  const auto mention = [&](const std::optional<Coverer>& who) {
    const Person* const person = who ? team_of(answer, who->person).find_person(who->person) : nullptr;
    return person != nullptr ? slack_person(*person) : slack_escaped(whole_name(answer, who));
  };
  if (answer.comparison.differences.empty()) message.title = answer.team.name + ": no difference";
  std::vector<std::string> lines;
  for (const PersonDifference& person : answer.comparison.people) {
    if (answer.of_schedule) break;
    lines.push_back(fmt::format("{}: {}", mention(person.who), slack_escaped(person_words(answer, person))));
  }
  for (const Difference& one : answer.comparison.differences) {
    if (!answer.of_schedule) break;
    lines.push_back(fmt::format("{} {}: {} → {}",
                                slack_escaped(time_words(one.during, answer.team.zone, answer.today)),
                                role_name(answer.team, one.role), mention(one.here), mention(one.other)));
  }
  message.parts = {std::move(lines)};
  message.context = slack_escaped(message.context);
  return slack_payload(message);
}

Result<std::string> comparison_pagerduty(const ComparisonAnswer& answer, Instant now) {
  std::vector<PagerDutyEntry> entries;
  std::optional<RoleRef> role;
  for (const Difference& one : answer.comparison.differences) {
    if (!one.here || one.during.end() <= now) continue;
    if (role && *role != one.role) {
      return fail(Fault::usage,
                  fmt::format("{} and {} both differ, and a schedule of PagerDuty is of one role: say "
                              "which with --role ROLE",
                              role->str(), one.role.str()));
    }
    role = one.role;
    entries.push_back({one.here->person, one.during});
  }
  return pagerduty_overrides(answer.team, entries, now);
}

}  // namespace cprota
