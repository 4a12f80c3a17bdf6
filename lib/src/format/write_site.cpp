// SPDX-License-Identifier: MIT
#include "cprota/format/write_site.hpp"

#include <chrono>

#include <fmt/format.h>

#include "cprota/cover/rules.hpp"
#include "cprota/cover/turns.hpp"
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

std::vector<PageLink> links() {
  return {{"rota.json", "The rota as JSON"},
          {"rota.csv", "Shifts as CSV"},
          {"who-now.json", "Who covers when, in the next four weeks, as JSON"},
          {"metrics.prom", "Metrics for Prometheus"}};
}

std::string page(const View& view, const SiteOptions& options, const std::optional<std::string>& standing) {
  PageOptions page{options.range, {}, true, options.now, options.now, links()};
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
  return {{site_page_name(), page(view, options, standing_page)},
          {"rota.json", rota_json(team, rota)},
          {"rota.csv", rota_csv(team, rota)},
          {"who-now.json", timeline_json(team, view.weeks, ahead)}};
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
  return range_of(first - looked_back, last, team.zone);
}

}  // namespace cprota
