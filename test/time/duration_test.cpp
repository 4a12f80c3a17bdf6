// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "cprota/time/parse.hpp"

#include "support.hpp"

namespace cprota {
namespace {

using test::message;

TEST(Duration, IsRead) {
  struct Case {
    const char* text;
    int minutes;
  };
  const Case cases[] = {{"90m", 90},           {"4h", 240},    {"1h30m", 90}, {"2h40", 160},
                        {"2d", 2880},          {"3w", 30240},  {"0m", 0},     {"1d12h", 2160},
                        {"1w2d3h4m", 13144},   {"1h90m", 150}, {"3h05", 185}, {"007m", 7},
                        {"12000w", 120960000}, {"2h00", 120}};
  for (const Case& c : cases) {
    const auto read = parse_duration(c.text);
    ASSERT_TRUE(read) << c.text << ": " << message(read);
    EXPECT_EQ(*read, Minutes(c.minutes)) << c.text;
  }
}

TEST(Duration, IsRefusedWithTheRightSpelling) {
  struct Case {
    const char* name;
    const char* text;
    const char* message;
  };
  const Case cases[] = {
      {"no unit", "90", "\"90\" is no duration; write 90m or 90h"},
      {"decimal", "1.5h", "\"1.5h\" is no duration; write 1h30m"},
      {"decimal comma", "1,5h", "\"1,5h\" is no duration; write 1h30m"},
      {"a quarter", "0.25h", "\"0.25h\" is no duration; write 15m"},
      {"a clock", "1:30", "\"1:30\" is no duration; write 1h30m"},
      {"spaces", "1h 30m", "\"1h 30m\" is no duration; write 1h30m"},
      {"words", "3 hours 30 min", "\"3 hours 30 min\" is no duration; write 3h30m"},
      {"capitals", "4H", "\"4H\" is no duration; write 4h"},
      {"ISO 8601", "PT1H30M", "\"PT1H30M\" is no duration; write 1h30m"},
      {"a minute of one digit", "2h5", "\"2h5\" is no duration; write 2h05"},
      {"like a decimal", "2h75", "\"2h75\" is no duration; write 90m, 4h, 1h30m, 2h40, 2d or 3w"},
      {"a unit twice", "1h1h", "\"1h1h\" is no duration; write 90m, 4h, 1h30m, 2h40, 2d or 3w"},
      {"small units first", "30m1h", "\"30m1h\" is no duration; write 90m, 4h, 1h30m, 2h40, 2d or 3w"},
      {"minutes without hours", "2w30", "\"2w30\" is no duration; write 90m, 4h, 1h30m, 2h40, 2d or 3w"},
      {"no number", "h", "\"h\" is no duration; write 90m, 4h, 1h30m, 2h40, 2d or 3w"},
      {"nothing", "", "\"\" is no duration; write 90m, 4h, 1h30m, 2h40, 2d or 3w"},
      {"seconds", "90s", "\"90s\" is no duration; write 90m, 4h, 1h30m, 2h40, 2d or 3w"},
      {"negative", "-90m", "\"-90m\" is negative; a duration is not"},
      {"longer than the years", "12001w", "\"12001w\" is longer than the years 1970 to 2199"},
      {"very long", "999999999w", "\"999999999w\" is longer than the years 1970 to 2199"},
      {"more digits than any", "9999999999999999999m",
       "\"9999999999999999999m\" is no duration; write 90m, 4h, 1h30m, 2h40, 2d or 3w"},
  };
  for (const Case& c : cases) {
    const auto read = parse_duration(c.text);
    EXPECT_EQ(message(read), c.message) << c.name;
    if (!read) {
      EXPECT_EQ(read.error().fault, Fault::usage) << c.name;
    }
  }
}

}  // namespace
}  // namespace cprota
