// SPDX-License-Identifier: MIT
#include "cprota/count/pay.hpp"

#include <gmock/gmock.h>

#include "pay_scene.hpp"
#include "support/print.hpp"

namespace cprota::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::optional<std::int64_t>> three_ways(const Claim& claim) {
  std::vector<std::optional<std::int64_t>> pence;
  for (const Amount& amount : claim.counted) pence.push_back(amount.pence);
  return pence;
}

TEST_F(PayTest, AnOrdinaryWeekThreeWays) {
  const Claim found = ordinary_calendar_week();
  EXPECT_EQ(found.minutes, std::chrono::hours(70));
  EXPECT_THAT(three_ways(found), ElementsAre(26250, 24000, 21000));
  EXPECT_EQ(found.on_call.pence, 26250);
  EXPECT_EQ(found.count, PayCount::pro_rata);
  EXPECT_EQ(found.day_rate, 20000);
  EXPECT_EQ(found.total, 26250);
  EXPECT_EQ(found.currency, "GBP");
}

TEST_F(PayTest, AMondayBetweenTwoHoldersFillsNoBlockOfEither) {
  EXPECT_THAT(three_ways(ordinary_week()), ElementsAre(26250, 24000, 18000))
      << "5 h at one end and 3 h at the other";
}

TEST_F(PayTest, ChristmasWeekThreeWays) {
  const Claim found = christmas_week();
  EXPECT_EQ(found.minutes, std::chrono::hours(77));
  EXPECT_THAT(three_ways(found), ElementsAre(28875, 27000, 21000));
}

TEST_F(PayTest, TheRuleSaysHowItCounts) {
  rule().count = PayCount::per_period;
  EXPECT_EQ(ordinary_week().on_call.pence, 24000);
  EXPECT_EQ(ordinary_week().count, PayCount::per_period);
  rule().count = PayCount::per_day;
  EXPECT_EQ(ordinary_week().on_call.pence, 18000);
}

TEST_F(PayTest, WithoutADayRateThereIsThePercentage) {
  question.day_rate.reset();
  const Claim found = ordinary_week();
  EXPECT_FALSE(found.on_call.pence);
  EXPECT_FALSE(found.total);
  EXPECT_FALSE(found.day_rate);
  EXPECT_EQ(found.on_call.percent->numerator, 525);
  EXPECT_EQ(found.on_call.percent->denominator, 4);
}

TEST_F(PayTest, ASalaryIsDividedExactly) {
  question.day_rate = DayRate{46000'00, true};
  EXPECT_EQ(ordinary_week().on_call.pence, 26250);
  EXPECT_EQ(ordinary_week().day_rate, 20000);
  question.day_rate = DayRate{45999'00, true};
  EXPECT_EQ(ordinary_week().day_rate, 20000) << "199.9957 to the penny";
  EXPECT_EQ(ordinary_week().on_call.pence, 26249) << "of 199.9957, not of 200.00";
}

TEST_F(PayTest, ASalaryIsDividedByWhatARuleSaysOrNotAtAll) {
  question.day_rate = DayRate{46000'00, true};
  rule().day_rate_divisor.reset();
  const auto refused = ask("2026-11-23 10:00", "2026-11-30 10:00");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().fault, Fault::usage);
  EXPECT_THAT(refused.error().diagnostics.front().message, HasSubstr("day-rate-divisor"));
  rule().pay = flat_rule(FlatPay::Per::day).pay;
  question.worked = {Minutes(59)};
  EXPECT_TRUE(ask("2026-11-23 10:00", "2026-11-30 10:00")) << "flat amounts and no full hour take none";
  question.worked = {Minutes(60)};
  EXPECT_FALSE(ask("2026-11-23 10:00", "2026-11-30 10:00"));
}

TEST_F(PayTest, TwoDivisorsAreTwoDayRates) {
  question.day_rate = DayRate{46000'00, true};
  PayRule later = percentage_rule();
  later.from = date_of("2026-11-28");
  later.day_rate_divisor = 200;
  team.pay_rules.push_back(later);
  EXPECT_FALSE(ordinary_week().day_rate);
  EXPECT_THAT(ordinary_week().day_rates, ElementsAre(std::pair(200, 23000), std::pair(230, 20000)));
}

TEST_F(PayTest, WhatNoRuleSaysIsNotInvented) {
  rule().currency.reset();
  EXPECT_FALSE(ordinary_week().currency);
  EXPECT_EQ(ordinary_week().count, PayCount::pro_rata);
  EXPECT_FALSE(ordinary_week().count_is_told);
  rule().count = PayCount::pro_rata;
  EXPECT_TRUE(ordinary_week().count_is_told);
  PayRule support = percentage_rule();
  support.rota = RotaId("support");
  team.pay_rules.push_back(support);
  EXPECT_FALSE(ordinary_week().currency) << "that of a part is not that of the sum";
}

TEST_F(PayTest, RoundsOnceAndHalfUp) {
  question.day_rate = DayRate{1, false};
  rule().pay = PercentagePay{{100, 1}, Minutes(60)};
  EXPECT_EQ(claim("2026-11-23 17:00", "2026-11-23 17:30").on_call.pence, 1) << "half a penny";
  EXPECT_EQ(claim("2026-11-23 17:00", "2026-11-23 17:29").on_call.pence, 0);
  EXPECT_EQ(claim("2026-11-23 17:00", "2026-11-24 08:20").on_call.pence, 6) << "6 h 20 min, not 0 + 1 + …";
}

TEST_F(PayTest, BlocksOfADayAreThoseOfALocalDate) {
  rule().pay = PercentagePay{{10, 1}, Minutes(120)};
  rule().count = PayCount::per_day;
  team.hours[2].versions.front().weekday = Windows{{Minutes(22 * 60), Minutes(26 * 60)}};
  EXPECT_EQ(claim("2026-11-23 12:00", "2026-11-24 12:00").on_call.pence, 4000) << "2 h on each of two dates";
  EXPECT_EQ(claim("2026-11-23 23:00", "2026-11-24 12:00").on_call.pence, 2000);
}

TEST_F(PayTest, RolesHaveTheirParts) {
  rule().by_role[RoleId("primary")] = Fraction{1, 2};
  EXPECT_EQ(ordinary_week().on_call.pence, 13125);
}

TEST_F(PayTest, BlocksAreCountedInEachRole) {
  WeekFile file = week("2026-W49", {{"on-call.primary", "amara"}, {"on-call.secondary", "amara"}});
  weeks.put(file);
  rule().count = PayCount::per_period;
  EXPECT_EQ(claim("2026-12-01 00:00", "2026-12-01 10:00").on_call.pence, 0)
      << "3 h in each role, no 8 h in one";
}

TEST_F(PayTest, RulesChangeAtADate) {
  PayRule later = percentage_rule();
  later.from = date_of("2026-11-28");
  later.pay = PercentagePay{{30, 1}, Minutes(480)};
  team.pay_rules.insert(team.pay_rules.begin(), later);
  EXPECT_EQ(ordinary_week().on_call.pence, 15000 - 1125 + 2 * (11250 + 1125))
      << "37 h until Friday, 33 h from Saturday on";
  EXPECT_EQ(pay_rule_on(team, RotaId("on-call"), date_of("2026-11-28")), &team.pay_rules[0]);
  EXPECT_EQ(pay_rule_on(team, RotaId("on-call"), date_of("2026-11-27")), &team.pay_rules[1]);
  EXPECT_EQ(pay_rule_on(team, RotaId("support"), date_of("2026-11-27")), nullptr);
}

TEST_F(PayTest, DatesBeforeTheFirstRuleAreNotInTheClaim) {
  rule().from = date_of("2026-11-28");
  EXPECT_EQ(ordinary_week().minutes, std::chrono::hours(33));
}

TEST_F(PayTest, FlatAmountsByDay) {
  team.pay_rules = {flat_rule(FlatPay::Per::day)};
  question.day_rate.reset();
  EXPECT_EQ(ordinary_week().on_call.pence, 6 * 5000 + 2 * 7500) << "Monday at both ends";
  EXPECT_EQ(christmas_week().on_call.pence, 4 * 5000 + 2 * 7500 + 9000);
  EXPECT_FALSE(ordinary_week().count);
  EXPECT_EQ(ordinary_week().total, 45000);
}

TEST_F(PayTest, FlatAmountsStandBesideThePercentage) {
  PayRule support = flat_rule(FlatPay::Per::day);
  support.rota = RotaId("support");
  team.pay_rules.push_back(support);
  question.day_rate.reset();
  const Claim untold = ordinary_calendar_week();
  EXPECT_EQ(untold.on_call.flat, 5 * 5000);
  EXPECT_EQ(untold.on_call.percent->numerator * 4, 525 * untold.on_call.percent->denominator);
  EXPECT_FALSE(untold.on_call.pence);
  EXPECT_FALSE(untold.total);
  question.day_rate = DayRate{20000, false};
  EXPECT_EQ(ordinary_calendar_week().on_call.flat, 5 * 5000);
  EXPECT_EQ(ordinary_calendar_week().total, 5 * 5000 + 26250);
  question.filter.rota = RotaId("support");
  EXPECT_FALSE(ordinary_calendar_week().on_call.percent);
  question.filter.rota = RotaId("on-call");
  EXPECT_FALSE(ordinary_calendar_week().on_call.flat);
}

TEST_F(PayTest, ADateInTwoRolesIsPaidOnceAtTheGreatestPart) {
  team.pay_rules = {flat_rule(FlatPay::Per::day)};
  rule().by_role[RoleId("secondary")] = Fraction{1, 2};
  weeks.put(week("2026-W49", {{"on-call.secondary", "amara"}}));
  EXPECT_EQ(claim("2026-11-30 00:00", "2026-12-01 00:00").on_call.pence, 5000);
  EXPECT_EQ(claim("2026-12-01 00:00", "2026-12-02 00:00").on_call.pence, 2500);
}

TEST_F(PayTest, FlatAmountsByHour) {
  team.pay_rules = {flat_rule(FlatPay::Per::hour)};
  EXPECT_EQ(ordinary_week().on_call.pence, 40 * 5000 + 30 * 7500);
  EXPECT_EQ(claim("2026-11-23 17:00", "2026-11-23 17:01").on_call.pence, 83);
}

TEST_F(PayTest, CurrenciesAreNotMixed) {
  PayRule support = percentage_rule();
  support.rota = RotaId("support");
  support.currency = "EUR";
  team.pay_rules.push_back(support);
  const auto refused = ask("2026-11-23 10:00", "2026-11-30 10:00");
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().diagnostics.front().message, HasSubstr("--rota"));
  question.filter.rota = RotaId("support");
  EXPECT_EQ(ordinary_week().currency, "EUR");
}

TEST_F(PayTest, LinesNameDateRotaAndRoleAndAreCutAtMidnight) {
  team.hours[2].versions.front().weekday = Windows{{Minutes(22 * 60), Minutes(26 * 60)}};
  std::vector<std::string> lines;
  for (const ClaimLine& line : claim("2026-11-27 12:00", "2026-11-28 12:00").lines) {
    lines.push_back(iso_date(line.date) + " " + line.role.str() + " " + words(line.during, team.zone) + " " +
                    std::string(to_string(line.kind)) + " " + line.file);
  }
  EXPECT_THAT(lines, ElementsAre("2026-11-27 on-call.primary 27T22:00..28T00:00 weekday rota/2026-W48.toml",
                                 "2026-11-28 on-call.primary 28T00:00..28T02:00 weekend rota/2026-W48.toml",
                                 "2026-11-28 on-call.primary 28T07:00..28T12:00 weekend rota/2026-W48.toml"));
}

TEST_F(PayTest, GivenAwayAndTakenOn) {
  WeekFile file = week("2026-W48", {{"on-call.primary", "amara"}, {"on-call.secondary", "bea"}});
  file.overrides = {
      taken_over("on-call.primary", "cy", "2026-11-25 12:00", "2026-11-26 12:00", "concert"),
      taken_over("on-call.primary", "none", "2026-11-28 12:00", "2026-11-28 13:00", "power cut"),
      taken_over("on-call.primary", "amara", "2026-11-29 12:00", "2026-11-29 13:00", "no change"),
      taken_over("on-call.secondary", "amara", "2026-11-27 17:00", "2026-11-27 18:00", "train")};
  weeks.put(file);
  const auto said = [](const std::vector<Takeover>& all, const Zone& zone) {
    std::vector<std::string> lines;
    for (const Takeover& each : all) {
      lines.push_back(each.role.str() + " " + words(each.from) + " > " + words(each.to) + " " +
                      words(each.during, zone) + " " + std::to_string(each.open.count()) + " " +
                      each.source.taken_over->reason);
    }
    return lines;
  };
  EXPECT_THAT(said(ordinary_week().given, team.zone),
              ElementsAre("on-call.primary amara > cy 25T17:00..26T10:00 480 concert",
                          "on-call.primary amara > none 28T12:00..28T13:00 60 power cut"));
  EXPECT_THAT(said(ordinary_week().taken, team.zone),
              ElementsAre("on-call.secondary bea > amara 27T17:00..27T18:00 60 train"));
}

TEST_F(PayTest, TakeoversAreCutToWhatARulePaysFor) {
  WeekFile file = week("2026-W48", {{"on-call.primary", "amara"}});
  file.overrides = {taken_over("on-call.primary", "cy", "2026-11-25 12:00", "2026-11-27 12:00", "concert")};
  weeks.put(file);
  rule().from = date_of("2026-11-26");
  ASSERT_THAT(ordinary_week().given, SizeIs(1));
  EXPECT_EQ(words(ordinary_week().given.front().during, team.zone), "26T07:00..27T10:00");
  EXPECT_EQ(ordinary_week().given.front().open, std::chrono::hours(11));
  rule().from = date_of("2026-11-28");
  EXPECT_THAT(ordinary_week().given, IsEmpty());
  rule().from = date_of("2026-11-27");
  question.filter.person = PersonId("cy");
  ASSERT_THAT(ordinary_week().taken, SizeIs(1));
  EXPECT_EQ(ordinary_week().taken.front().open, ordinary_week().minutes) << "as in the lines";
}

TEST_F(PayTest, EveryoneWhoHasAny) {
  weeks.put(week("2026-W49", {{"on-call.primary", "bea"}}));
  question.filter.person.reset();
  const auto claims = ask("2026-11-23 00:00", "2026-12-07 00:00").value();
  ASSERT_THAT(claims, SizeIs(2));
  EXPECT_EQ(claims[0].person, PersonId("amara"));
  EXPECT_EQ(claims[1].person, PersonId("bea"));
}

TEST_F(PayTest, AnEmptyClaimIsAnAnswer) {
  question.filter.person = PersonId("dev");
  const Claim found = ordinary_week();
  EXPECT_THAT(found.lines, IsEmpty());
  EXPECT_EQ(found.total, 0);
}

TEST_F(PayTest, TheFingerprintIsOfTheLinesAndNotOfMoney) {
  const std::string fingerprint = ordinary_week().fingerprint;
  EXPECT_EQ(fingerprint.size(), 16U);
  question.day_rate.reset();
  question.worked = {Minutes(60)};
  EXPECT_EQ(ordinary_week().fingerprint, fingerprint);
  WeekFile file = week("2026-W48", {{"on-call.primary", "amara"}});
  file.overrides = {taken_over("on-call.primary", "cy", "2026-11-25 17:00", "2026-11-25 17:01")};
  weeks.put(file);
  EXPECT_NE(ordinary_week().fingerprint, fingerprint);
}

TEST_F(PayTest, TheFingerprintNeverChangesItsSpelling) {
  const Claim found = claim("2026-11-28 00:00", "2026-11-29 00:00");
  EXPECT_EQ(canonical_text(found, question.range, team.zone),
            "claim amara 2026-11-28T00:00:00+00:00 2026-11-29T00:00:00+00:00\n"
            "2026-11-28 on-call.primary 2026-11-28T07:00:00+00:00 2026-11-28T22:00:00+00:00 900 weekend\n");
  EXPECT_EQ(found.fingerprint, "32b1d7cac7934691");
}

TEST_F(PayTest, FilesAreNamedOnceInOrder) {
  EXPECT_THAT(
      claim("2026-11-23 00:00", "2027-01-01 00:00").files,
      ElementsAre("rota/2026-W47.toml", "rota/2026-W48.toml", "rota/2026-W51.toml", "rota/2026-W52.toml"));
}

}  // namespace
}  // namespace cprota::test
