// SPDX-License-Identifier: MIT
#include "support/random_team.hpp"

#include <array>
#include <optional>
#include <stdexcept>
#include <utility>

#include "cprota/time/calendar.hpp"

namespace cprota::test {
namespace {

using std::chrono::days;
using std::chrono::minutes;

Window window(int start, int end) {
  return {Minutes(start), Minutes(end)};
}

// Lists in which no two windows overlap; nights run on into the next date, some of them over its own windows.
const std::vector<Windows>& window_lists() {
  static const std::vector<Windows> lists{
      {},
      {window(600, 1020)},
      {window(540, 1080)},
      {window(420, 600), window(1020, 1320)},
      {window(0, 1440)},
      {window(1320, 1320 + 540)},
      {window(60, 120), window(120, 150)},
      {window(30, 75), window(1380, 1440)},
      {window(90, 90 + 1439)},
      {window(0, 1), window(1439, 1439 + 2)},
  };
  return lists;
}

HoursVersion random_version(Dice& dice, std::optional<Date> from, Date around) {
  HoursVersion version;
  version.from = from;
  version.weekday = dice.pick(window_lists());
  if (!dice.one_in(3)) version.weekend = dice.pick(window_lists());
  if (!dice.one_in(3)) version.bank_holiday = dice.pick(window_lists());
  if (dice.one_in(2)) version.days.at(static_cast<std::size_t>(dice.roll(7))) = dice.pick(window_lists());
  if (dice.one_in(3)) version.dates.emplace(around + days(dice.roll(15) - 7), dice.pick(window_lists()));
  return version;
}

Hours random_hours(Dice& dice, const std::string& id, Date around) {
  Hours hours;
  hours.id = HoursId(id);
  hours.versions.push_back(random_version(dice, std::nullopt, around));
  if (dice.one_in(3)) hours.versions.push_back(random_version(dice, around + days(dice.roll(9) - 4), around));
  return hours;
}

Rota random_rota(Dice& dice, const std::string& id, const Team& team) {
  Rota rota;
  rota.id = RotaId(id);
  rota.hours = dice.pick(team.hours).id;
  const int roles = 1 + dice.roll(3);
  for (int i = 0; i < roles; ++i) {
    Role role;
    role.id = RoleId(std::array{"primary", "secondary", "shadow"}.at(static_cast<std::size_t>(i)));
    role.optional = dice.one_in(5);
    rota.roles.push_back(std::move(role));
  }
  rota.handover.day = std::chrono::weekday(static_cast<unsigned>(dice.roll(7)));
  rota.handover.time = Minutes(dice.pick(std::vector<int>{0, 0, 90, 120, 135, 600, 720, 1410, 1439}));
  rota.turn = dice.one_in(2) ? TurnKind::day : TurnKind::week;
  for (const Person& person : team.people) rota.members.push_back(person.id);
  return rota;
}

Holder random_holder(Dice& dice, const Team& team) {
  if (dice.one_in(8)) return Unfilled{};
  if (dice.one_in(10)) return Nobody{};
  return dice.pick(team.people).id;
}

Assignment random_assignment(Dice& dice, const Team& team, const RoleRef& role) {
  Assignment assignment;
  assignment.role = role;
  if (dice.one_in(2)) {
    assignment.holders = PlacedHolder{random_holder(dice, team), std::nullopt};
    return assignment;
  }
  std::array<PlacedHolder, 7> list;
  for (PlacedHolder& placed : list) placed.holder = random_holder(dice, team);
  assignment.holders = list;
  return assignment;
}

Override random_override(Dice& dice, const Team& team, const RoleRef& role, IsoWeek week) {
  const Instant begin = team.zone.begin_of(week.monday()) + minutes(dice.roll(7 * 1440));
  const int length = dice.pick(std::vector<int>{1, 30, 120, 600, 1440, 3000, 7 * 1440 - 121});
  return {role, random_holder(dice, team), Interval(begin, begin + minutes(length)), "a reason",
          std::nullopt};
}

WeekFile random_week(Dice& dice, const Team& team, IsoWeek week) {
  WeekFile file{week, "rota/" + week.str() + ".toml", {}, {}, {}, {}};
  std::vector<RoleRef> roles;
  for (const Rota& rota : team.rotas) {
    for (const Role& role : rota.roles) roles.push_back({rota.id, role.id});
  }
  for (const RoleRef& role : roles) {
    if (!dice.one_in(8)) file.assignments.push_back(random_assignment(dice, team, role));
  }
  for (int i = dice.roll(5); i > 0; --i) {
    Override entry = random_override(dice, team, dice.pick(roles), week);
    // A clock change may have moved it over the week's end, or made it too long on the wall clock.
    const auto shown = team.zone.local(entry.during.end()) - team.zone.local(entry.during.begin());
    if (IsoWeek::containing(team.zone.date(entry.during.begin())) == week && shown <= days(7)) {
      file.overrides.push_back(std::move(entry));
    }
  }
  return file;
}

}  // namespace

const std::vector<Scene>& scenes() {
  static const std::vector<Scene> all{
      {"London skips an hour", "Europe/London", "2026-03-29"},
      {"London doubles an hour", "Europe/London", "2026-10-25"},
      {"New York skips an hour", "America/New_York", "2026-03-08"},
      {"New York doubles an hour", "America/New_York", "2026-11-01"},
      {"Lord Howe doubles half an hour", "Australia/Lord_Howe", "2026-04-05"},
      {"Lord Howe skips half an hour", "Australia/Lord_Howe", "2026-10-04"},
      {"Apia has no 30 December", "Pacific/Apia", "2011-12-30"},
      {"Kathmandu moves by a quarter of an hour", "Asia/Kathmandu", "1986-01-01"},
      {"Kathmandu", "Asia/Kathmandu", "2026-11-25"},
      {"29 February", "Europe/London", "2028-02-29"},
      {"week 53 and a new year", "Europe/London", "2026-12-31"},
      {"a new year inside a week", "America/New_York", "2025-12-31"},
      {"2037 to 2038", "Europe/London", "2037-12-31"},
      {"clocks after the last entry of zone files", "Europe/London", "2045-03-26"},
  };
  return all;
}

RandomTeam random_team(Dice& dice, const Zone& zone, Date around, int weeks_each_side) {
  RandomTeam random;
  Team& team = random.team;
  team.name = "Random";
  team.zone = zone;
  team.bank_holidays = BankHolidays(dice.one_in(3) ? Division::scotland : Division::england_and_wales);
  if (dice.one_in(2)) {
    team.bank_holidays.add({around + days(dice.roll(7) - 3), "A day of our own", "", HolidaySource::team});
  }
  for (const char* id : {"first", "second", "third"}) team.hours.push_back(random_hours(dice, id, around));
  const int people = 2 + dice.roll(4);
  for (int i = 0; i < people; ++i) {
    Person person;
    person.id = PersonId(std::array{"amara", "bea", "cy", "dev", "eve"}.at(static_cast<std::size_t>(i)));
    person.name = person.id.str();
    team.people.push_back(std::move(person));
  }
  team.rotas.push_back(random_rota(dice, "on-call", team));
  if (dice.one_in(2)) team.rotas.push_back(random_rota(dice, "support", team));

  random.weeks = std::make_unique<WeekFiles>();
  const IsoWeek middle = IsoWeek::containing(around);
  for (int i = -weeks_each_side; i <= weeks_each_side; ++i) {
    if (!dice.one_in(6)) random.weeks->put(random_week(dice, team, middle.plus(i)));
  }
  return random;
}

Zone zone_named(const std::string& name) {
  auto zone = Zone::load(name);
  if (!zone) throw std::runtime_error(name + ": " + zone.error().diagnostics.front().message);
  return *zone;
}

Date date_of(const std::string& text) {
  const auto date = parse_date(text);
  if (!date) throw std::runtime_error("no date: " + text);
  return *date;
}

}  // namespace cprota::test
