// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "pay_scene.hpp"

namespace cprota::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST_F(PayTest, FullHoursAreCountedForEachIncident) {
  question.worked = {Minutes(160)};
  EXPECT_EQ(ordinary_week().worked.pence, 5000) << "2h40 at an eighth for each full hour";
  EXPECT_EQ(ordinary_week().total, 31250);
  question.worked = {Minutes(59), Minutes(59)};
  EXPECT_EQ(ordinary_week().worked.pence, 0);
  EXPECT_THAT(ordinary_week().incidents, SizeIs(2));
  question.worked = {Minutes(60), Minutes(125)};
  EXPECT_EQ(ordinary_week().worked_hours, 3);
}

TEST_F(PayTest, EachIncidentIsRoundedAndTheTotalIsTheirSum) {
  question.day_rate = DayRate{4, false};
  question.worked = {Minutes(60), Minutes(60)};
  EXPECT_EQ(ordinary_week().worked.pence, 2) << "half a penny each";
}

TEST_F(PayTest, IncidentsInWeekFilesCount) {
  WeekFile file = week("2026-W48", {{"on-call.primary", "amara"}});
  file.worked = {
      {PersonId("amara"), from_until("2026-11-25 18:05", "2026-11-25 19:20"), "ingress", std::nullopt},
      {PersonId("bea"), from_until("2026-11-25 18:05", "2026-11-25 19:20"), "ingress", std::nullopt}};
  weeks.put(file);
  const Claim found = ordinary_week();
  ASSERT_THAT(found.incidents, SizeIs(1));
  EXPECT_EQ(found.incidents.front().note, "ingress");
  EXPECT_EQ(found.worked.pence, 2500);
  EXPECT_EQ(found.worked.percent->numerator * 2, 25 * found.worked.percent->denominator);
}

TEST_F(PayTest, AnIncidentThatNoRulePaysForIsListedWithNothing) {
  rule().worked_hour.reset();
  WeekFile file = week("2026-W48", {{"on-call.primary", "amara"}});
  file.worked = {{PersonId("amara"), from_until("2026-11-25 18:05", "2026-11-25 19:20"), "", std::nullopt}};
  weeks.put(file);
  EXPECT_EQ(ordinary_week().incidents.front().rule, nullptr);
  EXPECT_EQ(ordinary_week().worked.pence, 0);
  question.worked = {Minutes(60)};
  const auto refused = ask("2026-11-23 10:00", "2026-11-30 10:00");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().fault, Fault::usage);
}

// amara is on call as primary; bea on support alone.
class IncidentsTest : public PayTest {
 protected:
  IncidentsTest() {
    PayRule support = percentage_rule();
    support.rota = RotaId("support");
    support.worked_hour = Fraction{1, 4};
    team.pay_rules.push_back(support);
    question.filter.person.reset();
    weeks.put(file);
  }

  void worked(const std::string& person, const std::string& from, const std::string& until) {
    file.worked.push_back({PersonId(person), from_until(from, until), "", std::nullopt});
    weeks.put(file);
  }
  // What is paid to each person for incidents.
  [[nodiscard]] std::vector<std::string> paid() {
    std::vector<std::string> all;
    const auto claims = ask("2026-11-24 00:00", "2026-11-28 00:00").value();
    for (const Claim& each : claims) {
      if (each.incidents.empty()) continue;
      all.push_back(each.person.str() + " " + std::to_string(each.worked.pence.value()));
    }
    return all;
  }
  [[nodiscard]] std::vector<std::string> paid_in_rota(const char* rota) {
    question.filter.rota = RotaId(rota);
    auto all = paid();
    question.filter.rota.reset();
    return all;
  }
  [[nodiscard]] std::vector<std::string> paid_in_role(const char* name) {
    question.filter.role = role(name);
    auto all = paid();
    question.filter.role.reset();
    return all;
  }

  WeekFile file = week("2026-W48", {{"on-call.primary", "amara"}, {"support.engineer", "bea"}});
};

TEST_F(IncidentsTest, AreInTheClaimOfOneRotaAndOneRole) {
  worked("amara", "2026-11-25 18:00", "2026-11-25 20:00");
  worked("bea", "2026-11-25 11:00", "2026-11-25 12:00");
  EXPECT_THAT(paid(), ElementsAre("amara 5000", "bea 5000"));
  EXPECT_THAT(paid_in_rota("on-call"), ElementsAre("amara 5000"));
  EXPECT_THAT(paid_in_rota("support"), ElementsAre("bea 5000"));
  EXPECT_THAT(paid_in_role("on-call.primary"), ElementsAre("amara 5000"));
  EXPECT_THAT(paid_in_role("on-call.secondary"), IsEmpty());
}

TEST_F(IncidentsTest, OfNobodyOnCallAreOfTheFirstRotaThatPaysForThem) {
  worked("cy", "2026-11-25 18:00", "2026-11-25 20:00");
  EXPECT_THAT(paid(), ElementsAre("cy 5000"));
  EXPECT_THAT(paid_in_rota("on-call"), ElementsAre("cy 5000"));
  EXPECT_THAT(paid_in_role("on-call.primary"), ElementsAre("cy 5000"));
  EXPECT_THAT(paid_in_role("on-call.secondary"), IsEmpty());
  EXPECT_THAT(paid_in_rota("support"), IsEmpty());
  rule().worked_hour.reset();
  EXPECT_THAT(paid_in_rota("on-call"), IsEmpty());
  EXPECT_THAT(paid_in_rota("support"), ElementsAre("cy 10000"));
}

TEST_F(IncidentsTest, OfARotaThatDoesNotPayForThemAreNotPaidByAnother) {
  rule().worked_hour.reset();
  worked("amara", "2026-11-25 18:00", "2026-11-25 20:00");
  EXPECT_THAT(paid(), ElementsAre("amara 0"));
  EXPECT_THAT(paid_in_rota("on-call"), ElementsAre("amara 0"));
  EXPECT_THAT(paid_in_rota("support"), IsEmpty());
}

TEST_F(IncidentsTest, InTwoRotasAreOfTheOneThatPays) {
  rule().worked_hour.reset();
  file = week("2026-W48", {{"on-call.primary", "amara"}, {"support.engineer", "amara"}});
  worked("amara", "2026-11-25 09:30", "2026-11-25 11:30");
  EXPECT_THAT(paid(), ElementsAre("amara 10000"));
}

TEST_F(IncidentsTest, ThatTheyComeOnToAreOfTheRuleInForceThen) {
  team.hours[2].versions.front().weekday = Windows{{Minutes(0), Minutes(2 * 60)}};
  rule().from = date_of("2026-11-26");
  worked("amara", "2026-11-25 23:00", "2026-11-26 01:00");
  EXPECT_THAT(paid(), ElementsAre("amara 5000")) << "not by the rule of support";
}

TEST_F(IncidentsTest, OverTheEndOfTheRangeAreOfTheRotaTheyAreOfWithin) {
  rule().worked_hour.reset();
  worked("amara", "2026-11-27 23:00", "2026-11-28 08:00");
  EXPECT_THAT(paid(), ElementsAre("amara 0")) << "on call from 07:00 on, after the range";
}

TEST_F(IncidentsTest, ToldByHandAreOfTheRotasInTheClaim) {
  question.worked = {Minutes(60)};
  question.filter.person = PersonId("bea");
  EXPECT_THAT(paid(), ElementsAre("bea 5000"));
  team.pay_rules.back().worked_hour.reset();
  EXPECT_FALSE(ask("2026-11-24 00:00", "2026-11-28 00:00")) << "support does not pay for them";
  question.filter.person = PersonId("cy");
  EXPECT_THAT(paid(), ElementsAre("cy 2500"));
}

TEST_F(IncidentsTest, ToldByHandAreRefusedWhereTheRuleChanges) {
  question.worked = {Minutes(60)};
  question.filter.person = PersonId("amara");
  PayRule later = percentage_rule();
  later.from = date_of("2026-11-26");
  team.pay_rules.push_back(later);
  EXPECT_THAT(paid(), ElementsAre("amara 2500")) << "the same before and after";
  team.pay_rules.back().worked_hour = Fraction{1, 4};
  const auto refused = ask("2026-11-24 00:00", "2026-11-28 00:00");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().fault, Fault::usage);
  EXPECT_THAT(refused.error().diagnostics.front().message, HasSubstr("[pay.on-call]"));
  EXPECT_TRUE(ask("2026-11-26 00:00", "2026-11-28 00:00"));
}

}  // namespace
}  // namespace cprota::test
