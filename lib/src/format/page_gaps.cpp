// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>
#include <set>

#include <fmt/format.h>

#include "cprota/time/print.hpp"

#include "format/html.hpp"
#include "format/page_parts.hpp"

namespace cprota {
namespace {

constexpr std::size_t gaps_in_alarm = 6;
constexpr std::chrono::weeks near{4};

std::string gap_row(const Page& page, const Gap& gap, std::string_view attributes) {
  return fmt::format("<li data-begin=\"{}\" data-end=\"{}\"{}>{} {} <span class=\"sum\">{}</span></li>\n",
                     page_minute(gap.during.begin()), page_minute(gap.during.end()), attributes,
                     when_html(page, gap.during), role_html(gap.role),
                     hours_and_minutes(gap.during.minutes()));
}

// A gap in the weeks ahead, or the first one after a rota has ended: one row says so of all the others.
struct Trouble {
  const Gap* gap;
  bool is_end;
};

std::vector<Trouble> troubles_ahead(const Page& page) {
  std::vector<Trouble> troubles;
  std::set<RotaId> ended;
  for (const Gap& gap : page.cover_ahead.gaps) {
    if (gap.during.end() <= page.options.now) continue;
    const bool is_end = is_after_rota(page, gap);
    if (!is_end || ended.insert(gap.role.rota).second) troubles.push_back({&gap, is_end});
  }
  return troubles;
}

std::string end_row(const Page& page, const Gap& first, std::string_view attributes) {
  const Instant begin = first.during.begin();
  return fmt::format(
      "<li data-begin=\"{}\" data-end=\"{}\"{}><time datetime=\"{}\">from {}, {}</time> <span "
      "class=\"what\">{}</span> <span>the rota ends</span></li>\n",
      page_minute(begin), page_minute(page.ahead.end()), attributes, rfc3339(begin, page.team.zone),
      html(page_date(page, begin)), html(clock_time(begin, page.team.zone)), html(first.role.rota.str()));
}

}  // namespace

bool is_after_rota(const Page& page, const Gap& gap) {
  const std::vector<IsoWeek>& weeks = page.weeks.weeks();
  const Rota& rota = *page.team.find_rota(gap.role.rota);
  return weeks.empty() || gap.during.begin() >= week_turn(rota, weeks.back(), page.team.zone).end();
}

std::string page_alarm(const Page& page) {
  if (page.options.filter.person) return {};
  std::string rows;
  std::size_t count = 0;
  for (const Trouble& trouble : troubles_ahead(page)) {
    const bool is_near = trouble.gap->during.begin() < page.options.now + near;
    if (is_near) ++count;
    const std::string_view attributes = is_near && count <= gaps_in_alarm ? "" : " hidden";
    rows +=
        trouble.is_end ? end_row(page, *trouble.gap, attributes) : gap_row(page, *trouble.gap, attributes);
  }
  if (rows.empty()) return {};
  const std::size_t more = count - std::min(count, gaps_in_alarm);
  return fmt::format(
      "<section class=\"alarm\" id=\"alarm\" aria-labelledby=\"alarm-title\" data-rows=\"{}\" "
      "data-near=\"{}\"{}>\n<h2 id=\"alarm-title\">Nobody covers these hours</h2>\n<ul class=\"rows\">\n{}"
      "</ul>\n<p class=\"more\"{}>and <span>{}</span> more in the next four weeks</p>\n</section>\n",
      gaps_in_alarm, std::chrono::duration_cast<Minutes>(near).count(), count == 0 ? " hidden" : "", rows,
      more == 0 ? " hidden" : "", more);
}

std::string page_gaps(const Page& page) {
  if (page.cover.gaps.empty()) return {};
  Minutes all{0};
  std::string rows;
  for (const Gap& gap : page.cover.gaps) {
    all += gap.during.minutes();
    rows += gap_row(page, gap, "");
  }
  const std::size_t count = page.cover.gaps.size();
  return fmt::format(
      "<section aria-labelledby=\"gaps\">\n<h2 id=\"gaps\">Gaps</h2>\n<p>{} of open hours not filled, in {} "
      "{}.</p>\n"
      "<ul class=\"rows gaps\">\n{}</ul>\n</section>\n",
      hours_and_minutes(all), count, count == 1 ? "gap" : "gaps", rows);
}

}  // namespace cprota
