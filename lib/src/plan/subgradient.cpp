// SPDX-License-Identifier: MIT
#include "plan/subgradient.hpp"

#include <algorithm>

namespace cprota {

SubgradientAnswer ascend(RestrictedMaster& master, std::int64_t above, int rounds) {
  const auto& rows = master.rows().rows();
  Indexed<double> prices(rows.size(), 0);
  Indexed<double> direction(rows.size(), 0);
  SubgradientAnswer answer;
  answer.prices = prices;
  bool known = false;
  double share = 1;  // of Polyak's step
  int fruitless = 0;
  for (int round = 0; round < rounds; ++round) {
    const Priced priced = master.price(prices, 1);
    if (!priced.lagrangian) return answer;
    if (!known || *priced.lagrangian > answer.lagrangian) {
      known = true;
      answer.lagrangian = *priced.lagrangian;
      answer.prices = prices;
      fruitless = 0;
    } else if (++fruitless == 5) {
      share /= 2;
      fruitless = 0;
    }
    const double missing =
        static_cast<double>((above - master.constant()) * price_unit - *priced.lagrangian) /
        static_cast<double>(price_unit);
    if (missing <= 0) break;
    Indexed<double> lack(rows.size());  // what each row lacks
    for (std::size_t row = 0; row < rows.size(); ++row) lack[row] = rows[row].right;
    for (const auto& [person, sequence] : priced.sequences) {
      const RowEntries entries = master.rows().entries(person, sequence);
      for (const auto& [row, entry] : entries) lack[row] -= static_cast<double>(entry);
      if (2 * round >= rounds) master.add_if_new(person, sequence, entries);
    }
    double length = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (!rows[row].equal && prices[row] >= 0 && lack[row] >= 0) lack[row] = 0;
      direction[row] = lack[row] + 0.6 * direction[row];
      length += direction[row] * direction[row];
    }
    if (length <= 0) break;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      prices[row] += share * missing / length * direction[row];
      if (!rows[row].equal) prices[row] = std::min(0.0, prices[row]);
    }
  }
  answer.bound = master.constant() + whole_units(answer.lagrangian);
  return answer;
}

}  // namespace cprota
