// SPDX-License-Identifier: MIT
// What must hold for every team, whatever the clocks do.
#include <gmock/gmock.h>

#include "cprota/cover/now.hpp"

#include "support/minute_by_minute.hpp"
#include "support/print.hpp"
#include "support/random_team.hpp"

namespace cprota::test {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using ::testing::ElementsAreArray;

class CoverLaws : public ::testing::TestWithParam<Scene> {
 protected:
  static constexpr unsigned teams = 8;

  CoverLaws() : zone(zone_named(GetParam().zone)), around(date_of(GetParam().date)) {}

  [[nodiscard]] Instant middle() const { return zone.begin_of(around); }
  // A stretch of some days around the scene, cut anywhere.
  [[nodiscard]] Interval range(Dice& dice, int most_days) const {
    const Instant begin = middle() - minutes(dice.roll(most_days * 720));
    return {begin, begin + minutes(1 + dice.roll(most_days * 1440))};
  }

  Zone zone;
  Date around;
};

// Each role of a team.
template <class Body>
void for_roles(const Team& team, Body body) {
  for (const Rota& rota : team.rotas) {
    for (const Role& role : rota.roles) body(rota, role);
  }
}

TEST_P(CoverLaws, AMinuteByMinuteResolverAgrees) {
  for (unsigned seed = 0; seed < teams; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice(seed);
    RandomTeam random = random_team(dice, zone, around);
    const Interval asked = range(dice, 8);
    const Cover cover = cover_of(random.team, asked, *random.weeks);
    const MinuteByMinute minute_by_minute(random.team, *random.weeks, asked);
    for_roles(random.team, [&](const Rota& rota, const Role& role) {
      const auto expected = minute_by_minute.lines(rota, role, asked);
      const auto found = lines_of(cover, {rota.id, role.id});
      ASSERT_EQ(found.size(), expected.size()) << rota.id.str() << '.' << role.id.str();
      for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_EQ(words(found[i].during, zone), words(expected[i].during, zone));
        EXPECT_EQ(words(found[i].holder), words(expected[i].holder));
      }
    });
  }
}

TEST_P(CoverLaws, PeopleAndGapsAndNobodyFillTheOpenHours) {
  for (unsigned seed = 100; seed < 100 + 3 * teams; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice(seed);
    RandomTeam random = random_team(dice, zone, around);
    const Interval asked = range(dice, 30);
    const Cover cover = cover_of(random.team, asked, *random.weeks);
    for_roles(random.team, [&](const Rota& rota, const Role& role) {
      std::vector<Interval> parts;
      Minutes sum{0};
      for (const auto& line : lines_of(cover, {rota.id, role.id})) {
        parts.push_back(line.during);
        sum += line.during.minutes();
      }
      EXPECT_EQ(IntervalSet(parts), random.team.open_hours_of(rota, asked));
      EXPECT_EQ(sum, random.team.open_hours_of(rota, asked).minutes()) << "no minute twice";
    });
  }
}

TEST_P(CoverLaws, ARangeCutInTwoGivesTheSameShifts) {
  for (unsigned seed = 200; seed < 200 + 3 * teams; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice(seed);
    RandomTeam random = random_team(dice, zone, around);
    const Interval whole = range(dice, 20);
    if (whole.minutes() < minutes(2)) continue;
    const Instant cut = whole.begin() + minutes(1 + dice.roll(static_cast<int>(whole.minutes().count() - 1)));
    const Cover all = cover_of(random.team, whole, *random.weeks);
    const Cover first = cover_of(random.team, Interval(whole.begin(), cut), *random.weeks);
    const Cover second = cover_of(random.team, Interval(cut, whole.end()), *random.weeks);
    for_roles(random.team, [&](const Rota& rota, const Role& role) {
      const RoleRef ref{rota.id, role.id};
      std::vector<MinuteByMinute::Line> cut_lines;
      for (const auto& line : lines_of(all, ref)) {
        for (const Interval& part : {Interval(whole.begin(), cut), Interval(cut, whole.end())}) {
          if (const auto inside = line.during.common(part)) cut_lines.push_back({ref, line.holder, *inside});
        }
      }
      auto joined = lines_of(first, ref);
      for (const auto& line : lines_of(second, ref)) joined.push_back(line);
      EXPECT_EQ(joined, cut_lines);
    });
  }
}

TEST_P(CoverLaws, NowIsWhatTheRangeAroundItSays) {
  for (unsigned seed = 300; seed < 300 + 3 * teams; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice(seed);
    RandomTeam random = random_team(dice, zone, around);
    const Interval wide(middle() - days(70), middle() + days(70));
    const Cover cover = cover_of(random.team, wide, *random.weeks);
    const Instant t = range(dice, 14).begin();
    const Now now = now_at(random.team, *random.weeks, t);

    std::vector<std::string> shifts;
    std::vector<std::string> gaps;
    std::vector<std::string> nobody;
    for_roles(random.team, [&](const Rota& rota, const Role& role) {
      const RoleRef ref{rota.id, role.id};
      const auto holds = [&](const auto& each) { return each.role == ref && each.during.contains(t); };
      for (const Shift& shift : cover.shifts) {
        if (holds(shift)) shifts.push_back(words(shift, zone));
      }
      // What lasts beyond the wide range is cut there.
      for (const Gap& gap : cover.gaps) {
        if (holds(gap)) gaps.push_back(words(gap, zone));
      }
      for (const Gap& gap : cover.nobody) {
        if (holds(gap)) nobody.push_back(words(gap, zone));
      }
    });
    const auto cut = [&](std::vector<Gap> found) {
      for (Gap& gap : found) gap.during = gap.during.common(wide).value();
      return words(found, zone);
    };
    std::vector<std::string> covering;
    for (const Covering& each : now.covering) covering.push_back(words(each.shift, zone));
    EXPECT_THAT(covering, ElementsAreArray(shifts));
    EXPECT_THAT(cut(now.gaps), ElementsAreArray(gaps));
    EXPECT_THAT(cut(now.nobody), ElementsAreArray(nobody));
  }
}

// Everything that may change, as it is in one minute.
struct Moment {
  std::vector<bool> open;
  std::vector<RoleMinute> roles;
};

Moment moment_at(const MinuteByMinute& minute_by_minute, const Team& team, Instant t) {
  Moment moment;
  for (const Hours& hours : team.hours) moment.open.push_back(minute_by_minute.is_open(hours, t));
  for_roles(team, [&](const Rota& rota, const Role& role) {
    moment.roles.push_back(minute_by_minute.role(rota, role, t));
  });
  return moment;
}

std::vector<std::string> changes_between(const Team& team, const Moment& before, const Moment& after,
                                         const std::string& when) {
  std::vector<std::string> close;
  std::vector<std::string> end;
  std::vector<std::string> open;
  std::vector<std::string> start;
  for (std::size_t i = 0; i < team.hours.size(); ++i) {
    if (before.open[i] && !after.open[i]) close.push_back(when + " close " + team.hours[i].id.str());
    if (!before.open[i] && after.open[i]) open.push_back(when + " open " + team.hours[i].id.str());
  }
  std::size_t i = 0;
  for_roles(team, [&](const Rota& rota, const Role& role) {
    const RoleMinute& was = before.roles[i];
    const RoleMinute& is = after.roles[i];
    ++i;
    if (!was.open || !is.open || was.holder == is.holder) return;
    const std::string name = " " + rota.id.str() + "." + role.id.str() + " ";
    if (person_in(was.holder) != nullptr) end.push_back(when + " end" + name + words(was.holder));
    if (person_in(is.holder) != nullptr) start.push_back(when + " start" + name + words(is.holder));
  });
  for (const auto* part : {&end, &open, &start}) close.insert(close.end(), part->begin(), part->end());
  return close;
}

TEST_P(CoverLaws, NextIsTheFirstMinuteAtWhichAnythingChanges) {
  for (unsigned seed = 400; seed < 400 + teams; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice(seed);
    RandomTeam random = random_team(dice, zone, around);
    const Instant t = range(dice, 8).begin();
    const Instant limit = t + days(10);
    const MinuteByMinute minute_by_minute(random.team, *random.weeks, Interval(t, limit));
    std::vector<std::string> expected;
    Moment before = moment_at(minute_by_minute, random.team, t);
    for (Instant next = t + minutes(1); next < limit && expected.empty(); next += minutes(1)) {
      Moment after = moment_at(minute_by_minute, random.team, next);
      expected = changes_between(random.team, before, after, words(next, zone));
      before = std::move(after);
    }
    const auto found = next_changes(random.team, *random.weeks, t);
    if (expected.empty() && !found.empty()) {
      EXPECT_GE(found.front().at, limit);
    } else {
      EXPECT_THAT(words(found, zone), ElementsAreArray(expected));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Scenes, CoverLaws, ::testing::ValuesIn(scenes()),
                         [](const ::testing::TestParamInfo<Scene>& each) {
                           std::string name;
                           for (const char c : each.param.name + " " + each.param.date) {
                             if (std::isalnum(static_cast<unsigned char>(c)) != 0) name += c;
                           }
                           return name;
                         });

}  // namespace
}  // namespace cprota::test
