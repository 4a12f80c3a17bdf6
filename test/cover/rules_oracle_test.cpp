// SPDX-License-Identifier: MIT
// The rules, asked of one minute after another over random teams, and in no cleverer way.
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "cprota/cover/rules.hpp"

#include "support/minute_by_minute.hpp"
#include "support/print.hpp"
#include "support/random_team.hpp"

namespace cprota::test {
namespace {

using std::chrono::days;
using std::chrono::minutes;

// A role in one minute, with the turn or override that covers it.
struct Moment {
  RoleRef role;
  const Rota* rota;
  std::size_t order;
  RoleMinute minute;
  std::string key;  // of the turn or override
  PersonId person;  // if any

  [[nodiscard]] bool has_person() const { return person_in(minute.holder) != nullptr; }
};

// From the first minute to the last, and how bad.
struct Found {
  std::optional<Interval> errors;
  std::optional<Interval> warnings;
};

void add(std::optional<Interval>& reach, Instant t) {
  const Interval minute(t, t + minutes(1));
  reach = reach ? Interval(reach->begin(), minute.end()) : minute;
}

class Oracle {
 public:
  Oracle(const Team& team, WeekFiles& weeks, const Interval& range)
      : team_(team), weeks_(weeks), range_(range), minutes_(team, weeks, range) {
    for (const Rota& rota : team.rotas) note_weeks(rota);
    for (Instant t = range.begin(); t < range.end(); t += minutes(1)) look_at(t);
  }

  // `rule severity role person from..until`
  [[nodiscard]] std::multiset<std::string> lines() const {
    std::multiset<std::string> lines;
    for (const auto& [key, found] : found_) {
      const bool is_error = found.errors.has_value();
      lines.insert(key.first + (is_error ? " error " : " warning ") + key.second.first + " " +
                   words(is_error ? *found.errors : *found.warnings, team_.zone));
    }
    return lines;
  }

 private:
  using Key = std::pair<std::string, std::pair<std::string, std::string>>;

  // The weeks that own a minute of the range and have a file.
  void note_weeks(const Rota& rota) {
    for (Instant t = range_.begin(); t < range_.end(); t += minutes(1)) {
      const IsoWeek week = minutes_.turn(rota, rota.roles.front(), t).week;
      if (weeks_.find(week) != nullptr) filed_[rota.id].insert(week);
    }
  }

  Found& found(const char* rule, const Moment& moment) {
    const std::string who = moment.role.str() + " " + words(moment.minute.holder);
    return found_[{rule, {who, moment.key}}];
  }

  void look_at(Instant t) {
    std::vector<Moment> open;
    std::size_t order = 0;
    for (const Rota& rota : team_.rotas) {
      for (const Role& role : rota.roles) {
        Moment moment{{rota.id, role.id}, &rota, order++, minutes_.role(rota, role, t), {}, {}};
        if (!moment.minute.open) continue;
        if (moment.has_person()) moment.person = *person_in(moment.minute.holder);
        const RunningTurn turn = minutes_.turn(rota, role, t);
        moment.key = moment.minute.entry
                         ? moment.minute.file->str() + " override " + std::to_string(*moment.minute.entry)
                         : turn.week.str() + " turn " + std::to_string(turn.day.value_or(-1));
        look_at_gap(t, moment, role, turn.week);
        if (moment.has_person()) look_at_person(t, moment);
        open.push_back(std::move(moment));
      }
    }
    for (const Moment& a : open) {
      for (const Moment& b : open) {
        if (a.order < b.order && a.has_person() && b.has_person()) look_at_two(t, a, b);
      }
    }
  }

  void look_at_gap(Instant t, const Moment& moment, const Role& role, IsoWeek week) {
    if (!is_unfilled(moment.minute.holder) || role.optional) return;
    if (moment.minute.entry || is_to_be_filled(t, *moment.rota, week)) add(found("gap", moment).errors, t);
  }

  // From the first week of the range that has a file to the last; from its Monday, if that is not the first.
  bool is_to_be_filled(Instant t, const Rota& rota, IsoWeek week) {
    const auto filed = filed_.find(rota.id);
    if (filed == filed_.end() || week > *filed->second.rbegin()) return false;
    const IsoWeek first = *filed->second.begin();
    return week >= first || (weeks_.weeks().front() < first && minutes_.date(t) >= first.monday());
  }

  void look_at_person(Instant t, const Moment& moment) {
    const Date date = minutes_.date(t);
    if (team_.on_leave(moment.person, date, LeaveKind::leave)) add(found("leave", moment).errors, t);
    if (team_.on_leave(moment.person, date, LeaveKind::avoid)) add(found("leave", moment).warnings, t);
    const Person& person = *team_.find_person(moment.person);
    const bool never = !moment.rota->has_member(person.id) || person.is_excepted_from(moment.role);
    const bool is_off = moment.rota->turn == TurnKind::day && person.has_day_off(date);
    if (never || !person.is_present_on(date) || is_off) add(found("member", moment).errors, t);
  }

  void look_at_two(Instant t, const Moment& a, const Moment& b) {
    if (a.person == b.person) {
      const bool blame_a = a.minute.entry.has_value() && !b.minute.entry.has_value();
      Found& double_role = found("double", blame_a ? a : b);
      add(a.rota == b.rota ? double_role.errors : double_role.warnings, t);
    }
    const Date date = minutes_.date(t);
    const bool pair =
        a.rota == b.rota && a.role.role == a.rota->roles[0].id && b.role.role == a.rota->roles[1].id;
    if (pair && team_.find_person(a.person)->is_new_on(date) && team_.find_person(b.person)->is_new_on(date))
      add(found("new-pair", a).errors, t);
  }

  const Team& team_;
  WeekFiles& weeks_;
  Interval range_;
  MinuteByMinute minutes_;
  std::map<RotaId, std::set<IsoWeek>> filed_;
  std::map<Key, Found> found_;
};

void add_facts(Dice& dice, Team& team, Date around) {
  const auto near = [&] { return around + days(dice.roll(11) - 5); };
  for (Person& person : team.people) {
    if (!dice.one_in(4)) person.new_until = around + days(dice.roll(10) - 1);
    if (dice.one_in(5)) person.first = near();
    if (dice.one_in(5)) person.last = near();
    if (dice.one_in(3)) person.days_off.emplace_back(static_cast<unsigned>(dice.roll(7)));
    if (dice.one_in(4)) {
      const Rota& rota = dice.pick(team.rotas);
      person.except.push_back({rota.id, dice.pick(rota.roles).id});
    }
    for (int i = dice.roll(3); i > 0; --i) {
      const Date first = near();
      team.leave.push_back({{person.id},
                            first,
                            first + days(dice.roll(4)),
                            dice.one_in(2) ? LeaveKind::avoid : LeaveKind::leave,
                            {},
                            std::nullopt});
    }
  }
  for (Rota& rota : team.rotas) {
    if (dice.one_in(2)) rota.members.pop_back();
  }
}

std::multiset<std::string> lines_of(const CheckAnswer& answer, const Zone& zone) {
  std::multiset<std::string> lines;
  for (const Finding& finding : answer.findings) {
    const std::string role = finding.rota.value().str() + "." + finding.role.value().str();
    const Holder holder = finding.person ? Holder(*finding.person) : Holder(Unfilled{});
    lines.insert(std::string(to_string(finding.rule)) +
                 (finding.severity == Severity::error ? " error " : " warning ") + role + " " +
                 words(holder) + " " + words(Interval(finding.from.value(), finding.until.value()), zone));
  }
  return lines;
}

constexpr Rule compared[] = {Rule::gap, Rule::double_role, Rule::new_pair, Rule::leave, Rule::member};

// A team, and a stretch of some days that may begin and end at any minute.
struct Question {
  RandomTeam random;
  Interval range;

  [[nodiscard]] CheckAnswer answer() {
    return check(random.team, *random.weeks,
                 {range, range.begin(), {}, {std::begin(compared), std::end(compared)}, {}});
  }
};

Question random_question(unsigned seed, const Zone& zone, Date around) {
  Dice dice(seed);
  RandomTeam random = random_team(dice, zone, around);
  add_facts(dice, random.team, around);
  const Instant begin = zone.begin_of(around) - minutes(dice.roll(3 * 1440));
  return {std::move(random), Interval(begin, begin + minutes(1 + dice.roll(5 * 1440)))};
}

class RulesOracle : public ::testing::TestWithParam<Scene> {};

TEST_P(RulesOracle, FindsTheSame) {
  const Zone zone = zone_named(GetParam().zone);
  for (unsigned seed = 0; seed < 4; ++seed) {
    SCOPED_TRACE(seed);
    Question question = random_question(seed, zone, date_of(GetParam().date));
    const Oracle oracle(question.random.team, *question.random.weeks, question.range);
    EXPECT_THAT(lines_of(question.answer(), zone), ::testing::ContainerEq(oracle.lines()));
  }
}

TEST(RulesOracleTeams, BreakEveryRuleOften) {
  std::map<Rule, int> seen;
  for (const Scene& scene : scenes()) {
    for (unsigned seed = 0; seed < 4; ++seed) {
      Question question = random_question(seed, zone_named(scene.zone), date_of(scene.date));
      for (const Finding& finding : question.answer().findings) ++seen[finding.rule];
    }
  }
  for (const Rule rule : compared) EXPECT_GE(seen[rule], 5) << to_string(rule);
}

INSTANTIATE_TEST_SUITE_P(Scenes, RulesOracle, ::testing::ValuesIn(scenes()),
                         [](const auto& scene) { return "scene" + std::to_string(scene.index); });

}  // namespace
}  // namespace cprota::test
