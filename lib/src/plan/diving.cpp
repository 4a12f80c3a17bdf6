// SPDX-License-Identifier: MIT
#include "plan/diving.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <utility>

namespace cprota {
namespace {

constexpr double certain = 1 - 1e-6;
constexpr double likely = 0.95;

// Who may have which turn, and who has it already.
struct Choices {
  Indexed<Indexed<std::uint8_t>> open;  // by person and turn
  Indexed<int> owner;                   // by turn
  Indexed<int> owned;                   // by person: how many turns

  explicit Choices(const PlanProblem& problem)
      : open(problem.people.size(), Indexed<std::uint8_t>(problem.turns.size(), 1)),
        owner(problem.turns.size(), nobody),
        owned(problem.people.size(), 0) {}

  void settle(const PlanProblem& problem, int person, int turn) {
    owner[turn] = person;
    ++owned[person];
    for (auto& turns : open) turns[turn] = 0;
    for (int other = 0; other < static_cast<int>(problem.turns.size()); ++other) {
      const int apart = std::abs(problem.turns[other].period - problem.turns[turn].period);
      if (apart <= problem.rest) open[person][other] = 0;
    }
    open[person][turn] = 1;
  }

  [[nodiscard]] bool allow(int person, const std::vector<int>& turns) const {
    int kept = 0;
    for (const int turn : turns) {
      if (open[person][turn] == 0) return false;
      if (owner[turn] == person) ++kept;
    }
    return kept == owned[person];
  }
};

// 1 1 2 1 1 2 4 1 1 2 …, from 1 on.
int luby(int i) {
  int power = 1;
  while (2 * power - 1 < i) power *= 2;
  return 2 * power - 1 == i ? power : luby(i - (power - 1));
}

class Diver {
 public:
  Diver(RestrictedMaster& master, std::int64_t bound, std::int64_t value, const Dives& dives)
      : master_(master),
        problem_(master.problem()),
        bound_(bound),
        value_(value),
        dives_(dives),
        end_(master.work() + dives.steps),
        choices_(problem_) {}

  std::vector<PlanRota> run() {
    // A first rota is worth more than the rest of the search.
    while (bound_ < value_ && master_.work() < (rotas_.empty() ? end_ + 2 * dives_.steps : end_)) {
      if (!solve() || master_.value() > static_cast<double>(value_) - 1 + 1e-6 || !settle()) {
        if (turns_back_ == dives_.turns_back || above_.empty()) break;
        turn_back();
      }
    }
    return std::move(rotas_);
  }

 private:
  struct Choice {
    int person, turn;
    double share;
  };
  struct Before {
    Choices choices;
    Choice taken;
  };

  // Solves the program under the choices, with a few rounds of pricing.
  bool solve() {
    for (int c = 0; c < static_cast<int>(master_.columns().size()); ++c) {
      const auto& [person, sequence] = master_.columns()[c];
      if (person >= 0) master_.program().close(c, !choices_.allow(person, sequence.turns));
    }
    if (!master_.program().solve_closed()) return false;
    constexpr int rounds = 10;
    for (int round = 0; round < rounds; ++round) {
      // Worth going on only where it is still far above what it was.
      if (round >= 3 && master_.value() < last_ + 0.5) break;
      if (!price()) break;
      if (!master_.program().solve()) return false;
    }
    last_ = master_.value();
    return true;
  }

  // Whether there are columns that lower the value.
  bool price() {
    constexpr std::int64_t reward = 100'000 * price_unit;  // for a turn that is settled
    const Indexed<std::int64_t> prices = master_.rows().whole(master_.program().duals());
    const Charges charges = master_.rows().charges(prices);
    bool added = false;
    for (int p = 0; p < master_.people(); ++p) {
      Indexed<std::int64_t> earning = master_.rows().earnings(p, prices);
      for (std::size_t turn = 0; turn < earning.size(); ++turn) {
        if (choices_.owner[turn] == p) earning[turn] += reward;
        if (choices_.open[p][turn] == 0) earning[turn] = barred;
      }
      master_.count_pricing(p);
      for (const Sequence& sequence : master_.pricers()[p].price(earning, charges, 2)) {
        if (choices_.allow(p, sequence.turns)) added = master_.add_if_useful(p, sequence, prices) || added;
      }
    }
    return added;
  }

  // What the program gives to whom, in part, the most certain first.
  [[nodiscard]] std::vector<Choice> shares() {
    const Indexed<double> weight = master_.program().solution();
    Indexed<Indexed<double>> share(problem_.people.size(), Indexed<double>(problem_.turns.size(), 0));
    for (std::size_t c = 0; c < master_.columns().size(); ++c) {
      const auto& [person, sequence] = master_.columns()[c];
      if (person < 0 || weight[c] < 1e-9) continue;
      for (const int turn : sequence.turns) share[person][turn] += weight[c];
    }
    std::vector<Choice> found;
    for (int p = 0; p < master_.people(); ++p) {
      for (int turn = 0; turn < static_cast<int>(problem_.turns.size()); ++turn) {
        if (share[p][turn] > 1e-6) found.push_back({p, turn, share[p][turn]});
      }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Choice& a, const Choice& b) { return a.share > b.share; });
    return found;
  }

  // Settles what is likely, and at least as much as the size asks for; not if nothing is in doubt.
  bool settle() {
    const std::vector<Choice> found = shares();
    if (found.empty() || found.back().share >= certain) {
      keep(found);
      return false;
    }
    const auto left =
        static_cast<std::size_t>(std::count(choices_.owner.begin(), choices_.owner.end(), nobody));
    const std::size_t batch = std::max<std::size_t>(1, left / 30);
    std::size_t settled = 0;
    for (const Choice& choice : found) {
      if (choice.share < likely && settled >= batch) break;
      if (choices_.owner[choice.turn] >= 0 || choices_.open[choice.person][choice.turn] == 0) continue;
      if (choice.share < certain && settled++ == 0) above_.push_back({choices_, choice});
      choices_.settle(problem_, choice.person, choice.turn);
    }
    return true;
  }

  void keep(const std::vector<Choice>& whole) {
    PlanRota rota;
    for (const PlanTurn& turn : problem_.turns) rota.push_back(turn.pinned ? turn.holder : nobody);
    for (const Choice& choice : whole) rota[choice.turn] = choice.person;
    rotas_.push_back(std::move(rota));
    value_ = std::llround(master_.value());
  }

  // Forbids the first choice that was made a few levels up; how many follows Luby, Sinclair and Zuckerman
  // ("Optimal speedup of Las Vegas algorithms", 1993), so that no early choice is tried for too long.
  void turn_back() {
    for (int levels = 4 * luby(++turns_back_); levels > 1 && above_.size() > 1; --levels) above_.pop_back();
    choices_ = std::move(above_.back().choices);
    const Choice& taken = above_.back().taken;
    choices_.open[taken.person][taken.turn] = 0;
    above_.pop_back();
  }

  RestrictedMaster& master_;
  const PlanProblem& problem_;
  std::int64_t bound_;
  std::int64_t value_;  // of the best rota so far
  Dives dives_;
  std::int64_t end_;
  Choices choices_;
  std::vector<Before> above_;
  int turns_back_ = 0;
  std::vector<PlanRota> rotas_;
  double last_ = 0;  // what the program had before
};

}  // namespace

std::vector<PlanRota> dive(RestrictedMaster& master, std::int64_t bound, std::int64_t value,
                           const Dives& dives) {
  return Diver(master, bound, value, dives).run();
}

}  // namespace cprota
