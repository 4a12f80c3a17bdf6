// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cprota/format/read_team.hpp"

#include "faults.hpp"

namespace cprota {
namespace {

// A slip in the small team, and what is said of it.
struct Case {
  const char* name;
  const char* right;
  const char* wrong;
  std::vector<std::string> said;  // after `cprota.toml:`
};

void expect_faults(const Case& c, const std::vector<Diagnostic>& faults,
                   const std::vector<Diagnostic>& others) {
  std::vector<std::string> expected;
  for (const std::string& line : c.said) expected.push_back("cprota.toml:" + line);
  EXPECT_EQ(lines_of(faults), expected) << c.name;
  EXPECT_EQ(lines_of(others), std::vector<std::string>{}) << c.name;
}

TEST(ReadTeam, TheSmallTeamIsRight) {
  const TeamReading reading = read_team(small_team, "cprota.toml");
  EXPECT_EQ(lines_of(reading.faults), std::vector<std::string>{});
  EXPECT_EQ(lines_of(reading.faults_elsewhere), std::vector<std::string>{});
  EXPECT_TRUE(reading.is_known);
}

TEST(ReadTeam, FaultsOfTheTeamTable) {
  const Case cases[] = {
      {"no name", "name = \"Cloud Platform\"\n", "", {"1:1: error: [team] needs \"name\""}},
      {"no zone", "timezone = \"Europe/London\"\n", "", {"1:1: error: [team] needs \"timezone\""}},
      {"an empty name", "\"Cloud Platform\"", "\" \"", {"2:8: error: \"name\" is empty"}},
      {"a name that is a number",
       "\"Cloud Platform\"",
       "7",
       {"2:8: error: \"name\" must be text in quotes, not a whole number"}},
      {"a control character",
       "\"Cloud Platform\"",
       "\"Cloud\\u001b[2J\"",
       {"2:8: error: \"name\" holds a control character; take it out: Cloud\\x1b[2J"}},
      {"a new line in a name",
       "\"Cloud Platform\"",
       "\"Cloud\\nPlatform\"",
       {"2:8: error: \"name\" holds a control character; take it out: Cloud\\nPlatform"}},
      {"a C1 control in a name",
       "\"Cloud Platform\"",
       "\"\\u009b\"",
       {"2:8: error: \"name\" holds a control character; take it out: \\u009b"}},
      {"a key mistyped",
       "timezone =",
       "timezon = \"UTC\"\ntimezone =",
       {"3:1: error: unknown key \"timezon\" in [team]; did you mean \"timezone\"? (the file may be for a "
        "newer "
        "cprota)"}},
      {"a key from elsewhere",
       "timezone =",
       "colour = \"red\"\ntimezone =",
       {"3:1: error: unknown key \"colour\" in [team] (the file may be for a newer cprota)"}},
      {"a division nobody has",
       "timezone =",
       "bank-holidays = \"england\"\ntimezone =",
       {"3:17: error: \"bank-holidays\" must be one of \"england-and-wales\", \"scotland\", "
        "\"northern-ireland\", "
        "\"none\", not \"england\"; did you mean \"england-and-wales\"?"}},
      {"a later cprota needed",
       "timezone =",
       "requires = \"1.1\"\ntimezone =",
       {"3:12: error: this team needs cprota 1.1 or newer; this is 1.0.0"}},
      {"no version",
       "timezone =",
       "requires = \"v1\"\ntimezone =",
       {"3:12: error: \"requires\" is a version like \"1.0\", not \"v1\""}},
      {"a version that is a number",
       "timezone =",
       "requires = 1.0\ntimezone =",
       {"3:12: error: \"requires\" must be text in quotes, not a decimal number"}},
      {"a date in quotes",
       "timezone =",
       "reviewed = \"2021-05-17\"\ntimezone =",
       {"3:12: error: \"reviewed\" is a date without quotes: 2021-05-17"}},
      {"a date with a time",
       "timezone =",
       "review-by = 2021-05-17T10:00:00\ntimezone =",
       {"3:13: error: \"review-by\" must be a date like 2026-11-23, not a date and time"}},
      {"a date before 1970",
       "timezone =",
       "reviewed = 1969-12-31\ntimezone =",
       {"3:12: error: \"reviewed\" lies outside the years 1970 to 2199"}},
      {"a date after 2199",
       "timezone =",
       "reviewed = 2200-01-01\ntimezone =",
       {"3:12: error: \"reviewed\" lies outside the years 1970 to 2199"}},
      {"[[team]]", "[team]", "[[team]]", {"1:1: error: \"team\" must be a table, not a list"}},
      {"a table like [team]",
       "[team]",
       "[teams]",
       {"1:1: error: [team] is missing: a team needs a name and a timezone",
        "1:2: error: unknown key \"teams\"; did you mean \"team\"? (the file may be for a newer cprota)"}},
  };
  for (const Case& c : cases) {
    const TeamReading reading = read_team(with(small_team, c.right, c.wrong), "cprota.toml");
    expect_faults(c, reading.faults, reading.faults_elsewhere);
  }
}

TEST(ReadTeam, AZoneNobodyKnowsIsOneFault) {
  const TeamReading reading = read_team(with(small_team, "Europe/London", "Europe/Londn"), "cprota.toml");
  ASSERT_EQ(reading.faults.size(), 1u);
  EXPECT_THAT(to_string(reading.faults[0]), testing::StartsWith("cprota.toml:3:12: error: "));
  EXPECT_THAT(to_string(reading.faults[0]), testing::HasSubstr("Europe/London"));
  EXPECT_FALSE(reading.is_known);
  EXPECT_FALSE(reading.machine_fault);
}

TEST(ReadTeam, FaultsOfHours) {
  const Case cases[] = {
      {"a reserved name",
       "[hours.support]",
       "[hours.weekend]\n[hours.support]",
       {"5:8: error: hours cannot be called \"weekend\": the word has a meaning of its own"}},
      {"a capital",
       "[hours.support]",
       "[hours.Support]\n[hours.support]",
       {"5:8: error: hours cannot be called \"Support\": names are of lower-case letters, digits, - and _"}},
      {"a day in full",
       "weekday = [\"10:00-17:00\"]",
       "friday = []",
       {"6:1: error: unknown key \"friday\" in [hours.support] (the file may be for a newer cprota)"}},
      {"a kind mistyped",
       "weekday = [\"10:00-17:00\"]",
       "weekdays = []",
       {"6:1: error: unknown key \"weekdays\" in [hours.support]; did you mean \"weekday\"? (the file may be "
        "for a "
        "newer cprota)"}},
      {"a window without its list",
       "[\"10:00-17:00\"]",
       "\"10:00-17:00\"",
       {"6:11: error: \"weekday\" must be a list of windows like \"10:00-17:00\", not text"}},
      {"a window that is no text",
       "[\"10:00-17:00\"]",
       "[10]",
       {"6:12: error: \"weekday\" must be text in quotes, not a whole number"}},
      {"a date that never was",
       "weekday = [\"10:00-17:00\"]",
       "\"2026-02-29\" = []",
       {"6:1: error: there is no date \"2026-02-29\" in the years 1970 to 2199"}},
      {"a date too far",
       "weekday = [\"10:00-17:00\"]",
       "2200-01-01 = []",
       {"6:1: error: there is no date \"2200-01-01\" in the years 1970 to 2199"}},
      {"a second version without from",
       "[hours.support]\nweekday = [\"10:00-17:00\"]",
       "[[hours.support]]\n[[hours.support]]",
       {"6:1: error: each [[hours.support]] but the first needs \"from\", a date"}},
      {"versions in the wrong order",
       "[hours.support]\nweekday = [\"10:00-17:00\"]",
       "[[hours.support]]\nfrom = 2026-02-01\n[[hours.support]]\nfrom = 2026-02-01",
       {"7:1: error: \"from\" of this [[hours.support]] must be later than that of the one above "
        "(2026-02-01)"}},
      {"hours that are no table",
       "[hours.support]\nweekday = [\"10:00-17:00\"]",
       "[hours]\nsupport = 3",
       {"6:11: error: [hours.support] must be a table, not a whole number"}},
  };
  for (const Case& c : cases) {
    const TeamReading reading = read_team(with(small_team, c.right, c.wrong), "cprota.toml");
    expect_faults(c, reading.faults, reading.faults_elsewhere);
  }
}

TEST(ReadTeam, FaultsOfRotas) {
  const Case cases[] = {
      {"no hours", "hours = \"on-call\"\n", "", {"11:1: error: [rota.on-call] needs \"hours\""}},
      {"unknown hours",
       "hours = \"on-call\"",
       "hours = \"oncall\"",
       {"12:9: error: no hours are called \"oncall\"; did you mean \"on-call\"?"}},
      {"no roles",
       "roles = [\"primary\", \"secondary\"]\n",
       "",
       {"11:1: error: [rota.on-call] needs \"roles\""}},
      {"an empty list of roles",
       "roles = [\"primary\", \"secondary\"]",
       "roles = []",
       {"13:9: error: a rota has at least one role"}},
      {"a role twice",
       "\"secondary\"]",
       "\"primary\"]",
       {"13:21: error: \"primary\" stands twice in \"roles\""}},
      {"a role with a blank",
       "\"secondary\"]",
       "\"second one\"]",
       {"13:21: error: a role cannot be called \"second one\": names are of lower-case letters, digits, - "
        "and _"}},
      {"an optional role nobody knows",
       "handover =",
       "optional = [\"shadow\"]\nhandover =",
       {"14:13: error: no role is called \"shadow\""}},
      {"a handover without a time",
       "Mon 10:00",
       "Mon",
       {"14:12: error: \"handover\" is a day and a time like \"Mon 10:00\", not \"Mon\""}},
      {"a handover at the end of a day",
       "Mon 10:00",
       "Mon 24:00",
       {"14:12: error: \"handover\" is a day and a time like \"Mon 10:00\", not \"Mon 24:00\""}},
      {"a handover on a date",
       "\"Mon 10:00\"",
       "2026-11-23",
       {"14:12: error: \"handover\" must be text in quotes, not a date"}},
      {"a key mistyped",
       "handover =",
       "hadnover =",
       {"14:1: error: unknown key \"hadnover\" in [rota.on-call]; did you mean \"handover\"? (the file may "
        "be for a "
        "newer cprota)"}},
      {"a turn of a month",
       "turn = \"day\"",
       "turn = \"month\"",
       {"20:8: error: \"turn\" must be one of \"week\", \"day\", not \"month\""}},
      {"no members", "members = [\"amara\"]\n", "", {"17:1: error: [rota.support] needs \"members\""}},
      {"a member nobody knows",
       "[\"amara\", \"bea\"]",
       "[\"amra\", \"bea\"]",
       {"15:12: error: no one is called \"amra\"; did you mean \"amara\"?"}},
      {"a member twice",
       "[\"amara\", \"bea\"]",
       "[\"bea\", \"bea\"]",
       {"15:19: error: \"bea\" stands twice in \"members\""}},
      {"less than no rest",
       "turn = \"day\"",
       "rest = -1",
       {"20:8: error: \"rest\" must lie between 0 and 1040"}},
      {"half a week of rest",
       "turn = \"day\"",
       "rest = 0.5",
       {"20:8: error: \"rest\" must be a whole number, not a decimal number"}},
      {"a weight of three decimals",
       "turn = \"day\"",
       "weights = { engineer = 1.005 }",
       {"20:24: error: \"engineer\" must be a number from 0 to 100 with at most 2 decimals, not 1.005"}},
      {"a negative weight",
       "turn = \"day\"",
       "weights = { engineer = -1 }",
       {"20:24: error: \"engineer\" must be a number from 0 to 100 with at most 2 decimals, not -1"}},
      {"a weight of no number",
       "turn = \"day\"",
       "weights = { engineer = nan }",
       {"20:24: error: \"engineer\" must be a number from 0 to 100 with at most 2 decimals, not nan"}},
      {"a weight with an exponent",
       "turn = \"day\"",
       "weights = { engineer = 1e1 }",
       {"20:24: error: \"engineer\" must be a number from 0 to 100 with at most 2 decimals, not 1e1"}},
      {"the weight of a role nobody knows",
       "turn = \"day\"",
       "weights = { enginer = 1 }",
       {"20:13: error: rota \"support\" has no role \"enginer\"; did you mean \"engineer\"?"}},
      {"weights that are a number",
       "turn = \"day\"",
       "weights = 1",
       {"20:11: error: \"weights\" must be a table, not a whole number"}},
      {"a fair step of nothing",
       "turn = \"day\"",
       "fair-step = \"0h\"",
       {"20:13: error: \"fair-step\" must be at least a minute"}},
      {"apart from itself",
       "turn = \"day\"",
       "apart = [\"support\"]",
       {"20:9: error: rota \"support\" cannot be apart from itself"}},
      {"apart from nobody",
       "turn = \"day\"",
       "apart = [\"oncall\"]",
       {"20:10: error: no rota is called \"oncall\"; did you mean \"on-call\"?"}},
      {"a reserved name",
       "[rota.support]",
       "[rota.override]",
       {"17:7: error: a rota cannot be called \"override\": the word has a meaning of its own"}},
      {"[[rota.support]]",
       "[rota.support]",
       "[[rota.support]]",
       {"17:1: error: \"rota.support\" must be a table, not a list"}},
  };
  for (const Case& c : cases) {
    const TeamReading reading = read_team(with(small_team, c.right, c.wrong), "cprota.toml");
    expect_faults(c, reading.faults, reading.faults_elsewhere);
  }
}

TEST(ReadTeam, FaultsOfPeopleAndBankHolidays) {
  const Case cases[] = {
      {"no id",
       "id = \"amara\"\n",
       "",
       {"15:12: error: no one is called \"amara\"", "21:12: error: no one is called \"amara\"",
        "23:1: error: [[people]] needs \"id\""}},
      {"no name", "name = \"Bea Lind\"\n", "", {"27:1: error: [[people]] needs \"name\""}},
      {"an id twice",
       "id = \"bea\"",
       "id = \"bea\"\nname = \"B\"\n[[people]]\nid = \"bea\"",
       {"31:6: error: two people have the id \"bea\""}},
      {"a reserved id",
       "id = \"bea\"",
       "id = \"none\"\nname = \"B\"\n[[people]]\nid = \"bea\"",
       {"28:6: error: a person cannot be called \"none\": the word has a meaning of its own"}},
      {"an id with a capital",
       "id = \"bea\"",
       "id = \"Bea\"\nname = \"B\"\n[[people]]\nid = \"bea\"",
       {"28:6: error: a person cannot be called \"Bea\": names are of lower-case letters, digits, - and _"}},
      {"one bracket",
       "[[people]]\nid = \"amara\"\nname = \"Amara Okafor\"\n\n[[people]]\nid = \"bea\"",
       "[people]",
       {"15:12: error: no one is called \"amara\"", "15:21: error: no one is called \"bea\"",
        "21:12: error: no one is called \"amara\"",
        "23:1: error: write [[people]] with two brackets: there may be several"}},
      {"a telephone number that is a number",
       "id = \"bea\"",
       "id = \"bea\"\nphone = 442079460001",
       {"29:9: error: \"phone\" must be text in quotes, not a whole number"}},
      {"gone before they came",
       "id = \"bea\"",
       "id = \"bea\"\nfirst = 2026-02-02\nlast = 2026-02-01",
       {"30:8: error: \"last\" lies before \"first\""}},
      {"a share of five decimals",
       "id = \"bea\"",
       "id = \"bea\"\nshare = 0.12345",
       {"29:9: error: \"share\" must be a number from 0 to 10 with at most 4 decimals, not 0.12345"}},
      {"a day off in full",
       "id = \"bea\"",
       "id = \"bea\"\ndays-off = [\"friday\"]",
       {"29:13: error: \"days-off\" must be one of \"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", "
        "\"sun\", "
        "not \"friday\""}},
      {"excepted from half a name",
       "id = \"bea\"",
       "id = \"bea\"\nexcept = [\"primary\"]",
       {"29:11: error: no role is called \"primary\"; write \"on-call.primary\""}},
      {"excepted from what is not",
       "id = \"bea\"",
       "id = \"bea\"\nexcept = [\"on-call.primry\"]",
       {"29:11: error: no role is called \"on-call.primry\"; did you mean \"on-call.primary\"?"}},
      {"a bank holiday without a name",
       "[[people]]",
       "[[bank-holiday]]\ndate = 2027-05-28\n[[people]]",
       {"23:1: error: [[bank-holiday]] needs \"name\""}},
      {"a bank holiday twice",
       "[[people]]",
       "[[bank-holiday]]\ndate = 2027-05-28\nname = \"A\"\n[[bank-holiday]]\ndate = 2027-05-28\nname = "
       "\"B\"\n[[people]]",
       {"26:1: error: two [[bank-holiday]] have the date 2027-05-28"}},
      {"a table like [[people]]",
       "[[people]]",
       "[[peple]]\n[[people]]",
       {"23:3: error: unknown key \"peple\"; did you mean \"people\"? (the file may be for a newer cprota)"}},
  };
  for (const Case& c : cases) {
    const TeamReading reading = read_team(with(small_team, c.right, c.wrong), "cprota.toml");
    expect_faults(c, reading.faults, reading.faults_elsewhere);
  }
}

// All of one run, in the order of the file.
TEST(ReadTeam, ReadsOnPastTheFirstFault) {
  std::string text = with(small_team, "Cloud Platform", "");
  text = with(text, "\"secondary\"]", "\"primary\"]");
  text = with(text, "name = \"Bea Lind\"", "nam = \"Bea Lind\"");
  const TeamReading reading = read_team(text, "cprota.toml");
  EXPECT_THAT(lines_of(reading.faults), testing::ElementsAre(testing::StartsWith("cprota.toml:2:8:"),
                                                             testing::StartsWith("cprota.toml:13:21:"),
                                                             testing::StartsWith("cprota.toml:27:1:"),
                                                             testing::StartsWith("cprota.toml:29:1:")));
  EXPECT_EQ(reading.faults[1].source_line, "roles = [\"primary\", \"primary\"]");
}

}  // namespace
}  // namespace cprota
