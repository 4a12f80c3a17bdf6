// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "cprota/rota/team.hpp"
#include "cprota/rota/week_file.hpp"

namespace cprota::test {

// Numbers that are the same with every standard library.
class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  // 0 to sides - 1
  [[nodiscard]] int roll(int sides) { return static_cast<int>(engine_() % static_cast<unsigned>(sides)); }
  [[nodiscard]] bool one_in(int sides) { return roll(sides) == 0; }
  template <class T>
  [[nodiscard]] const T& pick(const std::vector<T>& from) {
    return from.at(static_cast<std::size_t>(roll(static_cast<int>(from.size()))));
  }

 private:
  std::mt19937 engine_;
};

// A time and place where clocks or calendars do something odd.
struct Scene {
  std::string name;
  std::string zone;
  std::string date;  // on which it happens
};
[[nodiscard]] const std::vector<Scene>& scenes();
inline void PrintTo(const Scene& value, std::ostream* out) {
  *out << value.name;
}

// A team that nobody would want: several hours, some at night, rotas of one to three roles with odd
// handovers, and the files of the weeks around a date: turns by week and by day, some missing, empty or
// "none", some files missing, overrides on overrides.
struct RandomTeam {
  Team team;
  std::unique_ptr<WeekFiles> weeks;
};
[[nodiscard]] RandomTeam random_team(Dice& dice, const Zone& zone, Date around, int weeks_each_side = 3);

[[nodiscard]] Zone zone_named(const std::string& name);
[[nodiscard]] Date date_of(const std::string& text);

}  // namespace cprota::test
