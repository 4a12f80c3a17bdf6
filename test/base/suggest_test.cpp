// SPDX-License-Identifier: MIT
#include "cprota/base/suggest.hpp"

#include <vector>

#include <gtest/gtest.h>

namespace cprota {
namespace {

struct Case {
  const char* name;
  const char* typed;
  const char* meant;  // "" where nothing is near enough
};

TEST(Suggest, Table) {
  const std::vector<std::string> words{"amara", "bea", "cy", "handover", "history", "who-now"};
  const Case cases[] = {
      {"a letter left out", "amra", "amara"},
      {"neighbours swapped", "hadnover", "handover"},
      {"one letter too many", "beaa", "bea"},
      {"the beginning of one", "who", "who-now"},
      {"the beginning of two", "h", ""},
      {"nothing like any", "kubernetes", ""},
      {"nothing typed", "", ""},
      {"short words need to be close", "xx", ""},
      {"the very word", "history", "history"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(nearest(c.typed, words).value_or(""), c.meant) << c.name;
  }
}

TEST(Suggest, SaysNothingWithoutACandidate) {
  EXPECT_EQ(did_you_mean("amra", std::vector<std::string>{"amara"}), "; did you mean \"amara\"?");
  EXPECT_EQ(did_you_mean("zzz", std::vector<std::string>{"amara"}), "");
}

}  // namespace
}  // namespace cprota
