// SPDX-License-Identifier: MIT
#include "plan/exchange_search.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <tuple>
#include <vector>

#include "cprota/base/indexed.hpp"
#include "cprota/plan/evaluate.hpp"

#include "plan/metropolis.hpp"
#include "plan/occupancy.hpp"
#include "plan/random.hpp"
#include "plan/roster.hpp"

namespace cprota {
namespace {

// Units of spacing: what one above the start's `roles`, `avoided` or `changes` costs, and the temperatures.
constexpr std::int64_t penalty = 8;
constexpr double hot = 4;
constexpr double cold = 0.35;
constexpr int never = -1'000'000;

class Exchanger {
 public:
  Exchanger(const PlanProblem& problem, const PlanRota& start, std::uint64_t seed)
      : problem_(problem),
        random_(seed),
        occupancy_(problem),
        seats_(problem),
        holder_(start),
        group_of_(problem.turns.size(), -1),
        place_(problem.turns.size(), 0),
        difference_(problem.people.size(), 0) {
    std::map<std::tuple<std::int64_t, std::int64_t, std::int64_t>, int> number;
    for (int i = 0; i < static_cast<int>(problem.turns.size()); ++i) {
      const PlanTurn& turn = problem.turns[i];
      if (start[i] >= 0) {
        occupancy_.add(start[i], turn.period);
        count_role(start[i], turn.role, 1);
      }
      if (turn.pinned || start[i] == nobody) continue;
      const auto kind = std::tuple(turn.load, turn.bank_holiday, turn.weekend);
      const auto [found, fresh] = number.insert({kind, static_cast<int>(groups_.size())});
      if (fresh) groups_.emplace_back();
      group_of_[i] = found->second;
      place_[i] = static_cast<int>(groups_[found->second].size());
      groups_[found->second].push_back(i);
      free_.push_back(i);
    }
    const LevelValues values = evaluate(problem, start);
    spacing_ = values[static_cast<std::size_t>(Level::spacing)];
    const auto keeps = [&](Level level) {
      return std::find(problem.order.begin(), problem.order.end(), level) <
             std::find(problem.order.begin(), problem.order.end(), Level::spacing);
    };
    keeps_changes_ = keeps(Level::changes);
  }

  PlanRota run(std::int64_t enough, std::int64_t steps) {
    PlanRota best = holder_;
    std::int64_t best_spacing = spacing_;
    if (free_.size() < 2) return best;
    const Metropolis metropolis;
    constexpr std::int64_t stages = 200;
    const double cool = nth_root(cold / hot, static_cast<int>(stages));
    double temperature = hot;
    for (std::int64_t stage = 0; stage < stages; ++stage, temperature *= cool) {
      for (std::int64_t step = steps / stages; step > 0; --step) {
        if (!propose()) continue;
        const std::int64_t before = spacing_ + penalty * excess();
        if (!perform()) continue;
        const std::int64_t after = spacing_ + penalty * excess();
        if (!metropolis.accepts(after - before, temperature, random_) || !pairs_hold()) {
          take_back();
          continue;
        }
        if (spacing_ >= best_spacing || excess() > 0) continue;
        best_spacing = spacing_;
        best = holder_;
        if (best_spacing <= enough) return best;
      }
    }
    return best;
  }

 private:
  struct Transfer {
    int turn, from, to;
  };

  [[nodiscard]] std::int64_t excess() const {
    return std::max<std::int64_t>(0, roles_) + std::max<std::int64_t>(0, avoided_) +
           (keeps_changes_ ? std::max<std::int64_t>(0, changes_) : 0);
  }

  [[nodiscard]] int any(const std::vector<int>& turns) {
    return turns[static_cast<std::size_t>(random_.below(static_cast<int>(turns.size())))];
  }

  // A turn with the same loads, three times in four one that is not far away.
  [[nodiscard]] int alike(int turn) {
    const std::vector<int>& group = groups_[group_of_[turn]];
    if (random_.below(4) == 0) return any(group);
    const int reach = 2 * std::max(2, problem_.spacing);
    const int at = place_[turn] + random_.below(2 * reach + 1) - reach;
    return group[static_cast<std::size_t>(std::clamp(at, 0, static_cast<int>(group.size()) - 1))];
  }

  // Draws who gives what to whom; nothing has moved yet.
  bool propose() {
    count_ = 0;
    const int x = any(free_);
    const int y = alike(x);
    const int a = holder_[x];
    const int b = holder_[y];
    if (a == b) return false;
    const int kind = random_.below(8);
    if (kind < 5) {
      if (blocked(b, x, y) || blocked(a, y, x)) return false;
      transfer(x, a, b);
      transfer(y, b, a);
      return true;
    }
    if (kind < 7) {
      const int z = alike(kind == 5 ? x : y);
      const int c = holder_[z];
      if (c == a || c == b || blocked(a, y, x) || blocked(b, z, y) || blocked(c, x, z)) return false;
      transfer(x, a, c);
      transfer(y, b, a);
      transfer(z, c, b);
      return true;
    }
    return propose_two_each(x, a);
  }

  // Two turns for two, of the same two kinds.
  bool propose_two_each(int x, int a) {
    const int y = any(free_);
    const int b = holder_[y];
    if (b == a) return false;
    const auto of = [&](int group, int person, int other) {
      const std::vector<int>& turns = groups_[group];
      const int size = static_cast<int>(turns.size());
      const int from = random_.below(size);
      for (int i = 0; i < size; ++i) {
        const int turn = turns[static_cast<std::size_t>((from + i) % size)];
        if (turn != other && holder_[turn] == person) return turn;
      }
      return -1;
    };
    const int z = of(group_of_[y], a, x);
    const int w = of(group_of_[x], b, y);
    if (z < 0 || w < 0) return false;
    transfer(x, a, b);
    transfer(z, a, b);
    transfer(y, b, a);
    transfer(w, b, a);
    return true;
  }

  void transfer(int turn, int from, int to) { moves_[count_++] = {turn, from, to}; }

  [[nodiscard]] bool blocked(int person, int turn, int leaving) const {
    return problem_.people[person].may[turn] == 0 ||
           occupancy_.blocks(person, problem_.turns[turn].period, problem_.turns[leaving].period);
  }

  // Carries the transfers out, or leaves all as it was where rest or a rule for one person forbids one.
  bool perform() {
    for (std::size_t i = 0; i < count_; ++i) remove(moves_[i].turn, moves_[i].from);
    for (std::size_t i = 0; i < count_; ++i) {
      const auto& [turn, from, to] = moves_[i];
      if (problem_.people[to].may[turn] != 0 && !occupancy_.blocks(to, problem_.turns[turn].period, never)) {
        add(turn, to);
        continue;
      }
      while (i-- > 0) remove(moves_[i].turn, moves_[i].to);
      for (std::size_t k = 0; k < count_; ++k) add(moves_[k].turn, moves_[k].from);
      return false;
    }
    return true;
  }

  void take_back() {
    for (std::size_t i = 0; i < count_; ++i) remove(moves_[i].turn, moves_[i].to);
    for (std::size_t i = 0; i < count_; ++i) add(moves_[i].turn, moves_[i].from);
  }

  [[nodiscard]] bool pairs_hold() const {
    return std::all_of(moves_.begin(), moves_.begin() + static_cast<std::ptrdiff_t>(count_),
                       [&](const Transfer& move) { return seats_.pair_holds(problem_, holder_, move.turn); });
  }

  void remove(int turn, int person) {
    const int period = problem_.turns[turn].period;
    occupancy_.remove(person, period);
    spacing_ -= occupancy_.spacing_of(person, period);
    count(turn, person, -1);
  }

  void add(int turn, int person) {
    const int period = problem_.turns[turn].period;
    spacing_ += occupancy_.spacing_of(person, period);
    occupancy_.add(person, period);
    holder_[turn] = person;
    count(turn, person, 1);
  }

  void count(int turn, int person, int sign) {
    const PlanTurn& it = problem_.turns[turn];
    if (problem_.people[person].avoids[it.period]) avoided_ += sign;
    if (it.before == person) changes_ -= sign;
    roles_ -= role_cost(person);
    count_role(person, it.role, sign);
    roles_ += role_cost(person);
  }

  void count_role(int person, int role, int sign) {
    if (role < 2) difference_[person] += role == 0 ? sign : -sign;
  }

  [[nodiscard]] std::int64_t role_cost(int person) const {
    if (!counts_roles(problem_, person)) return 0;
    const std::int64_t uneven = std::max(0, std::abs(difference_[person]) - 1);
    return uneven * uneven;
  }

  const PlanProblem& problem_;
  Random random_;
  Occupancy occupancy_;
  Seats seats_;
  PlanRota holder_;
  std::vector<int> free_;
  Indexed<std::vector<int>> groups_;  // free turns with the same loads
  Indexed<int> group_of_, place_;     // by turn
  Indexed<int> difference_;           // by person: turns in the first role less those in the second
  std::array<Transfer, 4> moves_{};
  std::size_t count_ = 0;
  bool keeps_changes_ = false;
  std::int64_t spacing_ = 0;
  std::int64_t roles_ = 0, avoided_ = 0, changes_ = 0;  // above those of the start
};

}  // namespace

PlanRota exchange_search(const PlanProblem& problem, const PlanRota& start, std::int64_t enough,
                         std::int64_t steps, std::uint64_t seed) {
  return Exchanger(problem, start, seed).run(enough, steps);
}

}  // namespace cprota
