// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cprota/count/pay.hpp"

#include "support/process_team.hpp"

namespace cprota::test {

inline PayRule percentage_rule() {
  PayRule rule;
  rule.rota = RotaId("on-call");
  rule.currency = "GBP";
  rule.pay = PercentagePay{{15, 1}, Minutes(480)};
  rule.worked_hour = Fraction{1, 8};
  rule.day_rate_divisor = 230;
  return rule;
}

inline PayRule flat_rule(FlatPay::Per per) {
  PayRule rule;
  rule.rota = RotaId("on-call");
  rule.currency = "GBP";
  rule.pay = FlatPay{per, 5000, 7500, 9000};
  return rule;
}

// amara is on call as primary and on support, and paid for the first.
class PayTest : public ::testing::Test {
 protected:
  PayTest() {
    team.pay_rules.push_back(percentage_rule());
    for (const char* name : {"2026-W46", "2026-W47", "2026-W48", "2026-W51", "2026-W52"}) {
      weeks.put(week(name, {{"on-call.primary", "amara"}, {"support.engineer", "amara"}}));
    }
    question.filter.person = PersonId("amara");
    question.day_rate = DayRate{20000, false};
  }

  [[nodiscard]] Result<std::vector<Claim>> ask(const std::string& from, const std::string& until) {
    question.range = from_until(from, until);
    return claims_of(team, weeks, question);
  }
  [[nodiscard]] Claim claim(const std::string& from, const std::string& until) {
    return ask(from, until).value().front();
  }
  [[nodiscard]] Claim ordinary_week() { return claim("2026-11-23 10:00", "2026-11-30 10:00"); }
  [[nodiscard]] Claim ordinary_calendar_week() { return claim("2026-11-16 00:00", "2026-11-23 00:00"); }
  [[nodiscard]] Claim christmas_week() { return claim("2026-12-21 00:00", "2026-12-28 00:00"); }
  [[nodiscard]] PayRule& rule() { return team.pay_rules.front(); }

  Team team = process_team();
  WeekFiles weeks;
  ClaimQuestion question{from_until("2026-11-23 10:00", "2026-11-30 10:00")};
};

}  // namespace cprota::test
