// SPDX-License-Identifier: MIT
// Any bytes as cprota.toml, contacts.toml and leave.toml: a team, or faults with places in the file.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "cprota/format/read_team.hpp"

namespace {

void require(bool what) {
  if (!what) std::abort();
}

void require_places(const std::vector<cprota::Diagnostic>& diagnostics) {
  for (const cprota::Diagnostic& diagnostic : diagnostics) {
    require(diagnostic.place && diagnostic.place->line >= 1 && diagnostic.place->column >= 1);
    require(cprota::to_string(diagnostic).find('\n') == std::string::npos);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  cprota::TeamReading reading = cprota::read_team(text, "cprota.toml");
  require_places(reading.faults);
  if (reading.faults.empty()) {
    require(!reading.team.name.empty());
    for (const cprota::Rota& rota : reading.team.rotas) {
      require(reading.team.find_hours(rota.hours) != nullptr && !rota.roles.empty());
      for (const cprota::PersonId& member : rota.members)
        require(reading.team.find_person(member) != nullptr);
    }
  }
  cprota::read_contacts(text, "contacts.toml", reading);
  cprota::read_leave(text, "leave.toml", reading);
  require_places(reading.faults_elsewhere);
  return 0;
}
