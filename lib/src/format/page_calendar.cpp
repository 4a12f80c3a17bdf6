// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cprota/format/names.hpp"
#include "cprota/time/print.hpp"

#include "format/html.hpp"
#include "format/page_parts.hpp"

namespace cprota {
namespace {

constexpr const char* month_names[] = {"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};

// A calendar of more months shows this one and the next; the others are folded.
constexpr int most_months_open = 4;

std::chrono::year_month month_of(Date date) {
  const std::chrono::year_month_day ymd(date);
  return ymd.year() / ymd.month();
}

// What a folded month must not hide.
std::string gaps_in(const Page& page, std::chrono::year_month month) {
  const auto count = std::ranges::count_if(page.cover.gaps, [&](const Gap& gap) {
    return month_of(page.team.zone.date(gap.during.begin())) == month;
  });
  if (count == 0) return {};
  return fmt::format(" <span class=\"sum\">{} gap{}</span>", count, count == 1 ? "" : "s");
}

// One person in one role on one date.
struct Entry {
  Holder holder;
  bool changed = false;
  std::vector<std::string> times;
};

// The spans of each role, of which the dates take theirs in order.
struct RoleSpans {
  RoleRef role;
  std::vector<PageSpan> spans;
  std::size_t first = 0;  // the first that may still concern the date
};

std::vector<Entry> entries_on(const Team& team, RoleSpans& role, const Interval& day) {
  std::vector<Entry> entries;
  while (role.first < role.spans.size() && role.spans[role.first].during.end() <= day.begin()) ++role.first;
  for (std::size_t i = role.first; i < role.spans.size(); ++i) {
    const PageSpan& span = role.spans[i];
    const auto part = span.during.common(day);
    if (!part) break;
    const auto known = std::ranges::find_if(entries, [&](const Entry& entry) {
      return entry.holder == span.holder && entry.changed == span.changed;
    });
    const std::string times = stretch(*part, team.zone);
    if (known != entries.end()) {
      known->times.push_back(times);
    } else {
      entries.push_back({span.holder, span.changed, {times}});
    }
  }
  return entries;
}

std::string entry_html(const Page& page, const RoleRef& role, const Entry& entry, bool alone) {
  const PersonId* const person = person_in(entry.holder);
  const std::string kind = person != nullptr         ? person_class(page.team, *person)
                           : is_nobody(entry.holder) ? "nobody"
                                                     : "gap";
  const std::string who = person != nullptr         ? html_name(short_name(page.team, *person))
                          : is_nobody(entry.holder) ? "nobody"
                                                    : "not filled";
  const bool with_times = !alone || entry.changed || person == nullptr;
  return fmt::format(
      "<li class=\"{}{}\"><span class=\"role\">{}</span> <span class=\"held\"><b>{}</b>{}{}</span></li>",
      kind, entry.changed ? " changed" : "", html(role_label(page, role)), who,
      entry.changed ? " <span class=\"mark\">override</span>" : "",
      with_times ? fmt::format(" <span class=\"times\"><span>{}</span></span>",
                               fmt::join(entry.times, "</span> <span>"))
                 : "");
}

std::string day_html(const Page& page, Date date, std::vector<RoleSpans>& roles, const Interval& range) {
  const Team& team = page.team;
  const auto day =
      Interval::between(team.zone.begin_of(date), team.zone.begin_of(date + std::chrono::days(1)));
  const auto inside = day ? day->common(range) : std::nullopt;
  std::string entries;
  for (RoleSpans& role : roles) {
    const std::vector<Entry> found = inside ? entries_on(team, role, *inside) : std::vector<Entry>();
    for (const Entry& entry : found) entries += entry_html(page, role.role, entry, found.size() == 1);
  }
  const auto holiday = team.bank_holidays.on(date);
  const std::chrono::year_month_day ymd(date);
  const unsigned monday_first = weekday_of(date).iso_encoding();
  std::string classes = fmt::format("day c{}", monday_first);
  if (holiday || is_saturday_or_sunday(date)) classes += " off";
  if (entries.empty()) classes += " idle";
  const bool is_today = date == team.zone.date(page.options.now);
  const std::string week =
      monday_first == 1 || date == team.zone.date(range.begin())
          ? fmt::format("<span class=\"week\">{}</span>", IsoWeek::containing(date).str().substr(5))
          : std::string();
  return fmt::format(
      "<li class=\"{}\" data-date=\"{}\"{}><p class=\"date\"><time datetime=\"{}\"><span class=\"narrow\">{} "
      "</span>{}</time>{}{}</p>{}</li>\n",
      classes, iso_date(date), is_today ? " id=\"today\" aria-current=\"date\"" : "", iso_date(date),
      day_name(date), static_cast<unsigned>(ymd.day()), week,
      holiday ? fmt::format("<span class=\"holiday\">{}</span>", html(holiday->title)) : "",
      entries.empty() ? "" : "<ul>" + entries + "</ul>");
}

}  // namespace

std::string page_calendar(const Page& page) {
  const auto range = page.options.range.interval();
  if (!range) return {};
  const Zone& zone = page.team.zone;
  std::vector<RoleSpans> roles;
  for (const RoleRef& role : page.roles) roles.push_back({role, spans_of(page.team, page.cover, role), 0});
  const Date begin = zone.date(range->begin());
  const Date last = zone.date(range->end() - std::chrono::seconds(1));
  const Date today = std::clamp(zone.date(page.options.now), begin, last);
  const bool all_open = month_of(last) - month_of(begin) < std::chrono::months(most_months_open);
  std::string out = "<section aria-labelledby=\"calendar\">\n<h2 id=\"calendar\">Calendar</h2>\n";
  for (Date date = begin; date <= last;) {
    const std::chrono::year_month month = month_of(date);
    const auto ahead = month - month_of(today);
    const std::string id = fmt::format("month-{}", iso_date(date).substr(0, 7));
    out += fmt::format(
        "<details class=\"fold\"{}>\n<summary><h3 id=\"{}\">{} {}</h3>{}</summary>\n<div class=\"weekdays\" "
        "aria-hidden=\"true\"><span>Mon</span><span>Tue</span>"
        "<span>Wed</span><span>Thu</span><span>Fri</span><span>Sat</span><span>Sun</span></div>\n"
        "<ol class=\"month\" aria-labelledby=\"{}\">\n",
        all_open || (ahead >= std::chrono::months(0) && ahead < std::chrono::months(2)) ? " open" : "", id,
        month_names[static_cast<unsigned>(month.month()) - 1], static_cast<int>(month.year()),
        gaps_in(page, month), id);
    for (; date <= last && month_of(date) == month; date += std::chrono::days(1)) {
      out += day_html(page, date, roles, *range);
    }
    out += "</ol>\n</details>\n";
  }
  return out + "</section>\n";
}

}  // namespace cprota
