// SPDX-License-Identifier: MIT
#include <chrono>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cprota/format/edit_week.hpp"
#include "cprota/format/read_team.hpp"

#include "faults.hpp"

namespace cprota {
namespace {

// What people wrote in different ways; `#~` begins what no edit may touch.
const char* const starts[] = {
    "",
    "#~ a\n\n[on-call] #~ b\nprimary = 'amara' #~ c\n#~ d\n\n#~ e\n[support]\nengineer = [ #~ f\n  "
    "\"amara\", \"\", "
    "\"\",\n  \"\", #~ g\n  \"\", \"\", \"\"] #~ h\n#~ i",
    "on-call = { primary = \"bea\" } #~ a\r\n#~ b\r\n[support]\r\n\r\n#~ c\r\n",
    "#~ a\non-call.primary = \"amara\"\n#~ b\n\n[[allow]]\nrule = \"gap\" #~ c\n",
};

std::vector<std::string> untouchable(const std::string& text) {
  std::vector<std::string> comments;
  for (std::size_t at = text.find("#~"); at != std::string::npos; at = text.find("#~", at + 1)) {
    comments.push_back(text.substr(at, text.find_first_of("\r\n", at) - at));
  }
  return comments;
}

class Sequence {
 public:
  explicit Sequence(unsigned seed) : random_(seed) {}

  void run() {
    text_ = starts[pick(4)];
    const std::vector<std::string> comments = untouchable(text_);
    for (int step = 0; step < 25; ++step) {
      edit();
      const WeekReading reading = read_week(text_, "week", week_, team_);
      ASSERT_EQ(lines_of(reading.faults), std::vector<std::string>{}) << text_;
      ASSERT_EQ(untouchable(text_), comments) << text_;
      expect_same(reading.file);
    }
  }

 private:
  int pick(int below) { return std::uniform_int_distribution(0, below - 1)(random_); }

  Holder a_holder() {
    const Holder holders[] = {PersonId("amara"), PersonId("bea"), Nobody{}, Unfilled{}};
    return holders[pick(4)];
  }

  Override an_override() {
    const Instant from =
        std::chrono::sys_days(std::chrono::year{2026} / 11 / 23) + Minutes(pick(7 * 24 * 60));
    const RoleRef roles[] = {{RotaId("on-call"), RoleId("secondary")},
                             {RotaId("support"), RoleId("engineer")}};
    return {roles[pick(2)],
            a_holder(),
            Interval(from, from + Minutes(1 + pick(7 * 24 * 60))),
            pick(2) == 0 ? "" : "why \"so\"\n\\ and # more",
            {}};
  }

  WeekEdit an_edit() {
    const auto overrides = static_cast<int>(overrides_.size());
    switch (overrides == 0 ? pick(2) : pick(4)) {
      case 0: {
        const RoleRef roles[] = {{RotaId("on-call"), RoleId("primary")},
                                 {RotaId("on-call"), RoleId("secondary")},
                                 {RotaId("support"), RoleId("engineer")}};
        return SetHolder{roles[pick(3)], pick(3) == 0 ? std::nullopt : std::optional(pick(7)), a_holder()};
      }
      case 1:
        overrides_.push_back(an_override());
        return AddOverrides{{overrides_.back()}};
      case 2: {
        const auto index = static_cast<std::size_t>(pick(overrides));
        overrides_[index] = an_override();
        return ChangeOverride{index, overrides_[index]};
      }
      default: {
        const auto index = static_cast<std::size_t>(pick(overrides));
        overrides_.erase(overrides_.begin() + static_cast<std::ptrdiff_t>(index));
        return RemoveOverride{index};
      }
    }
  }

  void edit() {
    const WeekFile before = read_week(text_, "week", week_, team_).file;
    const WeekEdit edit = an_edit();
    const auto after = edit_week(text_, "week", week_, edit, team_);
    ASSERT_TRUE(after) << to_string(after.error().diagnostics.at(0)) << "\n" << text_;
    text_ = *after;
    const auto* const set = std::get_if<SetHolder>(&edit);
    if (set == nullptr) return;
    const WeekFile file = read_week(text_, "week", week_, team_).file;
    for (int day = 0; day < 7; ++day) {
      const Assignment* const old = before.assignment(set->role);
      const Holder left = old == nullptr ? Holder(Unfilled{}) : old->on_day(day).holder;
      const bool is_set = !set->day || *set->day == day;
      ASSERT_NE(file.assignment(set->role), nullptr) << text_;
      EXPECT_EQ(file.assignment(set->role)->on_day(day).holder, is_set ? set->holder : left) << text_;
    }
  }

  void expect_same(const WeekFile& file) {
    ASSERT_EQ(file.overrides.size(), overrides_.size()) << text_;
    for (std::size_t i = 0; i < overrides_.size(); ++i) {
      EXPECT_EQ(file.overrides[i].role, overrides_[i].role) << text_;
      EXPECT_EQ(file.overrides[i].holder, overrides_[i].holder) << text_;
      EXPECT_EQ(file.overrides[i].during, overrides_[i].during) << text_;
      EXPECT_EQ(file.overrides[i].reason, overrides_[i].reason) << text_;
    }
  }

  std::mt19937 random_;
  Team team_ = read_team(small_team, "cprota.toml").team;
  IsoWeek week_ = *IsoWeek::parse("2026-W48");
  std::string text_;
  std::vector<Override> overrides_;
};

TEST(EditWeek, AnySequenceOfEditsSaysWhatWasToldAndLeavesTheRest) {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    Sequence sequence(seed);
    sequence.run();
    if (testing::Test::HasFailure()) FAIL() << "seed " << seed;
  }
}

}  // namespace
}  // namespace cprota
