// SPDX-License-Identifier: MIT
#include "cprota/rota/team.hpp"

#include <string>

#include <gtest/gtest.h>

#include "cprota/time/calendar.hpp"

namespace cprota {
namespace {

Date date(const char* text) {
  return *parse_date(text);
}

Rota rota_of(const char* id, const std::vector<const char*>& roles) {
  Rota rota;
  rota.id = RotaId(id);
  for (const char* const role : roles) rota.roles.push_back({RoleId(role)});
  return rota;
}

TEST(FindRole, Table) {
  Team team;
  team.rotas = {rota_of("on-call", {"primary", "engineer"}), rota_of("support", {"engineer"})};
  struct Case {
    const char* name;
    const char* typed;
    const char* answer;  // the role, or what is said
  };
  const Case cases[] = {
      {"the whole name", "on-call.primary", "on-call.primary"},
      {"a role that one rota has", "primary", "on-call.primary"},
      {"a role of two rotas", "engineer",
       "error: more than one rota has a role \"engineer\"; write on-call.engineer or support.engineer"},
      {"one of the two", "support.engineer", "support.engineer"},
      {"a slip in the role", "primry", "error: no role is called \"primry\"; did you mean \"primary\"?"},
      {"a slip in the rota", "oncall.primary",
       "error: no role is called \"oncall.primary\"; did you mean \"on-call.primary\"?"},
      {"a rota", "support", "error: no role is called \"support\"; did you mean \"support.engineer\"?"},
      {"nothing like it", "kubernetes", "error: no role is called \"kubernetes\""},
      {"nothing", "", "error: no role is called \"\""},
  };
  for (const Case& c : cases) {
    const Result<RoleRef> role = find_role(team, c.typed);
    EXPECT_EQ(role ? role->str() : to_string(role.error().diagnostics.at(0)), c.answer) << c.name;
    if (!role) {
      EXPECT_EQ(role.error().fault, Fault::usage) << c.name;
    }
  }
}

TEST(Team, FindsWhatItHas) {
  Team team;
  team.rotas = {rota_of("on-call", {"primary"})};
  team.rotas[0].hours = HoursId("working");
  team.hours = {Hours{HoursId("support"), {}, {}}, Hours{HoursId("working"), {}, {}}};
  team.people.resize(1);
  team.people[0].id = PersonId("amara");
  EXPECT_EQ(team.find_rota(RotaId("on-call")), &team.rotas[0]);
  EXPECT_EQ(team.find_rota(RotaId("support")), nullptr);
  EXPECT_EQ(&team.hours_of(team.rotas[0]), &team.hours[1]);
  EXPECT_EQ(team.find_person(PersonId("amara")), &team.people[0]);
  EXPECT_EQ(team.find_person(PersonId("bea")), nullptr);
}

TEST(Person, IsNewPresentOffAndExcepted) {
  Person person;
  EXPECT_FALSE(person.is_new_on(date("2026-11-23")));
  EXPECT_TRUE(person.is_present_on(date("1970-01-01")));
  person.new_until = date("2026-12-31");
  EXPECT_TRUE(person.is_new_on(date("2026-12-31"))) << "up to and including it";
  EXPECT_FALSE(person.is_new_on(date("2027-01-01")));
  person.first = date("2026-03-01");
  person.last = date("2027-08-31");
  EXPECT_FALSE(person.is_present_on(date("2026-02-28")));
  EXPECT_TRUE(person.is_present_on(date("2026-03-01")));
  EXPECT_TRUE(person.is_present_on(date("2027-08-31")));
  EXPECT_FALSE(person.is_present_on(date("2027-09-01")));
  person.days_off = {std::chrono::Friday};
  EXPECT_TRUE(person.has_day_off(date("2026-11-27")));
  EXPECT_FALSE(person.has_day_off(date("2026-11-26")));
  const RoleRef primary{RotaId("on-call"), RoleId("primary")};
  person.except = {primary};
  EXPECT_TRUE(person.is_excepted_from(primary));
  EXPECT_FALSE(person.is_excepted_from({RotaId("support"), RoleId("primary")}));
}

TEST(Leave, ConcernsItsPeopleOnItsDates) {
  Team team;
  team.leave = {Leave{{PersonId("amara"), PersonId("bea")},
                      date("2026-12-21"),
                      date("2027-01-03"),
                      LeaveKind::leave,
                      "",
                      {}}};
  EXPECT_TRUE(team.on_leave(PersonId("bea"), date("2026-12-21"), LeaveKind::leave));
  EXPECT_TRUE(team.on_leave(PersonId("amara"), date("2027-01-03"), LeaveKind::leave));
  EXPECT_FALSE(team.on_leave(PersonId("amara"), date("2027-01-04"), LeaveKind::leave));
  EXPECT_FALSE(team.on_leave(PersonId("amara"), date("2026-12-20"), LeaveKind::leave));
  EXPECT_FALSE(team.on_leave(PersonId("cy"), date("2026-12-25"), LeaveKind::leave));
  EXPECT_FALSE(team.on_leave(PersonId("amara"), date("2026-12-25"), LeaveKind::avoid));
}

}  // namespace
}  // namespace cprota
