// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "cprota/plan/problem.hpp"

#include "plan/occupancy.hpp"
#include "plan/roster.hpp"

namespace cprota {

// A rota under search whose filled free turns change hands so that everybody's loads stay as they are.
// `roles`, `avoided`, `spacing` and `changes` are kept up to date.
class ExchangeRoster {
 public:
  // `start` breaks no rule. The problem outlives the roster.
  ExchangeRoster(const PlanProblem& problem, const PlanRota& start);

  [[nodiscard]] const PlanProblem& problem() const { return *problem_; }
  [[nodiscard]] const PlanRota& rota() const { return holder_; }
  [[nodiscard]] const LevelValues& values() const { return values_; }
  [[nodiscard]] int holder(int turn) const { return holder_[turn]; }

  [[nodiscard]] const std::vector<int>& free_turns() const { return free_; }  // that are filled
  // Those with the same loads as this one, in order, and its place among them.
  [[nodiscard]] const std::vector<int>& alike(int turn) const { return groups_[group_of_[turn]]; }
  [[nodiscard]] int place(int turn) const { return place_[turn]; }

  // Whether rest or a rule for this person alone forbids them the turn, if they give up `leaving`.
  [[nodiscard]] bool blocked(int person, int turn, int leaving) const {
    return problem_->people[person].may[turn] == 0 ||
           occupancy_.blocks(person, problem_->turns[turn].period, problem_->turns[leaving].period);
  }

  // Plans that `to` takes the turn from its holder, after whatever was planned since the last `begin`.
  void begin() { count_ = 0; }
  void plan(int turn, int to) { planned_[count_++] = {turn, holder_[turn], to}; }

  // Carries out what was planned, or leaves all as it was where rest or a rule for one person forbids it.
  bool perform();
  void take_back();

  // Whether the rule for new engineers holds for the turns that were planned.
  [[nodiscard]] bool pairs_hold() const;

 private:
  struct Transfer {
    int turn, from, to;
  };

  [[nodiscard]] std::span<const Transfer> planned() const { return {planned_.data(), count_}; }
  void remove(int turn, int person);
  void add(int turn, int person);
  void count(int turn, int person, int sign);
  void count_role(int person, int role, int sign);
  [[nodiscard]] std::int64_t role_cost(int person) const;
  [[nodiscard]] std::int64_t& value(Level level) { return values_[static_cast<std::size_t>(level)]; }

  const PlanProblem* problem_;
  Occupancy occupancy_;
  Seats seats_;
  PlanRota holder_;
  LevelValues values_;
  std::vector<int> free_;
  Indexed<std::vector<int>> groups_;  // free turns with the same loads
  Indexed<int> group_of_, place_;     // by turn
  Indexed<int> difference_;           // by person: turns in the first role less those in the second
  std::array<Transfer, 4> planned_{};
  std::size_t count_ = 0;
};

}  // namespace cprota
