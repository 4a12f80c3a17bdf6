// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cprota/format/table.hpp"
#include "cprota/plan/choices.hpp"
#include "cprota/plan/generate.hpp"

namespace cprota {

// What `generate` answers: the plan and the files that were written for it.
struct PlanReport {
  const Team& team;
  const TeamPlan& plan;
  std::vector<std::string> written;
};

// `optimal`, `feasible` or `uncovered`.
[[nodiscard]] std::string_view status_of(const RotaPlan& plan);

// A document of cprota.generate/1.
[[nodiscard]] std::string plan_json(const PlanReport& report);

// The grids of turns; for each rota its members, its levels with their bounds in words, what is empty and
// why; then whose turns change and what was written. `weeks` has the plan in it.
[[nodiscard]] std::string plan_text(const PlanReport& report, WeekSource& weeks, const TextStyle& style);

// The turns of a week, and every other choice for each.
struct WhyTurn {
  const RotaPlan* plan = nullptr;
  int turn = 0;
  std::optional<Place> place;  // of the holder in its file
};

// A document of cprota.why/1.
[[nodiscard]] std::string why_json(const Team& team, IsoWeek week, const std::vector<WhyTurn>& turns);
[[nodiscard]] std::string why_text(const Team& team, const std::vector<WhyTurn>& turns,
                                   const TextStyle& style);

// Why somebody cannot have a turn, in words: `is on leave`, `has a turn one week before`.
[[nodiscard]] std::string words_of(const TeamProblem& drawn, int turn, const Obstacle& obstacle);

// What choosing somebody else would cost, in words, the dearest level first: `would be 14 hours over their
// share, and two weeks after their last turn`.
[[nodiscard]] std::string words_of(const RotaPlan& plan, const Choice& choice);

// Hours of a load in hundredths of minutes, one decimal: `154.0`.
[[nodiscard]] std::string load_hours(std::int64_t load);

}  // namespace cprota
