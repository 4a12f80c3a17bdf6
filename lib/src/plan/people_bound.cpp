// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>

#include "plan/random.hpp"
#include "plan/signature.hpp"

namespace cprota {
namespace {

struct State {
  Signature sum;
  SignatureCost cost;
};

void keep_the_least(std::vector<State>& states) {
  std::sort(states.begin(), states.end(),
            [](const State& a, const State& b) { return a.sum != b.sum ? a.sum < b.sum : a.cost < b.cost; });
  states.erase(std::unique(states.begin(), states.end(),
                           [](const State& a, const State& b) { return a.sum == b.sum; }),
               states.end());
}

struct Totals {
  Signature fixed;              // of everything that is held, or could be, in units
  std::vector<Signature> open;  // what each free turn adds
};

Totals totals(const PlanProblem& problem, const Signature& unit, bool roles) {
  Totals all;
  for (const PlanTurn& turn : problem.turns) {
    const Signature sum{turn.load / unit.load, turn.bank_holiday / unit.bank_holiday,
                        turn.weekend / unit.weekend, roles && turn.role == 0 ? 1 : 0,
                        roles && turn.role == 1 ? 1 : 0};
    if (!turn.pinned || turn.holder >= 0) all.fixed = all.fixed + sum;
    if (!turn.pinned) all.open.push_back(sum);
  }
  return all;
}

// Everything that exactly `count` free turns can add up to.
std::vector<Signature> left_empty(const std::vector<Signature>& open, std::int64_t count,
                                  std::int64_t& work) {
  std::vector<std::vector<Signature>> with(static_cast<std::size_t>(count) + 1);
  with[0] = {Signature{}};
  for (const Signature& turn : open) {
    for (std::size_t n = with.size() - 1; n > 0 && work > 0; --n) {
      for (const Signature& sum : with[n - 1]) with[n].push_back(sum + turn);
      std::sort(with[n].begin(), with[n].end());
      with[n].erase(std::unique(with[n].begin(), with[n].end()), with[n].end());
      work -= static_cast<std::int64_t>(with[n].size());
    }
  }
  return with.back();
}

struct Box {
  Signature low, high;

  void stretch(const Signature& sum) {
    low = {std::min(low.load, sum.load), std::min(low.bank_holiday, sum.bank_holiday),
           std::min(low.weekend, sum.weekend), std::min(low.first, sum.first),
           std::min(low.second, sum.second)};
    high = {std::max(high.load, sum.load), std::max(high.bank_holiday, sum.bank_holiday),
            std::max(high.weekend, sum.weekend), std::max(high.first, sum.first),
            std::max(high.second, sum.second)};
  }
};

// Of the people that are still to come: the least they cost, level by level, and what they can add.
struct Rest {
  SignatureCost least;
  Box box;
};

std::vector<Rest> rests(const Reach& reach) {
  std::vector<Rest> rest(reach.of.size() + 1);
  for (std::size_t p = reach.of.size(); p-- > 0;) {
    SignatureCost least = reach.of[p].front().cost;
    Box box{reach.of[p].front().signature, reach.of[p].front().signature};
    for (const auto& [sum, cost] : reach.of[p]) {
      least = {std::min(least.imbalance, cost.imbalance), std::min(least.bank_holidays, cost.bank_holidays),
               std::min(least.weekends, cost.weekends), std::min(least.roles, cost.roles),
               std::min(least.avoided, cost.avoided)};
      box.stretch(sum);
    }
    rest[p] = {least + rest[p + 1].least, {box.low + rest[p + 1].box.low, box.high + rest[p + 1].box.high}};
  }
  return rest;
}

// Whether something in `rest` could bring the sum into `ends`.
bool can_end(const Signature& sum, const Box& rest, const Box& ends) {
  const Signature low = sum + rest.low;
  const Signature high = sum + rest.high;
  return low.load <= ends.high.load && high.load >= ends.low.load &&
         low.bank_holiday <= ends.high.bank_holiday && high.bank_holiday >= ends.low.bank_holiday &&
         low.weekend <= ends.high.weekend && high.weekend >= ends.low.weekend &&
         low.first <= ends.high.first && high.first >= ends.low.first && low.second <= ends.high.second &&
         high.second >= ends.low.second;
}

using Layers = std::vector<std::vector<State>>;  // by number of people; each in order of sum

const State* find(const std::vector<State>& states, const Signature& sum) {
  const auto found =
      std::lower_bound(states.begin(), states.end(), sum,
                       [](const State& state, const Signature& key) { return state.sum < key; });
  return found != states.end() && found->sum == sum ? &*found : nullptr;
}

Signature less(const Signature& a, const Signature& b) {
  return {a.load - b.load, a.bank_holiday - b.bank_holiday, a.weekend - b.weekend, a.first - b.first,
          a.second - b.second};
}

// Back from the cheapest ends, along every cheapest path.
Reach best_paths(const Reach& reach, const Layers& layers, std::vector<Signature> sums) {
  Reach kept;
  kept.unit = reach.unit;
  kept.of.resize(reach.of.size());
  for (std::size_t p = reach.of.size(); p-- > 0;) {
    std::vector<Signature> before;
    for (const SignatureOption& option : reach.of[p]) {
      bool used = false;
      for (const Signature& sum : sums) {
        const State* to = find(layers[p + 1], sum);
        const State* from = find(layers[p], less(sum, option.signature));
        if (from == nullptr || from->cost + option.cost != to->cost) continue;
        used = true;
        before.push_back(from->sum);
      }
      if (used) kept.of[p].push_back(option);
    }
    std::sort(before.begin(), before.end());
    before.erase(std::unique(before.begin(), before.end()), before.end());
    sums = std::move(before);
  }
  return kept;
}

// One cheapest choice, by a random walk back from an end.
std::vector<Signature> walk_back(const Reach& reach, const Layers& layers, Signature sum, Random& dice) {
  std::vector<Signature> choice(reach.of.size());
  for (std::size_t p = reach.of.size(); p-- > 0;) {
    std::vector<Signature> ways;
    for (const SignatureOption& option : reach.of[p]) {
      const State* from = find(layers[p], less(sum, option.signature));
      if (from != nullptr && from->cost + option.cost == find(layers[p + 1], sum)->cost)
        ways.push_back(option.signature);
    }
    choice[p] = ways[static_cast<std::size_t>(dice.below(static_cast<int>(ways.size())))];
    sum = less(sum, choice[p]);
  }
  return choice;
}

}  // namespace

std::optional<PeopleBound> people_bound(const PlanProblem& problem, const Reach& reach,
                                        const LevelValues& known, std::int64_t work) {
  const auto has_none = [](const auto& options) { return options.empty(); };
  if (reach.of.empty() || std::any_of(reach.of.begin(), reach.of.end(), has_none)) return std::nullopt;
  constexpr std::int64_t most_empty = 8;
  const std::int64_t uncovered = known[static_cast<std::size_t>(Level::uncovered)];
  if (uncovered > most_empty) return std::nullopt;
  const bool roles = reach.unit.first != 0;
  const Totals all = totals(problem, reach.unit, roles);
  std::vector<Signature> ends;
  for (const Signature& empty : left_empty(all.open, uncovered, work)) ends.push_back(less(all.fixed, empty));
  if (work <= 0 || ends.empty()) return std::nullopt;
  Box end_box{ends.front(), ends.front()};
  for (const Signature& end : ends) end_box.stretch(end);
  const SignatureCost most{
      known[static_cast<std::size_t>(Level::imbalance)],
      known[static_cast<std::size_t>(Level::bank_holidays)], known[static_cast<std::size_t>(Level::weekends)],
      known[static_cast<std::size_t>(Level::roles)], known[static_cast<std::size_t>(Level::avoided)]};
  const std::vector<Rest> rest = rests(reach);
  Layers layers{{State{}}};
  for (std::size_t p = 0; p < reach.of.size(); ++p) {
    work -= static_cast<std::int64_t>(layers.back().size() * reach.of[p].size());
    if (work <= 0) return std::nullopt;
    std::vector<State> next;
    for (const State& state : layers.back()) {
      for (const SignatureOption& option : reach.of[p]) {
        const State more{state.sum + option.signature, state.cost + option.cost};
        if (more.cost + rest[p + 1].least > most || !can_end(more.sum, rest[p + 1].box, end_box)) continue;
        next.push_back(more);
      }
    }
    keep_the_least(next);
    layers.push_back(std::move(next));
  }
  std::optional<SignatureCost> best;
  std::vector<Signature> best_ends;
  for (const State& state : layers.back()) {
    if (std::find(ends.begin(), ends.end(), state.sum) == ends.end()) continue;
    if (!best || state.cost < *best) best_ends.clear();
    if (!best || state.cost <= *best) best_ends.push_back(state.sum);
    if (!best || state.cost < *best) best = state.cost;
  }
  if (!best) return std::nullopt;
  PeopleBound bound{*best, best_paths(reach, layers, best_ends), {}};
  constexpr int sample = 24;
  Random dice(1);
  for (int i = 0; i < sample; ++i) {
    const auto& end = best_ends[static_cast<std::size_t>(dice.below(static_cast<int>(best_ends.size())))];
    bound.choices.push_back(walk_back(bound.on_best_paths, layers, end, dice));
  }
  return bound;
}

}  // namespace cprota
