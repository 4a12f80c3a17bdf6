// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cprota/format/read_team.hpp"
#include "cprota/time/print.hpp"

#include "faults.hpp"

namespace cprota {
namespace {

const Team& team() {
  static const Team value = read_team(small_team, "cprota.toml").team;
  return value;
}

WeekReading read(const std::string& text, const char* week = "2026-W48") {
  return read_week(text, std::string("rota/") + week + ".toml", *IsoWeek::parse(week), team());
}

const RoleRef primary{RotaId("on-call"), RoleId("primary")};
const RoleRef engineer{RotaId("support"), RoleId("engineer")};

TEST(ReadWeek, ReadsEveryKey) {
  const WeekReading reading = read(R"(# a week
[on-call]
primary = "amara"
secondary = "none"

[support]
engineer = ["amara", "bea", "none", "", "amara", "", ""]

[[override]]
role = "on-call.primary"
person = "bea"
from = 2026-11-25T17:00:00
until = 2026-11-25T22:00:00+00:00
reason = "concert"

[[override]]
role = "on-call.secondary"
person = ""
from = 2026-11-26T07:00:00Z
until = 2026-11-26 08:00:00

[[worked]]
person = "bea"
from = 2026-11-25T18:05:00
until = 2026-11-25T19:20:00
note = "ingress"

[[allow]]
rule = "rest"
person = "bea"
reason = "agreed with Bea"

[[allow]]
rule = "gap"
)");
  EXPECT_EQ(lines_of(reading.faults), std::vector<std::string>{});
  EXPECT_EQ(lines_of(reading.faults_elsewhere), std::vector<std::string>{});
  const WeekFile& file = reading.file;
  EXPECT_EQ(file.week.str(), "2026-W48");
  EXPECT_EQ(file.file, "rota/2026-W48.toml");
  ASSERT_EQ(file.assignments.size(), 3u);
  EXPECT_EQ(file.assignment(primary)->on_day(6).holder, Holder(PersonId("amara")));
  EXPECT_EQ(file.assignment(primary)->on_day(0).place, (Place{"rota/2026-W48.toml", 3, 11}));
  EXPECT_EQ(file.assignments[1].on_day(0).holder, Holder(Nobody{}));
  const Assignment& days = *file.assignment(engineer);
  EXPECT_TRUE(days.is_by_day());
  EXPECT_EQ(days.on_day(1).holder, Holder(PersonId("bea")));
  EXPECT_EQ(days.on_day(2).holder, Holder(Nobody{}));
  EXPECT_EQ(days.on_day(3).holder, Holder(Unfilled{}));
  EXPECT_EQ(days.on_day(4).place, (Place{"rota/2026-W48.toml", 7, 41}));
  ASSERT_EQ(file.overrides.size(), 2u);
  EXPECT_EQ(file.overrides[0].role, primary);
  EXPECT_EQ(file.overrides[0].holder, Holder(PersonId("bea")));
  EXPECT_EQ(rfc3339(file.overrides[0].during.begin(), team().zone), "2026-11-25T17:00:00+00:00");
  EXPECT_EQ(file.overrides[0].during.minutes(), Minutes(300));
  EXPECT_EQ(file.overrides[0].reason, "concert");
  EXPECT_EQ(file.overrides[0].place, (Place{"rota/2026-W48.toml", 9, 1}));
  EXPECT_EQ(file.overrides[1].holder, Holder(Unfilled{}));
  EXPECT_EQ(file.overrides[1].during.minutes(), Minutes(60));
  ASSERT_EQ(file.worked.size(), 1u);
  EXPECT_EQ(file.worked[0].during.minutes(), Minutes(75));
  EXPECT_EQ(file.worked[0].note, "ingress");
  ASSERT_EQ(file.allowed.size(), 2u);
  EXPECT_EQ(file.allowed[0].rule, "rest");
  EXPECT_EQ(file.allowed[0].person, PersonId("bea"));
  EXPECT_EQ(file.allowed[1].person, std::nullopt);
}

TEST(ReadWeek, AnEmptyFileIsAWeekNotFilled) {
  const WeekReading reading = read("");
  EXPECT_TRUE(reading.faults.empty());
  EXPECT_TRUE(reading.file.assignments.empty());
}

TEST(ReadWeek, LineEndsOfAnySystemAndAByteOrderMark) {
  EXPECT_EQ(read("\xef\xbb\xbf[on-call]\r\nprimary = \"bea\"\r\n").file.assignment(primary)->on_day(0).place,
            (Place{"rota/2026-W48.toml", 2, 11}));
}

struct Case {
  const char* name;
  const char* text;
  std::vector<std::string> said;  // after `rota/2026-W48.toml:`
};

std::vector<std::string> with_file(const Case& c) {
  std::vector<std::string> lines;
  for (const std::string& line : c.said) lines.push_back("rota/2026-W48.toml:" + line);
  return lines;
}

TEST(ReadWeek, FaultsOfTurns) {
  const Case cases[] = {
      {"a person nobody knows",
       "[on-call]\n# who\nprimary = \"amra\"\n",
       {"3:11: error: no one is called \"amra\"; did you mean \"amara\"?"}},
      {"a name in place of an id",
       "[on-call]\nprimary = \"Amara Okafor\"\n",
       {"2:11: error: no one is called \"Amara Okafor\""}},
      {"two of them",
       "[on-call]\nprimary = \"amra\"\nsecondary = \"bee\"\n",
       {"2:11: error: no one is called \"amra\"; did you mean \"amara\"?",
        "3:13: error: no one is called \"bee\"; did you mean \"bea\"?"}},
      {"a rota nobody knows",
       "[oncall]\nprimary = \"amara\"\n",
       {"1:2: error: no rota is called \"oncall\"; did you mean \"on-call\"?"}},
      {"a word that is almost override",
       "[[overide]]\n",
       {"1:3: error: no rota is called \"overide\"; did you mean \"override\"?"}},
      {"a role nobody knows",
       "[on-call]\nprimry = \"amara\"\n",
       {"2:1: error: rota \"on-call\" has no role \"primry\"; did you mean \"primary\"?"}},
      {"the role of another rota",
       "[support]\nprimary = \"amara\"\n",
       {"2:1: error: rota \"support\" has no role \"primary\""}},
      {"a list of six",
       "[support]\nengineer = [\"amara\", \"\", \"\", \"\", \"\", \"\"]\n",
       {"2:12: error: \"engineer\" lists 6 days; a week has seven, from the handover on"}},
      {"a list of eight with a slip",
       "[support]\nengineer = [\"\", \"\", \"\", \"\", \"\", \"\", \"\", \"amra\"]\n",
       {"2:12: error: \"engineer\" lists 8 days; a week has seven, from the handover on",
        "2:41: error: no one is called \"amra\"; did you mean \"amara\"?"}},
      {"a list of lists",
       "[support]\nengineer = [[], \"\", \"\", \"\", \"\", \"\", \"\"]\n",
       {"2:13: error: \"engineer\" must be text in quotes, not a list"}},
      {"a number for a person",
       "[on-call]\nprimary = 1\n",
       {"2:11: error: \"primary\" must be a person, or a list of seven, not a whole number"}},
      {"a rota that is text",
       "on-call = \"amara\"\n",
       {"1:11: error: \"on-call\" must be a table, not text"}},
      {"columns count characters",
       "[on-call]\nsecondary = \"\" # Zoë 李\nprimary = \"李\"\n",
       {"3:11: error: no one is called \"李\""}},
      {"no TOML",
       "[on-call]\nprimary = amara\n",
       {"2:11: error: this is no value of TOML; text stands in quotes"}},
      {"half a file",
       "[on-call]\nprimary = \"ama",
       {"2:15: error: this is not TOML: encountered end-of-file"}},
      {"a role twice",
       "[on-call]\nprimary = \"amara\"\nprimary = \"bea\"\n",
       {"3:1: error: \"primary\" stands twice here"}},
  };
  for (const Case& c : cases) {
    const WeekReading reading = read(c.text);
    EXPECT_EQ(lines_of(reading.faults), with_file(c)) << c.name;
    EXPECT_EQ(lines_of(reading.faults_elsewhere), std::vector<std::string>{}) << c.name;
  }
}

TEST(ReadWeek, FaultsOfOverrides) {
  const std::string before = "[[override]]\nrole = \"on-call.primary\"\nperson = \"bea\"\n";
  const Case cases[] = {
      {"until before from",
       "from = 2026-11-25T17:00:00\nuntil = 2026-11-25T16:59:00\n",
       {"5:9: error: \"until\" must be later than \"from\""}},
      {"until at from",
       "from = 2026-11-25T17:00:00\nuntil = 2026-11-25T17:00:00\n",
       {"5:9: error: \"until\" must be later than \"from\""}},
      {"no until", "from = 2026-11-25T17:00:00\n", {"1:1: error: [[override]] needs \"until\""}},
      {"dates without times",
       "from = 2026-11-25\nuntil = 2026-11-26\n",
       {"4:8: error: \"from\" must be a date and time like 2026-11-25T17:00:00, not a date",
        "5:9: error: \"until\" must be a date and time like 2026-11-25T17:00:00, not a date"}},
      {"a time without a date",
       "from = 17:00:00\nuntil = 2026-11-25T17:00:00\n",
       {"4:8: error: \"from\" must be a date and time like 2026-11-25T17:00:00, not a time of day"}},
      {"seconds",
       "from = 2026-11-25T17:00:01\nuntil = 2026-11-25T18:00:00\n",
       {"4:8: error: \"from\" must be a whole minute: seconds are 00"}},
      {"parts of a second",
       "from = 2026-11-25T17:00:00.5\nuntil = 2026-11-25T18:00:00\n",
       {"4:8: error: \"from\" must be a whole minute: seconds are 00"}},
      {"without seconds",
       "from = 2026-11-25T17:00\nuntil = 2026-11-25T18:00:00\n",
       {"4:24: error: a time in TOML has seconds: write 17:00:00"}},
      {"in the file of another week",
       "from = 2026-11-30T00:00:00\nuntil = 2026-11-30T10:00:00\n",
       {"4:8: error: this override starts in week 2026-W49 and belongs in rota/2026-W49.toml"}},
      {"a minute before its week",
       "from = 2026-11-22T23:59:00\nuntil = 2026-11-23T10:00:00\n",
       {"4:8: error: this override starts in week 2026-W47 and belongs in rota/2026-W47.toml"}},
      {"of eight days",
       "from = 2026-11-23T00:00:00\nuntil = 2026-12-01T00:00:00\n",
       {"5:9: error: an override lasts at most seven days; write a second one, in the file of the week in "
        "which it "
        "starts"}},
      {"of seven days and a minute",
       "from = 2026-11-23T00:00:00\nuntil = 2026-11-30T00:01:00\n",
       {"5:9: error: an override lasts at most seven days; write a second one, in the file of the week in "
        "which it "
        "starts"}},
      {"past 2199",
       "from = 2200-01-01T00:00:00\nuntil = 2200-01-01T00:01:00\n",
       {"4:8: error: \"from\" lies outside the years 1970 to 2199",
        "5:9: error: \"until\" lies outside the years 1970 to 2199"}},
      {"a key mistyped",
       "from = 2026-11-25T17:00:00\nuntil = 2026-11-25T18:00:00\nreson = \"x\"\n",
       {"6:1: error: unknown key \"reson\" in [[override]]; did you mean \"reason\"? (the file may be for a "
        "newer "
        "cprota)"}},
  };
  for (const Case& c : cases) {
    const WeekReading reading = read(before + c.text);
    EXPECT_EQ(lines_of(reading.faults), with_file(c)) << c.name;
  }
}

TEST(ReadWeek, FaultsOfAnOverridesRoleAndPerson) {
  const std::string after = "from = 2026-11-25T17:00:00\nuntil = 2026-11-25T18:00:00\n";
  const Case cases[] = {
      {"half a role",
       "[[override]]\nrole = \"primary\"\nperson = \"bea\"\n",
       {"2:8: error: no role is called \"primary\"; write \"on-call.primary\""}},
      {"a role nobody knows",
       "[[override]]\nrole = \"on-call.primery\"\nperson = \"bea\"\n",
       {"2:8: error: no role is called \"on-call.primery\"; did you mean \"on-call.primary\"?"}},
      {"a person nobody knows",
       "[[override]]\nrole = \"on-call.primary\"\nperson = \"dev\"\n",
       {"3:10: error: no one is called \"dev\""}},
      {"no person",
       "[[override]]\nrole = \"on-call.primary\"\n",
       {"1:1: error: [[override]] needs \"person\""}},
      {"one bracket",
       "[override]\nrole = \"on-call.primary\"\nperson = \"bea\"\n",
       {"1:1: error: write [[override]] with two brackets: there may be several"}},
  };
  for (const Case& c : cases) {
    const WeekReading reading = read(c.text + after);
    EXPECT_EQ(lines_of(reading.faults), with_file(c)) << c.name;
  }
}

// Seven days by the clock are an hour more or less by the sun.
TEST(ReadWeek, SevenDaysAreCountedOnTheWallClock) {
  const std::string before = "[[override]]\nrole = \"on-call.primary\"\nperson = \"bea\"\n";
  EXPECT_TRUE(
      read(before + "from = 2026-10-19T10:00:00\nuntil = 2026-10-26T10:00:00\n", "2026-W43").faults.empty());
  EXPECT_FALSE(
      read(before + "from = 2026-10-19T10:00:00\nuntil = 2026-10-26T10:01:00\n", "2026-W43").faults.empty());
  EXPECT_TRUE(
      read(before + "from = 2026-03-23T10:00:00\nuntil = 2026-03-30T10:00:00\n", "2026-W13").faults.empty());
  EXPECT_FALSE(
      read(before + "from = 2026-03-23T10:00:00\nuntil = 2026-03-30T10:01:00\n", "2026-W13").faults.empty());
}

// The week of an override is that of its start in the team's zone, whatever offset it is written with.
TEST(ReadWeek, TheWeekOfAnOverrideIsThatOfTheTeamsZone) {
  const std::string before = "[[override]]\nrole = \"on-call.primary\"\nperson = \"bea\"\n";
  EXPECT_TRUE(
      read(before + "from = 2026-11-23T01:00:00+01:00\nuntil = 2026-11-23T10:00:00\n").faults.empty());
  EXPECT_FALSE(
      read(before + "from = 2026-11-23T00:30:00+01:00\nuntil = 2026-11-23T10:00:00\n").faults.empty());
}

TEST(ReadWeek, ATimeOfAClockChangeIsNotGuessed) {
  const std::string before = "[[override]]\nrole = \"on-call.primary\"\nperson = \"bea\"\n";
  const auto first = [&](const WeekReading& reading) {
    return reading.faults.empty() ? std::string("no fault") : to_string(reading.faults.front());
  };
  const std::string doubled =
      first(read(before + "from = 2026-10-25T01:30:00\nuntil = 2026-10-25T10:00:00\n", "2026-W43"));
  EXPECT_THAT(doubled, testing::StartsWith("rota/2026-W43.toml:4:8: error: "));
  EXPECT_THAT(doubled, testing::AllOf(testing::HasSubstr("+01:00"), testing::HasSubstr("+00:00")));
  const std::string skipped =
      first(read(before + "from = 2026-03-29T01:30:00\nuntil = 2026-03-29T10:00:00\n", "2026-W13"));
  EXPECT_THAT(skipped, testing::StartsWith("rota/2026-W13.toml:4:8: error: "));
  EXPECT_THAT(skipped, testing::HasSubstr("02:00"));
  EXPECT_EQ(first(read(before + "from = 2026-10-25T01:30:00+01:00\nuntil = 2026-10-25T01:30:00+00:00\n",
                       "2026-W43")),
            "no fault");
}

// Who covers is known in spite of these.
TEST(ReadWeek, FaultsOfIncidentsAndAllowancesAreElsewhere) {
  const Case cases[] = {
      {"nobody worked",
       "[[worked]]\nperson = \"\"\nfrom = 2026-11-25T17:00:00\nuntil = 2026-11-25T18:00:00\n",
       {"2:10: error: no one is called \"\""}},
      {"worked backwards",
       "[[worked]]\nperson = \"bea\"\nfrom = 2026-11-25T17:00:00\nuntil = 2026-11-25T16:00:00\n",
       {"4:9: error: \"until\" must be later than \"from\""}},
      {"a rule nobody checks",
       "[[allow]]\nrule = \"rests\"\n",
       {"2:8: error: \"rule\" must be one of \"gap\", \"double\", \"new-pair\", \"leave\", \"member\", "
        "\"rest\", "
        "\"load\", \"idle\", \"horizon\", \"holidays\", \"override\", \"stray\", \"review\", \"pay\", not "
        "\"rests\"; did you mean \"rest\"?"}},
      {"no rule", "[[allow]]\n", {"1:1: error: [[allow]] needs \"rule\""}},
  };
  for (const Case& c : cases) {
    const WeekReading reading = read(c.text);
    EXPECT_EQ(lines_of(reading.faults_elsewhere), with_file(c)) << c.name;
    EXPECT_EQ(lines_of(reading.faults), std::vector<std::string>{}) << c.name;
  }
}

}  // namespace
}  // namespace cprota
