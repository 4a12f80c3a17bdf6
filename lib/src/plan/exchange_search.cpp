// SPDX-License-Identifier: MIT
#include "plan/exchange_search.hpp"

#include <algorithm>
#include <vector>

#include "cprota/plan/evaluate.hpp"

#include "plan/exchange_roster.hpp"
#include "plan/metropolis.hpp"
#include "plan/random.hpp"

namespace cprota {
namespace {

class Exchanger {
 public:
  Exchanger(const PlanProblem& problem, const PlanRota& start, std::uint64_t seed)
      : problem_(problem), random_(seed), roster_(problem, start) {}

  PlanRota run(const Energy& energy, const Cooling& cooling, const LevelValues& enough) {
    PlanRota best = roster_.rota();
    LevelValues best_values = roster_.values();
    if (roster_.free_turns().size() < 2) return best;
    const Metropolis metropolis;
    constexpr std::int64_t stages = 200;
    const double cool = nth_root(cooling.cold / cooling.hot, static_cast<int>(stages));
    double temperature = cooling.hot;
    std::int64_t now = energy.of(best_values);
    for (std::int64_t stage = 0; stage < stages; ++stage, temperature *= cool) {
      for (std::int64_t step = cooling.steps / stages; step > 0; --step) {
        if (!propose() || !roster_.perform()) continue;
        const std::int64_t then = energy.of(roster_.values());
        if (!metropolis.accepts(then - now, temperature, random_) || !roster_.pairs_hold()) {
          roster_.take_back();
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
  [[nodiscard]] int any(const std::vector<int>& turns) {
    return turns[static_cast<std::size_t>(random_.below(static_cast<int>(turns.size())))];
  }

  // A turn with the same loads, three times in four one that is not far away.
  [[nodiscard]] int alike(int turn) {
    const std::vector<int>& group = roster_.alike(turn);
    if (random_.below(4) == 0) return any(group);
    const int reach = 2 * std::max(2, problem_.spacing);
    const int at = roster_.place(turn) + random_.below(2 * reach + 1) - reach;
    return group[static_cast<std::size_t>(std::clamp(at, 0, static_cast<int>(group.size()) - 1))];
  }

  // Draws who gives what to whom; nothing has moved yet.
  bool propose() {
    roster_.begin();
    const int x = any(roster_.free_turns());
    const int y = alike(x);
    const int a = roster_.holder(x);
    const int b = roster_.holder(y);
    if (a == b) return false;
    const int kind = random_.below(8);
    if (kind < 5) {
      if (roster_.blocked(b, x, y) || roster_.blocked(a, y, x)) return false;
      roster_.plan(x, b);
      roster_.plan(y, a);
      return true;
    }
    if (kind < 7) {
      const int z = alike(kind == 5 ? x : y);
      const int c = roster_.holder(z);
      if (c == a || c == b || roster_.blocked(a, y, x) || roster_.blocked(b, z, y) ||
          roster_.blocked(c, x, z))
        return false;
      roster_.plan(x, c);
      roster_.plan(y, a);
      roster_.plan(z, b);
      return true;
    }
    return propose_two_each(x, a);
  }

  // Two turns for two, of the same two kinds.
  bool propose_two_each(int x, int a) {
    const int y = any(roster_.free_turns());
    const int b = roster_.holder(y);
    if (b == a) return false;
    const auto of = [&](const std::vector<int>& turns, int person, int other) {
      const int size = static_cast<int>(turns.size());
      const int from = random_.below(size);
      for (int i = 0; i < size; ++i) {
        const int turn = turns[static_cast<std::size_t>((from + i) % size)];
        if (turn != other && roster_.holder(turn) == person) return turn;
      }
      return -1;
    };
    const int z = of(roster_.alike(y), a, x);
    const int w = of(roster_.alike(x), b, y);
    if (z < 0 || w < 0) return false;
    roster_.plan(x, b);
    roster_.plan(z, b);
    roster_.plan(y, a);
    roster_.plan(w, a);
    return true;
  }

  const PlanProblem& problem_;
  Random random_;
  ExchangeRoster roster_;
};

}  // namespace

PlanRota exchange_search(const PlanProblem& problem, const PlanRota& start, const Energy& energy,
                         const Cooling& cooling, const LevelValues& enough) {
  return Exchanger(problem, start, cooling.seed).run(energy, cooling, enough);
}

}  // namespace cprota
