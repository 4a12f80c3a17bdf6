// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cprota/format/team_folder.hpp"
#include "cprota/time/parse.hpp"

namespace cprota {

struct SiteFile {
  std::string name;
  std::string text;
};

struct SiteOptions {
  Range range;
  Instant now;
  bool with_private = false;     // phones, addresses, reasons and leave
  std::optional<Instant> stamp;  // as CalendarOptions has it
};

// The files of a static site: the page, a calendar of all and of each rota, role and person, the rota
// as JSON and CSV, the timeline of the days ahead
// and metrics. The folder must have been read whole. The same files and the same day give the same bytes, but
// for the page, which says when it was made, and the metrics. `standing_page` is the page that is published
// already: where nothing else would change, the new one says that it was made when that one was.
[[nodiscard]] std::vector<SiteFile> site_files(TeamFolder& folder, const SiteOptions& options,
                                               const std::optional<std::string>& standing_page);
// The name of the page among them.
[[nodiscard]] std::string site_page_name();

// From four weeks before this week, but not before the first week file nor after this week's begin, to the
// last week file, or to the end of this week if that is later.
[[nodiscard]] Range default_site_range(const Team& team, WeekSource& weeks, Instant now);

// A document of cprota.timeline/1: who covers at any moment of `during`.
[[nodiscard]] std::string timeline_json(const Team& team, WeekSource& weeks, const Interval& during);

}  // namespace cprota
