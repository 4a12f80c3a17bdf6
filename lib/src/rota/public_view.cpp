// SPDX-License-Identifier: MIT
#include "cprota/rota/public_view.hpp"

namespace cprota {

Team public_view(Team team) {
  for (Person& person : team.people) {
    person.email.reset();
    person.phone.reset();
    person.slack.reset();
    person.pagerduty.reset();
  }
  team.leave.clear();
  return team;
}

const WeekFile* PublicWeeks::find(IsoWeek week) {
  const auto known = files_.find(week);
  if (known != files_.end()) return known->second.get();
  std::unique_ptr<WeekFile> file;
  if (const WeekFile* const whole = weeks_.find(week)) {
    file = std::make_unique<WeekFile>(*whole);
    for (Override& one : file->overrides) one.reason.clear();
    file->worked.clear();
    file->allowed.clear();
  }
  return files_.emplace(week, std::move(file)).first->second.get();
}

}  // namespace cprota
