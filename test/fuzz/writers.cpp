// SPDX-License-Identifier: MIT
// Any text as the name of a team and of a person, and as a reason, in everything that is written of a rota:
// no format has more lines, events, scripts or headers than with a plain name.
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "cprota/format/read_team.hpp"
#include "cprota/format/write_calendar.hpp"
#include "cprota/format/write_next.hpp"
#include "cprota/format/write_page.hpp"
#include "cprota/format/write_rota.hpp"

namespace {

void require(bool what) {
  if (!what) std::abort();
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

// A team of which everything that people write freely is `text`; with faults where the reader refuses it.
struct Fixture {
  explicit Fixture(std::string_view text)
      : reading(cprota::read_team("[team]\nname = " + quoted(text) + R"(
timezone = "Europe/London"
[hours.support]
weekday = ["10:00-17:00"]
[rota.support]
hours = "support"
roles = ["engineer"]
members = ["amara", "bea"]
[[people]]
id = "amara"
email = "amara@example.org"
name = )" + quoted(text) + "\n[[people]]\nid = \"bea\"\nname = \"Bea\"\n",
                                  "cprota.toml")) {
    if (!reading.faults.empty()) return;
    cprota::WeekReading file =
        cprota::read_week(R"([support]
engineer = "bea"
[[override]]
role = "support.engineer"
person = "amara"
from = 2026-11-24T11:00:00
until = 2026-11-25T12:00:00
reason = )" + quoted(text) + "\n",
                          "rota/2026-W48.toml", *cprota::IsoWeek::of(2026, 48), reading.team);
    require(file.faults.empty());
    weeks.put(std::move(file.file));
  }

  cprota::TeamReading reading;
  cprota::WeekFiles weeks;
};

long count(std::string_view text, std::string_view part) {
  long found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
    ++found;
  return found;
}

// What must not depend on any name.
struct Shape {
  long csv_lines = 0;
  long csv_breaks = 0;
  long markdown_lines = 0;
  long events = 0;
  long properties = 0;
  long scripts = 0;
  long elements = 0;
  long headers = 0;

  friend bool operator==(const Shape&, const Shape&) = default;
};

void require_no_control(std::string_view text, std::string_view allowed) {
  require(std::ranges::none_of(text, [&](char c) {
    return static_cast<unsigned char>(c) < 0x20 && allowed.find(c) == std::string_view::npos;
  }));
}

// The lines of an iCalendar, unfolded; each at most 75 octets as it stands, and ended by CRLF.
long calendar_properties(std::string_view text) {
  long lines = 0;
  while (!text.empty()) {
    const std::size_t end = text.find("\r\n");
    require(end != std::string_view::npos && end <= 75);
    require_no_control(text.substr(0, end), "");
    if (!text.starts_with(' ')) ++lines;
    text.remove_prefix(end + 2);
  }
  return lines;
}

long mail_headers(std::string_view text) {
  long headers = 0;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos && end > 0; end = text.find('\n')) {
    if (text.front() == '\r') break;
    if (text.front() != ' ' && text.front() != '\t') ++headers;
    text.remove_prefix(end + 1);
  }
  return headers;
}

Shape shape(Fixture& fixture) {
  const cprota::Team& team = fixture.reading.team;
  const cprota::Date monday = cprota::IsoWeek::of(2026, 48)->monday();
  const cprota::Range range = cprota::range_of(monday, monday + std::chrono::days(6), team.zone);
  const cprota::RotaOfRange rota{range, cprota::turns_in(team, *range.interval(), fixture.weeks),
                                 cprota::cover_of(team, *range.interval(), fixture.weeks)};
  Shape out;
  const std::string csv = cprota::rota_csv(team, rota);
  require_no_control(csv, "\r\n");
  out.csv_lines = count(csv, "\r\n");
  out.csv_breaks = count(csv, "\n");
  const std::string markdown = cprota::rota_markdown(team, rota.cover);
  require_no_control(markdown, "\n");
  out.markdown_lines = count(markdown, "\n");
  const std::string calendar = cprota::rota_calendar(
      team, cprota::calendar_events(team, *range.interval(), fixture.weeks), {team.name, std::nullopt});
  out.events = count(calendar, "\r\nBEGIN:VEVENT\r\n");
  out.properties = calendar_properties(calendar);
  const std::string page =
      cprota::rota_page(team, fixture.weeks, {range, {}, true, range.from, range.from, {}});
  out.scripts = count(page, "<script") + count(page, "</script");
  out.elements = count(page, "<td");
  require_no_control(cprota::rota_json(team, rota), "\n");
  out.headers = mail_headers(
      cprota::next_mail(team, cprota::next_list(team, rota.turns, team.zone.date(range.from))).text);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Shape plain = [] {
    Fixture fixture("Amara");
    require(fixture.reading.faults.empty());
    return shape(fixture);
  }();
  if (size == 0 || size > 400) return 0;
  Fixture fixture(std::string_view(reinterpret_cast<const char*>(data), size));
  if (fixture.reading.faults.empty()) require(shape(fixture) == plain);
  return 0;
}
