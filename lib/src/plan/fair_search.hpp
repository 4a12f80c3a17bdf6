// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "cprota/plan/problem.hpp"

#include "plan/anneal.hpp"
#include "plan/best_known.hpp"
#include "plan/roster.hpp"
#include "plan/signature.hpp"

namespace cprota {

// All levels before spacing at once: annealing from above, dynamic programming over people from below.
class FairSearch {
 public:
  FairSearch(BestKnown& best, int effort);

  // A first rota.
  void start();

  void run();

  // Anneals the best rota.
  void improve(const Cooling& cooling);

  // Anneals the best rota again and again for the levels down to this one alone.
  void focus(Level level, std::uint64_t seed);

  // Bounds of the levels that depend on signatures, by dynamic programming.
  void bound_loads();

  // Energies of the levels that come before spacing, above what is known to be necessary.
  [[nodiscard]] Energy energy() const;

  // Signatures that a rota no worse than the best known can give.
  [[nodiscard]] const std::optional<Reach>& reach() const { return reach_; }
  // The same for sequences, roles told apart where that is safe.
  [[nodiscard]] const std::optional<Reach>& spacing_reach() const { return spacing_reach_; }

 private:
  [[nodiscard]] bool enough() const;

  // Whether all but `avoided` is proved among the levels before spacing.
  [[nodiscard]] bool fair_but_for_wishes() const;

  // Anneals towards the signatures of a cheapest choice, as if they were the targets.
  void aim_at(const std::vector<Signature>& choice, std::uint64_t round);

  BestKnown& best_;
  const PlanProblem& problem_;
  Roster roster_;
  int effort_;
  std::int64_t size_;
  std::optional<Reach> reach_;
  std::optional<Reach> spacing_reach_;
  std::vector<std::vector<Signature>> choices_;  // cheapest ones, to aim at
  std::int64_t goal_roles_ = 0;
  LevelValues bounded_at_{};
  int too_many_ = 0;  // how often there were too many signatures to look at
};

}  // namespace cprota
