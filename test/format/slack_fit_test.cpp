// SPDX-License-Identifier: MIT
#include "format/slack_fit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cprota {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;
using Lines = std::vector<std::string>;

TEST(SlackFit, PacksLinesIntoAsFewSectionsAsHoldThem) {
  EXPECT_THAT(slack_sections({{"aaa", "bbb", "ccc"}}, 7, 9), ElementsAre("aaa\nbbb", "ccc"));
  EXPECT_THAT(slack_sections({{"aaa", "bbb"}, {"c"}}, 7, 9), ElementsAre("aaa\nbbb", "c"));
  EXPECT_THAT(slack_sections({{}, {"c"}, {}}, 7, 9), ElementsAre("c"));
  EXPECT_THAT(slack_sections({}, 7, 9), ElementsAre());
}

TEST(SlackFit, PartsShareSectionsBeforeAnythingIsLeftOut) {
  EXPECT_THAT(slack_sections({{"a"}, {"b"}, {"c"}}, 3, 3), ElementsAre("a", "b", "c"));
  EXPECT_THAT(slack_sections({{"a"}, {"b"}, {"c"}}, 3, 2), ElementsAre("a\nb", "c"));
}

TEST(SlackFit, SaysHowManyLinesAreLeftOut) {
  const Lines lines(40, "1234567890123456789");
  EXPECT_THAT(slack_sections({lines}, 40, 20), SizeIs(20));
  EXPECT_EQ(slack_sections({lines}, 40, 20).back(), "1234567890123456789\n1234567890123456789");
  EXPECT_THAT(slack_sections({lines}, 39, 19).back(), "1234567890123456789\n… and 3 more lines");
  EXPECT_THAT(slack_sections({lines}, 39, 1), ElementsAre("1234567890123456789\n… and 39 more lines"));
  EXPECT_THAT(slack_sections({{"a b", "c", "d"}}, 18, 1), ElementsAre("a b\nc\nd"));
}

TEST(SlackFit, ALineThatIsTooLongGoesOnInTheNextSection) {
  EXPECT_THAT(slack_sections({{"aaaa bbbb cccc"}}, 10, 9), ElementsAre("aaaa bbbb", "cccc"));
  EXPECT_THAT(slack_sections({{"aaaabbbbcccc", "d"}}, 10, 9), ElementsAre("aaaabbbbcc", "cc\nd"));
  EXPECT_THAT(slack_sections({{std::string(100, 'a')}}, 20, 2),
              ElementsAre("aaaaaaaaaaaaaaaaaaaa", "… and 1 more line"));
}

TEST(SlackFit, HalvesNoMentionAndNoEscape) {
  EXPECT_THAT(slack_sections({{"aaaaaa<@U024BE7>"}}, 10, 9), ElementsAre("aaaaaa", "<@U024BE7>"));
  EXPECT_THAT(slack_sections({{"aaaaaa&amp;bbb"}}, 10, 9), ElementsAre("aaaaaa", "&amp;bbb"));
  EXPECT_THAT(slack_sections({{"aaaaaa&amp;bbb"}}, 11, 9), ElementsAre("aaaaaa&amp;", "bbb"));
}

// Bytes do not count, nor do code points: an emoji outside the basic plane may be two.
TEST(SlackFit, MeasuresCharactersAsSlackMayCountThemAtMost) {
  EXPECT_THAT(slack_sections({{"ЖЖЖЖЖ"}}, 5, 9), ElementsAre("ЖЖЖЖЖ"));
  EXPECT_THAT(slack_sections({{"ЖЖЖЖЖЖ"}}, 5, 9), ElementsAre("ЖЖЖЖЖ", "Ж"));
  EXPECT_THAT(slack_sections({{"🦊🦊🦊"}}, 5, 9), ElementsAre("🦊🦊", "🦊"));
}

TEST(SlackFit, CutsATextAndMarksIt) {
  EXPECT_EQ(slack_at_most("aaa bbb", 7), "aaa bbb");
  EXPECT_EQ(slack_at_most("aaa bbb ccc", 10), "aaa bbb …");
  EXPECT_EQ(slack_at_most("aaaabbbbcccc", 10), "aaaabbbb …");
}

}  // namespace
}  // namespace cprota
