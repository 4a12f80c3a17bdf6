// SPDX-License-Identifier: MIT
#include "cprota/base/diagnostic.hpp"

#include <gtest/gtest.h>

namespace cprota {
namespace {

TEST(Diagnostic, ReadsAsOneLineWithItsPlace) {
  const Diagnostic diagnostic{Severity::error, Place{"rota/2026-W48.toml", 3, 11},
                              "no one is called \"amra\"; did you mean \"amara\"?", "primary = \"amra\""};
  EXPECT_EQ(to_string(diagnostic),
            "rota/2026-W48.toml:3:11: error: no one is called \"amra\"; did you mean \"amara\"?");
  EXPECT_EQ(excerpt(diagnostic), "  primary = \"amra\"\n            ^\n");
}

TEST(Diagnostic, WithoutAPlaceNamesNoFile) {
  EXPECT_EQ(to_string(Diagnostic{Severity::warning, std::nullopt, "odd", {}}), "warning: odd");
  EXPECT_EQ(excerpt(Diagnostic{Severity::warning, std::nullopt, "odd", {}}), "");
}

TEST(Visible, ShowsWhatCouldMoveTheCursor) {
  struct Case {
    const char* name;
    std::string text;
    const char* shown;
  };
  const Case cases[] = {
      {"plain text of any script stays", "Zoë 李 🎉", "Zoë 李 🎉"},
      {"escape", "a\x1b[2Jb", "a\\x1b[2Jb"},
      {"new line, return, tab", "a\nb\r\tc", "a\\nb\\r\\tc"},
      {"NUL", std::string("a\0b", 3), "a\\x00b"},
      {"C1 control",
       "a\xc2\x9b"
       "b",
       "a\\u009bb"},
      {"right-to-left override",
       "a\xe2\x80\xae"
       "b",
       "a\\u202eb"},
      {"line separator",
       "a\xe2\x80\xa8"
       "b",
       "a\\u2028b"},
      {"a lone byte",
       "a\xff"
       "b",
       "a\\xffb"},
      {"an overlong slash", "\xc0\xaf", "\\xc0\\xaf"},
      {"a surrogate", "\xed\xa0\x80", "\\xed\\xa0\\x80"},
      {"cut short", "\xe2\x82", "\\xe2\\x82"},
  };
  for (const Case& c : cases) EXPECT_EQ(visible(c.text), c.shown) << c.name;
}

}  // namespace
}  // namespace cprota
