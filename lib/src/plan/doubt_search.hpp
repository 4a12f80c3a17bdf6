// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "cprota/plan/solve.hpp"
#include "cprota/plan/team_problem.hpp"

namespace cprota {

// Looks for the turns in doubt that it is best to move.
class DoubtSearch {
 public:
  DoubtSearch(const TeamProblem& drawn, const SolveOptions& options) : drawn_(drawn), options_(options) {}

  // `kept` is the answer that moves none, where that is possible.
  void run(std::optional<PlanAnswer> kept);

  // The best answer, with the bounds that hold for every way.
  [[nodiscard]] PlanAnswer answer() const;
  // The problem that it answers.
  [[nodiscard]] PlanProblem problem() const;

 private:
  // By turn of `in_doubt`: whether it is free.
  using Way = std::vector<std::uint8_t>;
  struct Tried {
    Way way;
    PlanAnswer answer;
  };

  [[nodiscard]] PlanProblem with_free(const Way& way) const;
  [[nodiscard]] const LevelValues& values() const { return tried_[best_].answer.values; }
  [[nodiscard]] std::int64_t uncovered() const;
  [[nodiscard]] std::int64_t fewest_untried() const;
  // Whether a way that moves so many of the turns in doubt may be as good as the best.
  [[nodiscard]] bool can_be_as_good(std::size_t moves) const;
  // What every possible way moves at least: one of each two that exclude each other, no turn told twice.
  [[nodiscard]] std::size_t least_moves() const;
  // Moves one more of each two that exclude each other: that of the later role, as check says.
  [[nodiscard]] Way possible(Way way) const;
  void attempt(const Way& wanted);
  // Every way that moves so many, as far as the count of ways, possible or not, allows.
  void attempt_all(std::size_t moves);
  // The turns in doubt that cannot stand beside what a rota gives.
  [[nodiscard]] Way in_the_way(PlanProblem problem, PlanRota rota) const;

  const TeamProblem& drawn_;
  const SolveOptions& options_;
  std::vector<Tried> tried_;
  std::size_t best_ = 0;  // of `tried_`
  std::int64_t least_uncovered_ = 0;
  std::int64_t forced_ = 0;
  std::optional<std::size_t> untried_;  // how many turns in doubt a way moves at least that was not tried
};

}  // namespace cprota
