// SPDX-License-Identifier: MIT
// Any bytes as a schedule of another tool: read, or refused with places in the file; and what was read,
// matched with a team.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "cprota/format/match_schedule.hpp"
#include "cprota/format/read_team.hpp"

namespace {

void require(bool what) {
  if (!what) std::abort();
}

const cprota::Team& team() {
  static const cprota::TeamReading reading = cprota::read_team(
      "[team]\nname = \"Small\"\ntimezone = \"Europe/London\"\n[hours.on-call]\nweekday = "
      "[\"07:00-22:00\"]\n[rota.on-call]\nhours = \"on-call\"\nroles = [\"primary\", "
      "\"secondary\"]\nhandover = "
      "\"Mon 10:00\"\nmembers = [\"amara\", \"bea\"]\n[[people]]\nid = \"amara\"\nname = \"Amara "
      "Okafor\"\nemail = "
      "\"amara@example.org\"\npagerduty = \"PXPGF42\"\n[[people]]\nid = \"bea\"\nname = \"=1+1\"\nslack = "
      "\"U0\"\n",
      "cprota.toml");
  require(reading.faults.empty());
  return reading.team;
}

void require_places(const cprota::Error& error) {
  require(!error.diagnostics.empty());
  for (const auto& diagnostic : error.diagnostics) {
    require(diagnostic.place && diagnostic.place->line >= 1 && diagnostic.place->column >= 1);
    require(cprota::to_string(diagnostic).find('\n') == std::string::npos);
  }
}

void read(std::string_view text, std::optional<cprota::ScheduleFormat> format,
          std::optional<cprota::Interval> range = std::nullopt) {
  const auto schedule = cprota::read_schedule(text, "file", team().zone, format, range);
  if (!schedule) return require_places(schedule.error());
  const cprota::RoleRef primary{cprota::RotaId("on-call"), cprota::RoleId("primary")};
  const auto pattern = cprota::SummaryPattern::parse("{role}: {person}");
  require(pattern.has_value());
  for (const cprota::MatchOptions& options :
       {cprota::MatchOptions{std::nullopt, std::nullopt, false}, {primary, *pattern, true}}) {
    const auto matched = cprota::match_schedule(team(), *schedule, options);
    if (!matched) {
      require_places(matched.error());
      continue;
    }
    require(matched->stretches.size() <= schedule->stretches.size());
    for (std::size_t i = 1; i < matched->stretches.size(); ++i) {
      const auto& before = matched->stretches[i - 1];
      const auto& after = matched->stretches[i];
      require(before.role != after.role || before.during.end() <= after.during.begin());
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  read(text, std::nullopt);
  read(text, cprota::ScheduleFormat::csv);
  read(text, cprota::ScheduleFormat::ics);
  const cprota::Zone zone = team().zone;
  read(text, cprota::ScheduleFormat::ics,
       cprota::Interval::between(zone.begin_of(cprota::IsoWeek::parse("2026-W40")->monday()),
                                 zone.begin_of(cprota::IsoWeek::parse("2027-W20")->monday())));
  read(text, cprota::ScheduleFormat::pagerduty);
  return 0;
}
