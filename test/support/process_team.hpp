// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cprota/rota/team.hpp"
#include "cprota/rota/week_file.hpp"

#include "support/random_team.hpp"

namespace cprota::test {

// The hours and rotas of the process: on-call (primary, secondary; Mon 10:00; by the week) and support
// (engineer; Mon 00:00; by the day), in London, with amara, bea, cy and dev.
[[nodiscard]] Team process_team();

// `""` is not filled, `"none"` nobody on purpose, anything else a person.
[[nodiscard]] Holder holder(const std::string& text);
[[nodiscard]] RoleRef role(const std::string& text);

// A week file; a holder of seven names between blanks (`-` for not filled) is a list by day.
[[nodiscard]] WeekFile week(const std::string& name,
                            const std::vector<std::pair<std::string, std::string>>& turns);

// The clock in London: `2026-11-23 10:00`.
[[nodiscard]] Instant at(const std::string& text, const Zone& zone = zone_named("Europe/London"));
[[nodiscard]] Interval from_until(const std::string& from, const std::string& until,
                                  const Zone& zone = zone_named("Europe/London"));
[[nodiscard]] Override taken_over(const std::string& role_name, const std::string& by,
                                  const std::string& from, const std::string& until,
                                  const std::string& reason = "a reason");

// Week files that notes which were asked for and how often the whole folder was looked at.
class CountingWeeks final : public WeekSource {
 public:
  void put(WeekFile file) { files_.put(std::move(file)); }
  [[nodiscard]] const WeekFile* find(IsoWeek week) override;
  [[nodiscard]] const std::vector<IsoWeek>& weeks() override;

  // In order of week, once each.
  [[nodiscard]] std::vector<std::string> asked() const;
  [[nodiscard]] int looks() const { return looks_; }

 private:
  WeekFiles files_;
  std::vector<IsoWeek> asked_;
  int looks_ = 0;
};

}  // namespace cprota::test
