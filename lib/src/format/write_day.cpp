// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/format/names.hpp"
#include "cprota/format/write_process.hpp"
#include "cprota/time/print.hpp"

#include "format/json.hpp"
#include "format/mail.hpp"
#include "format/now_rows.hpp"
#include "format/slack.hpp"

namespace cprota {
namespace {

struct Section {
  std::string title;
  Table table;
};

std::string heading(const Team& team, const DayPlan& plan) {
  return fmt::format("{} · {} · {}", visible(team.name), long_date(plan.date),
                     day_words(plan.kind, plan.bank_holiday));
}

std::string windows_text(const Team& team, const HoursOnDay& hours) {
  std::vector<std::string> windows;
  for (const Interval& window : hours.windows) windows.push_back(stretch(window, team.zone));
  return fmt::format("{}", fmt::join(windows, ", "));
}

// How a format writes people, and text of the files.
struct Writing {
  PersonName name;
  std::string (*text)(const std::string& text);
};

std::string as_it_is(const std::string& text) {
  return text;
}

std::string for_slack(const std::string& text) {
  return slack_escaped(text);
}

constexpr Writing plain{full_name, as_it_is};
constexpr Writing chat{slack_name, for_slack};

std::string people_text(const Team& team, const DutyOnDay& duty, const Writing& writing) {
  if (duty.duty->by == Duty::By::all) return "everyone";
  std::vector<std::string> names;
  for (const PersonId& person : duty.people) names.push_back(writing.name(team, person));
  if (names.empty()) return "nobody";
  return fmt::format("{}", fmt::join(names, " or "));
}

// `09:00` of a duty at an edge, `10:00–17:00` of one that lasts.
std::string duty_time(const Team& team, const DayPlan& plan, const DutyOnDay& duty) {
  if (duty.duty->when != Duty::When::during) return clock_time(duty.at, team.zone);
  return stretch(*duty.window.common(*plan.during), team.zone);
}

Section hours_section(const Team& team, const DayPlan& plan) {
  Section section{"hours", {}};
  for (const HoursOnDay& hours : plan.hours) {
    section.table.rows.push_back({Cell(hours.hours.str()), Cell(windows_text(team, hours))});
  }
  if (plan.hours.empty()) section.table.rows.push_back({Cell("all closed")});
  if (plan.support_closed) {
    const std::string back = plan.support_opens
                                 ? "back " + relative_time(*plan.support_opens, plan.date, team.zone)
                                 : std::string("not open again");
    section.table.rows.push_back({Cell(team.contact.support.str()), Cell(back)});
  }
  return section;
}

// Who covers a role, as rows of time, rota, role and who.
std::vector<std::pair<Instant, std::vector<Cell>>> cover_rows(const Team& team, const Cover& cover,
                                                              const RoleRef& role, const Writing& writing) {
  std::vector<std::pair<Instant, std::vector<Cell>>> rows;
  const auto add = [&](const RoleRef& of, const Interval& during, Cell who) {
    if (of != role) return;
    rows.push_back(
        {during.begin(),
         {Cell(stretch(during, team.zone)), Cell(of.rota.str()), Cell(of.role.str()), std::move(who)}});
  };
  for (const Shift& shift : cover.shifts) {
    const std::string reason =
        shift.source.is_override() && !shift.source.taken_over->reason.empty()
            ? fmt::format(" ({})", writing.text(visible(shift.source.taken_over->reason)))
            : "";
    add(shift.role, shift.during, Cell(writing.name(team, shift.person) + reason));
  }
  for (const Gap& gap : cover.gaps) add(gap.role, gap.during, Cell("not filled", Tone::bad));
  for (const Gap& gap : cover.nobody)
    add(gap.role, gap.during, Cell(gap.on_purpose ? "nobody, on purpose" : "not filled", Tone::faint));
  return rows;
}

Section cover_section(const Team& team, const DayPlan& plan, const Writing& writing) {
  std::vector<std::pair<Instant, std::vector<Cell>>> rows;
  for (const Rota& rota : team.rotas) {
    for (const Role& role : rota.roles) {
      auto more = cover_rows(team, plan.cover, {rota.id, role.id}, writing);
      std::move(more.begin(), more.end(), std::back_inserter(rows));
    }
  }
  std::ranges::stable_sort(rows, {}, [](const auto& row) { return row.first; });
  Section section{"cover", {}};
  for (auto& [at, cells] : rows) section.table.rows.push_back(std::move(cells));
  return section;
}

Section handover_section(const Team& team, const DayPlan& plan, const Writing& writing) {
  Section section{"handovers", {}};
  for (const HandoverOnDay& handover : plan.handovers) {
    section.table.rows.push_back({Cell(clock_time(handover.at, team.zone)), Cell(handover.role.rota.str()),
                                  Cell(handover.role.role.str()),
                                  Cell(fmt::format("{} → {}", holder_name(team, handover.from, writing.name),
                                                   holder_name(team, handover.to, writing.name)))});
  }
  return section;
}

Section duty_section(const Team& team, const DayPlan& plan, const Writing& writing) {
  Section section{"duties", {}};
  for (const DutyOnDay& duty : plan.duties) {
    section.table.rows.push_back({Cell(duty_time(team, plan, duty)), Cell(duty.duty->hours.str()),
                                  Cell(people_text(team, duty, writing)),
                                  Cell(writing.text(duty.duty->text))});
  }
  return section;
}

std::string covering_text(const Team& team, const std::vector<PersonId>& people, const Writing& writing) {
  std::vector<std::string> names;
  for (const PersonId& person : people) names.push_back(writing.name(team, person));
  return names.empty() ? "nobody" : fmt::format("{}", fmt::join(names, ", then "));
}

std::vector<std::string> tomorrow_lines(const Team& team, const DayPlan& plan, const Writing& writing) {
  std::vector<std::string> lines;
  for (const std::string& line : plan.tomorrow) lines.push_back(writing.text(line));
  for (const CoverTomorrow& one : plan.cover_tomorrow) {
    lines.push_back(fmt::format("{} {}: {} (today {})", one.role.rota.str(), one.role.role.str(),
                                covering_text(team, one.then, writing),
                                covering_text(team, one.today, writing)));
  }
  return lines;
}

Section tomorrow_section(const Team& team, const DayPlan& plan, const Writing& writing) {
  Section section{"different tomorrow", {}};
  for (std::string& line : tomorrow_lines(team, plan, writing)) {
    section.table.rows.push_back({Cell(std::move(line))});
  }
  return section;
}

std::vector<Section> sections_of(const Team& team, const DayPlan& plan, const Writing& writing) {
  std::vector<Section> sections{hours_section(team, plan), cover_section(team, plan, writing),
                                handover_section(team, plan, writing), duty_section(team, plan, writing),
                                tomorrow_section(team, plan, writing)};
  std::erase_if(sections, [](const Section& section) { return section.table.rows.empty(); });
  return sections;
}

std::string_view when_name(Duty::When when) {
  return when == Duty::When::start ? "start" : when == Duty::When::end ? "end" : "during";
}

Json shift_and_source_json(const Team& team, const Shift& shift) {
  Json json = shift_json(team, shift);
  json["source"] = source_json(shift.source);
  return json;
}

Json window_json(const Team& team, const Interval& window) {
  Json json;
  add_during(json, team, window);
  return json;
}

Json duties_json(const Team& team, const DayPlan& plan) {
  Json list = Json::array();
  for (const DutyOnDay& duty : plan.duties) {
    Json people = Json::array();
    for (const PersonId& person : duty.people) people.push_back(person.str());
    list.push_back({{"at", instant_json(team, duty.at)},
                    {"hours", duty.duty->hours.str()},
                    {"when", std::string(when_name(duty.duty->when))},
                    {"from", instant_json(team, duty.window.begin())},
                    {"until", instant_json(team, duty.window.end())},
                    {"by", duty.duty->by == Duty::By::all ? "all" : "one"},
                    {"people", std::move(people)},
                    {"text", duty.duty->text}});
  }
  return list;
}

std::vector<std::string> slack_lines(const Section& section) {
  std::vector<std::string> lines{"*" + section.title + "*"};
  for (const std::vector<Cell>& row : section.table.rows) {
    std::vector<std::string> words;
    for (const Cell& cell : row) words.push_back(cell.text);
    lines.push_back(fmt::format("• {}", fmt::join(words, "  ")));
  }
  return lines;
}

}  // namespace

std::string day_text(const Team& team, const DayPlan& plan, const TextStyle& style) {
  std::string text = toned(wrapped(heading(team, plan), style.width, 0), Tone::strong, style) + "\n";
  for (const Section& section : sections_of(team, plan, plain)) {
    text += "\n" + toned(section.title, Tone::faint, style) + "\n" + to_text(section.table, style);
  }
  return text;
}

std::string day_json(const Team& team, const DayPlan& plan) {
  Json json{{"schema", "cprota.day/1"},
            {"team", team.name},
            {"timezone", team.zone.name()},
            {"date", iso_date(plan.date)},
            {"day", std::string(to_string(plan.kind))},
            {"bank_holiday", plan.bank_holiday ? Json(plan.bank_holiday->title) : Json(nullptr)}};
  json["hours"] = Json::array();
  for (const HoursOnDay& hours : plan.hours) {
    json["hours"].push_back(
        {{"hours", hours.hours.str()}, {"windows", list_json(team, hours.windows, window_json)}});
  }
  json["shifts"] = list_json(team, plan.cover.shifts, shift_and_source_json);
  json["gaps"] = list_json(team, plan.cover.gaps, gap_json);
  json["handovers"] = Json::array();
  for (const HandoverOnDay& handover : plan.handovers) {
    Json one{{"at", instant_json(team, handover.at)}};
    one.update(role_json(handover.role));
    one["from"] = holder_json(handover.from);
    one["to"] = holder_json(handover.to);
    json["handovers"].push_back(std::move(one));
  }
  json["duties"] = duties_json(team, plan);
  json["tomorrow"] = tomorrow_lines(team, plan, plain);
  json["support_opens"] = instant_json(team, plan.support_opens);
  return document(json);
}

std::string day_markdown(const Team& team, const DayPlan& plan) {
  std::string text = "## " + markdown_text(heading(team, plan)) + "\n";
  for (const Section& section : sections_of(team, plan, plain)) {
    text += fmt::format("\n### {}\n\n", section.title);
    Table table = section.table;
    if (table.rows.front().size() == 1) {
      for (const std::vector<Cell>& row : table.rows) text += "- " + markdown_text(row.front().text) + "\n";
      continue;
    }
    table.header.assign(table.rows.front().size(), Cell(""));
    text += to_markdown(table);
  }
  return text;
}

std::string day_slack(const Team& team, const DayPlan& plan) {
  SlackMessage message{heading(team, plan), {}, {}};
  for (const Section& section : sections_of(team, plan, chat)) message.parts.push_back(slack_lines(section));
  return slack_payload(message);
}

MailDraft day_mail(const Team& team, const DayPlan& plan) {
  std::vector<PersonId> people;
  for (const Shift& shift : plan.cover.shifts) people.push_back(shift.person);
  return mail_to(team, people, heading(team, plan), day_text(team, plan, mail_style));
}

}  // namespace cprota
