// SPDX-License-Identifier: MIT
#include "cprota/format/read_team.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cprota/time/print.hpp"

#include "faults.hpp"

namespace cprota {
namespace {

using testing::ElementsAre;

// Every key that cprota.toml may have.
const char* const whole_team = R"([team]
name = "Cloud Platform"
timezone = "Europe/London"
bank-holidays = "england-and-wales"
bank-holidays-file = "bank-holidays.json"
rota-folder = "weeks"
reviewed = 2021-05-17
review-by = 2021-08-17
requires = "1.0"

[[hours.support]]
weekday = ["10:00-17:00"]
[[hours.support]]
from = 2027-01-01
fri = ["10:00-12:00"]

[hours.on-call]
weekday = ["07:00-10:00", "17:00-22:00"]
weekend = ["07:00-22:00"]
bank-holiday = ["07:00-22:00"]
"2026-12-24" = ["22:00-07:00"]
2026-12-25 = []

[rota.on-call]
hours = "on-call"
roles = ["primary", "secondary", "shadow"]
optional = ["shadow"]
handover = "Wed 12:30"
turn = "week"
members = ["amara", "bea"]
rest = 2
weights = { primary = 1.0, secondary = 0.5, shadow = 0 }
history = 13
fair-step = "3h30"

[rota.support]
hours = "support"
roles = ["engineer"]
turn = "day"
members = ["bea"]
apart = ["on-call"]

[[people]]
id = "amara"
name = "Amara Okafor"
email = "amara@example.org"
phone = "+44 20 7946 0001"
slack = "U024BE7LH"
pagerduty = "PXPGF42"
timezone = "Europe/Paris"
new-until = 2026-12-31
first = 2024-03-01
last = 2027-08-31
share = 0.5
days-off = ["fri", "mon"]
except = ["on-call.primary"]

[[people]]
id = "bea"
name = "Bea Lind"

[[bank-holiday]]
date = 2027-05-28
name = "Privilege day"

[[leave]]
people = ["amara", "bea"]
first = 2026-12-21
last = 2027-01-03
kind = "avoid"
note = "annual leave"

[[duty]]
hours = "support"
when = "start"
by = "all"
text = "Answer"

[[route]]
severity = "request"
during = "support"
contact = "#ask"
give = ["what you need", "a ticket"]

[[route]]
severity = "critical"
during = "outside support"
contact = "page@example.org"

[[route]]
severity = "high"
during = "always"
contact = "#incidents"

[[pay.on-call]]
currency = "EUR"
percent-of-day-rate = 12.5
every = "8h"
count = "per-day"
worked-hour = "1/8"
day-rate-divisor = 220
by-role = { secondary = 0.5 }

[[pay.on-call]]
from = 2027-01-01
per-hour = { weekday = "2.50", weekend = "4.00", bank-holiday = "6.05" }

[contact]
rota = "support"
support = "on-call"
work = "45m"

[check]
rest = "error"
gap = "off"
horizon-weeks = 6
)";

TEST(ReadTeam, ReadsTheTeamItsHoursAndRotas) {
  const TeamReading reading = read_team(whole_team, "cprota.toml");
  ASSERT_EQ(lines_of(reading.faults), std::vector<std::string>{});
  ASSERT_EQ(lines_of(reading.faults_elsewhere), std::vector<std::string>{});
  EXPECT_EQ(reading.rota_folder, "weeks");
  EXPECT_EQ(reading.bank_holidays_file, "bank-holidays.json");
  EXPECT_EQ(reading.bank_holidays_file_at.place, (Place{"cprota.toml", 5, 22}));
  const Team& team = reading.team;
  EXPECT_EQ(team.name, "Cloud Platform");
  EXPECT_EQ(team.zone.name(), "Europe/London");
  EXPECT_EQ(team.bank_holidays.division(), Division::england_and_wales);
  EXPECT_EQ(iso_date(*team.reviewed), "2021-05-17");
  EXPECT_EQ(iso_date(*team.review_by), "2021-08-17");
  EXPECT_EQ(team.review_by_place, (Place{"cprota.toml", 8, 13}));

  ASSERT_EQ(team.hours.size(), 2u);
  EXPECT_EQ(team.hours[0].id.str(), "support") << "the order is that of the file";
  ASSERT_EQ(team.hours[0].versions.size(), 2u);
  EXPECT_EQ(iso_date(*team.hours[0].versions[1].from), "2027-01-01");
  EXPECT_EQ(team.hours[0].versions[1].weekday, std::nullopt);
  EXPECT_EQ(team.hours[0].versions[1].days[4], (Windows{{Minutes(600), Minutes(720)}}));
  const HoursVersion& on_call = team.hours[1].versions.front();
  EXPECT_EQ(on_call.weekday->size(), 2u);
  EXPECT_EQ(on_call.dates.at(*parse_date("2026-12-24")), (Windows{{Minutes(1320), Minutes(1860)}}));
  EXPECT_EQ(on_call.dates.at(*parse_date("2026-12-25")), Windows{});

  ASSERT_EQ(team.rotas.size(), 2u);
  const Rota& rota = team.rotas[0];
  EXPECT_EQ(rota.hours.str(), "on-call");
  ASSERT_EQ(rota.roles.size(), 3u);
  EXPECT_EQ(rota.roles[0].weight, 100);
  EXPECT_EQ(rota.roles[1].weight, 50);
  EXPECT_EQ(rota.roles[2].weight, 0);
  EXPECT_TRUE(rota.roles[2].optional);
  EXPECT_EQ(rota.handover, (Handover{std::chrono::Wednesday, Minutes(750)}));
  EXPECT_EQ(rota.rest, 2);
  EXPECT_EQ(rota.history, 13);
  EXPECT_EQ(rota.fair_step, Minutes(210));
  EXPECT_EQ(rota.place, (Place{"cprota.toml", 24, 1}));
  EXPECT_THAT(rota.members, ElementsAre(PersonId("amara"), PersonId("bea")));
  const Rota& support = team.rotas[1];
  EXPECT_EQ(support.turn, TurnKind::day);
  EXPECT_EQ(support.rest, 0) << "the default of day turns";
  EXPECT_EQ(support.handover, Handover{});
  EXPECT_THAT(support.apart, ElementsAre(RotaId("on-call")));
}

TEST(ReadTeam, ReadsPeopleLeaveAndBankHolidays) {
  const Team team = read_team(whole_team, "cprota.toml").team;
  ASSERT_EQ(team.people.size(), 2u);
  const Person& amara = team.people[0];
  EXPECT_EQ(amara.id.str(), "amara");
  EXPECT_EQ(amara.name, "Amara Okafor");
  EXPECT_EQ(amara.email, "amara@example.org");
  EXPECT_EQ(amara.phone, "+44 20 7946 0001");
  EXPECT_EQ(amara.slack, "U024BE7LH");
  EXPECT_EQ(amara.pagerduty, "PXPGF42");
  EXPECT_EQ(amara.zone->name(), "Europe/Paris");
  EXPECT_EQ(iso_date(*amara.new_until), "2026-12-31");
  EXPECT_EQ(iso_date(*amara.first), "2024-03-01");
  EXPECT_EQ(iso_date(*amara.last), "2027-08-31");
  EXPECT_EQ(amara.share, 5'000);
  EXPECT_THAT(amara.days_off, ElementsAre(std::chrono::Friday, std::chrono::Monday));
  EXPECT_THAT(amara.except, ElementsAre(RoleRef{RotaId("on-call"), RoleId("primary")}));
  EXPECT_EQ(team.people[1].share, 10'000);
  EXPECT_EQ(team.people[1].email, std::nullopt);

  ASSERT_EQ(team.leave.size(), 1u);
  EXPECT_THAT(team.leave[0].people, ElementsAre(PersonId("amara"), PersonId("bea")));
  EXPECT_EQ(team.leave[0].kind, LeaveKind::avoid);
  EXPECT_EQ(team.leave[0].note, "annual leave");
  EXPECT_TRUE(team.on_leave(PersonId("bea"), *parse_date("2027-01-03"), LeaveKind::avoid));
  EXPECT_FALSE(team.on_leave(PersonId("bea"), *parse_date("2027-01-04"), LeaveKind::avoid));
  EXPECT_EQ(team.bank_holidays.on(*parse_date("2027-05-28"))->title, "Privilege day");
}

TEST(ReadTeam, ReadsDutiesRoutesAndSettings) {
  const Team team = read_team(whole_team, "cprota.toml").team;
  ASSERT_EQ(team.duties.size(), 1u);
  EXPECT_EQ(team.duties[0].when, Duty::When::start);
  EXPECT_EQ(team.duties[0].by, Duty::By::all);
  ASSERT_EQ(team.routes.size(), 3u);
  EXPECT_EQ(team.routes[0].severity, IncidentSeverity::request);
  EXPECT_EQ(team.routes[0].during, Route::During::open);
  EXPECT_THAT(team.routes[0].give, ElementsAre("what you need", "a ticket"));
  EXPECT_EQ(team.routes[1].during, Route::During::outside);
  EXPECT_EQ(team.routes[1].hours.str(), "support");
  EXPECT_EQ(team.routes[2].during, Route::During::always);
  EXPECT_EQ(team.contact.rota.str(), "support");
  EXPECT_EQ(team.contact.support.str(), "on-call");
  EXPECT_EQ(team.contact.work, Minutes(45));
  EXPECT_EQ(team.check.rules.at("rest"), RuleSeverity::error);
  EXPECT_EQ(team.check.rules.at("gap"), RuleSeverity::off);
  EXPECT_EQ(team.check.rules.count("load"), 0u);
  EXPECT_EQ(team.check.horizon_weeks, 6);
}

TEST(ReadTeam, ReadsPayExactly) {
  const Team team = read_team(whole_team, "cprota.toml").team;
  ASSERT_EQ(team.pay_rules.size(), 2u);
  const PayRule& first = team.pay_rules[0];
  const auto& percentage = std::get<PercentagePay>(first.pay);
  EXPECT_EQ(percentage.percent_of_day_rate.numerator * 2, percentage.percent_of_day_rate.denominator * 25);
  EXPECT_EQ(percentage.every, Minutes(480));
  EXPECT_EQ(first.currency, "EUR");
  EXPECT_EQ(first.count, PayCount::per_day);
  EXPECT_EQ(first.worked_hour->numerator, 1);
  EXPECT_EQ(first.worked_hour->denominator, 8);
  EXPECT_EQ(first.day_rate_divisor, 220);
  const Fraction half = first.by_role.at(RoleId("secondary"));
  EXPECT_EQ(half.numerator * 2, half.denominator);
  const PayRule& second = team.pay_rules[1];
  EXPECT_EQ(iso_date(*second.from), "2027-01-01");
  const auto& flat = std::get<FlatPay>(second.pay);
  EXPECT_EQ(flat.per, FlatPay::Per::hour);
  EXPECT_EQ(flat.weekday, 250);
  EXPECT_EQ(flat.bank_holiday, 605);
}

// 0.29 and 1.15 are not what binary floating point holds: a hundred of them would not be 29 and 115.
TEST(ReadTeam, ReadsDecimalsFromTheTextItself) {
  struct Case {
    const char* name;
    const char* written;
    int weight;
  };
  const Case cases[] = {
      {"whole", "1", 100},
      {"one decimal", "0.5", 50},
      {"two decimals", "0.29", 29},
      {"1.15", "1.15", 115},
      {"zeros behind it", "1.1500", 115},
      {"a sign", "+0.5", 50},
      {"underscores", "1_0.2_5", 1025},
      {"the most", "100", 10000},
      {"hexadecimal", "0x10", 1600},
      {"nothing", "0.0", 0},
  };
  for (const Case& c : cases) {
    const TeamReading reading = read_team(
        with(small_team, "turn = \"day\"", std::string("weights = { engineer = ") + c.written + " }  # x"),
        "cprota.toml");
    EXPECT_EQ(lines_of(reading.faults), std::vector<std::string>{}) << c.name;
    EXPECT_EQ(reading.team.rotas[1].roles[0].weight, c.weight) << c.name;
  }
}

TEST(ReadTeam, ReadsTheSameInAnyOrderOfSections) {
  const std::string text = small_team;
  const std::size_t team_end = text.find("[hours.support]");
  const TeamReading reading =
      read_team(text.substr(team_end) + "\n[[bank-holiday]]\ndate = 2027-05-28\nname = \"P\"\n" +
                    text.substr(0, team_end) + "bank-holidays = \"scotland\"\n",
                "cprota.toml");
  EXPECT_EQ(lines_of(reading.faults), std::vector<std::string>{});
  EXPECT_EQ(reading.team.bank_holidays.division(), Division::scotland);
  EXPECT_EQ(reading.team.bank_holidays.on(*parse_date("2027-05-28"))->title, "P");
}

TEST(ReadContacts, WinOverTheTeamsFile) {
  TeamReading reading = read_team(whole_team, "cprota.toml");
  read_contacts("[amara]\nphone = \"1\"\n[bea]\nemail = \"bea@example.org\"\n", "contacts.toml", reading);
  EXPECT_EQ(lines_of(reading.faults_elsewhere), std::vector<std::string>{});
  EXPECT_EQ(reading.team.people[0].phone, "1");
  EXPECT_EQ(reading.team.people[0].slack, "U024BE7LH");
  EXPECT_EQ(reading.team.people[1].email, "bea@example.org");
}

TEST(ReadLeave, AddsToTheTeamsOwn) {
  TeamReading reading = read_team(whole_team, "cprota.toml");
  read_leave("[[leave]]\npeople = [\"bea\"]\nfirst = 2026-02-28\nlast = 2026-02-28\n", "leave.toml", reading);
  EXPECT_EQ(lines_of(reading.faults_elsewhere), std::vector<std::string>{});
  ASSERT_EQ(reading.team.leave.size(), 2u);
  EXPECT_EQ(reading.team.leave[1].kind, LeaveKind::leave);
  EXPECT_EQ(reading.team.leave[1].place, (Place{"leave.toml", 1, 1}));
}

TEST(ReadTeam, TextThatIsNoToml) {
  struct Case {
    const char* name;
    std::string text;
    const char* said;
  };
  std::string deep_lists = "a = ";
  std::string deep_keys = "a";
  for (int i = 0; i < 100'000; ++i) {
    deep_lists += '[';
    deep_keys += ".a";
  }
  const Case cases[] = {
      {"nothing at all", "", "1:1: error: [team] is missing: a team needs a name and a timezone"},
      {"three brackets", "[[[",
       "1:3: error: this is not TOML: expected bare key starting character or string delimiter, saw '['"},
      {"a bracket in a header", "[[ [team]]\n",
       "1:4: error: this is not TOML: expected bare key starting character or string delimiter, saw '['"},
      {"a time without hours", "a = 2026-11-25T:00:00\n",
       "1:16: error: this is not TOML: expected 2-digit hour, saw ':'"},
      {"half a table", "[team\n", "1:6: error: this is not TOML: expected ']', saw '\\n'"},
      {"not UTF-8", "# caf\xe9\n", "1:6: error: byte 0xe9 is not UTF-8; save the file as UTF-8"},
      {"UTF-16", std::string("\xff\xfe[\0", 4), "1:1: error: this is UTF-16; save the file as UTF-8"},
      {"a NUL byte", std::string("[team]\nname\0 = \"\"\n", 18),
       "2:5: error: control character U+0000; take it out"},
      {"an escape in a comment", "# \x1b[2J\n", "1:3: error: control character U+001B; take it out"},
      {"deep lists", deep_lists, "1:37: error: lists and tables are nested too deeply"},
      {"deep keys", deep_keys, "1:33: error: a key of more than 16 parts"},
      {"deep keys in a header", "[" + deep_keys + "]", "1:34: error: a key of more than 16 parts"},
      {"an endless number", "a = 1" + std::string(200, '0'), "1:5: error: this number is too long"},
      {"a date that never was", "a = 2026-02-30\n",
       "1:15: error: this is not TOML: expected day between 1 and 28 (inclusive), saw 30"},
  };
  for (const Case& c : cases) {
    const TeamReading reading = read_team(c.text, "cprota.toml");
    ASSERT_EQ(reading.faults.size(), 1u) << c.name;
    EXPECT_EQ(to_string(reading.faults[0]), std::string("cprota.toml:") + c.said) << c.name;
    EXPECT_FALSE(reading.is_known) << c.name;
  }
}

TEST(ReadTeam, DotsInTextAreNoDeepKeys) {
  std::string note = "a";
  for (int i = 0; i < 40; ++i) note += ".a";
  const std::string leave = "[[leave]]\npeople = [\"bea\"]\nfirst = 2026-02-28\nlast = 2026-02-28\n";
  for (const char* const quotes : {"\"", "'", "\"\"\"", "'''"}) {
    const TeamReading reading =
        read_team(small_team + leave + "note = " + std::string(quotes) + note + quotes + " # " + note + "\n",
                  "cprota.toml");
    EXPECT_EQ(lines_of(reading.faults), std::vector<std::string>{}) << quotes;
    EXPECT_EQ(reading.team.leave.at(0).note, note) << quotes;
  }
}

// However many faults a file has, what is said of it is bounded, and so is the time to say it.
TEST(ReadTeam, ALongListOfFaultsEnds) {
  std::string text = small_team;
  for (int i = 0; i < 20'000; ++i) text += "[[leave]]\npeople = [\"amra\"]\n";
  EXPECT_EQ(read_team(text, "cprota.toml").faults_elsewhere.size(), 1000u);
}

}  // namespace
}  // namespace cprota
