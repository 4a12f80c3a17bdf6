// SPDX-License-Identifier: MIT
#include "cprota/format/edit_week.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cprota/format/read_team.hpp"
#include "cprota/time/parse.hpp"

#include "faults.hpp"

namespace cprota {
namespace {

const Team& team() {
  static const Team value = read_team(small_team, "cprota.toml").team;
  return value;
}

const RoleRef primary{RotaId("on-call"), RoleId("primary")};
const RoleRef secondary{RotaId("on-call"), RoleId("secondary")};
const RoleRef engineer{RotaId("support"), RoleId("engineer")};
const Holder amara = PersonId("amara");
const Holder bea = PersonId("bea");

Instant at(const char* text) {
  return parse_time(text, team().zone, Instant{})->at;
}

Override override_of(const char* from, const char* until, const char* reason = "") {
  return {primary, bea, Interval(at(from), at(until)), reason, {}};
}

std::string edited(std::optional<std::string> text, const WeekEdit& edit) {
  const std::optional<std::string_view> view = text ? std::optional<std::string_view>(*text) : std::nullopt;
  const auto result = edit_week(view, "rota/2026-W48.toml", *IsoWeek::parse("2026-W48"), edit, team());
  return result ? *result : to_string(result.error().diagnostics.at(0));
}

struct Case {
  const char* name;
  std::optional<std::string> before;
  WeekEdit edit;
  std::string after;
};

const char* const heading =
    "# 2026-W48: on-call Mon 23 Nov 10:00 to Mon 30 Nov 10:00, support Mon 23 to Sun 29 Nov\n";

TEST(EditWeek, GivesARoleToSomeone) {
  const Case cases[] = {
      {"in a new file", std::nullopt, SetHolder{primary, {}, amara},
       std::string(heading) + "[on-call]\nprimary = \"amara\"\n"},
      {"a day in a new file", std::nullopt, SetHolder{engineer, 2, amara},
       std::string(heading) + "[support]\nengineer = [\"\", \"\", \"amara\", \"\", \"\", \"\", \"\"]\n"},
      {"in place of another", "[on-call]\n  primary='amara' # swapped twice\n\nsecondary = \"bea\"\n",
       SetHolder{primary, {}, bea}, "[on-call]\n  primary=\"bea\" # swapped twice\n\nsecondary = \"bea\"\n"},
      {"to nobody", "[on-call]\nprimary = \"amara\"\n", SetHolder{primary, {}, Nobody{}},
       "[on-call]\nprimary = \"none\"\n"},
      {"to nobody yet", "[on-call]\nprimary = \"amara\"\n", SetHolder{primary, {}, Unfilled{}},
       "[on-call]\nprimary = \"\"\n"},
      {"a day of a list over lines",
       "[support]\nengineer = [ # who\n  \"amara\",\n  '',\n\"\",\"\",\"\",\n\"\",\"\" , ]\n",
       SetHolder{engineer, 1, bea},
       "[support]\nengineer = [ # who\n  \"amara\",\n  \"bea\",\n\"\",\"\",\"\",\n\"\",\"\" , ]\n"},
      {"a day of a whole week", "[support]\nengineer = \"amara\"\n", SetHolder{engineer, 6, bea},
       "[support]\nengineer = [\"amara\", \"amara\", \"amara\", \"amara\", \"amara\", \"amara\", \"bea\"]\n"},
      {"the whole week in place of a list",
       "[support]\nengineer = [\"amara\", \"\", \"\", \"\", \"\", \"\", \"\"]\n",
       SetHolder{engineer, {}, bea}, "[support]\nengineer = \"bea\"\n"},
      {"a role beside another",
       "[on-call]\nprimary = \"amara\" # x\n# why\n\n[support]\nengineer = \"bea\"\n",
       SetHolder{secondary, {}, bea},
       "[on-call]\nprimary = \"amara\" # x\nsecondary = \"bea\"\n# why\n\n[support]\nengineer = \"bea\"\n"},
      {"a role in an empty table", "[on-call] # nobody\n", SetHolder{secondary, {}, bea},
       "[on-call] # nobody\nsecondary = \"bea\"\n"},
      {"a role where the last line is open", "[on-call]\nprimary = \"amara\"", SetHolder{secondary, {}, bea},
       "[on-call]\nprimary = \"amara\"\nsecondary = \"bea\"\n"},
      {"a rota beside another", "[on-call]\nprimary = \"amara\"\n", SetHolder{engineer, {}, bea},
       "[on-call]\nprimary = \"amara\"\n\n[support]\nengineer = \"bea\"\n"},
      {"a rota in a file of comments", "# nothing\n", SetHolder{engineer, {}, bea},
       "# nothing\n[support]\nengineer = \"bea\"\n"},
      {"in an empty file", "", SetHolder{engineer, {}, bea}, "[support]\nengineer = \"bea\"\n"},
      {"in a table in braces", "on-call = { primary = \"amara\" }\n", SetHolder{secondary, {}, bea},
       "on-call = { primary = \"amara\", secondary = \"bea\" }\n"},
      {"in empty braces", "on-call = {}\n", SetHolder{secondary, {}, bea},
       "on-call = { secondary = \"bea\" }\n"},
      {"beside a key with a dot", "on-call.primary = \"amara\"\n", SetHolder{secondary, {}, bea},
       "on-call.primary = \"amara\"\non-call.secondary = \"bea\"\n"},
      {"with the line ends of another system", "[on-call]\r\nprimary = \"amara\"\r\n",
       SetHolder{engineer, {}, bea},
       "[on-call]\r\nprimary = \"amara\"\r\n\r\n[support]\r\nengineer = \"bea\"\r\n"},
      {"behind a byte order mark", "\xef\xbb\xbf[on-call]\nprimary = \"amara\"\n",
       SetHolder{primary, {}, bea}, "\xef\xbb\xbf[on-call]\nprimary = \"bea\"\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(edited(c.before, c.edit), c.after) << c.name;
}

TEST(EditWeek, AddsChangesAndRemovesOverrides) {
  const std::string block =
      "[[override]]\nrole = \"on-call.primary\"\nperson = \"bea\"\nfrom = 2026-11-25T17:00:00\nuntil = "
      "2026-11-25T22:00:00\nreason = \"concert\"\n";
  const std::string inline_table =
      "{ role = \"on-call.primary\", person = \"bea\", from = 2026-11-25T17:00:00, until = "
      "2026-11-25T22:00:00, reason = \"concert\" }";
  const std::string odd =
      "# Amara's concert\n[[override]] # 1\nuntil = 2026-11-25 22:00:00Z # late\n\n# who\nperson = "
      "'bea'\nrole = "
      "\"on-call.primary\"\nfrom = 2026-11-25T17:00:00\n";
  const Override concert = override_of("2026-11-25T17:00", "2026-11-25T22:00", "concert");
  const Override shorter = override_of("2026-11-25T17:00", "2026-11-25T21:30");
  Override nobody = concert;
  nobody.holder = Unfilled{};
  nobody.reason = "a \"gap\" \\ on purpose";
  const Case cases[] = {
      {"to a new file", std::nullopt, AddOverrides{{concert}}, heading + block},
      {"to a week", "[on-call]\nprimary = \"amara\"\n", AddOverrides{{concert}},
       "[on-call]\nprimary = \"amara\"\n\n" + block},
      {"after a blank line", "[on-call]\nprimary = \"amara\"\n\n", AddOverrides{{concert}},
       "[on-call]\nprimary = \"amara\"\n\n" + block},
      {"several", "[on-call]\nprimary = \"amara\"\n", AddOverrides{{concert, concert}},
       "[on-call]\nprimary = \"amara\"\n\n" + block + "\n" + block},
      {"several to nothing", "", AddOverrides{{concert, concert}}, block + "\n" + block},
      {"after an open line", "[on-call]\nprimary = \"amara\"", AddOverrides{{concert}},
       "[on-call]\nprimary = \"amara\"\n\n" + block},
      {"to a list in a line", "override = [" + inline_table + "] # all\n[on-call]\n",
       AddOverrides{{concert, concert}},
       "override = [" + inline_table + ", " + inline_table + ", " + inline_table + "] # all\n[on-call]\n"},
      {"to a list over lines", "override = [\n  " + inline_table + ", # mine\n]\n", AddOverrides{{concert}},
       "override = [\n  " + inline_table + ", " + inline_table + ", # mine\n]\n"},
      {"to an empty list", "override = []\n", AddOverrides{{concert}}, "override = [" + inline_table + "]\n"},
      {"a reason with quotes", "", AddOverrides{{nobody}},
       "[[override]]\nrole = \"on-call.primary\"\nperson = \"\"\nfrom = 2026-11-25T17:00:00\nuntil = "
       "2026-11-25T22:00:00\nreason = \"a \\\"gap\\\" \\\\ on purpose\"\n"},
      {"shortens one", odd, ChangeOverride{0, shorter},
       "# Amara's concert\n[[override]] # 1\nuntil = 2026-11-25T21:30:00 # late\n\n# who\nperson = "
       "'bea'\nrole = "
       "\"on-call.primary\"\nfrom = 2026-11-25T17:00:00\n"},
      {"gives one a reason", odd, ChangeOverride{0, concert}, odd + "reason = \"concert\"\n"},
      {"changes nothing", block, ChangeOverride{0, concert}, block},
      {"takes the second out", block + "\n" + odd, RemoveOverride{1}, block + "\n# Amara's concert\n"},
      {"takes the first out", "[on-call]\nprimary = \"amara\"\n\n" + block + "\n" + block, RemoveOverride{0},
       "[on-call]\nprimary = \"amara\"\n\n" + block},
      {"takes the last out", "[on-call]\nprimary = \"amara\"\n\n" + block, RemoveOverride{0},
       "[on-call]\nprimary = \"amara\"\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(edited(c.before, c.edit), c.after) << c.name;
}

TEST(EditWeek, WritesAnOffsetOnlyWhereATimeIsDoubled) {
  const auto text =
      edit_week(std::nullopt, "rota/2026-W43.toml", *IsoWeek::parse("2026-W43"),
                AddOverrides{{override_of("2026-10-25T01:30+01:00", "2026-10-25T02:30")}}, team());
  ASSERT_TRUE(text);
  EXPECT_NE(text->find("from = 2026-10-25T01:30:00+01:00\nuntil = 2026-10-25T02:30:00\n"), std::string::npos)
      << *text;
}

TEST(EditWeek, RefusesWhatItCannotEditOrReadBack) {
  struct Refused {
    const char* name;
    const char* before;
    WeekEdit edit;
    const char* said;
  };
  const Refused cases[] = {
      {"no TOML", "[on-call\n", SetHolder{primary, {}, amara},
       "rota/2026-W48.toml:1:9: error: this is not TOML: expected ']', saw '\\n'"},
      {"a text with a fault", "[on-call]\nprimary = \"amra\"\n", SetHolder{primary, {}, amara},
       "rota/2026-W48.toml:2:11: error: no one is called \"amra\"; did you mean \"amara\"?"},
      {"overrides in a line", "override = []\n", RemoveOverride{0},
       "rota/2026-W48.toml:1:1: error: write these overrides as [[override]] blocks: cprota cannot change a "
       "list "
       "within a line"},
      {"an override of another week", "", AddOverrides{{override_of("2026-11-30T17:00", "2026-11-30T22:00")}},
       "rota/2026-W48.toml:4:8: error: this override starts in week 2026-W49 and belongs in "
       "rota/2026-W49.toml"},
      {"a person nobody knows", "", SetHolder{primary, {}, PersonId("cy")},
       "rota/2026-W48.toml:2:11: error: no one is called \"cy\""},
  };
  for (const Refused& c : cases) {
    EXPECT_EQ(edited(std::string(c.before), c.edit), c.said) << c.name;
  }
}

TEST(AddLeave, PutsABlockAtTheEnd) {
  const Leave leave{{PersonId("amara"), PersonId("bea")},
                    *parse_date("2027-02-08"),
                    *parse_date("2027-02-17"),
                    LeaveKind::avoid,
                    "skiing",
                    {}};
  const std::string block =
      "[[leave]]\npeople = [\"amara\", \"bea\"]\nfirst = 2027-02-08\nlast = 2027-02-17\nkind = "
      "\"avoid\"\nnote = "
      "\"skiing\"\n";
  EXPECT_EQ(*add_leave(std::nullopt, "leave.toml", leave),
            "# Who is away; both dates are included. `cprota leave` adds to this file.\n\n" + block);
  EXPECT_EQ(*add_leave(block, "leave.toml", leave), block + "\n" + block);
  EXPECT_EQ(*add_leave("# mine", "leave.toml", leave), "# mine\n" + block);
  const std::string inline_table =
      "{ people = [\"amara\", \"bea\"], first = 2027-02-08, last = 2027-02-17, kind = \"avoid\", note = "
      "\"skiing\" }";
  EXPECT_EQ(*add_leave("leave = []\n", "leave.toml", leave), "leave = [" + inline_table + "]\n");
  EXPECT_EQ(*add_leave("leave = [" + inline_table + "]\n", "leave.toml", leave),
            "leave = [" + inline_table + ", " + inline_table + "]\n");
  EXPECT_FALSE(add_leave("[[leave", "leave.toml", leave));
}

}  // namespace
}  // namespace cprota
