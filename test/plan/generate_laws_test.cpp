// SPDX-License-Identifier: MIT
// What generate writes for random teams, held against the rules and against check.
#include <algorithm>
#include <map>
#include <set>

#include <gmock/gmock.h>

#include "cprota/cover/change.hpp"
#include "cprota/cover/rules.hpp"
#include "cprota/plan/evaluate.hpp"
#include "cprota/plan/generate.hpp"

#include "slow_rules.hpp"
#include "support/print.hpp"
#include "support/random_team.hpp"

namespace cprota::test {
namespace {

using std::chrono::days;
using std::chrono::minutes;

void add_facts(Dice& dice, Team& team, Date around) {
  const auto near = [&] { return around + days(dice.roll(29) - 14); };
  for (Person& person : team.people) {
    if (dice.one_in(3)) person.new_until = near();
    if (dice.one_in(7)) person.first = near();
    if (dice.one_in(7)) person.last = near();
    if (dice.one_in(3)) person.share = dice.pick(std::vector<int>{0, 100, 5000, 7500});
    if (dice.one_in(4)) person.days_off.emplace_back(static_cast<unsigned>(dice.roll(7)));
    if (dice.one_in(6)) {
      const Rota& rota = dice.pick(team.rotas);
      person.except.push_back({rota.id, dice.pick(rota.roles).id});
    }
    for (int i = dice.roll(3); i > 0; --i) {
      const Date first = near();
      const LeaveKind kind = dice.one_in(2) ? LeaveKind::avoid : LeaveKind::leave;
      team.leave.push_back({{person.id}, first, first + days(dice.roll(6)), kind, {}, std::nullopt});
    }
  }
  for (Rota& rota : team.rotas) {
    if (dice.one_in(3)) rota.members.pop_back();
    rota.rest = dice.pick(std::vector<int>{0, 0, 1, 1, 2});
    rota.history = dice.pick(std::vector<int>{0, 1, 26});
    if (dice.one_in(3)) rota.fair_step = Minutes(1 + dice.roll(500));
    for (Role& role : rota.roles) role.weight = dice.pick(std::vector<int>{0, 33, 50, 100, 100});
  }
  if (team.rotas.size() > 1 && !dice.one_in(3)) {
    const bool turned = dice.one_in(2);
    team.rotas[turned ? 1 : 0].apart = {team.rotas[turned ? 0 : 1].id};
  }
}

// Leaves about a third of a week's turns filled, and no overrides.
void empty(Dice& dice, WeekFile& file) {
  file.overrides.clear();
  std::erase_if(file.assignments, [&](const Assignment&) { return dice.one_in(2); });
  for (Assignment& assignment : file.assignments) {
    if (auto* list = std::get_if<1>(&assignment.holders)) {
      for (PlacedHolder& placed : *list) {
        if (dice.one_in(2)) placed.holder = Unfilled{};
      }
    } else if (dice.one_in(3)) {
      assignment.holders = PlacedHolder{};
    }
  }
}

// A team, the weeks to fill and what stands.
struct Case {
  RandomTeam random;
  GenerateQuestion question;
};

Case random_case(unsigned seed, const Scene& scene) {
  Dice dice(seed);
  const Zone zone = zone_named(scene.zone);
  const Date around = date_of(scene.date);
  const IsoWeek middle = IsoWeek::containing(around);
  const WeekRange range{middle.plus(-dice.roll(2)), middle.plus(dice.roll(2))};
  Case made{random_team(dice, zone, around), {{range, Freedom::fill, {}}, {}, 1, {}}};
  add_facts(dice, made.random.team, around);
  made.question.plan.freedom =
      dice.pick(std::vector<Freedom>{Freedom::fill, Freedom::fill, Freedom::repair, Freedom::replace});
  made.question.plan.now = zone.begin_of(around) + minutes(dice.roll(8 * 1440) - 6 * 1440);
  for (IsoWeek week = made.question.plan.weeks.first.plus(-1); week <= made.question.plan.weeks.last.plus(2);
       week = week.plus(1)) {
    const WeekFile* file = made.random.weeks->find(week);
    if (file == nullptr) continue;
    WeekFile emptied = *file;
    empty(dice, emptied);
    made.random.weeks->put(std::move(emptied));
  }
  return made;
}

// `role from` of the turns that stay empty.
std::set<std::string> left_empty(const TeamPlan& plan, const Zone& zone) {
  std::set<std::string> empty;
  for (const RotaPlan& one : plan.rotas) {
    for (std::size_t i = 0; i < one.answer.rota.size(); ++i) {
      if (one.answer.rota[i] != nobody) continue;
      const Period& period = one.drawn.period_of(static_cast<int>(i));
      empty.insert(one.drawn.turns[i].role.str() + " " +
                   words(period.open.intervals().front().begin(), zone));
    }
  }
  return empty;
}

// What check newly says that it must not.
std::vector<std::string> newly_wrong(const Team& team, const TeamPlan& plan, WeekFiles& before,
                                     WeekFiles& after, Instant now) {
  // That a new file leaves out what nobody had is not its doing.
  PlannedWeeks begun(before);
  for (const TurnChange& change : plan.changes) begun.begin_file(change.week);
  const CheckQuestion question{Interval(team.zone.begin_of(plan.weeks.first.plus(-1).monday()),
                                        team.zone.begin_of(plan.weeks.last.plus(3).monday())),
                               now,
                               {},
                               {},
                               {}};
  const std::set<std::string> empty = left_empty(plan, team.zone);
  std::vector<std::string> wrong;
  for (const Finding& finding : new_findings(check(team, begun, question), check(team, after, question))) {
    if (finding.severity != Severity::error && finding.rule != Rule::rest) continue;
    if (finding.rule == Rule::gap && empty.contains(finding.rota->str() + "." + finding.role->str() + " " +
                                                    words(*finding.from, team.zone)))
      continue;
    wrong.push_back(finding.message);
  }
  return wrong;
}

class GenerateLaws : public ::testing::TestWithParam<Scene> {};

TEST_P(GenerateLaws, BreaksNoRuleAndLeavesNothingEmptyThatSomebodyCouldHave) {
  // In the last, somebody is named on a day without open minutes next to a turn that only they could have.
  for (const unsigned seed : {0U, 1U, 2U, 1012U}) {
    SCOPED_TRACE(seed);
    Case made = random_case(seed, GetParam());
    const Team& team = made.random.team;
    const TeamPlan plan = generate(team, made.question, *made.random.weeks);
    WeekFiles after;
    PlannedWeeks planned(*made.random.weeks);
    for (const TurnChange& change : plan.changes) planned.apply(change);
    for (const IsoWeek week : planned.weeks()) after.put(*planned.find(week));
    EXPECT_THAT(wrongly_generated(team, made.question.plan, *made.random.weeks, after), ::testing::IsEmpty());
    EXPECT_THAT(newly_wrong(team, plan, *made.random.weeks, after, made.question.plan.now),
                ::testing::IsEmpty());
    for (const RotaPlan& one : plan.rotas) {
      EXPECT_THAT(broken_rules(one.drawn.problem, one.answer.rota), ::testing::IsEmpty());
    }
    if (HasFailure()) return;
  }
}

TEST(GenerateLawsTeams, GiveAndMoveAndLeaveEmptyOften) {
  std::map<std::string, int> seen;
  for (const Scene& scene : scenes()) {
    for (unsigned seed = 0; seed < 3; ++seed) {
      Case made = random_case(seed, scene);
      const TeamPlan plan = generate(made.random.team, made.question, *made.random.weeks);
      for (const TurnChange& change : plan.changes) ++seen[is_unfilled(change.before) ? "given" : "moved"];
      seen["empty"] += static_cast<int>(left_empty(plan, made.random.team.zone).size());
    }
  }
  EXPECT_GE(seen["given"], 100);
  EXPECT_GE(seen["moved"], 20);
  EXPECT_GE(seen["empty"], 20);
}

INSTANTIATE_TEST_SUITE_P(Scenes, GenerateLaws, ::testing::ValuesIn(scenes()),
                         [](const auto& scene) { return "scene" + std::to_string(scene.index); });

}  // namespace
}  // namespace cprota::test
