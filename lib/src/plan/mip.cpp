// SPDX-License-Identifier: MIT
#include "plan/mip.hpp"

#include <algorithm>
#include <cmath>

#include <CbcEventHandler.hpp>
#include <CbcModel.hpp>
#include <CbcStrategy.hpp>
#include <ClpSimplex.hpp>
#include <CoinPackedMatrix.hpp>
#include <OsiClpSolverInterface.hpp>

namespace cprota {
namespace {

constexpr double safety = 1e-5;  // what a solver's sum may be off by, far above its tolerances

void load(OsiClpSolverInterface& solver, const BinaryProgram& program) {
  const int columns = static_cast<int>(program.cost.size());
  const double infinity = solver.getInfinity();
  CoinPackedMatrix matrix(false, 0, 0);
  matrix.setDimensions(0, columns);
  std::vector<double> low, high;
  for (const BinaryProgram::Row& row : program.rows) {
    CoinPackedVector entries;
    for (const auto& [column, coefficient] : row.entries)
      entries.insert(column, static_cast<double>(coefficient));
    matrix.appendRow(entries);
    low.push_back(row.low ? static_cast<double>(*row.low) : -infinity);
    high.push_back(row.high ? static_cast<double>(*row.high) : infinity);
  }
  const std::vector<double> zero(program.cost.size(), 0);
  const std::vector<double> one(program.cost.size(), 1);
  const std::vector<double> cost(program.cost.begin(), program.cost.end());
  solver.loadProblem(matrix, zero.data(), one.data(), cost.data(), low.data(), high.data());
  for (int column = 0; column < columns; ++column) solver.setInteger(column);
}

// Stops the search of a tree after so many iterations.
class IterationLimit : public CbcEventHandler {
 public:
  explicit IterationLimit(std::int64_t most) : most_(most) {}

  static std::int64_t taken(const CbcModel& model) {
    return std::int64_t{model.getIterationCount()} + model.numberStrongIterations();
  }

  CbcAction event(CbcEvent what) override {
    return what == node && taken(*model_) >= most_ ? stop : noAction;
  }

  CbcEventHandler* clone() const override { return new IterationLimit(*this); }

 private:
  std::int64_t most_;
};

// What an iteration of the simplex method takes, nodes of the tree included, in steps: as measured.
std::int64_t steps_of_iteration(const BinaryProgram& program) {
  std::size_t entries = 0;
  for (const BinaryProgram::Row& row : program.rows) entries += row.entries.size();
  return static_cast<std::int64_t>(1000 + program.rows.size() + entries / 8);
}

// What no solution costs less than: that of a solver if it has one, in whole numbers.
std::int64_t raised(std::int64_t bound, double found) {
  if (!std::isfinite(found) || std::abs(found) > 1e15) return bound;
  return std::max(bound, static_cast<std::int64_t>(std::ceil(found - safety)));
}

// With every column that saves something.
std::int64_t least_of_all(const BinaryProgram& program) {
  std::int64_t sum = 0;
  for (const std::int64_t cost : program.cost) sum += std::min<std::int64_t>(0, cost);
  return sum;
}

// A solver's sums are off by a little, and so may its solutions be.
bool meets(const BinaryProgram& program, const std::vector<std::uint8_t>& solution) {
  return std::all_of(program.rows.begin(), program.rows.end(), [&](const BinaryProgram::Row& row) {
    std::int64_t sum = 0;
    for (const auto& [column, coefficient] : row.entries)
      sum += solution[static_cast<std::size_t>(column)] != 0 ? coefficient : 0;
    return (!row.low || sum >= *row.low) && (!row.high || sum <= *row.high);
  });
}

void silence(OsiSolverInterface& solver) {
  solver.messageHandler()->setLogLevel(0);
  solver.setHintParam(OsiDoReducePrint, true, OsiHintTry);
  // Of the other ways to begin, one prints what it does on standard output.
  solver.setHintParam(OsiDoDualInInitial, true, OsiHintTry);
}

void search(OsiClpSolverInterface& solver, const BinaryProgram& program, std::int64_t below,
            std::int64_t iterations, ProgramAnswer& answer) {
  CbcModel model(solver);
  model.setLogLevel(0);
  model.messageHandler()->setLogLevel(0);
  silence(*model.solver());
  model.setCutoff(static_cast<double>(below) - 0.5);
  // Without its preprocessing, after which it gives solutions that break rows and proves what is not so.
  CbcStrategyDefault strategy(1, 5, 5, 0);
  model.setStrategy(strategy);
  const IterationLimit limit(iterations);
  model.passInEventHandler(&limit);
  model.branchAndBound(0);
  answer.steps += IterationLimit::taken(model) * steps_of_iteration(program);

  std::int64_t least = below;
  if (const double* best = model.bestSolution(); best != nullptr) {
    std::vector<std::uint8_t> solution;
    least = 0;
    for (std::size_t column = 0; column < program.cost.size(); ++column) {
      solution.push_back(best[column] > 0.5 ? 1 : 0);
      if (solution.back()) least += program.cost[column];
    }
    if (!meets(program, solution)) return;  // then it cannot be trusted in what it proves either
    answer.solution = std::move(solution);
  }
  const bool proved = model.isProvenOptimal() || model.isProvenInfeasible();
  answer.bound = proved ? least : std::min(least, raised(answer.bound, model.getBestPossibleObjValue()));
}

}  // namespace

ProgramAnswer solve_program(const BinaryProgram& program, std::int64_t below, std::int64_t steps) {
  ProgramAnswer answer;
  answer.bound = std::min(below, least_of_all(program));
  const std::int64_t one = steps_of_iteration(program);
  const int iterations = static_cast<int>(std::min<std::int64_t>(steps / one, 1'000'000'000));
  if (iterations <= 0) return answer;
  OsiClpSolverInterface solver;
  silence(solver);
  load(solver, program);
  int unlimited = 0;
  solver.getIntParam(OsiMaxNumIteration, unlimited);
  solver.setIntParam(OsiMaxNumIteration, iterations);
  solver.initialSolve();
  answer.steps = std::int64_t{solver.getIterationCount()} * one;
  if (solver.isProvenPrimalInfeasible()) answer.bound = below;
  if (solver.isProvenOptimal()) answer.bound = std::min(below, raised(answer.bound, solver.getObjValue()));
  // CBC does not stop among the cuts at the root, which take several times as long as the linear program, nor
  // in strong branching, which copies all columns for each candidate.
  constexpr std::int64_t cuts = 3;
  constexpr std::size_t most_columns = 40'000;
  const bool is_too_large = program.cost.size() > most_columns || cuts * answer.steps >= steps;
  if (!solver.isProvenOptimal() || answer.bound >= below || is_too_large) return answer;
  solver.setIntParam(OsiMaxNumIteration, unlimited);
  search(solver, program, below, (steps - answer.steps) / one, answer);
  return answer;
}

struct GrowingProgram::Solver {
  ClpSimplex simplex;
  // Columns that the solver has not been given yet: one by one would cost a copy of all each time.
  std::vector<double> costs;
  std::vector<CoinBigIndex> starts{0};
  std::vector<int> rows;
  std::vector<double> entries;

  void flush() {
    if (costs.empty()) return;
    const std::vector<double> zero(costs.size(), 0);
    const std::vector<double> infinite(costs.size(), COIN_DBL_MAX);
    simplex.addColumns(static_cast<int>(costs.size()), zero.data(), infinite.data(), costs.data(),
                       starts.data(), rows.data(), entries.data());
    costs.clear();
    starts.assign(1, 0);
    rows.clear();
    entries.clear();
  }
};

GrowingProgram::GrowingProgram(const std::vector<Row>& rows) : solver_(std::make_unique<Solver>()) {
  ClpSimplex& simplex = solver_->simplex;
  simplex.setLogLevel(0);
  simplex.messageHandler()->setLogLevel(0);
  std::vector<double> low, high;
  for (const Row& row : rows) {
    low.push_back(row.equal ? row.right : -COIN_DBL_MAX);
    high.push_back(row.right);
  }
  CoinPackedMatrix matrix(true, 0, 0);
  matrix.setDimensions(static_cast<int>(rows.size()), 0);
  simplex.loadProblem(matrix, nullptr, nullptr, nullptr, low.data(), high.data());
}

GrowingProgram::~GrowingProgram() = default;

void GrowingProgram::add(double cost, const Column& column) {
  Solver& solver = *solver_;
  for (const auto& [row, entry] : column) {
    solver.rows.push_back(row);
    solver.entries.push_back(static_cast<double>(entry));
  }
  solver.costs.push_back(cost);
  solver.starts.push_back(static_cast<CoinBigIndex>(solver.rows.size()));
}

void GrowingProgram::close(int column, bool closed) {
  solver_->flush();
  solver_->simplex.setColumnUpper(column, closed ? 0 : COIN_DBL_MAX);
}

bool GrowingProgram::solve() {
  solver_->flush();
  ClpSimplex& simplex = solver_->simplex;
  simplex.primal();
  iterations_ += simplex.numberIterations();
  return simplex.isProvenOptimal();
}

bool GrowingProgram::solve_closed() {
  solver_->flush();
  ClpSimplex& simplex = solver_->simplex;
  simplex.dual();
  iterations_ += simplex.numberIterations();
  return simplex.isProvenOptimal();
}

double GrowingProgram::value() const {
  return solver_->simplex.objectiveValue();
}

Indexed<double> GrowingProgram::duals() const {
  const double* values = solver_->simplex.getRowPrice();
  return {values, values + solver_->simplex.numberRows()};
}

Indexed<double> GrowingProgram::solution() const {
  const double* values = solver_->simplex.getColSolution();
  return {values, values + solver_->simplex.numberColumns()};
}

}  // namespace cprota
