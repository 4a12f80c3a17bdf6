// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "cprota/base/indexed.hpp"

namespace cprota {

// A program over binaries: make Σ cost x small, every row between its ends.
struct BinaryProgram {
  struct Row {
    std::optional<std::int64_t> low, high;
    std::vector<std::pair<int, std::int64_t>> entries;  // column, coefficient
  };

  std::vector<std::int64_t> cost;  // by column; a column more is a cost more
  std::vector<Row> rows;

  int add_column(std::int64_t a_cost) {
    cost.push_back(a_cost);
    return static_cast<int>(cost.size()) - 1;
  }
};

struct ProgramAnswer {
  std::optional<std::vector<std::uint8_t>> solution;  // the best found below `below`; it meets every row
  std::int64_t bound = 0;  // no solution costs less; `below` if there is none below that
  std::int64_t steps = 0;  // that were taken
};

// Searches for solutions that cost less than `below`, with CBC in silence and one thread. A step is about
// 50 ns of the simplex method; after about `steps` of them it ends with the bound it has.
[[nodiscard]] ProgramAnswer solve_program(const BinaryProgram& program, std::int64_t below,
                                          std::int64_t steps);

// A linear program that grows by columns: make Σ cost x small, x ≥ 0, rows with `=` or `≤`. CLP in silence.
class GrowingProgram {
 public:
  struct Row {
    bool equal = true;
    double right = 0;
  };
  using Column = std::vector<std::pair<int, std::int64_t>>;  // row, coefficient

  explicit GrowingProgram(const std::vector<Row>& rows);
  ~GrowingProgram();
  GrowingProgram(const GrowingProgram&) = delete;
  GrowingProgram& operator=(const GrowingProgram&) = delete;

  // The column is there from the next solution on.
  void add(double cost, const Column& column);

  // A closed column stays 0.
  void close(int column, bool closed);

  // Whether there is an optimum; then the following give it. By the primal simplex method, from where the
  // last one ended: right after columns have been added.
  bool solve();

  // The same by the dual one: right after columns have been closed.
  bool solve_closed();

  [[nodiscard]] double value() const;
  [[nodiscard]] Indexed<double> duals() const;
  [[nodiscard]] Indexed<double> solution() const;
  [[nodiscard]] std::int64_t iterations() const { return iterations_; }

 private:
  struct Solver;
  std::unique_ptr<Solver> solver_;
  std::int64_t iterations_ = 0;
};

}  // namespace cprota
