// SPDX-License-Identifier: MIT
#include "plan/anneal.hpp"

#include <algorithm>
#include <vector>

#include "cprota/plan/evaluate.hpp"

#include "plan/metropolis.hpp"
#include "plan/random.hpp"

namespace cprota {
namespace {

class Annealer {
 public:
  Annealer(Roster& roster, const Energy& energy, const Cooling& cooling)
      : roster_(roster),
        problem_(roster.problem()),
        energy_(energy),
        cooling_(cooling),
        random_(cooling.seed),
        candidates_(problem_.turns.size()) {
    for (const int turn : roster.free_turns()) {
      for (int p = 0; p < static_cast<int>(problem_.people.size()); ++p) {
        if (problem_.people[p].may[turn]) candidates_[turn].push_back(p);
      }
    }
  }

  PlanRota run(const LevelValues& enough) {
    PlanRota best = roster_.rota();
    LevelValues best_values = roster_.values();
    std::int64_t now = energy_.of(roster_.values());
    const double factor = cooling_.hot > 0 ? cooling_.cold / cooling_.hot : 1;
    double temperature = cooling_.hot;
    const std::int64_t stages = std::max<std::int64_t>(1, std::min<std::int64_t>(200, cooling_.steps / 50));
    const double cool = nth_root(factor, static_cast<int>(stages));
    for (std::int64_t stage = 0; stage < stages; ++stage, temperature *= cool) {
      for (std::int64_t step = cooling_.steps / stages; step > 0; --step) {
        undo_.clear();
        if (!propose()) continue;
        const std::int64_t then = energy_.of(roster_.values());
        if (!metropolis_.accepts(then - now, temperature, random_) || !pairs_hold()) {
          take_back();
          continue;
        }
        now = then;
        if (!is_better(problem_, roster_.values(), best_values)) continue;
        best_values = roster_.values();
        best = roster_.rota();
        if (!is_better(problem_, enough, best_values)) return best;
      }
    }
    return best;
  }

 private:
  bool propose() {
    const std::span<const int> turns = roster_.free_turns();
    const int x = one_of(turns);
    const int kind = random_.below(16);
    if (roster_.holder(x) == nobody || kind < 2) return hand_over(x);
    const int y = kind < 10 ? near(x) : one_of(turns);
    if (kind % 8 < 5) return exchange(x, y);
    if (kind % 8 == 5) return two_for_one(x, y);
    return rotate(x, y, kind % 2 == 0 ? near(y) : one_of(turns));
  }

  int one_of(std::span<const int> these) {
    return these[static_cast<std::size_t>(random_.below(static_cast<int>(these.size())))];
  }

  // A free turn not far from this one.
  int near(int turn) {
    const std::span<const int> turns = roster_.free_turns();
    const int size = static_cast<int>(turns.size());
    const int at = static_cast<int>(std::lower_bound(turns.begin(), turns.end(), turn) - turns.begin());
    const int reach = std::max(2, 2 * problem_.spacing * problem_.roles);
    const int chosen = std::clamp(at + random_.below(2 * reach + 1) - reach, 0, size - 1);
    return turns[static_cast<std::size_t>(chosen)];
  }

  void give(int turn, int holder) {
    undo_.push_back({turn, roster_.holder(turn)});
    roster_.give(turn, holder);
  }

  void take_back() {
    for (const auto& [turn, holder] : undo_) roster_.give(turn, nobody);
    for (const auto& [turn, holder] : undo_) roster_.give(turn, holder);
  }

  bool pairs_hold() const {
    return std::all_of(undo_.begin(), undo_.end(),
                       [&](const auto& change) { return roster_.pair_holds(change.first); });
  }

  // Somebody else takes the turn; with nothing to lose, whoever has a turn too near lets go of it.
  bool hand_over(int x) {
    const std::vector<int>& people = candidates_[x];
    if (people.empty()) return false;
    const int person = one_of(people);
    if (person == roster_.holder(x) || !roster_.may_take(person, x)) {
      return roster_.holder(x) == nobody && person != roster_.holder(x) && push_out(x, person);
    }
    if (roster_.holder(x) != nobody) {
      undo_.push_back({x, roster_.holder(x)});
      roster_.give(x, nobody);
      roster_.give(x, person);
      return true;
    }
    give(x, person);
    return true;
  }

  // An empty turn goes to somebody, whose free turns within reach of it become empty.
  bool push_out(int x, int person) {
    const int period = problem_.turns[x].period;
    for (const int turn : roster_.free_turns()) {
      const int apart = problem_.turns[turn].period - period;
      if (apart < -problem_.rest || apart > problem_.rest || roster_.holder(turn) != person) continue;
      give(turn, nobody);
    }
    if (undo_.empty() || !roster_.may_take(person, x)) {
      take_back();
      return false;
    }
    give(x, person);
    return true;
  }

  bool exchange(int x, int y) {
    const int a = roster_.holder(x);
    const int b = roster_.holder(y);
    if (a == b || b == nobody) return false;
    if (!roster_.may_take(b, x, problem_.turns[y].period)) return false;
    if (!roster_.may_take(a, y, problem_.turns[x].period)) return false;
    give(x, nobody);
    give(y, a);
    roster_.give(x, b);
    return true;
  }

  // The holder of x takes y and another turn of its holder, who takes x: where roles differ in weight, that
  // may leave both with the same load.
  bool two_for_one(int x, int y) {
    const int a = roster_.holder(x);
    const int b = roster_.holder(y);
    if (a == b || b == nobody) return false;
    const std::span<const int> turns = roster_.free_turns();
    int z = y;
    for (int tries = 0; tries < 2 * static_cast<int>(problem_.people.size()); ++tries) {
      z = one_of(turns);
      if (z != y && roster_.holder(z) == b) break;
      z = y;
    }
    if (z == y) return false;
    give(x, nobody);
    give(y, nobody);
    give(z, nobody);
    const auto hand = [&](int turn, int person) {
      if (!roster_.may_take(person, turn)) return false;
      roster_.give(turn, person);
      return true;
    };
    if (hand(x, b) && hand(y, a) && hand(z, a)) return true;
    take_back();
    return false;
  }

  // The holder of x takes y, that of y takes z, that of z takes x.
  bool rotate(int x, int y, int z) {
    const int a = roster_.holder(x);
    const int b = roster_.holder(y);
    const int c = roster_.holder(z);
    if (a == b || b == c || a == c || b == nobody || c == nobody) return false;
    if (!roster_.may_take(a, y, problem_.turns[x].period)) return false;
    if (!roster_.may_take(b, z, problem_.turns[y].period)) return false;
    if (!roster_.may_take(c, x, problem_.turns[z].period)) return false;
    give(x, nobody);
    give(y, nobody);
    give(z, b);
    roster_.give(y, a);
    roster_.give(x, c);
    return true;
  }

  Roster& roster_;
  const PlanProblem& problem_;
  const Energy& energy_;
  const Cooling& cooling_;
  Random random_;
  Metropolis metropolis_;
  Indexed<std::vector<int>> candidates_;
  std::vector<std::pair<int, int>> undo_;
};

}  // namespace

std::int64_t steps_of(const PlanProblem& problem) {
  const auto free = std::count_if(problem.turns.begin(), problem.turns.end(),
                                  [](const PlanTurn& turn) { return !turn.pinned; });
  return std::max<std::int64_t>(1, free) *
         static_cast<std::int64_t>(std::max<std::size_t>(1, problem.people.size()));
}

PlanRota anneal(Roster& roster, const Energy& energy, const Cooling& cooling, const LevelValues& enough) {
  if (roster.free_turns().empty()) return roster.rota();
  return Annealer(roster, energy, cooling).run(enough);
}

void fill_greedily(Roster& roster) {
  const PlanProblem& problem = roster.problem();
  for (const int turn : roster.free_turns()) {
    if (roster.holder(turn) != nobody) continue;
    int best = nobody;
    LevelValues best_values{};
    for (int p = 0; p < static_cast<int>(problem.people.size()); ++p) {
      if (!roster.may_take(p, turn)) continue;
      roster.give(turn, p);
      if (roster.pair_holds(turn) && (best == nobody || is_better(problem, roster.values(), best_values))) {
        best = p;
        best_values = roster.values();
      }
      roster.give(turn, nobody);
    }
    if (best != nobody) roster.give(turn, best);
  }
}

}  // namespace cprota
