// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "cprota/plan/team_problem.hpp"

namespace cprota {

// Who covers a rota's roles by overrides, and by weeks shared out by day: what no plan moves.
class FixedCover {
 public:
  FixedCover(const Team& team, const Rota& rota, const Indexed<Period>& periods, WeekSource& weeks);

  // A day that somebody has of a week shared out by day.
  void add_day(std::size_t role, const PersonId& person, const Interval& during);

  // Of the open minutes of a turn, those that its holder covers: no override takes them over.
  [[nodiscard]] IntervalSet own_part(std::size_t role, const IntervalSet& open) const;

  // Whether a person who covers these minutes of a role also covers another by an override.
  [[nodiscard]] bool makes_double(const Person& person, std::size_t role, const IntervalSet& own) const;
  // Whether someone new who covers these minutes stands beside someone new in the other role.
  [[nodiscard]] bool makes_new_pair(const Person& person, std::size_t role, const IntervalSet& own) const;

 private:
  struct Piece {
    Interval during;
    const Person* person;
    bool is_override;
  };

  const Team& team_;
  std::vector<std::vector<Piece>> pieces_;  // by role
  std::vector<IntervalSet> taken_over_;     // by role: overridden, by whomever
};

}  // namespace cprota
