// SPDX-License-Identifier: MIT
#include "cprota/format/write_pagerduty.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/format/names.hpp"

#include "format/json.hpp"

namespace cprota {
namespace {

Diagnostic without_id(const Team& team, const Person& person) {
  return {Severity::error,
          person.place,
          fmt::format("{} has no PagerDuty id; write pagerduty = \"P…\" here or under [{}] in contacts.toml",
                      full_name(team, person.id), person.id.str()),
          {}};
}

Json override_json(const Team& team, const Person& person, const Interval& during) {
  return {{"override",
           {{"start", instant_json(team, during.begin())},
            {"end", instant_json(team, during.end())},
            {"user", {{"id", *person.pagerduty}, {"type", "user_reference"}}}}}};
}

}  // namespace

Result<std::string> pagerduty_overrides(const Team& team, const std::vector<PagerDutyEntry>& entries,
                                        Instant now) {
  Json list = Json::array();
  Error error{Fault::files, {}};
  for (const PagerDutyEntry& entry : entries) {
    const auto ahead = Interval::between(std::max(entry.during.begin(), now), entry.during.end());
    if (!ahead) continue;
    const Person& person = *team.find_person(entry.person);
    if (person.pagerduty) {
      list.push_back(override_json(team, person, *ahead));
      continue;
    }
    Diagnostic missing = without_id(team, person);
    if (std::ranges::find(error.diagnostics, missing) == error.diagnostics.end()) {
      error.diagnostics.push_back(std::move(missing));
    }
  }
  if (!error.diagnostics.empty()) return tl::unexpected(std::move(error));
  return document(list);
}

Result<std::string> pagerduty_overrides(const Team& team, const std::vector<Shift>& shifts, Instant now) {
  std::vector<PagerDutyEntry> entries;
  for (const Shift& shift : shifts) entries.push_back({shift.person, shift.during});
  return pagerduty_overrides(team, entries, now);
}

}  // namespace cprota
