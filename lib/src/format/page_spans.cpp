// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/format.h>

#include "cprota/time/print.hpp"

#include "format/html.hpp"
#include "format/page_parts.hpp"

namespace cprota {

std::vector<PageSpan> spans_of(const Team& team, const Cover& cover, const RoleRef& role) {
  std::vector<PageSpan> all;
  for (const Shift& shift : cover.shifts) {
    if (shift.role == role) all.push_back({shift.during, shift.person, shift.source.is_override()});
  }
  for (const Gap& gap : cover.gaps) {
    if (gap.role == role) all.push_back({gap.during, Unfilled{}});
  }
  const bool is_optional = team.find_rota(role.rota)->role(role.role)->optional;
  for (const Gap& gap : cover.nobody) {
    if (gap.role == role && !is_optional) all.push_back({gap.during, Nobody{}});
  }
  std::ranges::sort(all, {}, [](const PageSpan& span) { return span.during.begin(); });
  std::vector<PageSpan> joined;
  for (const PageSpan& span : all) {
    if (!joined.empty() && joined.back().during.end() == span.during.begin() &&
        joined.back().holder == span.holder && joined.back().changed == span.changed) {
      joined.back().during = Interval(joined.back().during.begin(), span.during.end());
    } else {
      joined.push_back(span);
    }
  }
  return joined;
}

std::string role_label(const Page& page, const RoleRef& role) {
  const auto same = std::ranges::count_if(page.team.rotas,
                                          [&](const Rota& rota) { return rota.role(role.role) != nullptr; });
  return same > 1 ? role.rota.str() + " " + role.role.str() : role.role.str();
}

std::string person_class(const Team& team, const PersonId& person) {
  const auto found = std::ranges::find(team.people, person, &Person::id);
  return fmt::format("p p{}", found - team.people.begin());
}

std::string role_html(const RoleRef& role) {
  return fmt::format("<span class=\"what\">{} {}</span>", html(role.rota.str()), html(role.role.str()));
}

std::int64_t page_minute(Instant t) {
  return std::chrono::floor<Minutes>(t.time_since_epoch()).count();
}

std::string page_date(const Page& page, Instant t) {
  return near_date(page.team.zone.date(t), page.team.zone.date(page.options.now));
}

std::string when_html(const Page& page, const Interval& during) {
  const Zone& zone = page.team.zone;
  const auto date_at = [&](Instant t) { return page_date(page, t); };
  const Instant last = during.end() - std::chrono::seconds(1);
  const std::string times =
      zone.date(during.begin()) == zone.date(last)
          ? fmt::format("{}, {}", date_at(during.begin()), stretch(during, zone))
          : fmt::format("{}, {} to {}, {}", date_at(during.begin()), clock_time(during.begin(), zone),
                        date_at(during.end()), clock_time(during.end(), zone));
  return fmt::format("<time datetime=\"{}\">{}</time>", rfc3339(during.begin(), zone), html(times));
}

}  // namespace cprota
