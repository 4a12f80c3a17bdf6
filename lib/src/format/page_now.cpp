// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>
#include <iterator>

#include <fmt/format.h>

#include "cprota/cover/upcoming.hpp"
#include "cprota/format/names.hpp"
#include "cprota/time/print.hpp"

#include "format/html.hpp"
#include "format/json.hpp"
#include "format/page_parts.hpp"

namespace cprota {
namespace {

constexpr std::size_t shifts_shown = 8;
constexpr std::size_t shifts_told = 60;  // so that there are some left when the page is days old

bool is_optional(const Page& page, const RoleRef& role) {
  return page.team.find_rota(role.rota)->role(role.role)->optional;
}

// Open hours of an optional role without anybody, which are no gap.
std::vector<PageSpan> empty_spans(const Page& page, const RoleRef& role) {
  std::vector<PageSpan> spans;
  for (const Gap& empty : page.cover_ahead.nobody) {
    if (empty.role != role) continue;
    for (const Stretch& one :
         stretches(page.team, *page.team.find_rota(role.rota), role, empty.during, page.weeks))
      spans.push_back({one.during, one.holder, false});
  }
  return spans;
}

// Those of one role, whoever said so: overrides are told elsewhere.
std::vector<PageSpan> timeline_of(const Page& page, const RoleRef& role) {
  std::vector<PageSpan> spans = spans_of(page.team, page.cover_ahead, role);
  if (is_optional(page, role)) {
    std::ranges::move(empty_spans(page, role), std::back_inserter(spans));
    std::ranges::sort(spans, {}, [](const PageSpan& span) { return span.during.begin(); });
  }
  std::vector<PageSpan> joined;
  for (PageSpan& span : spans) {
    if (!joined.empty() && joined.back().during.end() == span.during.begin() &&
        joined.back().holder == span.holder) {
      joined.back().during = Interval(joined.back().during.begin(), span.during.end());
    } else {
      joined.push_back(span);
    }
  }
  return joined;
}

// Hidden where there is none: the script may fill it in later.
std::string phone_of(const Person* person) {
  return person != nullptr && person->phone ? phone_link(*person) : "<a class=\"phone\" hidden></a>";
}

std::string holder_html(const Team& team, const Holder& holder) {
  if (const PersonId* const person = person_in(holder)) return html_name(full_name(team, *person));
  return is_nobody(holder) ? "Nobody, on purpose" : "Not filled";
}

// One role: what it is now, until when, and what follows.
std::string card(const Page& page, const RoleRef& role, bool with_phones) {
  const Team& team = page.team;
  const Instant now = page.options.now;
  const Date today = team.zone.date(now);
  const std::vector<PageSpan> spans = timeline_of(page, role);
  const auto after =
      std::ranges::find_if(spans, [&](const PageSpan& span) { return span.during.end() > now; });
  const bool is_open = after != spans.end() && after->during.begin() <= now;
  const bool optional = is_optional(page, role);
  const auto next = std::find_if(is_open ? after + 1 : after, spans.end(), [&](const PageSpan& span) {
    return !optional || !is_unfilled(span.holder);
  });
  std::string kind = "closed";
  std::string who = "Hours are closed";
  std::string until;
  const Person* person = nullptr;
  if (is_open) {
    const PersonId* const id = person_in(after->holder);
    const bool is_gap = is_unfilled(after->holder) && !optional;
    kind = id != nullptr ? person_class(team, *id) : is_gap ? "gap" : "nobody";
    person = id != nullptr ? team.find_person(*id) : nullptr;
    who = holder_html(team, after->holder);
    if (optional && is_unfilled(after->holder)) who += ", optional";
    // Where what is known ends, nobody's time does.
    if (after->during.end() < page.ahead.end())
      until = "until " + relative_time(after->during.end(), today, team.zone);
  }
  std::string then;
  if (next != spans.end()) {
    // Who is asked for while hours are closed is whoever opens them.
    const PersonId* const id = person_in(next->holder);
    if (!is_open && id != nullptr) person = team.find_person(*id);
    then = fmt::format("{} {} {}", is_open ? "then" : "next", holder_html(team, next->holder),
                       html(relative_time(next->during.begin(), today, team.zone)));
  }
  return fmt::format(
      "<li class=\"card {}\">\n<p class=\"role\">{} · {}</p>\n<p class=\"who\">{}</p>\n"
      "<p class=\"until\">{}</p>\n{}<p class=\"then\">{}</p>\n</li>\n",
      kind, html(role.rota.str()), html(role.role.str()), who, html(until),
      with_phones ? "<p>" + phone_of(person) + "</p>\n" : "", then);
}

bool has_phones(const Team& team) {
  return std::ranges::any_of(team.people, [](const Person& person) { return person.phone.has_value(); });
}

}  // namespace

std::string page_now(const Page& page) {
  const Zone& zone = page.team.zone;
  const Instant made = page.options.made;
  std::string out = fmt::format(
      "<section aria-labelledby=\"now\">\n<h2 id=\"now\">Who covers now</h2>\n"
      "<p id=\"asof\">As it was when this page was made: {} {} {}.</p>\n<ul class=\"cards\" id=\"cards\">\n",
      long_date(zone.date(made)), html(clock_time(made, zone)), html(zone.abbreviation(made)));
  const bool with_phones = has_phones(page.team);
  for (const RoleRef& role : page.roles) out += card(page, role, with_phones);
  return out + "</ul>\n</section>\n";
}

std::string page_next(const Page& page) {
  const Ahead ahead{page.options.now, page.ahead.end(), shifts_told};
  const std::vector<Shift> shifts = upcoming_shifts(page.team, ahead, page.weeks, page.options.filter);
  if (shifts.empty()) return {};
  std::string out =
      "<section aria-labelledby=\"next\">\n<h2 id=\"next\">Next shifts</h2>\n<ol class=\"shifts\" "
      "id=\"shifts\">\n";
  for (std::size_t i = 0; i < shifts.size(); ++i) {
    const Shift& shift = shifts[i];
    out += fmt::format(
        "<li class=\"{}\" data-begin=\"{}\"{}><span class=\"when\">{}</span> <span class=\"what\">{} "
        "{}</span> "
        "<strong>{}</strong>{}</li>\n",
        person_class(page.team, shift.person), page_minute(shift.during.begin()),
        i < shifts_shown ? "" : " hidden", when_html(page, shift.during), html(shift.role.rota.str()),
        html(shift.role.role.str()), html_name(full_name(page.team, shift.person)),
        shift.source.is_override() ? " <span class=\"mark\">override</span>" : "");
  }
  return out + "</ol>\n</section>\n";
}

std::string page_timeline(const Page& page) {
  const Team& team = page.team;
  Json json;
  json["zone"] = team.zone.name();
  json["from"] = page_minute(page.ahead.begin());
  json["until"] = page_minute(page.ahead.end());
  json["shown"] = shifts_shown;
  json["people"] = Json::array();
  for (const Person& person : team.people) {
    Json one{{"name", full_name(team, person.id)}};
    if (person.phone) one["phone"] = phone_text(person);
    if (const std::string number = dialled(person); !number.empty()) one["tel"] = number;
    json["people"].push_back(one);
  }
  json["roles"] = Json::array();
  for (const RoleRef& role : page.roles) {
    Json spans = Json::array();
    for (const PageSpan& span : timeline_of(page, role)) {
      const PersonId* const person = person_in(span.holder);
      const auto found = std::ranges::find_if(
          team.people, [&](const Person& one) { return person != nullptr && one.id == *person; });
      const std::int64_t who = person != nullptr         ? found - team.people.begin()
                               : is_nobody(span.holder)  ? -2
                               : is_optional(page, role) ? -3
                                                         : -1;
      spans.push_back({page_minute(span.during.begin()), page_minute(span.during.end()), who});
    }
    json["roles"].push_back(spans);
  }
  return script_json(json.dump(-1, ' ', false, nlohmann::detail::error_handler_t::replace));
}

}  // namespace cprota
