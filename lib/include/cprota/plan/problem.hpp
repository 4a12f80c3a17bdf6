// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "cprota/base/indexed.hpp"
#include "cprota/plan/fraction.hpp"

namespace cprota {

// What is best: each level is to be made as small as possible, and a lower one never pays for a higher one.
enum class Level { uncovered, imbalance, bank_holidays, weekends, roles, avoided, spacing, changes };

inline constexpr std::size_t level_count = 8;
using LevelValues = std::array<std::int64_t, level_count>;  // indexed by Level

[[nodiscard]] std::string_view level_name(Level level);  // "bank_holidays", as JSON has it

// Who has a turn: the index of a person of the problem, or one of these two.
inline constexpr int nobody = -1;
inline constexpr int outsider = -2;  // somebody who is no member

// One role for one period (a week, or a day for day turns) that has open minutes. Loads are minutes, or
// dates, times the role's weight in hundredths.
struct PlanTurn {
  int period = 0;  // 0 is the first of the range
  int role = 0;    // in the rota's order
  std::int64_t load = 0;
  std::int64_t bank_holiday = 0;
  std::int64_t weekend = 0;
  bool pinned = false;
  int holder = nobody;  // if pinned; `nobody` if it is empty on purpose
  int before = nobody;  // whom `changes` compares with; `nobody` if it was not filled
  bool outsider_is_new = false;
  bool is_optional = false;   // always pinned: to whoever has it, or to nobody
  bool is_some_days = false;  // pinned, and not the whole period: `may` has what stands beside it
};

struct PlanPerson {
  Indexed<std::uint8_t> may;     // by turn: allowed by the rules that concern this person alone and `apart`
  Indexed<std::uint8_t> is_new;  // by period: new on its first date with open minutes
  Indexed<std::uint8_t> avoids;  // by period: has open minutes on a date they would rather avoid
  std::vector<int> busy;         // periods, also before 0 and after the last, with a turn not listed here
  bool both_roles = true;        // may take the first and the second role
};

// A kind of load: what each person should have of it, and the difference that counts as one.
struct PlanMeasure {
  Indexed<WideFraction> target;  // by person
  WideFraction step{1, 1};
};

// The fair rota of one rota and range, in whole numbers.
struct PlanProblem {
  int periods = 0;
  int roles = 0;
  int rest = 0;                // whole periods between two turns of a person
  int spacing = 0;             // I: smaller gaps between starts cost (I − gap)²
  Indexed<PlanTurn> turns;     // in order of period, then role
  Indexed<PlanPerson> people;  // in the order of members
  PlanMeasure load, bank_holiday, weekend;
  std::vector<Level> order{Level::uncovered, Level::imbalance, Level::bank_holidays, Level::weekends,
                           Level::roles,     Level::avoided,   Level::spacing,       Level::changes};
};

// By turn: who has it.
using PlanRota = Indexed<int>;

// Whether the rule for new engineers speaks of this problem: the first role needs a second one.
[[nodiscard]] inline bool has_pairs(const PlanProblem& problem) {
  return problem.roles >= 2;
}

// Whether the level `roles` counts this person.
[[nodiscard]] inline bool counts_roles(const PlanProblem& problem, int person) {
  return problem.roles >= 2 && problem.people[static_cast<std::size_t>(person)].both_roles;
}

// The index of the turn of that role and period, if there is one; days that are pinned are none.
[[nodiscard]] std::optional<int> turn_at(const PlanProblem& problem, int period, int role);

}  // namespace cprota
