// SPDX-License-Identifier: MIT
// Any bytes as a week file: its turns and overrides, or faults with places in the file. What is read can be
// edited, and then reads as edited.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "cprota/format/edit_week.hpp"
#include "cprota/format/read_team.hpp"

namespace {

void require(bool what) {
  if (!what) std::abort();
}

const cprota::Team& team() {
  static const cprota::Team value = cprota::read_team(R"([team]
name = "T"
timezone = "UTC"
[hours.support]
weekday = ["10:00-17:00"]
[rota.on-call]
hours = "support"
roles = ["primary", "secondary"]
members = ["amara", "bea"]
[[people]]
id = "amara"
name = "Amara"
[[people]]
id = "bea"
name = "Bea"
)",
                                                      "cprota.toml")
                                        .team;
  return value;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const cprota::IsoWeek week = *cprota::IsoWeek::of(2026, 48);
  const cprota::WeekReading reading = cprota::read_week(text, "rota/2026-W48.toml", week, team());
  for (const cprota::Diagnostic& diagnostic : reading.faults) {
    require(diagnostic.place && diagnostic.place->line >= 1 && diagnostic.place->column >= 1);
    require(cprota::to_string(diagnostic).find('\n') == std::string::npos);
  }
  if (!reading.faults.empty()) return 0;
  const cprota::RoleRef role{cprota::RotaId("on-call"), cprota::RoleId("secondary")};
  const cprota::Holder holder = cprota::PersonId("bea");
  const auto edited =
      cprota::edit_week(text, "rota/2026-W48.toml", week, cprota::SetHolder{role, 3, holder}, team());
  require(edited.has_value());
  const cprota::WeekFile file = cprota::read_week(*edited, "rota/2026-W48.toml", week, team()).file;
  require(file.overrides.size() == reading.file.overrides.size());
  require(file.assignment(role)->on_day(3).holder == holder);
  return 0;
}
