// SPDX-License-Identifier: MIT
#include "cprota/plan/generate.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "cprota/plan/evaluate.hpp"

#include "plan/repair.hpp"

namespace cprota {
namespace {

constexpr int days_in_a_week = 7;
constexpr int ordinary_weeks = 13;

Assignment& assignment_of(WeekFile& file, const RoleRef& role) {
  for (Assignment& assignment : file.assignments) {
    if (assignment.role == role) return assignment;
  }
  return file.assignments.emplace_back(Assignment{role, PlacedHolder{}, std::nullopt});
}

// Those that others keep apart from first, else in the order of the file.
std::vector<const Rota*> in_order(const Team& team, const std::optional<RotaId>& only) {
  std::vector<const Rota*> named;
  std::vector<const Rota*> others;
  for (const Rota& rota : team.rotas) {
    if (only && rota.id != *only) continue;
    const bool is_named = std::any_of(team.rotas.begin(), team.rotas.end(), [&](const Rota& other) {
      return std::find(other.apart.begin(), other.apart.end(), rota.id) != other.apart.end();
    });
    (is_named ? named : others).push_back(&rota);
  }
  named.insert(named.end(), others.begin(), others.end());
  return named;
}

void collect_changes(const RotaPlan& plan, std::vector<TurnChange>& changes) {
  const TeamProblem& drawn = plan.drawn;
  for (std::size_t i = 0; i < drawn.turns.size(); ++i) {
    const int person = plan.answer.rota[i];
    if (drawn.problem.turns[i].pinned && !drawn.is_emptied(i)) continue;
    const Holder after = person >= 0 ? Holder(drawn.people[static_cast<std::size_t>(person)]->id) : Holder();
    const TeamTurn& turn = drawn.turns[i];
    const Period& period = drawn.period_of(static_cast<int>(i));
    const bool by_day = drawn.rota->turn == TurnKind::day;
    const auto add = [&](std::optional<int> day, const Holder& before) {
      if (after != before) changes.push_back({turn.role, period.week, day, before, after});
    };
    if (!turn.days) {
      add(by_day ? std::optional(period.day) : std::nullopt, turn.stood);
      continue;
    }
    for (const auto& [day, before] : turn.days->stood) {
      add(turn.days->is_whole ? std::nullopt : std::optional(day), before);
      if (turn.days->is_whole && after != before) break;
    }
  }
}

// Turns of the range all count, whosever they are.
void count_others(RotaPlan& plan) {
  const auto add = [&](Level counted, std::int64_t more) {
    plan.answer.values[static_cast<std::size_t>(counted)] += more;
    for (LevelResult& level : plan.answer.levels) {
      if (level.level != counted) continue;
      level.value += more;
      if (level.bound) *level.bound += more;
    }
  };
  add(Level::avoided, plan.drawn.avoided_by_others);
  add(Level::spacing, plan.drawn.spacing_of_others);
}

}  // namespace

WeekFile& PlannedWeeks::changed(IsoWeek week) {
  std::unique_ptr<WeekFile>& file = changed_[week];
  if (!file) {
    const WeekFile* stood = base_.find(week);
    file = std::make_unique<WeekFile>(stood != nullptr ? *stood : WeekFile{week, {}, {}, {}, {}, {}});
  }
  return *file;
}

void PlannedWeeks::add(IsoWeek week, Override made) {
  changed(week).overrides.push_back(std::move(made));
}

void PlannedWeeks::begin_file(IsoWeek week) {
  if (find(week) == nullptr) static_cast<void>(changed(week));
}

void PlannedWeeks::apply(const TurnChange& change) {
  Assignment& assignment = assignment_of(changed(change.week), change.role);
  if (!change.day) {
    assignment.holders = PlacedHolder{change.after, std::nullopt};
    return;
  }
  std::array<PlacedHolder, days_in_a_week> days;
  for (int day = 0; day < days_in_a_week; ++day) days[static_cast<std::size_t>(day)] = assignment.on_day(day);
  days[static_cast<std::size_t>(*change.day)] = {change.after, std::nullopt};
  assignment.holders = std::move(days);
}

const WeekFile* PlannedWeeks::find(IsoWeek week) {
  const auto found = changed_.find(week);
  return found != changed_.end() ? found->second.get() : base_.find(week);
}

const std::vector<IsoWeek>& PlannedWeeks::weeks() {
  weeks_ = base_.weeks();
  for (const auto& [week, file] : changed_) weeks_.push_back(week);
  std::sort(weeks_.begin(), weeks_.end());
  weeks_.erase(std::unique(weeks_.begin(), weeks_.end()), weeks_.end());
  return weeks_;
}

TeamPlan generate(const Team& team, const GenerateQuestion& question, WeekSource& weeks) {
  TeamPlan plan{question.plan.weeks, {}, {}};
  PlannedWeeks planned(weeks);
  for (const Rota* rota : in_order(team, question.rota)) {
    RotaPlan one{team_problem(team, *rota, question.plan, planned), {}};
    SolveOptions options;
    options.effort = std::max(1, question.effort);
    if (question.progress)
      options.progress = [&](const LevelResult& level) { question.progress(*rota, level); };
    one.answer = question.plan.freedom == Freedom::repair ? solve_repair(one.drawn, options)
                                                          : solve(one.drawn.problem, options);
    count_others(one);
    std::vector<TurnChange> changes;
    collect_changes(one, changes);
    for (const TurnChange& change : changes) planned.apply(change);
    plan.changes.insert(plan.changes.end(), changes.begin(), changes.end());
    plan.rotas.push_back(std::move(one));
  }
  std::stable_sort(plan.changes.begin(), plan.changes.end(),
                   [](const TurnChange& a, const TurnChange& b) { return a.week < b.week; });
  return plan;
}

RotaPlan standing_plan(const Team& team, const Rota& rota, IsoWeek week, WeekSource& weeks) {
  const std::vector<IsoWeek>& known = weeks.weeks();
  IsoWeek last = week.plus(ordinary_weeks - 1);
  if (!known.empty() && known.back() < last) last = std::max(week, known.back());
  RotaPlan plan{team_problem(team, rota, {{week, last}, Freedom::fill, {}}, weeks), {}};
  for (const PlanTurn& turn : plan.drawn.problem.turns) plan.answer.rota.push_back(turn.holder);
  plan.answer.values = evaluate(plan.drawn.problem, plan.answer.rota);
  return plan;
}

}  // namespace cprota
