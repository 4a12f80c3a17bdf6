// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "cprota/plan/problem.hpp"

namespace cprota {

// What the levels of load see of one person's turns: sums in units of the greatest common divisors; and,
// where roles are looked at, how many turns in the first and the second role.
struct Signature {
  std::int64_t load = 0, bank_holiday = 0, weekend = 0, first = 0, second = 0;

  friend auto operator<=>(const Signature&, const Signature&) = default;
  friend Signature operator+(const Signature& a, const Signature& b) {
    return {a.load + b.load, a.bank_holiday + b.bank_holiday, a.weekend + b.weekend, a.first + b.first,
            a.second + b.second};
  }
};

// Costs of the levels that depend on signatures, in their order.
struct SignatureCost {
  std::int64_t imbalance = 0, bank_holidays = 0, weekends = 0, roles = 0, avoided = 0;

  friend auto operator<=>(const SignatureCost&, const SignatureCost&) = default;
  friend SignatureCost operator+(const SignatureCost& a, const SignatureCost& b) {
    return {a.imbalance + b.imbalance, a.bank_holidays + b.bank_holidays, a.weekends + b.weekends,
            a.roles + b.roles, a.avoided + b.avoided};
  }
};

struct SignatureOption {
  Signature signature;
  SignatureCost cost;  // `avoided`: the fewest turns on dates to avoid that reach it
};

// The signatures a person can reach under the rules that concern them alone, rest and their own pins
// included: more than a whole rota allows, never fewer.
struct Reach {
  Indexed<std::vector<SignatureOption>> of;  // by person, in order of signature
  Signature unit;
};

// Dynamic programming over each person's periods. Leaves out what alone costs more than a rota that is
// known. With `wanted`, signatures also tell the roles, and only those are kept whose loads are among the
// wanted ones. Nothing if that takes more than `work` steps, or somebody has too many to be of use.
[[nodiscard]] std::optional<Reach> reachable_signatures(const PlanProblem& problem, const LevelValues& known,
                                                        const Reach* wanted, std::int64_t work);

// Keeps the options that the cheapest choices for everyone else could bring to the known imbalance.
void narrow(Reach& reach, const LevelValues& known);

struct PeopleBound {
  SignatureCost cost;
  Reach on_best_paths;                          // the options that some cheapest choice for all has
  std::vector<std::vector<Signature>> choices;  // some cheapest choices, by person
};

// The lexicographically smallest Σ cost over one option for each person such that the signatures add up to
// those of the turns that are filled when as many stay empty as `known` says: a lower bound for every rota
// that leaves that many. Dynamic programming over people. Nothing if it takes more than `work` steps.
[[nodiscard]] std::optional<PeopleBound> people_bound(const PlanProblem& problem, const Reach& reach,
                                                      const LevelValues& known, std::int64_t work);

}  // namespace cprota
