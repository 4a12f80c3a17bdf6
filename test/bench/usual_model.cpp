// SPDX-License-Identifier: MIT
#include "usual_model.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <Cbc_C_Interface.h>

#include "cprota/plan/evaluate.hpp"

#include "cpu_time.hpp"

namespace cprota {
namespace {

constexpr double infinity = std::numeric_limits<double>::max();

double value(const WideFraction& fraction) {
  return static_cast<double>(fraction.numerator) / static_cast<double>(fraction.denominator);
}

class UsualModel {
 public:
  explicit UsualModel(const PlanProblem& problem)
      : problem_(problem), model_(Cbc_newModel(), Cbc_deleteModel) {
    Cbc_setLogLevel(model_.get(), 0);
    Cbc_setParameter(model_.get(), "timeMode", "cpu");
    add_turns();
    add_rest();
    add_pairs();
  }

  // With no more than so many turns empty, the imbalance; without, the empty turns.
  void minimise_imbalance(std::int64_t empty) {
    add_row(empty_columns(), -infinity, static_cast<double>(empty));
    for (const auto& [key, column] : empty_) Cbc_setObjCoeff(model_.get(), column, 0);
    for (int person = 0; person < static_cast<int>(problem_.people.size()); ++person) add_distance(person);
  }

  void solve(int limit) {
    Cbc_setParameter(model_.get(), "seconds", std::to_string(limit).c_str());
    Cbc_solve(model_.get());
  }

  [[nodiscard]] bool is_proved() const { return Cbc_isProvenOptimal(model_.get()) != 0; }
  [[nodiscard]] double bound() const { return Cbc_getBestPossibleObjValue(model_.get()); }
  [[nodiscard]] std::optional<PlanRota> rota() const {
    const double* const found = Cbc_bestSolution(model_.get());
    if (found == nullptr) return std::nullopt;
    PlanRota rota;
    for (const PlanTurn& turn : problem_.turns) rota.push_back(turn.pinned ? turn.holder : nobody);
    for (const auto& [key, column] : columns_) {
      if (found[column] > 0.5) rota[static_cast<std::size_t>(key.second)] = key.first;
    }
    return rota;
  }

 private:
  using Entries = std::vector<std::pair<int, double>>;

  int add_column(double cost) {
    const int column = Cbc_getNumCols(model_.get());
    Cbc_addCol(model_.get(), "", 0, 1, cost, 1, 0, nullptr, nullptr);
    return column;
  }

  void add_row(const Entries& entries, double low, double high) {
    std::vector<int> columns;
    std::vector<double> factors;
    for (const auto& [column, factor] : entries) {
      columns.push_back(column);
      factors.push_back(factor);
    }
    const int row = Cbc_getNumRows(model_.get());
    Cbc_addRow(model_.get(), "", static_cast<int>(columns.size()), columns.data(), factors.data(), 'L', high);
    Cbc_setRowLower(model_.get(), row, low);
    Cbc_setRowUpper(model_.get(), row, high);
  }

  [[nodiscard]] Entries empty_columns() const {
    Entries entries;
    for (const auto& [turn, column] : empty_) entries.emplace_back(column, 1);
    return entries;
  }

  // Somebody has each turn, or it is empty.
  void add_turns() {
    for (int i = 0; i < static_cast<int>(problem_.turns.size()); ++i) {
      const auto index = static_cast<std::size_t>(i);
      if (problem_.turns[index].pinned) continue;
      Entries row;
      for (int p = 0; p < static_cast<int>(problem_.people.size()); ++p) {
        if (!problem_.people[static_cast<std::size_t>(p)].may[index]) continue;
        row.emplace_back(columns_[{p, i}] = add_column(0), 1);
      }
      row.emplace_back(empty_[i] = add_column(1), 1);
      add_row(row, 1, 1);
    }
  }

  // Of every rest + 1 periods in a row, a person has one turn.
  void add_rest() {
    for (int p = 0; p < static_cast<int>(problem_.people.size()); ++p) {
      const PlanPerson& person = problem_.people[static_cast<std::size_t>(p)];
      for (int first = -problem_.rest; first < problem_.periods; ++first) {
        const auto is_near = [&](int period) { return first <= period && period <= first + problem_.rest; };
        Entries row;
        bool is_taken = std::ranges::any_of(person.busy, is_near);
        for (int i = 0; i < static_cast<int>(problem_.turns.size()); ++i) {
          const PlanTurn& turn = problem_.turns[static_cast<std::size_t>(i)];
          if (!is_near(turn.period)) continue;
          is_taken = is_taken || (turn.pinned && turn.holder == p);
          if (const auto column = columns_.find({p, i}); column != columns_.end())
            row.emplace_back(column->second, 1);
        }
        if (!row.empty()) add_row(row, -infinity, is_taken ? 0 : 1);
      }
    }
  }

  // Someone new in the first role wants somebody who is not in the second.
  void add_pairs() {
    if (!has_pairs(problem_)) return;
    for (int period = 0; period < problem_.periods; ++period) {
      const auto first = turn_at(problem_, period, 0);
      const auto second = turn_at(problem_, period, 1);
      if (!first || !second) continue;
      Entries row;
      double high = 0;
      for (int p = 0; p < static_cast<int>(problem_.people.size()); ++p) {
        const bool is_new =
            problem_.people[static_cast<std::size_t>(p)].is_new[static_cast<std::size_t>(period)];
        add_side(row, high, p, *first, is_new ? 1 : 0);
        add_side(row, high, p, *second, is_new ? 0 : -1);
      }
      if (!row.empty()) add_row(row, -infinity, high);
    }
  }

  void add_side(Entries& row, double& high, int person, int turn, double factor) const {
    if (factor == 0) return;
    const PlanTurn& pinned = problem_.turns[static_cast<std::size_t>(turn)];
    if (pinned.pinned && pinned.holder == person) high -= factor;
    if (const auto column = columns_.find({person, turn}); column != columns_.end())
      row.emplace_back(column->second, factor);
  }

  // |load − target| ≤ (steps + ½) × step, where every step has its binary.
  void add_distance(int person) {
    const auto index = static_cast<std::size_t>(person);
    const double step = value(problem_.load.step);
    const double target = value(problem_.load.target[index]) / step;
    double fixed = static_cast<double>(problem_.people[index].load) / step;
    double most = fixed;
    Entries load;
    for (int i = 0; i < static_cast<int>(problem_.turns.size()); ++i) {
      const PlanTurn& turn = problem_.turns[static_cast<std::size_t>(i)];
      const double weight = static_cast<double>(turn.load) / step;
      if (turn.pinned && turn.holder == person) fixed += weight;
      if (const auto column = columns_.find({person, i}); column != columns_.end()) {
        load.emplace_back(column->second, weight);
        most += weight;
      }
    }
    const int steps = static_cast<int>(std::ceil(std::max(most - target, target - fixed))) + 1;
    Entries over = load;
    Entries under = load;
    for (int k = 1; k <= steps; ++k) {
      const int column = add_column(2 * k - 1);
      over.emplace_back(column, -1);
      under.emplace_back(column, 1);
    }
    // A distance of half a step counts as one.
    constexpr double half = 0.5 - 1e-6;
    add_row(over, -infinity, target - fixed + half);
    add_row(under, target - fixed - half, infinity);
  }

  const PlanProblem& problem_;
  std::unique_ptr<Cbc_Model, void (*)(Cbc_Model*)> model_;
  std::map<std::pair<int, int>, int> columns_;  // by person and turn
  std::map<int, int> empty_;                    // by turn
};

}  // namespace

UsualAnswer solve_usual_model(const PlanProblem& problem, int limit) {
  UsualAnswer answer;
  answer.seconds = cpu_seconds([&] {
    UsualModel coverage(problem);
    coverage.solve(limit);
    const auto covering = coverage.rota();
    if (!covering || !coverage.is_proved()) return;
    answer.uncovered = evaluate(problem, *covering)[static_cast<std::size_t>(Level::uncovered)];
    UsualModel fairness(problem);
    std::int64_t pinned_empty = 0;
    for (const PlanTurn& turn : problem.turns) pinned_empty += turn.pinned && turn.holder == nobody ? 1 : 0;
    fairness.minimise_imbalance(*answer.uncovered - pinned_empty);
    fairness.solve(limit);
    answer.proved = fairness.is_proved();
    answer.bound = fairness.bound();
    if (const auto rota = fairness.rota())
      answer.imbalance = evaluate(problem, *rota)[static_cast<std::size_t>(Level::imbalance)];
  });
  return answer;
}

}  // namespace cprota
