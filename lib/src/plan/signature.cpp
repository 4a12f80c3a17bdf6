// SPDX-License-Identifier: MIT
#include "plan/signature.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "plan/step_table.hpp"

namespace cprota {
namespace {

// More than these at once lead nowhere, in any of what is done with them.
constexpr std::int64_t most_sums = 500'000;

struct Sum {
  Signature signature;
  std::int64_t avoided = 0;

  friend auto operator<=>(const Sum&, const Sum&) = default;
};

class OnePerson {
 public:
  OnePerson(const PlanProblem& problem, StepTables& steps, int person, const LevelValues& known, bool roles)
      : problem_(problem),
        steps_(steps),
        person_(person),
        known_(known),
        roles_(roles),
        choices_(by_period()) {
    const std::size_t rest = static_cast<std::size_t>(problem.rest);
    for (std::size_t t = 0; t < choices_.size(); ++t) {
      for (const std::size_t near : pinned_) {
        if (near != t && (near > t ? near - t : t - near) <= rest) choices_[t].clear();
      }
    }
    for (const int busy : problem.people[person].busy) {
      for (int t = std::max(0, busy - problem.rest); t <= std::min(problem.periods - 1, busy + problem.rest);
           ++t) {
        if (!is_pinned(static_cast<std::size_t>(t))) choices_[static_cast<std::size_t>(t)].clear();
      }
    }
    // Pinned turns near each other keep theirs: clearing above must not have taken them.
    for (const std::size_t t : pinned_) choices_[t] = {pinned_sum(t)};
  }

  // Everything that the turns can add up to; `work` goes down by the sums made.
  std::vector<Sum> sums(std::int64_t& work) {
    const PlanPerson& person = problem_.people[person_];
    const auto rest = static_cast<std::size_t>(problem_.rest);
    std::vector<std::vector<Sum>> upto(choices_.size() + 1);
    upto[0].emplace_back();
    for (std::size_t t = 0; t < choices_.size() && work > 0; ++t) {
      const std::int64_t avoided = person.avoids[t] ? 1 : 0;
      if (is_pinned(t)) {
        for (const Sum& sum : upto[t]) {
          upto[t + 1].push_back(
              {sum.signature + choices_[t].front(), sum.avoided + avoided * pinned_count(t)});
        }
      } else {
        upto[t + 1] = upto[t];
        for (const Signature& turn : choices_[t]) {
          const std::vector<Sum>& from = upto[t >= rest ? t - rest : 0];
          if (static_cast<std::int64_t>(from.size() + upto[t + 1].size()) > std::min(work, most_sums)) {
            work = 0;
            return {};
          }
          extend(upto[t + 1], from, turn, avoided);
        }
      }
      work -= static_cast<std::int64_t>(upto[t + 1].size());
      if (t >= rest) upto[t - rest] = std::vector<Sum>();  // nothing looks farther back
    }
    return std::move(upto.back());
  }

  [[nodiscard]] SignatureCost cost(const Sum& sum) {
    const Signature& signature = sum.signature;
    const bool counts = roles_ && counts_roles(problem_, person_);
    const std::int64_t uneven =
        counts ? std::max<std::int64_t>(0, std::abs(signature.first - signature.second) - 1) : 0;
    return {steps_.load.squared(person_, signature.load),
            steps_.bank_holiday.squared(person_, signature.bank_holiday),
            steps_.weekend.squared(person_, signature.weekend), uneven * uneven, sum.avoided};
  }

 private:
  [[nodiscard]] bool is_pinned(std::size_t period) const {
    return std::find(pinned_.begin(), pinned_.end(), period) != pinned_.end();
  }

  [[nodiscard]] Signature of_turn(const PlanTurn& turn) const {
    return {turn.load / steps_.load.unit(), turn.bank_holiday / steps_.bank_holiday.unit(),
            turn.weekend / steps_.weekend.unit(), roles_ && turn.role == 0 ? 1 : 0,
            roles_ && turn.role == 1 ? 1 : 0};
  }

  [[nodiscard]] Signature pinned_sum(std::size_t period) const {
    Signature sum;
    for (const PlanTurn& turn : problem_.turns) {
      if (turn.pinned && turn.holder == person_ && turn.period == static_cast<int>(period))
        sum = sum + of_turn(turn);
    }
    return sum;
  }

  [[nodiscard]] std::int64_t pinned_count(std::size_t period) const {
    return std::count_if(problem_.turns.begin(), problem_.turns.end(), [&](const PlanTurn& turn) {
      return turn.pinned && turn.holder == person_ && turn.period == static_cast<int>(period);
    });
  }

  std::vector<std::vector<Signature>> by_period() {
    std::vector<std::vector<Signature>> choices(static_cast<std::size_t>(problem_.periods));
    for (std::size_t i = 0; i < problem_.turns.size(); ++i) {
      const PlanTurn& turn = problem_.turns[i];
      const auto t = static_cast<std::size_t>(turn.period);
      if (turn.pinned) {
        if (turn.holder == person_ && !is_pinned(t)) pinned_.push_back(t);
        continue;
      }
      if (!problem_.people[person_].may[i]) continue;
      const Signature sum = of_turn(turn);
      if (std::find(choices[t].begin(), choices[t].end(), sum) == choices[t].end()) choices[t].push_back(sum);
    }
    return choices;
  }

  // Sums that already cost more than a known rota by being too high can only grow.
  [[nodiscard]] bool too_high(const Signature& sum) {
    const auto above = [&](StepTable& table, const PlanMeasure& measure, std::int64_t value, Level level) {
      return Int128{value} * table.unit() * measure.target[person_].denominator >
                 measure.target[person_].numerator &&
             table.squared(person_, value) > known_[static_cast<std::size_t>(level)];
    };
    return above(steps_.load, problem_.load, sum.load, Level::imbalance);
  }

  void extend(std::vector<Sum>& into, const std::vector<Sum>& from, const Signature& turn,
              std::int64_t avoided) {
    const std::size_t middle = into.size();
    for (const Sum& sum : from) {
      const Sum more{sum.signature + turn, sum.avoided + avoided};
      if (!too_high(more.signature)) into.push_back(more);
    }
    std::inplace_merge(into.begin(), into.begin() + static_cast<std::ptrdiff_t>(middle), into.end());
    const auto same = [](const Sum& a, const Sum& b) { return a.signature == b.signature; };
    into.erase(std::unique(into.begin(), into.end(), same), into.end());
  }

  const PlanProblem& problem_;
  StepTables& steps_;
  int person_;
  const LevelValues& known_;
  bool roles_;
  std::vector<std::size_t> pinned_;
  std::vector<std::vector<Signature>> choices_;
};

bool is_among(const std::vector<SignatureOption>& options, const Signature& sum) {
  const Signature loads{sum.load, sum.bank_holiday, sum.weekend};
  return std::binary_search(
      options.begin(), options.end(), SignatureOption{loads, {}},
      [](const SignatureOption& a, const SignatureOption& b) { return a.signature < b.signature; });
}

}  // namespace

std::optional<Reach> reachable_signatures(const PlanProblem& problem, const LevelValues& known,
                                          const Reach* wanted, std::int64_t work) {
  StepTables steps(problem);
  Reach reach;
  reach.unit = {steps.load.unit(), steps.bank_holiday.unit(), steps.weekend.unit()};
  if (wanted != nullptr) reach.unit.first = reach.unit.second = 1;
  const std::int64_t most = known[static_cast<std::size_t>(Level::imbalance)];
  const std::int64_t most_uneven = known[static_cast<std::size_t>(Level::roles)];
  for (int p = 0; p < static_cast<int>(problem.people.size()); ++p) {
    OnePerson one(problem, steps, p, known, wanted != nullptr);
    std::vector<SignatureOption> options;
    for (const Sum& sum : one.sums(work)) {
      SignatureCost cost = one.cost(sum);
      if (wanted == nullptr) cost.avoided = 0;
      if (cost.imbalance > most) continue;
      if (wanted != nullptr && (cost.roles > most_uneven || !is_among(wanted->of[p], sum.signature)))
        continue;
      options.push_back({sum.signature, cost});
    }
    if (work <= 0) return std::nullopt;
    reach.of.push_back(std::move(options));
  }
  return reach;
}

void narrow(Reach& reach, const LevelValues& known) {
  std::int64_t sum = 0;
  std::vector<std::int64_t> least;
  for (const auto& options : reach.of) {
    std::int64_t min = std::numeric_limits<std::int64_t>::max();
    for (const SignatureOption& option : options) min = std::min(min, option.cost.imbalance);
    if (options.empty()) return;
    least.push_back(min);
    sum += min;
  }
  const std::int64_t slack = known[static_cast<std::size_t>(Level::imbalance)] - sum;
  for (std::size_t p = 0; p < reach.of.size(); ++p) {
    std::erase_if(reach.of[p],
                  [&](const SignatureOption& option) { return option.cost.imbalance > least[p] + slack; });
  }
}

}  // namespace cprota
