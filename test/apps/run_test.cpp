// SPDX-License-Identifier: MIT
#include "run.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli.hpp"
#include "fake_env.hpp"
#include "output.hpp"
#include "team.hpp"

namespace cprota {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(FindConfig, TakesTheFirstThatIsThere) {
  const struct {
    const char* name;
    std::optional<std::string> option;
    std::map<std::string, std::string> variables;
    std::optional<std::string> folder;
    std::set<std::string> paths;
    const char* found;
  } rows[] = {
      {"the option", "a", {{"CPROTA_CONFIG", "b"}}, "/x", {"/x/cprota.toml"}, "a"},
      {"the variable", {}, {{"CPROTA_CONFIG", "b"}}, "/x", {"/x/cprota.toml"}, "b"},
      {"an empty variable is none", {}, {{"CPROTA_CONFIG", ""}}, "/x", {"/x/cprota.toml"}, "/x/cprota.toml"},
      {"the nearest above", {}, {}, "/x/y/z", {"/cprota.toml", "/x/cprota.toml"}, "/x/cprota.toml"},
      {"the root", {}, {}, "/x/y", {"/cprota.toml"}, "/cprota.toml"},
      {"in the root itself", {}, {}, "/", {"/cprota.toml"}, "/cprota.toml"},
      {"a sibling's does not count",
       {},
       {{"HOME", "/h"}},
       "/x/y",
       {"/x/z/cprota.toml", "/h/.config/cprota/cprota.toml"},
       "/h/.config/cprota/cprota.toml"},
      {"the configuration folder before home",
       {},
       {{"XDG_CONFIG_HOME", "/c"}, {"HOME", "/h"}},
       "/x",
       {"/c/cprota/cprota.toml", "/h/.config/cprota/cprota.toml"},
       "/c/cprota/cprota.toml"},
      {"a relative configuration folder is ignored",
       {},
       {{"XDG_CONFIG_HOME", "c"}, {"HOME", "/h"}},
       "/x",
       {"c/cprota/cprota.toml", "/h/.config/cprota/cprota.toml"},
       "/h/.config/cprota/cprota.toml"},
      {"the machine's", {}, {{"HOME", "/h"}}, "/x", {"/etc/cprota/cprota.toml"}, "/etc/cprota/cprota.toml"},
      {"without a current folder", {}, {}, {}, {"/etc/cprota/cprota.toml"}, "/etc/cprota/cprota.toml"},
  };
  for (const auto& row : rows) {
    FakeEnv env;
    env.variables = row.variables;
    env.folder = row.folder;
    env.paths = row.paths;
    Session session{env};
    session.globals.config = row.option;
    EXPECT_EQ(find_config(session).value_or("nothing"), row.found) << row.name;
  }
}

TEST(FindConfig, FailsWhereThereIsNone) {
  FakeEnv env;
  const Session session{env};
  const auto found = find_config(session);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().fault, Fault::files);
}

TEST(TextStyle, ColoursAndFoldsAsTold) {
  const struct {
    const char* name;
    std::map<std::string, std::string> variables;
    std::optional<int> columns;
    std::optional<std::string> color;
    int width;
    bool colour;
  } rows[] = {
      {"neither terminal nor variable", {}, {}, {}, TextStyle::unlimited, false},
      {"a terminal", {}, 132, {}, 132, true},
      {"a dumb terminal", {{"TERM", "dumb"}}, 132, {}, 132, false},
      {"COLUMNS before the terminal", {{"COLUMNS", "40"}}, 132, {}, 40, true},
      {"COLUMNS that is no number", {{"COLUMNS", "4o"}}, 132, {}, 132, true},
      {"no narrower than can be read", {}, 3, {}, 20, true},
      {"NO_COLOR", {{"NO_COLOR", "1"}}, 80, {}, 80, false},
      {"NO_COLOR that is empty", {{"NO_COLOR", ""}}, 80, {}, 80, true},
      {"forced without a terminal", {{"CLICOLOR_FORCE", "1"}}, {}, {}, TextStyle::unlimited, true},
      {"not forced by 0", {{"CLICOLOR_FORCE", "0"}}, {}, {}, TextStyle::unlimited, false},
      {"NO_COLOR before CLICOLOR_FORCE", {{"NO_COLOR", "1"}, {"CLICOLOR_FORCE", "1"}}, 80, {}, 80, false},
      {"the option before NO_COLOR", {{"NO_COLOR", "1"}}, {}, "always", TextStyle::unlimited, true},
      {"the option before a terminal", {}, 80, "never", 80, false},
  };
  for (const auto& row : rows) {
    FakeEnv env;
    env.variables = row.variables;
    env.columns = row.columns;
    Session session{env};
    session.globals.color = row.color;
    const TextStyle style = text_style(session);
    EXPECT_EQ(style.width, row.width) << row.name;
    EXPECT_EQ(style.colour, row.colour) << row.name;
  }
}

TEST(TextStyle, OfAFileIsNotThatOfTheTerminal) {
  FakeEnv env;
  env.columns = 40;
  const TextStyle style = text_style(Session{env}, {std::nullopt, "out", std::nullopt});
  EXPECT_EQ(style.width, TextStyle::unlimited);
  EXPECT_FALSE(style.colour);
}

TEST(CommandLine, IsRefused) {
  const struct {
    const char* name;
    std::vector<std::string> words;
    const char* message;
  } rows[] = {
      {"unknown command", {"whonow"}, "did you mean \"who-now\"?"},
      {"abbreviated option", {"who-now", "--templ", "x"}, "did you mean \"--template\"?"},
      {"option before its command", {"--json", "who-now"}, "cprota who-now …"},
      {"missing value", {"who-now", "--at"}, "--at needs a value"},
      {"empty value", {"who-now", "--at=", "x"}, "--at needs a value"},
      {"value for a flag", {"who-now", "--json=1"}, "--json takes no value"},
      {"twice", {"who-now", "--at", "1", "--at", "2"}, "--at is given more than once"},
      {"contradiction", {"show", "--json", "--format", "csv"}, "contradicts"},
      {"no such choice", {"show", "--format", "jsn"}, "did you mean \"json\"?"},
      {"no number", {"next", "-n", "two"}, "takes a whole number"},
      {"below zero", {"next", "-n=-1"}, "takes a whole number"},
      {"too large", {"next", "-n", "99999999999"}, "takes a whole number"},
      {"one word too many", {"who-now", "x"}, "does not take \"x\""},
      {"missing word", {"is"}, "CONDITION is missing"},
  };
  for (const auto& row : rows) {
    const auto call = parse_command_line(row.words);
    ASSERT_FALSE(call) << row.name;
    EXPECT_EQ(call.error().fault, Fault::usage) << row.name;
    EXPECT_THAT(call.error().diagnostics.front().message, HasSubstr(row.message)) << row.name;
  }
}

TEST(CommandLine, TakesOptionsOfTheProgramOnBothSides) {
  const auto call = parse_command_line({"--config", "a", "-q", "who-now", "--now=09:15", "--color", "never"});
  ASSERT_TRUE(call);
  EXPECT_EQ(call->entry->name, "who-now");
  EXPECT_EQ(call->globals.config, "a");
  EXPECT_EQ(call->globals.now, "09:15");
  EXPECT_EQ(call->globals.color, "never");
  EXPECT_TRUE(call->globals.quiet);
}

TEST(Run, EveryCommandHasItsHelp) {
  for (const CommandEntry& entry : all_commands()) {
    FakeEnv env;
    std::vector<std::string> words{"--help"};
    if (!entry.name.empty()) words.insert(words.begin(), std::string(entry.name));
    EXPECT_EQ(run(words, env), Exit::answered) << entry.name;
    EXPECT_THAT(env.output, StartsWith("Example: cprota " + std::string(entry.name))) << entry.name;
    EXPECT_EQ(env.messages, "") << entry.name;
  }
}

TEST(Run, ReturnsTheHighestThatHolds) {
  FakeEnv env;
  EXPECT_EQ(run({"who-now"}, env), Exit::files);
  EXPECT_THAT(env.messages, HasSubstr("cprota.toml"));
  EXPECT_EQ(run({"who-now", "--nonesuch"}, env), Exit::usage);
  env.disk_error = "the disk is full";
  EXPECT_EQ(run({"--version"}, env), Exit::machine);
  EXPECT_THAT(env.messages, HasSubstr("the disk is full"));
  EXPECT_EQ(env.output, "");
}

}  // namespace
}  // namespace cprota
