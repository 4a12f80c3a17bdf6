// SPDX-License-Identifier: MIT
// What must hold of sums for every team, whatever the clocks do.
#include <cctype>
#include <map>

#include <gmock/gmock.h>

#include "cprota/count/tally.hpp"

#include "support/minute_by_minute.hpp"
#include "support/random_team.hpp"

namespace cprota::test {
namespace {

using std::chrono::minutes;

class TallyLaws : public ::testing::TestWithParam<Scene> {
 protected:
  static constexpr unsigned teams = 8;

  TallyLaws() : zone(zone_named(GetParam().zone)), around(date_of(GetParam().date)) {}

  [[nodiscard]] Interval range(Dice& dice, int most_days) const {
    const Instant begin = zone.begin_of(around) - minutes(dice.roll(most_days * 720));
    return {begin, begin + minutes(2 + dice.roll(most_days * 1440))};
  }

  Zone zone;
  Date around;
};

using Sums = std::map<std::string, KindMinutes>;

Sums sums_of(const Tally& tally) {
  Sums sums;
  for (const TallyRow& row : tally.rows) sums[row.person.str() + " " + row.role.str()] += row.minutes;
  for (const GapTally& gap : tally.gaps) sums["- " + gap.role.str()] += gap.minutes;
  return sums;
}

TEST_P(TallyLaws, AMinuteByMinuteCounterAgrees) {
  for (unsigned seed = 0; seed < teams; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice(seed);
    RandomTeam random = random_team(dice, zone, around);
    const Interval asked = range(dice, 6);
    const MinuteByMinute minute_by_minute(random.team, *random.weeks, asked);
    Sums sums;
    std::map<std::string, Minutes> distinct;
    for (Instant t = asked.begin(); t < asked.end(); t += minutes(1)) {
      const DayKind kind = minute_by_minute.kind(minute_by_minute.date(t));
      std::map<std::string, Minutes> present;
      for (const Rota& rota : random.team.rotas) {
        for (const Role& role : rota.roles) {
          const RoleMinute minute = minute_by_minute.role(rota, role, t);
          if (!minute.open) continue;
          const PersonId* person = person_in(minute.holder);
          const std::string name = person != nullptr ? person->str() : "-";
          sums[name + " " + rota.id.str() + "." + role.id.str()].add(kind, minutes(1));
          if (person != nullptr) present[name] = minutes(1);
        }
      }
      for (const auto& [name, one] : present) distinct[name] += one;
    }
    const Tally found = tally(random.team, asked, *random.weeks);
    EXPECT_EQ(sums_of(found), sums);
    std::map<std::string, Minutes> found_distinct;
    for (const PersonTally& person : found.people) found_distinct[person.person.str()] = person.distinct;
    EXPECT_EQ(found_distinct, distinct);
  }
}

TEST_P(TallyLaws, PeopleAndGapsAreTheOpenHoursTimesTheRoles) {
  for (unsigned seed = 100; seed < 100 + 3 * teams; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice(seed);
    RandomTeam random = random_team(dice, zone, around);
    const Tally sum = tally(random.team, range(dice, 30), *random.weeks);
    KindMinutes parts;
    for (const PersonTally& person : sum.people) parts += person.minutes;
    for (const GapTally& gap : sum.gaps) parts += gap.minutes;
    KindMinutes whole;
    for (const OpenTally& open : sum.open) {
      for (int i = 0; i < open.roles; ++i) whole += open.open;
    }
    EXPECT_EQ(parts, whole);
  }
}

TEST_P(TallyLaws, PartsOfARangeAddUpHoweverTheyAreCut) {
  for (unsigned seed = 200; seed < 200 + 2 * teams; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice(seed);
    RandomTeam random = random_team(dice, zone, around);
    const Interval whole = range(dice, 20);
    const Instant cut = whole.begin() + minutes(1 + dice.roll(static_cast<int>(whole.minutes().count()) - 1));
    Sums parts = sums_of(tally(random.team, Interval(whole.begin(), cut), *random.weeks));
    for (const auto& [name, sum] : sums_of(tally(random.team, Interval(cut, whole.end()), *random.weeks))) {
      parts[name] += sum;
    }
    const Sums all = sums_of(tally(random.team, whole, *random.weeks));
    EXPECT_EQ(parts, all);
    for (const Grouping grouping : {Grouping::day, Grouping::week, Grouping::month, Grouping::shift}) {
      EXPECT_EQ(sums_of(tally(random.team, whole, *random.weeks, {}, grouping)), all);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Scenes, TallyLaws, ::testing::ValuesIn(scenes()),
                         [](const ::testing::TestParamInfo<Scene>& each) {
                           std::string name;
                           for (const char c : each.param.name) {
                             if (std::isalnum(static_cast<unsigned char>(c)) != 0) name += c;
                           }
                           return name;
                         });

}  // namespace
}  // namespace cprota::test
