// SPDX-License-Identifier: MIT
#include "plan/spacing_rows.hpp"

#include <algorithm>
#include <cmath>

namespace cprota {
namespace {

constexpr auto at(Level level) {
  return static_cast<std::size_t>(level);
}

// What a sequence costs at a level that depends on signatures or single turns.
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

}  // namespace

SpacingRows::SpacingRows(const PlanProblem& problem, const LevelValues& known, bool roles)
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

RowEntries SpacingRows::entries(int person, const Sequence& sequence) const {
  RowEntries column{{person_row_ + person, 1}};
  RowEntries pairs;
  for (const int turn : sequence.turns) {
    column.emplace_back(turn_row_[turn], 1);
    const auto& [row, coefficient] = pair_entry(person, turn);
    if (row < 0) continue;
    if (!pairs.empty() && pairs.back().first == row) {
      pairs.back().second += coefficient;
    } else {
      pairs.emplace_back(row, coefficient);
    }
  }
  column.insert(column.end(), pairs.begin(), pairs.end());
  for (const auto& [level, row] : budgets_) {
    const std::int64_t cost = cost_at(sequence, level);
    if (cost != 0) column.emplace_back(row, cost);
  }
  return column;
}

std::vector<RowEntries> SpacingRows::empty_columns() const {
  std::vector<RowEntries> columns;
  for (const int row : turn_row_) {
    if (row >= 0 && empty_row_) columns.push_back({{row, 1}, {*empty_row_, 1}});
  }
  return columns;
}

Indexed<std::int64_t> SpacingRows::earnings(int person, const Indexed<std::int64_t>& duals) const {
  Indexed<std::int64_t> earning(problem_.turns.size(), 0);
  for (int turn = 0; turn < static_cast<int>(earning.size()); ++turn) {
    if (turn_row_[turn] < 0) continue;
    earning[turn] = duals[turn_row_[turn]];
    if (const auto& [row, coefficient] = pair_entry(person, turn); row >= 0)
      earning[turn] += coefficient * duals[row];
  }
  return earning;
}

Charges SpacingRows::charges(const Indexed<std::int64_t>& duals) const {
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

Indexed<std::int64_t> SpacingRows::whole(const Indexed<double>& duals) const {
  Indexed<std::int64_t> prices;
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    constexpr double most = 1e9;
    const double price = std::clamp(duals[row], -most, most) * static_cast<double>(price_unit);
    const auto rounded_price = static_cast<std::int64_t>(std::llround(price));
    prices.push_back(rows_[row].equal ? rounded_price : std::min<std::int64_t>(0, rounded_price));
  }
  return prices;
}

std::int64_t SpacingRows::constant_part(const Indexed<std::int64_t>& duals) const {
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

int SpacingRows::add_row(GrowingProgram::Row row) {
  rows_.push_back(row);
  return static_cast<int>(rows_.size()) - 1;
}

void SpacingRows::add_pairs() {
  pairs_.assign(problem_.people.size(), Indexed<PairEntry>(problem_.turns.size()));
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

}  // namespace cprota
