// SPDX-License-Identifier: MIT
#include "plan_teams.hpp"

#include <algorithm>
#include <utility>

namespace cprota {
namespace {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2654435761U + 88172645463325252U) {}

  int below(int limit) {  // xorshift64 (Marsaglia, 2003)
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(limit));
  }
  bool one_in(int n) { return below(n) == 0; }

 private:
  std::uint64_t state_;
};

constexpr std::int64_t ordinary_week = 4200;
constexpr std::int64_t bank_holiday_minutes = 420;

// Bank holidays on weekdays in the n-th week of a year.
int bank_holidays_in(int week) {
  switch (week % 52) {
    case 51:
      return 2;
    case 0:
    case 13:
    case 14:
    case 17:
    case 21:
    case 34:
      return 1;
    default:
      return 0;
  }
}

struct Maker {
  const TeamSize& size;
  Dice dice;
  int start;
  std::vector<int> minutes;
  std::vector<std::vector<char>> away;  // by person and week
  std::vector<int> share;
  PlanProblem problem;

  Maker(const TeamSize& a_size, std::uint64_t seed)
      : size(a_size), dice(seed), start(dice.below(52)), away(static_cast<std::size_t>(a_size.people)) {}

  void leave() {
    std::vector<int> popular;  // weeks in which many are away
    for (int i = 0; i < size.weeks / 13; ++i) popular.push_back(dice.below(size.weeks));
    for (auto& weeks : away) {
      weeks.assign(static_cast<std::size_t>(size.weeks), 0);
      const int wanted = size.weeks * (9 + dice.below(7)) / 100;
      for (int taken = 0; taken < wanted;) {
        const int first =
            dice.one_in(2) ? popular[static_cast<std::size_t>(dice.below(static_cast<int>(popular.size())))]
                           : dice.below(size.weeks);
        const int length = 1 + dice.below(3);
        for (int w = first; w < std::min(first + length, size.weeks) && taken < wanted; ++w) {
          if (weeks[static_cast<std::size_t>(w)]) continue;
          weeks[static_cast<std::size_t>(w)] = 1;
          ++taken;
        }
        if (dice.one_in(50)) break;
      }
    }
  }

  void turns(int secondary_weight) {
    for (int w = 0; w < size.weeks; ++w) {
      const int holidays = bank_holidays_in(start + w);
      minutes.push_back(static_cast<int>(ordinary_week + bank_holiday_minutes * holidays));
      for (int role = 0; role < 2; ++role) {
        const int weight = role == 0 ? 100 : secondary_weight;
        PlanTurn turn;
        turn.period = w;
        turn.role = role;
        turn.load = std::int64_t{minutes.back()} * weight;
        turn.bank_holiday = std::int64_t{holidays} * weight;
        problem.turns.push_back(turn);
      }
    }
  }

  void people() {
    for (int p = 0; p < size.people; ++p) {
      PlanPerson person;
      share.push_back(dice.one_in(6) ? 50 + 10 * dice.below(4) : 100);
      const int only = p >= 2 && dice.one_in(7) ? dice.below(2) : -1;
      const bool starts_new = p >= 2 && p % 5 == 2;
      const int new_weeks = starts_new ? size.weeks / 4 + dice.below(size.weeks) : 0;
      for (int w = 0; w < size.weeks; ++w) {
        person.is_new.push_back(w < new_weeks ? 1 : 0);
        person.avoids.push_back(dice.one_in(25) ? 1 : 0);
        for (int role = 0; role < 2; ++role) {
          const bool may =
              !away[static_cast<std::size_t>(p)][static_cast<std::size_t>(w)] && (only < 0 || role == only);
          person.may.push_back(may ? 1 : 0);
        }
      }
      person.both_roles = only < 0;
      problem.people.push_back(std::move(person));
    }
    for (int role = 0; role < 2; ++role)
      problem.people[static_cast<std::size_t>(dice.below(size.people))].busy.push_back(-1 - role);
  }

  void pins() {
    for (int i = 0; i < 2; ++i) {
      const int week = (1 + i) * size.weeks / 3;
      for (int role = 0; role < 2; ++role) {
        PlanTurn& turn = problem.turns[static_cast<std::size_t>(2 * week + role)];
        for (int tries = 0; tries < 100; ++tries) {
          const int p = (3 * i + role + dice.below(size.people)) % size.people;
          const PlanPerson& person = problem.people[static_cast<std::size_t>(p)];
          const int other = role == 1 ? problem.turns[static_cast<std::size_t>(2 * week)].holder : nobody;
          if (!person.may[static_cast<std::size_t>(2 * week + role)] || p == other) continue;
          if (person.is_new[static_cast<std::size_t>(week)]) continue;
          turn.pinned = true;
          turn.holder = p;
          break;
        }
      }
    }
  }

  void targets() {
    std::vector<std::int64_t> part;
    std::int64_t parts = 0;
    for (std::size_t p = 0; p < share.size(); ++p) {
      std::int64_t sum = 0;
      for (std::size_t w = 0; w < minutes.size(); ++w)
        sum += away[p][w] ? 0 : std::int64_t{minutes[w]} * share[p];
      part.push_back(sum);
      parts += sum;
    }
    std::int64_t load = 0;
    std::int64_t bank_holidays = 0;
    for (const PlanTurn& turn : problem.turns) {
      load += turn.load;
      bank_holidays += turn.bank_holiday;
    }
    std::vector<std::int64_t> ahead;
    std::int64_t sum = 0;
    for (std::size_t p = 0; p + 1 < share.size(); ++p) {
      ahead.push_back((dice.below(9) - 4) * 420'000 / 8);
      sum += ahead.back();
    }
    ahead.push_back(-sum);
    for (std::size_t p = 0; p < share.size(); ++p) {
      problem.load.target.push_back(fraction(Int128{load} * part[p], parts) - WideFraction{ahead[p], 1});
      problem.bank_holiday.target.push_back(fraction(Int128{bank_holidays} * part[p], parts));
      problem.weekend.target.push_back({});
    }
    problem.load.step = {ordinary_week * 100 / 20, 1};
    problem.bank_holiday.step = {50, 1};
  }
};

}  // namespace

PlanProblem made_up_team(const TeamSize& size, std::uint64_t seed) {
  Maker maker(size, seed);
  maker.leave();
  maker.turns(seed % 2 == 0 ? 50 : 100);
  maker.people();
  maker.pins();
  maker.targets();
  PlanProblem& problem = maker.problem;
  problem.periods = size.weeks;
  problem.roles = 2;
  problem.rest = 1;
  problem.spacing = size.people / 2;
  return std::move(problem);
}

}  // namespace cprota
