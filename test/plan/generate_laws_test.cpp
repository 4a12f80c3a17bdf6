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

const std::vector<std::string>& rules_of_turns() {
  static const std::vector<std::string> rules{"double", "new-pair", "leave", "member", "rest"};
  return rules;
}

// What the team accepts: findings of a week, and rules that are no error.
void add_tolerance(Dice& dice, Team& team, WeekFile& file) {
  if (dice.one_in(3)) {
    std::optional<PersonId> person;
    if (dice.one_in(2)) person = dice.pick(team.people).id;
    file.allowed.push_back({dice.pick(rules_of_turns()), person, {}, std::nullopt});
  }
  if (dice.one_in(12)) {
    team.check.rules[dice.pick(rules_of_turns())] =
        dice.pick(std::vector<RuleSeverity>{RuleSeverity::error, RuleSeverity::warning, RuleSeverity::off});
  }
}

// Leaves about a third of a week's turns filled, and half of the weeks with their overrides.
void empty(Dice& dice, WeekFile& file) {
  if (dice.one_in(2)) file.overrides.clear();
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
    add_tolerance(dice, made.random.team, emptied);
    made.random.weeks->put(std::move(emptied));
  }
  return made;
}

// Other teams in neighbouring scenes.
std::vector<unsigned> seeds_of(const Scene& scene, unsigned count) {
  constexpr int kinds = 4;
  const auto place = (std::ranges::find(scenes(), scene.name, &Scene::name) - scenes().begin()) % kinds;
  std::vector<unsigned> seeds;
  for (unsigned i = 0; i < count; ++i) seeds.push_back(static_cast<unsigned>(place) * count + i);
  return seeds;
}

// The turns that stay empty.
std::vector<std::pair<RoleRef, Interval>> left_empty(const TeamPlan& plan) {
  std::vector<std::pair<RoleRef, Interval>> empty;
  for (const RotaPlan& one : plan.rotas) {
    for (std::size_t i = 0; i < one.answer.rota.size(); ++i) {
      if (one.answer.rota[i] == nobody)
        empty.emplace_back(one.drawn.turns[i].role, one.drawn.period_of(static_cast<int>(i)).during);
    }
  }
  return empty;
}

bool is_in(const std::vector<std::pair<RoleRef, Interval>>& empty, const Finding& gap) {
  return std::ranges::any_of(empty, [&](const auto& turn) {
    return turn.first == RoleRef{*gap.rota, *gap.role} && turn.second.contains(*gap.from);
  });
}

// What check newly says that it must not.
std::vector<std::string> newly_wrong(const Team& team, const TeamPlan& plan, WeekFiles& before,
                                     WeekFiles& after, Instant now) {
  // That a new file leaves out what nobody had is not its doing.
  PlannedWeeks begun(before);
  for (const TurnChange& change : plan.changes) begun.begin_file(change.week);
  // What rules find by themselves: a team may make an error of what the planner has no rule against.
  Team plain = team;
  plain.check.rules.clear();
  const CheckQuestion question{Interval(team.zone.begin_of(plan.weeks.first.plus(-1).monday()),
                                        team.zone.begin_of(plan.weeks.last.plus(3).monday())),
                               now,
                               {},
                               {},
                               {}};
  const auto empty = left_empty(plan);
  std::vector<std::string> wrong;
  for (const Finding& finding : new_findings(check(plain, begun, question), check(plain, after, question))) {
    if (finding.severity != Severity::error && finding.rule != Rule::rest) continue;
    if (finding.rule == Rule::gap && is_in(empty, finding)) continue;
    wrong.push_back(finding.message);
  }
  return wrong;
}

class GenerateLaws : public ::testing::TestWithParam<Scene> {};

TEST_P(GenerateLaws, BreaksNoRuleAndLeavesNothingEmptyThatSomebodyCouldHave) {
  std::vector<unsigned> seeds = seeds_of(GetParam(), 3);
  // Somebody is named there on a day without open minutes, next to a turn that only they could have.
  seeds.push_back(1012);
  for (const unsigned seed : seeds) {
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

// Nobody on purpose where nobody has a turn.
void fill_up(const Team& team, WeekFile& file) {
  for (const Rota& rota : team.rotas) {
    for (const Role& role : rota.roles) {
      if (file.assignment({rota.id, role.id}) == nullptr)
        file.assignments.push_back({{rota.id, role.id}, PlacedHolder{}, std::nullopt});
    }
  }
  const auto fill = [](PlacedHolder& placed) {
    if (is_unfilled(placed.holder)) placed.holder = Nobody{};
  };
  for (Assignment& assignment : file.assignments) {
    if (auto* list = std::get_if<1>(&assignment.holders)) {
      std::ranges::for_each(*list, fill);
    } else {
      fill(std::get<0>(assignment.holders));
    }
  }
}

TEST_P(GenerateLaws, RepairMovesNothingWhereCheckFindsNoError) {
  for (const unsigned seed : seeds_of(GetParam(), 6)) {
    SCOPED_TRACE(seed);
    Case made = random_case(seed, GetParam());
    Team& team = made.random.team;
    const auto [first, last] = made.question.plan.weeks;
    // Overrides of the week before reach into the range, and are to blame there.
    for (IsoWeek week = first.plus(-1); week <= last; week = week.plus(1)) {
      const WeekFile* stood = made.random.weeks->find(week);
      WeekFile file = stood != nullptr ? *stood : WeekFile{week, {}, {}, {}, {}, {}};
      fill_up(team, file);
      // By an [[allow]] for each rule, or by what the team takes for an error.
      for (const std::string& rule : rules_of_turns()) {
        if (seed % 2 == 0) file.allowed.push_back({rule, std::nullopt, {}, std::nullopt});
        if (seed % 2 == 1) team.check.rules[rule] = RuleSeverity::warning;
      }
      made.random.weeks->put(std::move(file));
    }
    made.question.plan.freedom = Freedom::repair;
    made.question.plan.now = Instant();
    EXPECT_THAT(generate(team, made.question, *made.random.weeks).changes, ::testing::IsEmpty());
    if (HasFailure()) return;
  }
}

TEST(GenerateLawsTeams, GiveAndMoveAndLeaveEmptyOften) {
  std::map<std::string, int> seen;
  for (const Scene& scene : scenes()) {
    for (const unsigned seed : seeds_of(scene, 3)) {
      Case made = random_case(seed, scene);
      const TeamPlan plan = generate(made.random.team, made.question, *made.random.weeks);
      for (const TurnChange& change : plan.changes) ++seen[is_unfilled(change.before) ? "given" : "moved"];
      seen["empty"] += static_cast<int>(left_empty(plan).size());
    }
  }
  EXPECT_GE(seen["given"], 100);
  EXPECT_GE(seen["moved"], 10);
  EXPECT_GE(seen["empty"], 20);
}

INSTANTIATE_TEST_SUITE_P(Scenes, GenerateLaws, ::testing::ValuesIn(scenes()),
                         [](const auto& scene) { return "scene" + std::to_string(scene.index); });

}  // namespace
}  // namespace cprota::test
