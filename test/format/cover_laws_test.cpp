// SPDX-License-Identifier: MIT
// What taking stretches over and giving them back does to files, minute by minute over random teams.
#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cprota/cover/stint.hpp"
#include "cprota/format/draft.hpp"

#include "scratch_folder.hpp"
#include "support/minute_by_minute.hpp"
#include "support/print.hpp"
#include "support/random_team.hpp"
#include "team_text.hpp"

namespace cprota::test {
namespace {

using std::chrono::days;
using std::chrono::minutes;

// Who has a role in a minute by its turn and by each override on top of it, and whether its hours are open.
struct Had {
  bool open = false;
  std::vector<Holder> layers;

  [[nodiscard]] const Holder& holder() const { return layers.back(); }
  [[nodiscard]] const Holder& turn() const { return layers.front(); }
  [[nodiscard]] bool names(const PersonId& person) const {
    return std::ranges::find(layers, Holder(person)) != layers.end();
  }
};
using Roles = std::map<RoleRef, std::vector<Had>>;  // a Had for each minute of a window

// The week files of a folder, each parsed again.
struct State {
  WeekFiles weeks;
  std::map<IsoWeek, std::string> texts;
};

// A random team in a folder.
class Written {
 public:
  Written(unsigned seed, const Scene& scene) : dice_(seed) {
    const Zone zone = zone_named(scene.zone);
    const Date around = date_of(scene.date);
    RandomTeam random = random_team(dice_, zone, around, 2);
    random.team.bank_holidays = BankHolidays(Division::england_and_wales);
    scratch_.write("cprota.toml", toml_of(random.team));
    for (const IsoWeek week : random.weeks->weeks())
      scratch_.write("rota/" + week.str() + ".toml", toml_of(*random.weeks->find(week), zone));
    folder_ = TeamFolder::open(scratch_.path()).value();
    const int length = dice_.pick(std::vector<int>{1, 600, 1440, 3000, 12'000});
    const Instant begin = zone.begin_of(around) + minutes(dice_.roll(length + 1440) - length);
    range_ = Interval(begin, begin + minutes(1 + dice_.roll(length)));
    window_ = Interval(range_->begin() - days(1), range_->end() + days(1));
  }

  [[nodiscard]] const Team& team() const { return folder_->team(); }
  [[nodiscard]] const Interval& range() const { return *range_; }
  [[nodiscard]] Instant minute(std::size_t number) const {
    return window_->begin() + minutes(static_cast<int>(number));
  }
  Dice& dice() { return dice_; }

  // Nothing may be wrong with the files.
  void read(State& state) {
    folder_ = TeamFolder::open(scratch_.path()).value();
    const auto faults = folder_->read_all();
    ASSERT_FALSE(faults) << to_string(faults->diagnostics.front());
    for (const IsoWeek week : folder_->weeks()) {
      state.texts[week] = scratch_.read("rota/" + week.str() + ".toml");
      state.weeks.put(*folder_->find(week));
    }
  }

  [[nodiscard]] Roles roles(State& state) const {
    WeekFiles turns;
    for (const IsoWeek week : state.weeks.weeks()) {
      WeekFile file = *state.weeks.find(week);
      file.overrides.clear();
      turns.put(std::move(file));
    }
    const MinuteByMinute without_overrides(team(), turns, *window_);
    Roles roles;
    for (const Rota& rota : team().rotas) {
      for (const Role& role : rota.roles) {
        std::vector<Had>& minutes_had = roles[{rota.id, role.id}];
        for (Instant t = window_->begin(); t < window_->end(); t += minutes(1)) {
          const RoleMinute turn = without_overrides.role(rota, role, t);
          minutes_had.push_back({turn.open, {turn.holder}});
        }
        add_overrides(minutes_had, state, {rota.id, role.id});
      }
    }
    return roles;
  }

  // As `cover` does with --by.
  void give(const Filter& filter, const Holder& to) {
    Draft draft(*folder_);
    for (const Stint& stint : stints(team(), range(), *folder_, filter)) {
      if (stint.holder == to) continue;
      ASSERT_TRUE(draft.add(overrides_for(team(), stint, to, "a \"reason\"", *folder_)));
    }
    write(draft);
  }

  // As `cover` does with --undo.
  void take_back(const Filter& filter) {
    Draft draft(*folder_);
    ASSERT_TRUE(draft.take_back(undo_overrides(team(), range(), *folder_, filter)));
    write(draft);
  }

 private:
  // In one file the later entry wins, between files the later week's.
  void add_overrides(std::vector<Had>& minutes_had, State& state, const RoleRef& role) const {
    for (const IsoWeek week : state.weeks.weeks()) {
      for (const Override& entry : state.weeks.find(week)->overrides) {
        if (entry.role != role) continue;
        for (std::size_t i = 0; i < minutes_had.size(); ++i) {
          if (entry.during.contains(minute(i))) minutes_had[i].layers.push_back(entry.holder);
        }
      }
    }
  }

  void write(const Draft& draft) {
    const auto lock = FolderLock::take(folder_->rota_folder());
    ASSERT_TRUE(lock);
    ASSERT_TRUE(write_files(*lock, draft.changes()));
  }

  Dice dice_;
  ScratchFolder scratch_;
  std::unique_ptr<TeamFolder> folder_;
  std::optional<Interval> range_;
  std::optional<Interval> window_;
};

// A text cut before each line that begins a table, or a comment before one.
std::vector<std::string> blocks_of(const std::string& text) {
  std::vector<std::string> blocks;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string line = text.substr(at, end - at);
    if (blocks.empty() || line[0] == '[' || line[0] == '#') blocks.emplace_back();
    if (line != "\n") blocks.back() += line;
    at = end;
  }
  return blocks;
}

// That all blocks stand in `after` in their order but overrides of the roles that lie in the range.
void expect_kept(const Written& written, State& before, State& after, const Filter& filter) {
  for (const auto& [week, text] : before.texts) {
    const std::vector<std::string> kept = blocks_of(after.texts[week]);
    auto at = kept.begin();
    std::size_t number = 0;
    for (const std::string& block : blocks_of(text)) {
      if (block.starts_with("[[override]]")) {
        const Override& entry = before.weeks.find(week)->overrides.at(number++);
        if (filter.takes(entry.role) && entry.during.overlaps(written.range())) continue;
      }
      at = std::find(at, kept.end(), block);
      ASSERT_NE(at, kept.end()) << week.str() << " lost\n"
                                << block << "of\n"
                                << text << "now\n"
                                << after.texts[week];
      ++at;
    }
  }
}

// A role or a person, or a person in a role.
Filter random_filter(Written& written) {
  Filter filter;
  const Team& team = written.team();
  if (!written.dice().one_in(3)) filter.person = written.dice().pick(team.people).id;
  const Rota& rota = written.dice().pick(team.rotas);
  if (!filter.person || written.dice().one_in(3)) filter.role = {rota.id, written.dice().pick(rota.roles).id};
  return filter;
}

Holder random_taker(Written& written) {
  if (written.dice().one_in(4)) return Nobody{};
  return written.dice().pick(written.team().people).id;
}

class CoverChangeLaws : public ::testing::TestWithParam<Scene> {
 protected:
  static constexpr unsigned teams = 3;

  // Compares all minutes with what `expected` says of those before.
  template <class Expected>
  static void expect_minutes(const Written& written, const Roles& before, const Roles& after,
                             Expected expected) {
    for (const auto& [role, had] : before) {
      for (std::size_t i = 0; i < had.size(); ++i) {
        const Instant t = written.minute(i);
        const auto holders = expected(role, t, had[i]);
        const Holder& now = after.at(role)[i].holder();
        ASSERT_NE(std::ranges::find(holders, now), holders.end())
            << role.str() << " at " << words(t, written.team().zone) << ": " << words(had[i].holder())
            << " became " << words(now) << " in " << words(written.range(), written.team().zone);
      }
    }
  }
};

TEST_P(CoverChangeLaws, WhatIsTakenOverIsTheTakersAndTheRestIsAsBefore) {
  for (unsigned seed = 0; seed < teams; ++seed) {
    SCOPED_TRACE(seed);
    Written written(seed, GetParam());
    const Filter filter = random_filter(written);
    const Holder to = random_taker(written);
    State before;
    State after;
    ASSERT_NO_FATAL_FAILURE(written.read(before));
    ASSERT_NO_FATAL_FAILURE(written.give(filter, to));
    ASSERT_NO_FATAL_FAILURE(written.read(after));
    for (const auto& [week, text] : before.texts) EXPECT_TRUE(after.texts[week].starts_with(text));
    ASSERT_NO_FATAL_FAILURE(
        expect_minutes(written, written.roles(before), written.roles(after),
                       [&](const RoleRef& role, Instant t, const Had& had) -> std::vector<Holder> {
                         const bool meant = filter.takes(role) && written.range().contains(t) &&
                                            (!filter.person || had.holder() == Holder(*filter.person));
                         if (!meant) return {had.holder()};
                         // Hours that are closed between two open ones may go with them.
                         return had.open ? std::vector<Holder>{to} : std::vector<Holder>{to, had.holder()};
                       }));
  }
}

TEST_P(CoverChangeLaws, WhatIsTakenBackIsAsWithoutTheOverridesAndTheRestIsAsBefore) {
  for (unsigned seed = 100; seed < 100 + teams; ++seed) {
    SCOPED_TRACE(seed);
    Written written(seed, GetParam());
    const Filter filter = random_filter(written);
    // Some on top, over several weeks.
    ASSERT_NO_FATAL_FAILURE(written.give(random_filter(written), random_taker(written)));
    State before;
    State after;
    ASSERT_NO_FATAL_FAILURE(written.read(before));
    ASSERT_NO_FATAL_FAILURE(written.take_back(filter));
    ASSERT_NO_FATAL_FAILURE(written.read(after));
    ASSERT_NO_FATAL_FAILURE(expect_kept(written, before, after, filter));
    ASSERT_NO_FATAL_FAILURE(
        expect_minutes(written, written.roles(before), written.roles(after),
                       [&](const RoleRef& role, Instant t, const Had& had) -> std::vector<Holder> {
                         if (!filter.takes(role) || !written.range().contains(t)) return {had.holder()};
                         if (!filter.person) return {had.turn()};
                         return {had.names(*filter.person) ? Holder(*filter.person) : had.holder()};
                       }));
  }
}

TEST_P(CoverChangeLaws, TakenOverAndTakenBackIsAsBeforeToTheByte) {
  for (unsigned seed = 200; seed < 200 + teams; ++seed) {
    SCOPED_TRACE(seed);
    Written written(seed, GetParam());
    const Filter filter = random_filter(written);
    // What lay there before would be taken back too.
    ASSERT_NO_FATAL_FAILURE(written.take_back(filter));
    State before;
    State after;
    ASSERT_NO_FATAL_FAILURE(written.read(before));
    ASSERT_NO_FATAL_FAILURE(written.give(filter, random_taker(written)));
    ASSERT_NO_FATAL_FAILURE(written.read(after));
    ASSERT_NO_FATAL_FAILURE(written.take_back(filter));
    State again;
    ASSERT_NO_FATAL_FAILURE(written.read(again));
    for (const auto& [week, text] : before.texts) EXPECT_EQ(again.texts[week], text);
    for (const auto& [week, text] : again.texts) {
      if (before.texts.contains(week)) continue;
      EXPECT_TRUE(again.weeks.find(week)->overrides.empty()) << text;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Scenes, CoverChangeLaws, ::testing::ValuesIn(scenes()),
                         [](const auto& scene) { return "scene" + std::to_string(scene.index); });

}  // namespace
}  // namespace cprota::test
