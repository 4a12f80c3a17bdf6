// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "cprota/plan/problem.hpp"

#include "plan/occupancy.hpp"
#include "plan/step_table.hpp"

namespace cprota {

// Where the first and the second role of each period stand.
class Seats {
 public:
  explicit Seats(const PlanProblem& problem);

  // Whether the rule for new engineers holds in the turn's period.
  [[nodiscard]] bool pair_holds(const PlanProblem& problem, const PlanRota& rota, int turn) const;

 private:
  Indexed<int> first_at_;   // by period: the turn of the first role, or -1
  Indexed<int> second_at_;  // of the second
};

// A rota under search: every level is kept up to date as turns change hands.
class Roster {
 public:
  // Pinned turns are in place, free ones empty. The problem outlives the roster.
  explicit Roster(const PlanProblem& problem);

  [[nodiscard]] const PlanProblem& problem() const { return *problem_; }
  [[nodiscard]] const PlanRota& rota() const { return holder_; }
  [[nodiscard]] int holder(int turn) const { return holder_[turn]; }
  [[nodiscard]] const LevelValues& values() const { return values_; }
  [[nodiscard]] std::span<const int> free_turns() const { return free_; }

  // Whether rest and the rules for this person alone allow them the turn, if they give up their turn in the
  // period `leaving`.
  [[nodiscard]] bool may_take(int person, int turn, int leaving) const {
    return problem_->people[person].may[turn] != 0 &&
           !occupancy_.blocks(person, problem_->turns[turn].period, leaving);
  }
  [[nodiscard]] bool may_take(int person, int turn) const { return may_take(person, turn, never); }

  // Whether the rule for new engineers holds in the turn's period.
  [[nodiscard]] bool pair_holds(int turn) const { return seats_.pair_holds(*problem_, holder_, turn); }

  // Gives a free turn to a person or to `nobody`; no rule is looked at, but a person has one turn in a
  // period.
  void give(int turn, int holder);

  // Takes over a whole rota.
  void become(const PlanRota& rota);

 private:
  static constexpr int never = -1'000'000;

  struct Sums {
    std::int64_t load = 0, bank_holiday = 0, weekend = 0;  // in the units of the step tables
    int first = 0, second = 0;
  };

  void add(int person, int turn, int sign);
  void count(int person, int sign);
  [[nodiscard]] std::int64_t& value(Level level) { return values_[static_cast<std::size_t>(level)]; }

  const PlanProblem* problem_;
  StepTables steps_;
  Occupancy occupancy_;
  PlanRota holder_;
  std::vector<int> free_;
  Seats seats_;
  Indexed<PlanTurn> scaled_;
  Indexed<Sums> sums_;
  LevelValues values_{};
};

}  // namespace cprota
