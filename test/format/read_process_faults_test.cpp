// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cprota/format/read_team.hpp"

#include "faults.hpp"

namespace cprota {
namespace {

// Lines under the small team, the first of which is line 30, and what is said of them.
struct Case {
  const char* name;
  const char* text;
  std::vector<std::string> said;  // after `cprota.toml:`
};

void expect_elsewhere(const Case& c) {
  const TeamReading reading = read_team(small_team + c.text, "cprota.toml");
  std::vector<std::string> expected;
  for (const std::string& line : c.said) expected.push_back("cprota.toml:" + line);
  EXPECT_EQ(lines_of(reading.faults_elsewhere), expected) << c.name;
  EXPECT_EQ(lines_of(reading.faults), std::vector<std::string>{}) << c.name << ": answers do not need it";
}

TEST(ReadTeam, FaultsOfLeaveDutiesAndRoutes) {
  const Case cases[] = {
      {"leave of nobody known",
       "[[leave]]\npeople = [\"cy\"]\nfirst = 2026-12-21\nlast = 2027-01-03\n",
       {"31:11: error: no one is called \"cy\""}},
      {"leave that ends before it begins",
       "[[leave]]\npeople = [\"bea\"]\nfirst = 2026-12-21\nlast = 2026-12-20\n",
       {"33:8: error: \"last\" lies before \"first\""}},
      {"leave without an end",
       "[[leave]]\npeople = [\"bea\"]\nfirst = 2026-12-21\n",
       {"30:1: error: [[leave]] needs \"last\""}},
      {"leave of another kind",
       "[[leave]]\npeople = [\"bea\"]\nfirst = 2026-12-21\nlast = 2026-12-21\nkind = \"ill\"\n",
       {"34:8: error: \"kind\" must be one of \"leave\", \"avoid\", not \"ill\""}},
      {"leave of one name without a list",
       "[[leave]]\npeople = \"bea\"\nfirst = 2026-12-21\nlast = 2026-12-21\n",
       {"31:10: error: \"people\" must be a list of people, not text"}},
      {"a duty in no hours",
       "[[duty]]\nhours = \"suport\"\ntext = \"triage\"\n",
       {"31:9: error: no hours are called \"suport\"; did you mean \"support\"?"}},
      {"a duty without text", "[[duty]]\nhours = \"support\"\n", {"30:1: error: [[duty]] needs \"text\""}},
      {"a duty at noon",
       "[[duty]]\nhours = \"support\"\nwhen = \"noon\"\ntext = \"lunch\"\n",
       {"32:8: error: \"when\" must be one of \"start\", \"during\", \"end\", not \"noon\""}},
      {"a duty by two",
       "[[duty]]\nhours = \"support\"\nby = \"two\"\ntext = \"lunch\"\n",
       {"32:6: error: \"by\" must be one of \"one\", \"all\", not \"two\""}},
      {"a route of no severity",
       "[[route]]\nduring = \"support\"\ncontact = \"#ask\"\n",
       {"30:1: error: [[route]] needs \"severity\""}},
      {"a route outside what is not",
       "[[route]]\nseverity = \"high\"\nduring = \"outside suport\"\ncontact = \"#ask\"\n",
       {"32:10: error: no hours are called \"suport\"; did you mean \"support\"?"}},
      {"a route that asks for a number",
       "[[route]]\nseverity = \"high\"\nduring = \"always\"\ncontact = \"#ask\"\ngive = [1]\n",
       {"34:9: error: \"give\" must be text in quotes, not a whole number"}},
      {"a table like [[route]]",
       "[[routes]]\n",
       {"30:3: error: unknown key \"routes\"; did you mean \"route\"? (the file may be for a newer cprota)"}},
      {"a table like nothing",
       "[kubernetes]\n",
       {"30:2: error: unknown key \"kubernetes\" (the file may be for a newer cprota)"}},
  };
  for (const Case& c : cases) expect_elsewhere(c);
}

TEST(ReadTeam, FaultsOfContactAndCheck) {
  const Case cases[] = {
      {"contact of no rota",
       "[contact]\nrota = \"oncall\"\n",
       {"31:8: error: no rota is called \"oncall\"; did you mean \"on-call\"?"}},
      {"contact in no hours",
       "[contact]\nsupport = \"working\"\n",
       {"31:11: error: no hours are called \"working\""}},
      {"no work", "[contact]\nwork = \"0m\"\n", {"31:8: error: \"work\" must be at least a minute"}},
      {"[[contact]]", "[[contact]]\n", {"30:1: error: \"contact\" must be a table, not a list"}},
      {"a rule nobody checks",
       "[check]\nrests = \"off\"\n",
       {"31:1: error: unknown key \"rests\" in [check]; did you mean \"rest\"? (the file may be for a newer "
        "cprota)"}},
      {"a severity nobody knows",
       "[check]\nrest = \"fatal\"\n",
       {"31:8: error: \"rest\" must be one of \"off\", \"warning\", \"error\", not \"fatal\""}},
      {"true for a severity",
       "[check]\nrest = false\n",
       {"31:8: error: \"rest\" must be text in quotes, not true or false"}},
      {"a horizon of text",
       "[check]\nhorizon-weeks = \"4\"\n",
       {"31:17: error: \"horizon-weeks\" must be a whole number, not text"}},
      {"a horizon of centuries",
       "[check]\nhorizon-weeks = 99999999999\n",
       {"31:17: error: \"horizon-weeks\" must lie between 0 and 520"}},
  };
  for (const Case& c : cases) expect_elsewhere(c);
}

TEST(ReadTeam, FaultsOfPay) {
  const Case cases[] = {
      {"pay of no rota",
       "[pay.oncall]\npercent-of-day-rate = 15\nevery = \"8h\"\n",
       {"30:6: error: no rota is called \"oncall\"; did you mean \"on-call\"?"}},
      {"no pay",
       "[pay.on-call]\n",
       {"30:1: error: a rule of pay needs \"percent-of-day-rate\", \"per-day\" or \"per-hour\""}},
      {"both forms",
       "[pay.on-call]\npercent-of-day-rate = 15\nper-day = { weekday = \"50.00\", weekend = \"75.00\", "
       "bank-holiday = \"75.00\" }\n",
       {"30:1: error: a rule of pay has only one of \"percent-of-day-rate\", \"per-day\" and \"per-hour\""}},
      {"a percentage of five decimals",
       "[pay.on-call]\npercent-of-day-rate = 15.00001\nevery = \"8h\"\n",
       {"31:23: error: \"percent-of-day-rate\" must be a number from 0 to 1000 with at most 4 decimals, not "
        "15.00001"}},
      {"a percentage of no time",
       "[pay.on-call]\npercent-of-day-rate = 15\n",
       {"31:23: error: \"percent-of-day-rate\" needs \"every\", the time that it is paid for, such as "
        "\"8h\""}},
      {"every so many words",
       "[pay.on-call]\npercent-of-day-rate = 15\nevery = \"0h\"\n",
       {"32:9: error: \"every\" must be at least a minute"}},
      {"every of flat amounts",
       "[pay.on-call]\nevery = \"8h\"\nper-day = { weekday = \"50.00\", weekend = \"75.00\", bank-holiday = "
       "\"75.00\" }\n",
       {"31:1: error: \"every\" belongs to \"percent-of-day-rate\""}},
      {"a count of flat amounts",
       "[pay.on-call]\ncount = \"per-day\"\nper-hour = { weekday = \"50.00\", weekend = \"75.00\", "
       "bank-holiday = "
       "\"75.00\" }\n",
       {"31:1: error: \"count\" belongs to \"percent-of-day-rate\""}},
      {"a count of another kind",
       "[pay.on-call]\npercent-of-day-rate = 15\ncount = \"daily\"\nevery = \"8h\"\n",
       {"32:9: error: \"count\" must be one of \"pro-rata\", \"per-period\", \"per-day\", not \"daily\""}},
      {"money with one decimal",
       "[pay.on-call]\nper-day = { weekday = \"50.0\", weekend = \"75\", bank-holiday = 75.00 }\n",
       {"31:23: error: \"weekday\" must be an amount in quotes with two decimals, like \"50.00\"",
        "31:41: error: \"weekend\" must be an amount in quotes with two decimals, like \"50.00\"",
        "31:62: error: \"bank-holiday\" must be an amount in quotes with two decimals, like \"50.00\""}},
      {"a kind of day without money",
       "[pay.on-call]\nper-day = { weekday = \"50.00\", weekend = \"75.00\" }\n",
       {"31:11: error: \"per-day\" needs \"bank-holiday\""}},
      {"a part that is none",
       "[pay.on-call]\npercent-of-day-rate = 15\nworked-hour = \"1/0\"\nevery = \"8h\"\n",
       {"32:15: error: \"worked-hour\" is a part such as \"1/8\", not \"1/0\""}},
      {"a part with three parts",
       "[pay.on-call]\npercent-of-day-rate = 15\nworked-hour = \"1/8/2\"\nevery = \"8h\"\n",
       {"32:15: error: \"worked-hour\" is a part such as \"1/8\", not \"1/8/2\""}},
      {"a part of numbers too large",
       "[pay.on-call]\npercent-of-day-rate = 15\nworked-hour = \"1/1000001\"\nevery = \"8h\"\n",
       {"32:15: error: \"worked-hour\" is a part such as \"1/8\" of numbers up to 1000000, not "
        "\"1/1000001\""}},
      {"a salary over nothing",
       "[pay.on-call]\npercent-of-day-rate = 15\nday-rate-divisor = 0\nevery = \"8h\"\n",
       {"32:20: error: \"day-rate-divisor\" must lie between 1 and 100000"}},
      {"a role nobody knows",
       "[pay.on-call]\npercent-of-day-rate = 15\nby-role = { secondry = 1.0 }\nevery = \"8h\"\n",
       {"32:13: error: rota \"on-call\" has no role \"secondry\"; did you mean \"secondary\"?"}},
      {"a currency in words",
       "[pay.on-call]\npercent-of-day-rate = 15\ncurrency = \"pounds\"\nevery = \"8h\"\n",
       {"32:12: error: \"currency\" is three capital letters like \"GBP\", not \"pounds\""}},
      {"versions without from",
       "[[pay.on-call]]\npercent-of-day-rate = 15\nevery = \"8h\"\n[[pay.on-call]]\npercent-of-day-rate = "
       "15\nevery = \"8h\"\n",
       {"33:1: error: each [[pay.on-call]] but the first needs \"from\", a date"}},
      {"a key mistyped",
       "[pay.on-call]\npercent-of-day-rate = 15\nworked-hours = \"1/8\"\nevery = \"8h\"\n",
       {"32:1: error: unknown key \"worked-hours\" in [pay.on-call]; did you mean \"worked-hour\"? (the file "
        "may be "
        "for a newer cprota)"}},
  };
  for (const Case& c : cases) expect_elsewhere(c);
}

TEST(ReadContacts, Faults) {
  const Case cases[] = {
      {"a person nobody knows",
       "[amra]\nphone = \"1\"\n",
       {"1:2: error: no one is called \"amra\"; did you mean \"amara\"?"}},
      {"a key mistyped",
       "[amara]\nphon = \"1\"\n",
       {"2:1: error: unknown key \"phon\" in [amara]; did you mean \"phone\"? (the file may be for a newer "
        "cprota)"}},
      {"a key without a person", "phone = \"1\"\n", {"1:9: error: \"phone\" must be a table, not text"}},
      {"a control character",
       "[amara]\nslack = \"\\u0007\"\n",
       {"2:9: error: \"slack\" holds a control character; take it out: \\x07"}},
      {"no TOML", "[amara\n", {"1:7: error: this is not TOML: expected ']', saw '\\n'"}},
  };
  for (const Case& c : cases) {
    TeamReading reading = read_team(small_team, "cprota.toml");
    read_contacts(c.text, "contacts.toml", reading);
    std::vector<std::string> expected;
    for (const std::string& line : c.said) expected.push_back("contacts.toml:" + line);
    EXPECT_EQ(lines_of(reading.faults_elsewhere), expected) << c.name;
    EXPECT_TRUE(reading.faults.empty()) << c.name;
  }
}

TEST(ReadLeave, Faults) {
  const Case cases[] = {
      {"a key that is not leave",
       "[[leaves]]\n",
       {"1:3: error: unknown key \"leaves\" in leave.toml; did you mean \"leave\"? (the file may be for a "
        "newer "
        "cprota)"}},
      {"one bracket", "[leave]\n", {"1:1: error: write [[leave]] with two brackets: there may be several"}},
      {"an empty block",
       "[[leave]]\n",
       {"1:1: error: [[leave]] needs \"people\"", "1:1: error: [[leave]] needs \"first\"",
        "1:1: error: [[leave]] needs \"last\""}},
  };
  for (const Case& c : cases) {
    TeamReading reading = read_team(small_team, "cprota.toml");
    read_leave(c.text, "leave.toml", reading);
    std::vector<std::string> expected;
    for (const std::string& line : c.said) expected.push_back("leave.toml:" + line);
    EXPECT_EQ(lines_of(reading.faults_elsewhere), expected) << c.name;
  }
}

}  // namespace
}  // namespace cprota
