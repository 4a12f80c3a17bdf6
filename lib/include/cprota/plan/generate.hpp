// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "cprota/plan/solve.hpp"
#include "cprota/plan/team_problem.hpp"

namespace cprota {

// Somebody else, or nobody any more, in a turn of a week file.
struct TurnChange {
  RoleRef role;
  IsoWeek week;
  std::optional<int> day;  // 0 to 6 from the handover, for day turns
  Holder before;
  Holder after;
};

// Week files as they will be: those of another source, with changes on top.
class PlannedWeeks final : public WeekSource {
 public:
  explicit PlannedWeeks(WeekSource& base) : base_(base) {}

  // Ends pointers to the file of that week.
  void apply(const TurnChange& change);
  // Puts an override at the end of the file of that week.
  void add(IsoWeek week, Override made);
  // An empty file where there is none.
  void begin_file(IsoWeek week);

  [[nodiscard]] const WeekFile* find(IsoWeek week) override;
  [[nodiscard]] const std::vector<IsoWeek>& weeks() override;

 private:
  [[nodiscard]] WeekFile& changed(IsoWeek week);

  WeekSource& base_;
  std::map<IsoWeek, std::unique_ptr<WeekFile>> changed_;
  std::vector<IsoWeek> weeks_;
};

struct RotaPlan {
  TeamProblem drawn;
  PlanAnswer answer;
};

struct TeamPlan {
  WeekRange weeks;
  std::vector<RotaPlan> rotas;      // in the order in which they were planned
  std::vector<TurnChange> changes;  // what differs from the files, in order of week, rota, role and day
};

struct GenerateQuestion {
  PlanQuestion plan;
  std::optional<RotaId> rota;  // absent: every rota, those that others name in `apart` first
  int effort = 1;
  std::function<void(const Rota&, const LevelResult&)> progress;
};

// The best rota of a range, one rota after the other; each is pinned for the next.
[[nodiscard]] TeamPlan generate(const Team& team, const GenerateQuestion& question, WeekSource& weeks);

// A rota as it stands, for up to 13 weeks from `week` to the last that has a file: nothing is chosen, and the
// levels have no bounds.
[[nodiscard]] RotaPlan standing_plan(const Team& team, const Rota& rota, IsoWeek week, WeekSource& weeks);

}  // namespace cprota
