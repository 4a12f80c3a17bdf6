// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "cprota/rota/team.hpp"
#include "cprota/rota/week_file.hpp"

namespace cprota {

// What may be published: a team without the phones, addresses and chat ids of its people, and without leave.
[[nodiscard]] Team public_view(Team team);

// Week files without reasons and notes, and without the incidents worked on and the findings allowed.
class PublicWeeks final : public WeekSource {
 public:
  // `weeks` must outlive it.
  explicit PublicWeeks(WeekSource& weeks) : weeks_(weeks) {}

  [[nodiscard]] const WeekFile* find(IsoWeek week) override;
  [[nodiscard]] bool can_use(IsoWeek week) override { return weeks_.can_use(week); }
  [[nodiscard]] const std::vector<IsoWeek>& weeks() override { return weeks_.weeks(); }

 private:
  WeekSource& weeks_;
  std::map<IsoWeek, std::unique_ptr<WeekFile>> files_;  // nullptr: there is none
};

}  // namespace cprota
