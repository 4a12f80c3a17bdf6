// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cprota/cover/resolve.hpp"
#include "cprota/rota/team.hpp"
#include "cprota/time/parse.hpp"

namespace cprota {

// A file beside the page, such as a calendar to subscribe to.
struct PageLink {
  std::string address;  // relative
  std::string text;
};

struct PageOptions {
  Range range;
  Filter filter;
  bool by_turn = true;  // the list at the end: a grid of turns, else a line for each shift
  Instant now;          // of what the page says until its script has looked at the reader's clock
  Instant made;         // when the page says it was made; not later than `now`
  std::vector<PageLink> links;
};

// One HTML page that asks for nothing else: who covers now, what comes next, the months of the range, hours
// by person, what differs from the week files, gaps. A script of its own walks a timeline in the page, so
// that it is right when it is opened later, for 13 weeks from `now` or to the end of the range if that is
// earlier (four weeks at least). A Content-Security-Policy in the page lets run no other script. Phones,
// addresses, reasons and leave are shown where `team` and `weeks` have them: see public_view().
[[nodiscard]] std::string rota_page(const Team& team, WeekSource& weeks, const PageOptions& options);

// The `made` of a page that rota_page wrote; nothing for any other text.
[[nodiscard]] std::optional<Instant> made_of_page(std::string_view page);

}  // namespace cprota
