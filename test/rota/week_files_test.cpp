// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cprota/rota/week_file.hpp"

namespace cprota {
namespace {

IsoWeek week(const char* name) {
  return *IsoWeek::parse(name);
}

WeekFile file_of(const char* name, const char* file) {
  WeekFile made{week(name), file, {}, {}, {}, {}};
  return made;
}

TEST(WeekFiles, KeepsFilesInOrderAndThePointersToThem) {
  WeekFiles files;
  files.put(file_of("2026-W48", "a"));
  const WeekFile* const first = files.find(week("2026-W48"));
  files.put(file_of("2027-W01", "b"));
  files.put(file_of("2026-W01", "c"));
  EXPECT_EQ(files.find(week("2026-W48")), first);
  EXPECT_EQ(files.find(week("2026-W49")), nullptr);
  EXPECT_THAT(files.weeks(), testing::ElementsAre(week("2026-W01"), week("2026-W48"), week("2027-W01")));
  files.put(file_of("2026-W48", "d"));
  EXPECT_EQ(files.find(week("2026-W48"))->file, "d");
  EXPECT_EQ(files.weeks().size(), 3u);
}

TEST(WeekFile, OneHolderForTheWeekOrSevenForItsDays) {
  const RoleRef primary{RotaId("on-call"), RoleId("primary")};
  const RoleRef engineer{RotaId("support"), RoleId("engineer")};
  std::array<PlacedHolder, 7> days;
  days[6].holder = PersonId("cy");
  WeekFile file = file_of("2026-W48", "a");
  file.assignments = {Assignment{primary, PlacedHolder{PersonId("amara"), {}}, {}},
                      Assignment{engineer, days, {}}};
  EXPECT_FALSE(file.assignment(primary)->is_by_day());
  EXPECT_EQ(file.assignment(primary)->on_day(3).holder, Holder(PersonId("amara")));
  EXPECT_TRUE(file.assignment(engineer)->is_by_day());
  EXPECT_TRUE(is_unfilled(file.assignment(engineer)->on_day(0).holder));
  EXPECT_EQ(*person_in(file.assignment(engineer)->on_day(6).holder), PersonId("cy"));
  EXPECT_EQ(file.assignment({RotaId("support"), RoleId("primary")}), nullptr);
}

}  // namespace
}  // namespace cprota
