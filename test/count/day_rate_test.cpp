// SPDX-License-Identifier: MIT
#include "cprota/count/day_rate.hpp"

#include <gmock/gmock.h>

namespace cprota {
namespace {

using ::testing::HasSubstr;

TEST(DayRate, Reads) {
  const struct {
    const char* text;
    std::int64_t pence;
  } cases[] = {{"200", 20000},      {"200.5", 20050}, {"200.05", 20005},
               {"0.01", 1},         {"0", 0},         {"999999999.99", 99999999999},
               {"000000200", 20000}};
  for (const auto& each : cases) {
    const auto rate = parse_day_rate(each.text);
    ASSERT_TRUE(rate) << each.text;
    EXPECT_EQ(rate->pence, each.pence) << each.text;
    EXPECT_FALSE(rate->yearly);
    EXPECT_TRUE(parse_salary(each.text)->yearly);
  }
}

TEST(DayRate, Refuses) {
  for (const char* text : {"",       ".",       ".5",   "200.",    "1e9",
                           "-5",     "+5",      "£200", "200 GBP", "1,000",
                           "200,00", "200.001", " 200", "200\n",   "1000000000",
                           "0x10",   "nan",     "inf",  "２００",  "99999999999999999999999"}) {
    const auto rate = parse_day_rate(text);
    ASSERT_FALSE(rate) << text;
    EXPECT_EQ(rate.error().fault, Fault::usage);
    ASSERT_EQ(rate.error().diagnostics.size(), 1U);
    EXPECT_THAT(rate.error().diagnostics.front().message, HasSubstr("such as 200 or 200.00")) << text;
  }
  EXPECT_THAT(parse_salary("46k").error().diagnostics.front().message,
              HasSubstr("such as 46000 or 46000.00"));
}

}  // namespace
}  // namespace cprota
