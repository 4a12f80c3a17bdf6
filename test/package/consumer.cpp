// SPDX-License-Identifier: MIT
// Who covers a team at 09:15 on 23 November 2026, asked of the library.
#include <chrono>
#include <cstdio>
#include <memory>

#include <cprota/cover/now.hpp>
#include <cprota/format/team_folder.hpp>
#include <cprota/time/zone.hpp>

int main(int argc, char** argv) {
  const auto folder = cprota::TeamFolder::open(argc > 1 ? argv[1] : ".");
  if (!folder) {
    for (const auto& fault : folder.error().diagnostics) std::puts(cprota::to_string(fault).c_str());
    return 3;
  }
  const cprota::Team& team = (*folder)->team();
  using namespace std::chrono;
  const cprota::Local nine_fifteen = local_days(2026y / November / 23) + 9h + 15min;
  const cprota::Now now = cprota::now_at(team, **folder, team.zone.instant(nine_fifteen));
  for (const auto& covering : now.covering) std::puts(covering.shift.person.str().c_str());
}
