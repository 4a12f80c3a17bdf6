// SPDX-License-Identifier: MIT
#include "cprota/format/write_page.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "cprota/time/print.hpp"

#include "format/html.hpp"
#include "format/page_parts.hpp"

namespace cprota {
namespace {

#include "format/page_parts.inc"

constexpr std::string_view made_before = "<time id=\"made\" datetime=\"";

Interval ahead_of(const Team& team, const PageOptions& options) {
  const Instant begin = team.zone.begin_of(team.zone.date(options.now));
  const Instant least = begin + std::chrono::weeks(4);
  const Instant most = begin + std::chrono::weeks(13);
  return Interval(begin, std::clamp(options.range.until, least, most));
}

// The rest of the day on which the last week file ends is no gap: the rota ends there.
void forget_end(Page& page) {
  const std::vector<IsoWeek>& weeks = page.weeks.weeks();
  const Zone& zone = page.team.zone;
  const Date last = zone.date(page.options.range.until - Minutes(1));
  const bool reaches = std::ranges::any_of(page.team.rotas, [&](const Rota& rota) {
    return !weeks.empty() && zone.date(week_turn(rota, weeks.back(), zone).end() - Minutes(1)) >= last;
  });
  if (reaches) std::erase_if(page.cover.gaps, [&](const Gap& gap) { return is_after_rota(page, gap); });
}

Page page_of(const Team& team, WeekSource& weeks, const PageOptions& options) {
  Page page{team, weeks, options, {}, {}, ahead_of(team, options), {}};
  for (const Rota& rota : team.rotas) {
    for (const Role& role : rota.roles) {
      const RoleRef ref{rota.id, role.id};
      if (options.filter.takes(ref)) page.roles.push_back(ref);
    }
  }
  if (const auto range = options.range.interval()) page.cover = cover_of(team, *range, weeks, options.filter);
  forget_end(page);
  Filter anyone = options.filter;
  anyone.person.reset();
  page.cover_ahead = cover_of(team, page.ahead, weeks, anyone);
  return page;
}

// Hues a good way apart from neighbour to neighbour; none near red, which is that of gaps.
std::string colours(const Team& team) {
  constexpr std::size_t first = 190;
  constexpr std::size_t step = 122;
  constexpr std::size_t hues = 320;
  constexpr std::size_t past_red = 20;
  std::string out;
  for (std::size_t i = 0; i < team.people.size(); ++i)
    out += fmt::format(".p{}{{--h:{}}}\n", i, (first + i * step) % hues + past_red);
  return out;
}

std::string links(const Page& page) {
  if (page.options.links.empty()) return {};
  std::string out =
      "<section aria-labelledby=\"feeds\">\n<h2 id=\"feeds\">Calendars and data</h2>\n<ul class=\"links\">\n";
  for (const PageLink& link : page.options.links)
    out += fmt::format("<li><a href=\"{}\">{}</a></li>\n", html(link.address), html_name(link.text));
  return out + "</ul>\n</section>\n";
}

struct Part {
  std::string_view id;
  std::string_view name;
  std::string text;
};

std::string navigation(const Page& page, const std::vector<Part>& parts) {
  std::string out = "<nav aria-label=\"On this page\">\n<ul>\n";
  const auto range = page.options.range.interval();
  const bool has_today = range && range->contains(page.options.now);
  for (const Part& part : parts) {
    if (part.text.empty() || part.name.empty()) continue;
    out += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", part.id, part.name);
    if (part.id == "calendar" && has_today) out += "<li><a href=\"#today\">Today</a></li>\n";
  }
  return out + "</ul>\n</nav>\n";
}

std::string head(const Page& page, const std::string& style) {
  const std::string policy = fmt::format(
      "default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; form-action 'none'",
      policy_hash(style), policy_hash(page_script));
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" "
      "content=\"no-referrer\">\n"
      "<meta name=\"robots\" content=\"noindex\">\n<title>{} rota</title>\n"
      "<link rel=\"icon\" href=\"data:,\">\n<style>{}</style>\n</head>\n",
      policy, html(page.team.name), style);
}

}  // namespace

std::string rota_page(const Team& team, WeekSource& weeks, const PageOptions& options) {
  const Page page = page_of(team, weeks, options);
  const std::vector<Part> parts = {{"now", "Now", page_now(page)},
                                   {"alarm", "", page_alarm(page)},
                                   {"next", "Next", page_next(page)},
                                   {"calendar", "Calendar", page_calendar(page)},
                                   {"hours", "Hours", page_hours(page)},
                                   {"changes", "Overrides", page_changes(page)},
                                   {"gaps", "Gaps", page_gaps(page)},
                                   {"people", "People", page_people(page)},
                                   {"list", options.by_turn ? "Turns" : "Shifts", page_list(page)},
                                   {"feeds", "Calendars and data", links(page)}};
  std::string out = head(page, fmt::format("{}{}", page_style, colours(team)));
  out += fmt::format(
      "<body>\n<a class=\"skip\" href=\"#main\">Skip to the rota</a>\n<header>\n<h1>{} "
      "<span>rota</span></h1>\n"
      "<p>{} · times in {}</p>\n{}</header>\n<main id=\"main\" tabindex=\"-1\">\n",
      html_name(team.name), html(describe(options.range, team.zone)), html(team.zone.name()),
      navigation(page, parts));
  for (const Part& part : parts) out += part.text;
  out += fmt::format(
      "</main>\n<footer>\n<p>Made {}{}\">{}</time> by cprota.</p>\n</footer>\n", made_before,
      rfc3339(options.made, team.zone),
      html(fmt::format("{} {} {}", long_date(team.zone.date(options.made)),
                       clock_time(options.made, team.zone), team.zone.abbreviation(options.made))));
  out += fmt::format("<script type=\"application/json\" id=\"timeline\">{}</script>\n<script>{}</script>\n",
                     page_timeline(page), page_script);
  return out + "</body>\n</html>\n";
}

std::optional<Instant> made_of_page(std::string_view page) {
  const std::size_t found = page.rfind(made_before);
  if (found == std::string_view::npos) return std::nullopt;
  const std::string_view rest = page.substr(found + made_before.size());
  const auto time = parse_time(rest.substr(0, rest.find('"')), Zone::utc(), Instant{});
  if (!time) return std::nullopt;
  return time->at;
}

}  // namespace cprota
