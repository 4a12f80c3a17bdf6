// SPDX-License-Identifier: MIT
#include "plan/option_program.hpp"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "plan/mip.hpp"

namespace cprota {
namespace {

constexpr auto at(Level level) {
  return static_cast<std::size_t>(level);
}

using Entries = std::vector<std::pair<int, std::int64_t>>;

class Builder {
 public:
  Builder(const PlanProblem& problem, Level level, const LevelValues& known, const Reach& reach)
      : problem_(problem), level_(level), known_(known), reach_(reach) {
    for (const Level above : problem.order) {
      if (above == level) break;
      above_.push_back(above);
    }
    assignments();
    rests();
    if (has_pairs(problem)) pairs();
    if (concerns(Level::imbalance) || concerns(Level::bank_holidays) || concerns(Level::weekends))
      signatures();
    if (concerns(Level::roles)) role_differences();
    for (const Level above : above_) {
      if (above != Level::spacing) limit(above);
    }
  }

  [[nodiscard]] const BinaryProgram& program() const { return program_; }
  [[nodiscard]] std::int64_t constant() const { return constant_[at(level_)]; }

  [[nodiscard]] PlanRota rota(const std::vector<std::uint8_t>& solution) const {
    PlanRota rota(problem_.turns.size(), nobody);
    for (std::size_t i = 0; i < rota.size(); ++i) {
      if (problem_.turns[i].pinned) rota[i] = problem_.turns[i].holder;
    }
    for (const auto& [person, turn, column] : given_) {
      if (solution[static_cast<std::size_t>(column)]) rota[static_cast<std::size_t>(turn)] = person;
    }
    return rota;
  }

 private:
  struct Given {
    int person, turn, column;
  };

  [[nodiscard]] bool concerns(Level level) const {
    return level == level_ || std::find(above_.begin(), above_.end(), level) != above_.end();
  }

  // A column whose cost at each level is told later with `costs`.
  int column() { return program_.add_column(0); }

  void costs(Level level, int column, std::int64_t cost) {
    if (cost == 0) return;
    if (level == level_) program_.cost[static_cast<std::size_t>(column)] += cost;
    terms_[at(level)].push_back({column, cost});
  }

  void assignments() {
    by_person_.resize(problem_.people.size());
    for (int i = 0; i < static_cast<int>(problem_.turns.size()); ++i) {
      const PlanTurn& turn = problem_.turns[static_cast<std::size_t>(i)];
      if (turn.pinned) {
        if (turn.before != nobody && turn.before != turn.holder) ++constant_[at(Level::changes)];
        if (turn.holder >= 0 && problem_.people[turn.holder].avoids[turn.period])
          ++constant_[at(Level::avoided)];
        continue;
      }
      Entries cover;
      if (turn.before != nobody) ++constant_[at(Level::changes)];
      for (int p = 0; p < static_cast<int>(problem_.people.size()); ++p) {
        if (!open_to(p, i)) continue;
        const int x = column();
        given_.push_back({p, i, x});
        by_person_[static_cast<std::size_t>(p)].push_back({p, i, x});
        cover.push_back({x, 1});
        if (problem_.people[p].avoids[turn.period]) costs(Level::avoided, x, 1);
        if (turn.before == p) costs(Level::changes, x, -1);
      }
      const int empty = column();
      costs(Level::uncovered, empty, 1);
      cover.push_back({empty, 1});
      program_.rows.push_back({1, 1, std::move(cover)});
    }
  }

  // Allowed by the rules for the person alone and by rest from turns that do not move.
  [[nodiscard]] bool open_to(int person, int turn) const {
    const PlanPerson& who = problem_.people[static_cast<std::size_t>(person)];
    if (!who.may[static_cast<std::size_t>(turn)]) return false;
    const int period = problem_.turns[static_cast<std::size_t>(turn)].period;
    const auto near = [&](int other) { return std::abs(other - period) <= problem_.rest; };
    if (std::any_of(who.busy.begin(), who.busy.end(), near)) return false;
    return std::none_of(problem_.turns.begin(), problem_.turns.end(), [&](const PlanTurn& other) {
      return other.pinned && other.holder == person && near(other.period);
    });
  }

  // At most one turn in any rest + 1 periods in a row.
  void rests() {
    for (const std::vector<Given>& mine : by_person_) {
      std::size_t end = 0;
      std::size_t last_end = 0;
      for (std::size_t begin = 0; begin < mine.size(); ++begin) {
        const int first = problem_.turns[mine[begin].turn].period;
        if (begin > 0 && problem_.turns[mine[begin - 1].turn].period == first) continue;
        while (end < mine.size() && problem_.turns[mine[end].turn].period <= first + problem_.rest) ++end;
        if (end == last_end || end - begin < 2) continue;
        last_end = end;
        Entries clique;
        for (std::size_t i = begin; i < end; ++i) clique.push_back({mine[i].column, 1});
        program_.rows.push_back({std::nullopt, 1, std::move(clique)});
      }
    }
  }

  // Someone new in the first role needs someone experienced in the second.
  void pairs() {
    for (int t = 0; t < problem_.periods; ++t) {
      const auto first = turn_at(problem_, t, 0);
      if (!first) continue;
      const auto second = turn_at(problem_, t, 1);
      const auto pinned_new = [&](int turn) {
        const PlanTurn& it = problem_.turns[static_cast<std::size_t>(turn)];
        return it.holder == outsider ? it.outsider_is_new
                                     : it.holder >= 0 && problem_.people[it.holder].is_new[t] != 0;
      };
      const bool second_pinned = second && problem_.turns[static_cast<std::size_t>(*second)].pinned;
      Entries row;  // new in the first − experienced in the second ≤ experienced pinned there
      std::int64_t experienced = 0;
      if (second_pinned && problem_.turns[static_cast<std::size_t>(*second)].holder != nobody &&
          !pinned_new(*second))
        experienced = 1;
      if (problem_.turns[static_cast<std::size_t>(*first)].pinned) {
        if (!pinned_new(*first) || !second || second_pinned) continue;
        for (const Given& given : given_) {
          if (given.turn == *second && problem_.people[given.person].is_new[t])
            row.push_back({given.column, 1});
        }
        program_.rows.push_back({std::nullopt, 0, std::move(row)});
        continue;
      }
      for (const Given& given : given_) {
        const bool is_new = problem_.people[given.person].is_new[t] != 0;
        if (given.turn == *first && is_new) row.push_back({given.column, 1});
        if (second && given.turn == *second && !is_new) row.push_back({given.column, -1});
      }
      program_.rows.push_back({std::nullopt, experienced, std::move(row)});
    }
  }

  // One signature for each person, and their turns add up to it.
  void signatures() {
    for (std::size_t p = 0; p < problem_.people.size(); ++p) {
      Entries one, load, bank_holiday, weekend;
      Signature fixed;
      for (const PlanTurn& turn : problem_.turns) {
        if (!turn.pinned || turn.holder != static_cast<int>(p)) continue;
        fixed.load += turn.load / reach_.unit.load;
        fixed.bank_holiday += turn.bank_holiday / reach_.unit.bank_holiday;
        fixed.weekend += turn.weekend / reach_.unit.weekend;
      }
      for (const SignatureOption& option : reach_.of[p]) {
        const int y = column();
        one.push_back({y, 1});
        push(load, y, -option.signature.load);
        push(bank_holiday, y, -option.signature.bank_holiday);
        push(weekend, y, -option.signature.weekend);
        costs(Level::imbalance, y, option.cost.imbalance);
        costs(Level::bank_holidays, y, option.cost.bank_holidays);
        costs(Level::weekends, y, option.cost.weekends);
      }
      for (const Given& given : by_person_[p]) {
        const PlanTurn& turn = problem_.turns[given.turn];
        push(load, given.column, turn.load / reach_.unit.load);
        push(bank_holiday, given.column, turn.bank_holiday / reach_.unit.bank_holiday);
        push(weekend, given.column, turn.weekend / reach_.unit.weekend);
      }
      program_.rows.push_back({1, 1, std::move(one)});
      program_.rows.push_back({-fixed.load, -fixed.load, std::move(load)});
      if (!bank_holiday.empty())
        program_.rows.push_back({-fixed.bank_holiday, -fixed.bank_holiday, std::move(bank_holiday)});
      if (!weekend.empty()) program_.rows.push_back({-fixed.weekend, -fixed.weekend, std::move(weekend)});
    }
  }

  static void push(Entries& entries, int column, std::int64_t coefficient) {
    if (coefficient != 0) entries.push_back({column, coefficient});
  }

  // One difference between the turns in the first and the second role for each person who may take both.
  void role_differences() {
    const std::int64_t most = known_[at(Level::roles)];
    for (std::size_t p = 0; p < problem_.people.size(); ++p) {
      if (!counts_roles(problem_, static_cast<int>(p))) continue;
      std::int64_t fixed = 0;
      for (const PlanTurn& turn : problem_.turns) {
        if (turn.pinned && turn.holder == static_cast<int>(p))
          fixed += turn.role == 0 ? 1 : turn.role == 1 ? -1 : 0;
      }
      Entries one, difference;
      std::int64_t widest = std::abs(fixed);
      for (const Given& given : by_person_[p]) {
        const int role = problem_.turns[given.turn].role;
        if (role > 1) continue;
        difference.push_back({given.column, role == 0 ? 1 : -1});
        ++widest;
      }
      for (std::int64_t d = -widest; d <= widest; ++d) {
        const std::int64_t uneven = std::max<std::int64_t>(0, std::abs(d) - 1);
        if (uneven * uneven > most) continue;
        const int z = column();
        one.push_back({z, 1});
        push(difference, z, -d);
        costs(Level::roles, z, uneven * uneven);
      }
      program_.rows.push_back({1, 1, std::move(one)});
      program_.rows.push_back({-fixed, -fixed, std::move(difference)});
    }
  }

  void limit(Level above) {
    if (terms_[at(above)].empty()) return;
    program_.rows.push_back({std::nullopt, known_[at(above)] - constant_[at(above)], terms_[at(above)]});
  }

  const PlanProblem& problem_;
  Level level_;
  const LevelValues& known_;
  const Reach& reach_;
  std::vector<Level> above_;
  BinaryProgram program_;
  std::vector<Given> given_;
  std::vector<std::vector<Given>> by_person_;
  std::array<Entries, level_count> terms_;
  LevelValues constant_{};
};

}  // namespace

LevelAnswer solve_level(const PlanProblem& problem, Level level, const LevelValues& known, const Reach& reach,
                        std::int64_t steps) {
  const Builder builder(problem, level, known, reach);
  const ProgramAnswer answer = solve_program(builder.program(), known[at(level)] - builder.constant(), steps);
  LevelAnswer out;
  out.bound = answer.bound + builder.constant();
  out.steps = answer.steps;
  if (answer.solution) out.rota = builder.rota(*answer.solution);
  return out;
}

}  // namespace cprota
