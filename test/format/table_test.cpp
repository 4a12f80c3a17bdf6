// SPDX-License-Identifier: MIT
#include "cprota/format/table.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cprota {
namespace {

TextStyle columns(int width) {
  return {width, false};
}

Table people() {
  Table table;
  table.header = {"who", "what", Cell("hours", Tone::plain, true)};
  table.rows = {{"김은지", "primary", Cell("7", Tone::plain, true)},
                {"นภา ศรีสุข", "secondary", Cell("70", Tone::plain, true)},
                {"Fía", "primary", Cell("105", Tone::plain, true)}};
  return table;
}

TEST(DisplayWidth, CountsColumnsOfATerminal) {
  const struct {
    const char* name;
    const char* text;
    int width;
  } rows[] = {
      {"nothing", "", 0},          {"latin", "Amara", 5},
      {"precomposed", "Fía", 3},   {"combining accent", "Fi\u0301a", 3},
      {"wide", "김은지", 6},       {"thai with marks above and below", "นภา ศรีสุข", 8},
      {"dash", "07:00–10:00", 11}, {"a byte that is no UTF-8 shows as one", "\xff", 1},
  };
  for (const auto& row : rows) EXPECT_EQ(display_width(row.text), row.width) << row.name;
}

TEST(Wrapped, BreaksAtBlanks) {
  EXPECT_EQ(wrapped("one two three", 9, 2), "one two\n  three");
  EXPECT_EQ(wrapped("one two three", 100, 2), "one two three");
  EXPECT_EQ(wrapped("incomprehensibilities of it", 6, 0), "incomprehensibilities\nof it");
  EXPECT_EQ(wrapped("", 6, 0), "");
}

TEST(Table, LinesUpInAnyScript) {
  EXPECT_EQ(to_text(people(), columns(80)),
            "who       what       hours\n"
            "김은지    primary        7\n"
            "นภา ศรีสุข  secondary     70\n"
            "Fía       primary      105\n");
}

TEST(Table, WrapsWideCellsBeforeItFolds) {
  Table table;
  table.header = {"week", "primary"};
  table.rows = {{"2026-W48", "Cy (Bea Wed 25 17:00–22:00)"}};
  EXPECT_EQ(to_text(table, columns(30)),
            "week      primary\n"
            "2026-W48  Cy (Bea Wed 25\n"
            "          17:00–22:00)\n");
}

TEST(Table, FoldsToABlockForEachRowWhereItMust) {
  EXPECT_EQ(to_text(people(), columns(20)),
            "who\n김은지\n  what   primary\n  hours  7\n"
            "นภา ศรีสุข\n  what   secondary\n  hours  70\n"
            "Fía\n  what   primary\n  hours  105\n");
}

TEST(Table, RunsOnWithoutNamesOfColumns) {
  Table table = people();
  table.runs_on = true;
  table.rows[1][0] = table.rows[0][0];
  EXPECT_EQ(to_text(table, columns(16)), "김은지\n  primary  7\n  secondary  70\nFía\n  primary  105\n");
  EXPECT_THAT(to_text(table, columns(80)), testing::StartsWith("김은지  primary"));
}

TEST(Table, IsNoWiderThanItIsTold) {
  for (int width = 20; width <= 60; ++width) {
    std::string text = to_text(people(), columns(width));
    while (!text.empty()) {
      const auto end = text.find('\n');
      EXPECT_LE(display_width(text.substr(0, end)), width) << "at " << width;
      EXPECT_FALSE(text.substr(0, end).ends_with(' ')) << "at " << width;
      text.erase(0, end + 1);
    }
  }
}

TEST(Table, IsNothingWithoutRows) {
  Table table;
  table.header = {"a"};
  EXPECT_EQ(to_text(table, columns(80)), "");
  EXPECT_EQ(to_csv(table), "a\r\n");
}

TEST(Table, ShowsControlCharacters) {
  Table table;
  table.rows = {{"A\x1b[2J\nB\u202e", "x"}};
  EXPECT_EQ(to_text(table, columns(80)), "A\\x1b[2J\\nB\\u202e  x\n");
}

TEST(Table, ColoursTextAndNotTheBlanks) {
  Table table;
  table.rows = {{Cell("a", Tone::bad), "b"}, {"long", "c"}};
  EXPECT_EQ(to_text(table, {80, true}), "\x1b[31ma\x1b[0m     b\nlong  c\n");
}

TEST(Csv, QuotesAndMakesFormulasSafe) {
  const struct {
    const char* name;
    const char* cell;
    const char* csv;
  } rows[] = {
      {"plain", "Amara", "Amara"},
      {"comma", "Rao, Dev", "\"Rao, Dev\""},
      {"quote", "a \"b\"", "\"a \"\"b\"\"\""},
      {"line break", "a\nb", "a\\nb"},
      {"escape and direction", "\x1b[31mred\u202e", "\\x1b[31mred\\u202e"},
      {"equals", "=1+2", "'=1+2"},
      {"plus", "+44 20 7946 0001", "'+44 20 7946 0001"},
      {"minus", "-x", "'-x"},
      {"at", "@SUM(A1)", "'@SUM(A1)"},
      {"tab", "\tx", "\\tx"},
      {"return", "\rx", "\\rx"},
      {"formula with a comma", "=A,B", "\"'=A,B\""},
      {"negative number", "-60", "-60"},
      {"number with a sign and a point", "+1.5", "+1.5"},
      {"two signs", "--1", "'--1"},
      {"number that goes on", "-1+A1", "'-1+A1"},
  };
  for (const auto& row : rows) {
    Table table;
    table.header = {"h"};
    table.rows = {{row.cell}};
    EXPECT_EQ(to_csv(table), std::string("h\r\n") + row.csv + "\r\n") << row.name;
  }
}

TEST(Markdown, EscapesWhatWouldBeMarkup) {
  Table table;
  table.header = {"who", Cell("minutes", Tone::plain, true)};
  table.rows = {{"a|b *c* <i>", Cell("1", Tone::plain, true)}, {"line\nbreak"}};
  EXPECT_EQ(to_markdown(table),
            "| who | minutes |\n| --- | ---: |\n| a\\|b \\*c\\* \\<i\\> | 1 |\n| line\\\\nbreak |  |\n");
}

}  // namespace
}  // namespace cprota
