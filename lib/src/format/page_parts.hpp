// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cprota/cover/resolve.hpp"
#include "cprota/cover/turns.hpp"
#include "cprota/format/write_page.hpp"

namespace cprota {

// What all parts of the page are made from.
struct Page {
  const Team& team;
  WeekSource& weeks;
  const PageOptions& options;
  std::vector<RoleRef> roles;  // those looked at, in the order of the team
  Cover cover;                 // of the range
  Interval ahead;              // what the timeline in the page tells of
  Cover cover_ahead;           // of that, whoever it is
};

// A stretch of open hours of one role with one holder; `changed` where an override says so.
struct PageSpan {
  Interval during;
  Holder holder;
  bool changed = false;
};
// In order, those that touch and are alike joined. Empty optional roles are left out.
[[nodiscard]] std::vector<PageSpan> spans_of(const Team& team, const Cover& cover, const RoleRef& role);

// The role's own name where no other rota has one so called, else with that of its rota.
[[nodiscard]] std::string role_label(const Page& page, const RoleRef& role);
// The class that gives a person their colour.
[[nodiscard]] std::string person_class(const Team& team, const PersonId& person);
// Whether the rota has ended before: there is no week file any more.
[[nodiscard]] bool is_after_rota(const Page& page, const Gap& gap);
// `on-call primary`
[[nodiscard]] std::string role_html(const RoleRef& role);
// In minutes since 1970, as the script counts.
[[nodiscard]] std::int64_t page_minute(Instant t);
// The first number of a person's phone as a tel: link has it (RFC 3966, `#` percent-encoded), with the
// extension; empty where there is none to dial.
[[nodiscard]] std::string dialled(const Person& person);
// The phone, which the person must have, as it is read: one to dial is not to be broken at its blanks.
[[nodiscard]] std::string phone_text(const Person& person);
// The phone, as a link where it can be dialled; empty where there is none.
[[nodiscard]] std::string phone_link(const Person& person);
// `Wed 25 Nov`, with the year where it is not that of `now`.
[[nodiscard]] std::string page_date(const Page& page, Instant t);
// `Wed 25 Nov, 17:00–22:00`, with the year where it is not that of `now`.
[[nodiscard]] std::string when_html(const Page& page, const Interval& during);

// The parts, in the order of the page; empty where there is nothing to say.
[[nodiscard]] std::string page_alarm(const Page& page);
[[nodiscard]] std::string page_now(const Page& page);
[[nodiscard]] std::string page_next(const Page& page);
[[nodiscard]] std::string page_calendar(const Page& page);
[[nodiscard]] std::string page_hours(const Page& page);
[[nodiscard]] std::string page_changes(const Page& page);
[[nodiscard]] std::string page_gaps(const Page& page);
[[nodiscard]] std::string page_people(const Page& page);
[[nodiscard]] std::string page_list(const Page& page);
// The timeline that the script walks, as JSON for a <script> element.
[[nodiscard]] std::string page_timeline(const Page& page);

}  // namespace cprota
