// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdint>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cprota/count/tally.hpp"
#include "cprota/format/names.hpp"
#include "cprota/time/print.hpp"

#include "format/html.hpp"
#include "format/page_parts.hpp"

namespace cprota {
namespace {

constexpr std::int64_t bar_width = 1000;

// A person's minutes, in the order of the page's roles.
struct Bar {
  PersonId person;
  std::vector<Minutes> minutes;
  Minutes total{0};
};

std::vector<Bar> bars_of(const Page& page, const Tally& tally) {
  std::vector<Bar> bars;
  for (const PersonTally& person : tally.people) {
    Bar bar{person.person, std::vector<Minutes>(page.roles.size(), Minutes{0}), person.minutes.total()};
    for (const TallyRow& row : tally.rows) {
      if (row.person != person.person) continue;
      const auto role = std::ranges::find(page.roles, row.role);
      bar.minutes[static_cast<std::size_t>(role - page.roles.begin())] += row.minutes.total();
    }
    bars.push_back(std::move(bar));
  }
  std::ranges::stable_sort(bars, std::ranges::greater(), &Bar::total);
  return bars;
}

// `12.5%`, rounded half up.
std::string percent(Minutes part, Minutes whole) {
  const std::int64_t tenths = (part.count() * 2000 + whole.count()) / (whole.count() * 2);
  return fmt::format("{}.{}%", tenths / 10, tenths % 10);
}

// The class that tells roles apart by how strong the colour is.
std::string strength(std::size_t role) {
  return fmt::format("s{}", std::min<std::size_t>(role, 3));
}

std::string bar_svg(const Bar& bar, Minutes longest) {
  std::string out = fmt::format(
      "<svg class=\"bar\" viewBox=\"0 0 {} 20\" preserveAspectRatio=\"none\" aria-hidden=\"true\" "
      "focusable=\"false\">",
      bar_width);
  Minutes before{0};
  for (std::size_t i = 0; i < bar.minutes.size(); ++i) {
    const std::int64_t begin = before.count() * bar_width / longest.count();
    before += bar.minutes[i];
    const std::int64_t end = before.count() * bar_width / longest.count();
    if (end > begin)
      out += fmt::format("<rect class=\"{}\" x=\"{}\" y=\"0\" width=\"{}\" height=\"20\"/>", strength(i),
                         begin, end - begin);
  }
  return out + "</svg>";
}

std::string bar_html(const Page& page, const Bar& bar, Minutes longest, Minutes all) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < bar.minutes.size(); ++i) {
    if (bar.minutes[i] == Minutes{0}) continue;
    parts.push_back(
        fmt::format("{} {}", html(role_label(page, page.roles[i])), hours_and_minutes(bar.minutes[i])));
  }
  return fmt::format(
      "<li class=\"{}\"><span class=\"name\">{}</span>{}<span class=\"sum\">{}</span><span class=\"share\">{}"
      "</span><span class=\"parts\">{}</span></li>\n",
      person_class(page.team, bar.person), html_name(full_name(page.team, bar.person)), bar_svg(bar, longest),
      hours_and_minutes(bar.total), percent(bar.total, all), fmt::format("{}", fmt::join(parts, " · ")));
}

std::string legend(const Page& page) {
  std::string out = "<ul class=\"legend\" aria-hidden=\"true\">";
  for (std::size_t i = 0; i < page.roles.size(); ++i)
    out += fmt::format("<li><span class=\"key {}\"></span>{}</li>", strength(i),
                       html(role_label(page, page.roles[i])));
  return out + "</ul>\n";
}

}  // namespace

std::string page_hours(const Page& page) {
  const auto range = page.options.range.interval();
  if (!range) return {};
  const std::vector<Bar> bars = bars_of(page, tally(page.team, *range, page.weeks, page.options.filter));
  if (bars.empty()) return {};
  Minutes all{0};
  for (const Bar& bar : bars) all += bar.total;
  Minutes missing{0};
  for (const Gap& gap : page.cover.gaps) missing += gap.during.minutes();
  const Minutes longest = std::max(bars.front().total, missing);
  std::string out = fmt::format(
      "<section aria-labelledby=\"hours\">\n<h2 id=\"hours\">Hours by person</h2>\n"
      "<p>{}: {} covered, and each person's share of it.</p>\n{}<ol class=\"bars\">\n",
      html(describe(page.options.range, page.team.zone)), hours_and_minutes(all), legend(page));
  for (const Bar& bar : bars) out += bar_html(page, bar, longest, all);
  if (missing > Minutes{0}) {
    out += fmt::format(
        "<li class=\"gap\"><span class=\"name\">Not filled</span>{}<span class=\"sum\">{}</span><span "
        "class=\"share\"></span><span class=\"parts\"><a href=\"#gaps\">all gaps</a></span></li>\n",
        bar_svg({{}, {missing}, missing}, longest), hours_and_minutes(missing));
  }
  return out + "</ol>\n</section>\n";
}

}  // namespace cprota
