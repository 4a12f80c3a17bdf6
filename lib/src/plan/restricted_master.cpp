// SPDX-License-Identifier: MIT
#include "plan/restricted_master.hpp"

namespace cprota {
namespace {

constexpr double dear = 1000;  // units of spacing

}  // namespace

RestrictedMaster::RestrictedMaster(const PlanProblem& problem, const LevelValues& known, const Reach& reach,
                                   const PlanRota& start, std::int64_t work)
    : problem_(problem),
      rows_(problem, known, reach.unit.first != 0),
      program_(rows_.rows()),
      constant_(known[static_cast<std::size_t>(Level::spacing)]) {
  for (int p = 0; p < static_cast<int>(problem.people.size()); ++p) {
    std::int64_t left = work - pricing_;
    pricers_.emplace_back(problem, p, reach.of[static_cast<std::size_t>(p)], reach.unit,
                          reach.unit.first != 0, left);
    pricing_ = work - left;
    const auto sequence = left < 0 ? std::nullopt : pricers_[p].final_sequence_of(start);
    if (!sequence) {
      has_start_ = false;
      return;
    }
    constant_ -= sequence->spacing;
    add({p, *sequence}, rows_.entries(p, *sequence));
  }
  for (const RowEntries& entries : rows_.empty_columns()) add({}, entries);
  for (int row = 0; row < static_cast<int>(rows_.rows().size()); ++row) {
    program_.add(dear, {{row, rows_.rows()[row].equal ? 1 : -1}});
    columns_.push_back({});
  }
}

bool RestrictedMaster::add_if_useful(int person, const Sequence& sequence,
                                     const Indexed<std::int64_t>& duals) {
  const RowEntries entries = rows_.entries(person, sequence);
  std::int64_t reduced = sequence.spacing * price_unit;
  for (const auto& [row, entry] : entries) reduced -= duals[row] * entry;
  return reduced < 0 && add_if_new(person, sequence, entries);
}

bool RestrictedMaster::add_if_new(int person, const Sequence& sequence, const RowEntries& entries) {
  if (!known_.insert({person, sequence.turns}).second) return false;
  add({person, sequence}, entries);
  return true;
}

Priced RestrictedMaster::price(const Indexed<double>& duals, std::size_t most) {
  const Indexed<std::int64_t> prices = rows_.whole(duals);
  const Charges charges = rows_.charges(prices);
  std::int64_t lagrangian = rows_.constant_part(prices);
  Priced priced;
  for (int p = 0; p < people(); ++p) {
    count_pricing(p);
    std::vector<Sequence> sequences = pricers_[p].price(rows_.earnings(p, prices), charges, most);
    if (sequences.empty()) return {};
    lagrangian += sequences.front().reduced;
    for (Sequence& sequence : sequences) priced.sequences.emplace_back(p, std::move(sequence));
  }
  priced.lagrangian = lagrangian;
  return priced;
}

std::int64_t RestrictedMaster::work() const {
  constexpr std::int64_t cells_a_row = 300;  // what a row costs in one iteration of the simplex method
  return pricing_ + program_.iterations() * static_cast<std::int64_t>(rows_.rows().size()) * cells_a_row;
}

void RestrictedMaster::add(Column column, const RowEntries& entries) {
  program_.add(static_cast<double>(column.sequence.spacing), entries);
  if (column.person >= 0) known_.insert({column.person, column.sequence.turns});
  columns_.push_back(std::move(column));
}

}  // namespace cprota
