// SPDX-License-Identifier: MIT
#include "cprota/format/write_site.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>

#include <fmt/format.h>

#include "cprota/cover/rules.hpp"
#include "cprota/cover/turns.hpp"
#include "cprota/format/write_calendar.hpp"
#include "cprota/format/write_metrics.hpp"
#include "cprota/format/write_page.hpp"
#include "cprota/format/write_rota.hpp"
#include "cprota/rota/public_view.hpp"

namespace cprota {
namespace {

constexpr std::chrono::weeks looked_back{4};
constexpr std::chrono::weeks looked_ahead{4};

// What readers may see: of the whole team and its files, or of what may be published.
struct View {
  const Team& team;
  WeekSource& weeks;
};

// One calendar of the site: whose it is, and which events it has.
struct Feed {
  std::string name;
  std::string title;
  Filter filter;

  [[nodiscard]] bool has(const Shift& shift) const {
    return filter.takes(shift.role) && (!filter.person || *filter.person == shift.person);
  }
};

std::vector<Feed> feeds(const Team& team) {
  std::vector<Feed> all = {{"rota.ics", "everybody", {}}};
  for (const Rota& rota : team.rotas) {
    all.push_back({fmt::format("rota-{}.ics", rota.id.str()), rota.id.str(), {rota.id, {}, {}}});
    for (const Role& role : rota.roles) {
      const RoleRef ref{rota.id, role.id};
      all.push_back({fmt::format("role-{}.ics", ref.str()),
                     fmt::format("{} {}", rota.id.str(), role.id.str()),
                     {{}, ref, {}}});
    }
  }
  for (const Person& person : team.people) {
    all.push_back({fmt::format("person-{}.ics", person.id.str()), person.name, {{}, {}, person.id}});
  }
  return all;
}

std::vector<SiteFile> calendars(const View& view, const SiteOptions& options) {
  std::vector<CalendarEvent> events;
  if (const auto range = options.range.interval()) events = calendar_events(view.team, *range, view.weeks);
  std::vector<SiteFile> files;
  for (const Feed& feed : feeds(view.team)) {
    std::vector<CalendarEvent> chosen;
    std::ranges::copy_if(events, std::back_inserter(chosen),
                         [&](const CalendarEvent& event) { return feed.has(event.shift); });
    const std::string title =
        feed.name == "rota.ics" ? view.team.name : fmt::format("{} · {}", view.team.name, feed.title);
    files.push_back({feed.name, rota_calendar(view.team, chosen, {title, options.stamp})});
  }
  return files;
}

std::vector<PageLink> links(const Team& team) {
  std::vector<PageLink> all;
  for (const Feed& feed : feeds(team)) all.push_back({feed.name, "Calendar of " + feed.title});
  const std::vector<PageLink> data = {{"rota.json", "The rota as JSON"},
                                      {"rota.csv", "Shifts as CSV"},
                                      {"who-now.json", "Who covers when, in the next four weeks, as JSON"},
                                      {"metrics.prom", "Metrics for Prometheus"}};
  all.insert(all.end(), data.begin(), data.end());
  return all;
}

std::string page(const View& view, const SiteOptions& options, const std::optional<std::string>& standing) {
  PageOptions page{options.range, {}, true, options.now, options.now, links(view.team)};
  if (const auto made = standing ? made_of_page(*standing) : std::nullopt; made && *made < options.now) {
    page.made = *made;
    std::string same = rota_page(view.team, view.weeks, page);
    if (same == *standing) return same;
    page.made = options.now;
  }
  return rota_page(view.team, view.weeks, page);
}

std::vector<SiteFile> files_of(const View& view, const SiteOptions& options,
                               const std::optional<std::string>& standing_page) {
  const Team& team = view.team;
  RotaOfRange rota{options.range, {}, {}};
  if (const auto range = options.range.interval()) {
    rota.turns = turns_in(team, *range, view.weeks);
    rota.cover = cover_of(team, *range, view.weeks);
  }
  const Date today = team.zone.date(options.now);
  const Interval ahead(team.zone.begin_of(today), team.zone.begin_of(today + looked_ahead));
  std::vector<SiteFile> files = {{site_page_name(), page(view, options, standing_page)},
                                 {"rota.json", rota_json(team, rota)},
                                 {"rota.csv", rota_csv(team, rota)},
                                 {"who-now.json", timeline_json(team, view.weeks, ahead)}};
  std::ranges::move(calendars(view, options), std::back_inserter(files));
  return files;
}

}  // namespace

std::string site_page_name() {
  return "index.html";
}

std::vector<SiteFile> site_files(TeamFolder& folder, const SiteOptions& options,
                                 const std::optional<std::string>& standing_page) {
  std::vector<SiteFile> files;
  if (options.with_private) {
    files = files_of({folder.team(), folder}, options, standing_page);
  } else {
    PublicWeeks weeks(folder);
    files = files_of({public_view(folder.team()), weeks}, options, standing_page);
  }
  files.push_back({"metrics.prom", site_metrics(folder, options.now)});
  return files;
}

Range default_site_range(const Team& team, WeekSource& weeks, Instant now) {
  const auto [first, last] = default_check_range(team, weeks, now);
  // Before its first week there was no rota, and so no gap.
  const std::vector<IsoWeek>& all = weeks.weeks();
  const Date begin = all.empty() ? first : std::clamp(all.front().monday(), first - looked_back, first);
  return range_of(begin, last, team.zone);
}

}  // namespace cprota
