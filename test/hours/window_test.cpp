// SPDX-License-Identifier: MIT
#include "cprota/hours/window.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cprota {
namespace {

using testing::HasSubstr;

TEST(Window, Table) {
  struct Case {
    const char* name;
    const char* text;
    int start;
    int end;
  };
  const Case cases[] = {
      {"office hours", "10:00-17:00", 600, 1020},        {"the whole day", "00:00-24:00", 0, 1440},
      {"into the next date", "22:00-07:00", 1320, 1860}, {"one minute", "00:00-00:01", 0, 1},
      {"the last minute", "23:59-24:00", 1439, 1440},    {"almost round the clock", "10:00-09:59", 600, 2039},
  };
  for (const Case& c : cases) {
    const auto window = parse_window(c.text);
    ASSERT_TRUE(window) << c.name;
    EXPECT_EQ(*window, (Window{Minutes(c.start), Minutes(c.end)})) << c.name;
  }
}

TEST(Window, Refused) {
  struct Case {
    const char* text;
    const char* says;
  };
  const Case cases[] = {
      {"10:00-10:00", "ends where it starts"},
      {"00:00-00:00", "24:00"},
      {"22:00-00:00", "24:00"},
      {"24:00-07:00", "starts at 00:00 to 23:59"},
      {"25:00-26:00", "such as"},
      {"9:00-10:00", "such as"},
      {"10:00-24:01", "such as"},
      {"10:00", "such as"},
      {"", "such as"},
      {"10:00–17:00", "such as"},
      {"10:00-17:00-18:00", "such as"},
      {" 10:00-17:00", "such as"},
      {"10:00-17:60", "such as"},
      {"-", "such as"},
  };
  for (const Case& c : cases) {
    const auto window = parse_window(c.text);
    ASSERT_FALSE(window) << c.text;
    EXPECT_EQ(window.error().fault, Fault::files);
    EXPECT_THAT(window.error().diagnostics.at(0).message, HasSubstr(c.says)) << c.text;
  }
}

TEST(Window, FindsThoseThatOverlap) {
  const auto parsed = [](const char* text) { return parse_window(text).value(); };
  EXPECT_FALSE(overlapping({parsed("07:00-10:00"), parsed("10:00-22:00")}));
  EXPECT_FALSE(overlapping({}));
  const auto pair = overlapping({parsed("17:00-22:00"), parsed("22:00-23:00"), parsed("07:00-17:01")});
  ASSERT_TRUE(pair);
  EXPECT_EQ(to_string(pair->first), "07:00–17:01");
  EXPECT_EQ(to_string(pair->second), "17:00–22:00");
  EXPECT_TRUE(overlapping({parsed("22:00-07:00"), parsed("23:00-24:00")}));
}

TEST(Window, ReadsAsItIsWritten) {
  EXPECT_EQ(to_string(parse_window("22:00-07:00").value()), "22:00–07:00");
  EXPECT_EQ(to_string(parse_window("00:00-24:00").value()), "00:00–24:00");
}

}  // namespace
}  // namespace cprota
