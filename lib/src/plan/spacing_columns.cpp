// SPDX-License-Identifier: MIT
#include "plan/spacing_columns.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "cprota/plan/evaluate.hpp"

#include "plan/mip.hpp"
#include "plan/pricing.hpp"

namespace cprota {
namespace {

constexpr auto at(Level level) {
  return static_cast<std::size_t>(level);
}

std::int64_t cost_at(const Sequence& sequence, Level level) {
  switch (level) {
    case Level::imbalance:
      return sequence.cost.imbalance;
    case Level::bank_holidays:
      return sequence.cost.bank_holidays;
    case Level::weekends:
      return sequence.cost.weekends;
    case Level::roles:
      return sequence.cost.roles;
    case Level::avoided:
      return sequence.cost.avoided;
    case Level::changes:
      return sequence.changes;
    default:
      return 0;
  }
}

// The rows of the master problem: every free turn once (or empty, within the budget), one sequence for each
// person, the rule for new engineers by period, and the values of the levels above as budgets.
class Master {
 public:
  Master(const PlanProblem& problem, const LevelValues& known, bool roles)
      : problem_(problem),
        people_(static_cast<int>(problem.people.size())),
        turn_row_(problem.turns.size(), -1) {
    LevelValues constant{};
    for (std::size_t i = 0; i < problem.turns.size(); ++i) {
      const PlanTurn& turn = problem.turns[i];
      const bool kept = turn.pinned && turn.before == turn.holder;
      if (turn.before != nobody && !kept) ++constant[at(Level::changes)];
      if (turn.pinned && turn.holder >= 0 && problem.people[turn.holder].avoids[turn.period])
        ++constant[at(Level::avoided)];
      if (!turn.pinned) turn_row_[i] = add_row({true, 1});
    }
    person_row_ = static_cast<int>(rows_.size());
    for (int p = 0; p < people_; ++p) add_row({true, 1});
    if (has_pairs(problem)) add_pairs();
    if (known[at(Level::uncovered)] > 0)
      empty_row_ = add_row({false, static_cast<double>(known[at(Level::uncovered)])});
    for (const Level level : problem.order) {
      if (level == Level::spacing) break;
      if (level == Level::uncovered || (level == Level::roles && !roles)) continue;
      budgets_.push_back(
          {level, add_row({false, static_cast<double>(known[at(level)] - constant[at(level)])})});
    }
  }

  [[nodiscard]] const std::vector<GrowingProgram::Row>& rows() const { return rows_; }
  [[nodiscard]] std::optional<int> empty_row() const { return empty_row_; }
  [[nodiscard]] int person_row(int person) const { return person_row_ + person; }

  [[nodiscard]] std::vector<std::pair<int, std::int64_t>> entries(int person,
                                                                  const Sequence& sequence) const {
    std::vector<std::pair<int, std::int64_t>> column{{person_row(person), 1}};
    std::vector<std::int64_t> pair(rows_.size(), 0);
    for (const int turn : sequence.turns) {
      column.push_back({turn_row_[turn], 1});
      if (const auto& [row, coefficient] = pair_entry(person, turn); row >= 0) pair[row] += coefficient;
    }
    for (int row = 0; row < static_cast<int>(pair.size()); ++row) {
      if (pair[row] != 0) column.push_back({row, pair[row]});
    }
    for (const auto& [level, row] : budgets_) {
      const std::int64_t cost = cost_at(sequence, level);
      if (cost != 0) column.push_back({row, cost});
    }
    return column;
  }

  // Columns of turns left empty.
  [[nodiscard]] std::vector<std::vector<std::pair<int, std::int64_t>>> empty_columns() const {
    std::vector<std::vector<std::pair<int, std::int64_t>>> columns;
    for (const int row : turn_row_) {
      if (row >= 0 && empty_row_) columns.push_back({{row, 1}, {*empty_row_, 1}});
    }
    return columns;
  }

  [[nodiscard]] std::vector<std::int64_t> earnings(int person, const std::vector<std::int64_t>& duals) const {
    std::vector<std::int64_t> earning(problem_.turns.size(), 0);
    for (int turn = 0; turn < static_cast<int>(earning.size()); ++turn) {
      if (turn_row_[turn] < 0) continue;
      earning[turn] = duals[turn_row_[turn]];
      if (const auto& [row, coefficient] = pair_entry(person, turn); row >= 0)
        earning[turn] += coefficient * duals[row];
    }
    return earning;
  }

  [[nodiscard]] Charges charges(const std::vector<std::int64_t>& duals) const {
    Charges charges;
    for (const auto& [level, row] : budgets_) {
      const std::int64_t charge = -duals[row];
      switch (level) {
        case Level::imbalance:
          charges.imbalance = charge;
          break;
        case Level::bank_holidays:
          charges.bank_holidays = charge;
          break;
        case Level::weekends:
          charges.weekends = charge;
          break;
        case Level::roles:
          charges.roles = charge;
          break;
        case Level::avoided:
          charges.avoided = charge;
          break;
        case Level::changes:
          charges.changes = charge;
          break;
        default:
          break;
      }
    }
    return charges;
  }

  // Whole prices of the right sign.
  [[nodiscard]] std::vector<std::int64_t> whole(const std::vector<double>& duals) const {
    std::vector<std::int64_t> prices;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      constexpr double most = 1e9;
      const double price = std::clamp(duals[row], -most, most) * static_cast<double>(price_unit);
      const auto rounded_price = static_cast<std::int64_t>(std::llround(price));
      prices.push_back(rows_[row].equal ? rounded_price : std::min<std::int64_t>(0, rounded_price));
    }
    return prices;
  }

  // The part of the Lagrangian that no sequence is in.
  [[nodiscard]] std::int64_t constant_part(const std::vector<std::int64_t>& duals) const {
    std::int64_t sum = 0;
    for (int row = 0; row < static_cast<int>(rows_.size()); ++row) {
      const bool of_person = row >= person_row_ && row < person_row_ + people_;
      if (!of_person) sum += duals[row] * static_cast<std::int64_t>(rows_[row].right);
    }
    if (empty_row_) {
      for (const int row : turn_row_) {
        if (row >= 0) sum += std::min<std::int64_t>(0, -duals[row] - duals[*empty_row_]);
      }
    }
    return sum;
  }

 private:
  struct PairEntry {
    int row = -1;
    std::int64_t coefficient = 0;
  };

  int add_row(GrowingProgram::Row row) {
    rows_.push_back(row);
    return static_cast<int>(rows_.size()) - 1;
  }

  [[nodiscard]] PairEntry pair_entry(int person, int turn) const {
    return pairs_.empty() ? PairEntry{}
                          : pairs_[static_cast<std::size_t>(person)][static_cast<std::size_t>(turn)];
  }

  void add_pairs() {
    pairs_.assign(problem_.people.size(), std::vector<PairEntry>(problem_.turns.size()));
    for (int t = 0; t < problem_.periods; ++t) {
      const auto first = turn_at(problem_, t, 0);
      if (!first) continue;
      const auto second = turn_at(problem_, t, 1);
      const auto is_new = [&](int turn) {
        const PlanTurn& it = problem_.turns[turn];
        return it.holder == outsider ? it.outsider_is_new
                                     : it.holder >= 0 && problem_.people[it.holder].is_new[t] != 0;
      };
      const bool first_pinned = problem_.turns[*first].pinned;
      const bool second_pinned = second && problem_.turns[*second].pinned;
      if (first_pinned && (!is_new(*first) || !second || second_pinned)) continue;
      const bool experienced = second_pinned && problem_.turns[*second].holder != nobody && !is_new(*second);
      const int row = add_row({false, !first_pinned && experienced ? 1.0 : 0.0});
      for (std::size_t p = 0; p < problem_.people.size(); ++p) {
        const bool fresh = problem_.people[p].is_new[t] != 0;
        if (!first_pinned && fresh) pairs_[p][*first] = {row, 1};
        if (second && !second_pinned && fresh == first_pinned)
          pairs_[p][*second] = {row, first_pinned ? 1 : -1};
      }
    }
  }

  const PlanProblem& problem_;
  int people_;
  std::vector<int> turn_row_;
  std::vector<GrowingProgram::Row> rows_;
  int person_row_ = 0;
  std::optional<int> empty_row_;
  std::vector<std::pair<Level, int>> budgets_;
  std::vector<std::vector<PairEntry>> pairs_;
};

struct Column {
  int person = -1;  // -1: a turn left empty
  Sequence sequence;
};

class Generator {
 public:
  Generator(const PlanProblem& problem, const LevelValues& known, const Reach& reach, const PlanRota& start,
            const SpacingWork& work)
      : problem_(problem),
        known_(known),
        work_(work),
        master_(problem, known, reach.unit.first != 0),
        program_(master_.rows()) {
    Signature unit = reach.unit;
    constant_ = known[at(Level::spacing)];
    for (const auto& entries : master_.empty_columns()) add({-1, {}}, entries);
    for (int p = 0; p < static_cast<int>(problem.people.size()); ++p) {
      pricers_.emplace_back(problem, p, reach.of[p], unit, unit.first != 0);
      Sequence sequence = pricers_.back().sequence_of(start);
      constant_ -= sequence.spacing;
      if (!price_start(p, sequence, start, reach)) possible_ = false;
      add({p, sequence}, master_.entries(p, sequence));
    }
  }

  SpacingAnswer run() {
    SpacingAnswer answer;
    if (!possible_) return answer;
    std::vector<double> centre;
    std::int64_t pricing = work_.pricing;
    bool smooth = true;
    for (int round = 0; round < work_.rounds && pricing > 0; ++round) {
      if (!program_.solve()) break;
      const std::vector<double> duals = program_.duals();
      std::vector<double> point = duals;
      constexpr double pull = 0.6;  // towards the best point so far (Wentges, 1997)
      if (smooth && !centre.empty()) {
        for (std::size_t row = 0; row < point.size(); ++row)
          point[row] = pull * centre[row] + (1 - pull) * duals[row];
      }
      const std::vector<std::int64_t> prices = master_.whole(point);
      const std::vector<std::int64_t> exact = master_.whole(duals);
      std::int64_t lagrangian = master_.constant_part(prices);
      bool added = false;
      for (int p = 0; p < static_cast<int>(pricers_.size()); ++p) {
        pricing -= pricers_[p].work();
        const auto sequences = pricers_[p].price(master_.earnings(p, prices), master_.charges(prices), 3);
        if (sequences.empty()) return answer;
        lagrangian += sequences.front().reduced;
        for (const Sequence& sequence : sequences) added = add_if_useful(p, sequence, exact) || added;
      }
      const std::int64_t bound = constant_ + ceil_divide(lagrangian);
      if (centre.empty() || lagrangian > best_lagrangian_) {
        best_lagrangian_ = lagrangian;
        centre = point;
      }
      answer.bound = std::max(answer.bound, bound);
      if (answer.bound >= known_[at(Level::spacing)]) break;
      const auto relaxed = static_cast<std::int64_t>(std::ceil(program_.value() - 1e-6)) + constant_;
      if (answer.bound >= relaxed) break;
      if (!added && !smooth) break;
      smooth = added;
    }
    if (answer.bound < known_[at(Level::spacing)] && work_.nodes > 0) search(answer);
    return answer;
  }

 private:
  static std::int64_t ceil_divide(std::int64_t value) {
    return -static_cast<std::int64_t>(floor_divide(-Int128{value}, price_unit));
  }

  // Finds the costs of the sequence that the start gives a person among those of `reach`.
  bool price_start(int person, Sequence& sequence, const PlanRota& start, const Reach& reach) {
    const PlanPerson& who = problem_.people[person];
    Signature sum{who.load / reach.unit.load, who.bank_holiday / reach.unit.bank_holiday,
                  who.weekend / reach.unit.weekend};
    for (std::size_t i = 0; i < start.size(); ++i) {
      const PlanTurn& turn = problem_.turns[i];
      if (start[i] != person) continue;
      sum = sum + Signature{turn.load / reach.unit.load, turn.bank_holiday / reach.unit.bank_holiday,
                            turn.weekend / reach.unit.weekend, reach.unit.first && turn.role == 0 ? 1 : 0,
                            reach.unit.first && turn.role == 1 ? 1 : 0};
    }
    for (const SignatureOption& option : reach.of[person]) {
      if (option.signature != sum) continue;
      const std::int64_t avoided = sequence.cost.avoided;
      sequence.cost = option.cost;
      sequence.cost.avoided = avoided;
      return true;
    }
    return false;
  }

  void add(Column column, const std::vector<std::pair<int, std::int64_t>>& entries) {
    GrowingProgram::Column real;
    for (const auto& [row, entry] : entries) real.emplace_back(row, static_cast<double>(entry));
    program_.add(static_cast<double>(column.sequence.spacing), real);
    entries_.push_back(entries);
    if (column.person >= 0) known_columns_.insert({column.person, column.sequence.turns});
    columns_.push_back(std::move(column));
  }

  bool add_if_useful(int person, const Sequence& sequence, const std::vector<std::int64_t>& duals) {
    const auto entries = master_.entries(person, sequence);
    std::int64_t reduced = sequence.spacing * price_unit;
    for (const auto& [row, entry] : entries) reduced -= duals[row] * entry;
    if (reduced >= 0 || known_columns_.count({person, sequence.turns}) != 0) return false;
    add({person, sequence}, entries);
    return true;
  }

  // The best rota among the columns found.
  void search(SpacingAnswer& answer) {
    BinaryProgram program;
    std::vector<BinaryProgram::Row> rows;
    for (const GrowingProgram::Row& row : master_.rows()) {
      const auto right = static_cast<std::int64_t>(row.right);
      rows.push_back({row.equal ? std::optional(right) : std::nullopt, right, {}});
    }
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      const int x = program.add_column(columns_[column].sequence.spacing);
      for (const auto& [row, entry] : entries_[column]) rows[row].entries.emplace_back(x, entry);
    }
    program.rows = std::move(rows);
    const ProgramAnswer found = solve_program(program, known_[at(Level::spacing)] - constant_, work_.nodes);
    if (!found.solution) return;
    PlanRota rota;
    for (const PlanTurn& turn : problem_.turns) rota.push_back(turn.pinned ? turn.holder : nobody);
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      if (!(*found.solution)[column]) continue;
      for (const int turn : columns_[column].sequence.turns)
        rota[static_cast<std::size_t>(turn)] = columns_[column].person;
    }
    answer.rotas.push_back(std::move(rota));
  }

  const PlanProblem& problem_;
  const LevelValues& known_;
  const SpacingWork& work_;
  Master master_;
  GrowingProgram program_;
  std::vector<Pricer> pricers_;
  std::vector<Column> columns_;
  std::vector<std::vector<std::pair<int, std::int64_t>>> entries_;
  std::set<std::pair<int, std::vector<int>>> known_columns_;
  std::int64_t constant_ = 0;  // what the gaps between turns that do not move cost beside the sequences
  std::int64_t best_lagrangian_ = 0;
  bool possible_ = true;
};

}  // namespace

SpacingAnswer bound_spacing(const PlanProblem& problem, const LevelValues& known, const Reach& reach,
                            const PlanRota& start, const SpacingWork& work) {
  if (problem.people.empty()) return {known[at(Level::spacing)], {}};
  return Generator(problem, known, reach, start, work).run();
}

}  // namespace cprota
