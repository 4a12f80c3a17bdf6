// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "cprota/plan/evaluate.hpp"
#include "cprota/plan/team_problem.hpp"

namespace cprota {

// Why a person cannot be given a turn, in the order in which rules are looked at.
struct Obstacle {
  enum class Kind {
    personal,
    apart,
    covering,  // another role at once, by an override
    beside,    // other days of a week shared out by day
    occupied,
    rest,
    new_beside,  // someone new covers the other role at once, by an override or for some days
    pair,
  };
  Kind kind = Kind::personal;
  std::optional<Bar> bar;         // of `personal`
  std::optional<int> near_start;  // of `rest`: the number of the period of the turn that is too near
  bool is_new = false;            // of `pair`: this person is new, and not the other

  // The rule as `check` names it, or `apart`.
  [[nodiscard]] std::string_view rule() const;
};

// Everything that keeps a person from a turn of this rota; empty if nothing does. The turn's own holder
// steps aside.
[[nodiscard]] std::vector<Obstacle> obstacles(const Team& team, const TeamProblem& drawn,
                                              const PlanRota& rota, int turn, int person);

// One person in the place of whoever has a turn.
struct Choice {
  int person = 0;
  std::vector<Obstacle> obstacles;
  LevelValues values{};    // of the rota with this person in the turn
  WideFraction over;       // their load less their target then
  std::optional<int> gap;  // periods to their nearest other turn, before or after
};

// Every member, those whom nothing keeps from it first, the best of them first; members as they stand in the
// file where levels are equal.
[[nodiscard]] std::vector<Choice> choices(const Team& team, const TeamProblem& drawn, const PlanRota& rota,
                                          int turn);

// Who has too much and by how much: load less target, by person.
[[nodiscard]] WideFraction over_target(const TeamProblem& drawn, const PlanRota& rota, int person);

}  // namespace cprota
