// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cprota/format/names.hpp"
#include "cprota/format/write_rota.hpp"
#include "cprota/time/print.hpp"

#include "format/html.hpp"
#include "format/mail.hpp"
#include "format/page_parts.hpp"

namespace cprota {
namespace {

constexpr std::size_t rows_unfolded = 40;  // a longer table waits to be asked for

// An override that reaches into the range, and whose turns it lies on.
struct PageChange {
  const Override* one;
  std::vector<Holder> instead_of;
};

std::vector<PageChange> changes_in(const Page& page, const Interval& range) {
  Filter anyone = page.options.filter;
  anyone.person.reset();
  const Zone& zone = page.team.zone;
  std::vector<PageChange> changes;
  const IsoWeek last = IsoWeek::containing(zone.date(range.end()));
  for (IsoWeek week = IsoWeek::containing(zone.date(range.begin())).plus(-1); week <= last;
       week = week.plus(1)) {
    const WeekFile* const file = page.weeks.find(week);
    if (file == nullptr) continue;
    for (const Override& one : file->overrides) {
      if (one.during.overlaps(range) && anyone.takes(one.role)) changes.push_back({&one, {}});
    }
  }
  for (PageChange& change : changes) {
    Filter role;
    role.role = change.one->role;
    for (const Turn& turn : turns_in(page.team, change.one->during, page.weeks, role)) {
      if (turn.holder != change.one->holder &&
          std::ranges::find(change.instead_of, turn.holder) == change.instead_of.end())
        change.instead_of.push_back(turn.holder);
    }
  }
  if (const auto& person = page.options.filter.person) {
    std::erase_if(changes, [&](const PageChange& change) {
      return change.one->holder != Holder(*person) &&
             std::ranges::find(change.instead_of, Holder(*person)) == change.instead_of.end();
    });
  }
  std::ranges::stable_sort(changes, {}, [](const PageChange& change) { return change.one->during.begin(); });
  return changes;
}

std::string change_html(const Page& page, const PageChange& change) {
  std::vector<std::string> instead;
  for (const Holder& holder : change.instead_of) instead.push_back(html_name(holder_name(page.team, holder)));
  const PersonId* const person = person_in(change.one->holder);
  return fmt::format(
      "<li class=\"{}\">{} {} <strong>{}</strong>{}{}</li>\n",
      person != nullptr               ? person_class(page.team, *person)
      : is_nobody(change.one->holder) ? "nobody"
                                      : "gap",
      when_html(page, change.one->during), role_html(change.one->role),
      html_name(holder_name(page.team, change.one->holder)),
      instead.empty() ? "" : fmt::format(" <span>instead of {}</span>", fmt::join(instead, ", ")),
      change.one->reason.empty()
          ? ""
          : fmt::format(" <span class=\"reason\">{}</span>", html_name(change.one->reason)));
}

// As an address in a mailto: link, where `?` and `%` mean something else.
std::string percent_encoded(const std::string& address) {
  std::string out;
  for (const char c : address) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~@+").find(c) != std::string_view::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string mail_link(const Person& person) {
  if (!person.email) return {};
  if (!is_address(*person.email)) return html_name(*person.email);
  return fmt::format("<a href=\"mailto:{}\">{}</a>", percent_encoded(*person.email),
                     html_name(*person.email));
}

std::string contacts(const Team& team) {
  if (std::ranges::none_of(team.people,
                           [](const Person& one) { return one.phone || one.email || one.slack; }))
    return {};
  std::string out =
      "<h3>Contacts</h3>\n<section class=\"scroll\" aria-label=\"Contacts\" "
      "tabindex=\"0\">\n<table>\n"
      "<thead><tr><th scope=\"col\">person</th><th scope=\"col\">phone</th><th "
      "scope=\"col\">mail</th></tr></thead>\n"
      "<tbody>\n";
  for (const Person& person : team.people) {
    out += fmt::format("<tr class=\"{}\"><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n",
                       person_class(team, person.id), html_name(person.name), phone_link(person),
                       mail_link(person));
  }
  return out + "</tbody>\n</table>\n</section>\n";
}

std::string leave(const Page& page) {
  const Zone& zone = page.team.zone;
  std::string rows;
  for (const Leave& one : page.team.leave) {
    if (one.last < zone.date(page.options.range.from) || one.first > zone.date(page.options.range.until))
      continue;
    std::vector<std::string> names;
    for (const PersonId& person : one.people) names.push_back(html_name(full_name(page.team, person)));
    rows += fmt::format("<li>{} – {}: <strong>{}</strong>{}{}</li>\n", long_date(one.first),
                        long_date(one.last), fmt::format("{}", fmt::join(names, ", ")),
                        one.kind == LeaveKind::avoid ? " would rather not" : "",
                        one.note.empty() ? "" : " <span class=\"reason\">" + html_name(one.note) + "</span>");
  }
  return rows.empty() ? std::string() : "<h3>Leave</h3>\n<ul class=\"rows\">\n" + rows + "</ul>\n";
}

// A cell that is blank because it says what the one above it does.
void fill_down(Table& table) {
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    if (table.rows[i].front().text.empty()) table.rows[i].front() = table.rows[i - 1].front();
  }
}

}  // namespace

std::string page_changes(const Page& page) {
  const auto range = page.options.range.interval();
  if (!range) return {};
  const std::vector<PageChange> changes = changes_in(page, *range);
  if (changes.empty()) return {};
  std::string out =
      "<section aria-labelledby=\"changes\">\n<h2 id=\"changes\">Overrides</h2>\n"
      "<p>Where someone else has a turn, or a part of it.</p>\n<ul class=\"rows people\">\n";
  for (const PageChange& change : changes) out += change_html(page, change);
  return out + "</ul>\n</section>\n";
}

std::string page_people(const Page& page) {
  const std::string parts = contacts(page.team) + leave(page);
  if (parts.empty()) return {};
  return "<section aria-labelledby=\"people\">\n<h2 id=\"people\">People</h2>\n" + parts + "</section>\n";
}

std::string page_list(const Page& page) {
  const auto range = page.options.range.interval();
  if (!range) return {};
  std::string out;
  std::size_t rows = 0;
  if (page.options.by_turn) {
    for (const TurnGrid& grid : turn_grids(page.team, *range, page.weeks, page.options.filter)) {
      out += fmt::format("<h3>{}</h3>\n{}", html(grid.rota.str()),
                         html_table(grid.table, fmt::format("Turns of {}", grid.rota.str())));
      rows += grid.table.rows.size();
    }
  } else {
    Table table = shift_table(page.team, page.cover);
    fill_down(table);
    if (!table.rows.empty()) out = html_table(table, "Shifts and gaps");
    rows = table.rows.size();
  }
  if (out.empty()) return {};
  return fmt::format(
      "<section aria-labelledby=\"list\">\n<h2 id=\"list\">{}</h2>\n<details{}>\n<summary>As a "
      "table</summary>\n{}"
      "</details>\n</section>\n",
      page.options.by_turn ? "Turn by turn" : "Shift by shift", rows <= rows_unfolded ? " open" : "", out);
}

}  // namespace cprota
