// SPDX-License-Identifier: MIT
// Rules about one person in one role: leave, member, rest.
#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "cprota/time/print.hpp"

#include "cover/checking.hpp"

namespace cprota {
namespace {

// The part of what is held that counts and lies in `when`.
Reach reach_in(const Held& held, const IntervalSet& when, const Interval& range) {
  Reach reach;
  for (const Interval& piece : held.open) {
    const auto counts = piece.common(range);
    if (!counts) continue;
    for (auto part = when.find(counts->begin()) ? when.find(counts->begin())
                                                : when.first_after(counts->begin());
         part && part->begin() < counts->end(); part = when.first_after(part->begin())) {
      reach.add(counts->common(*part).value());
    }
  }
  return reach;
}

constexpr std::string_view take_over_words =
    "let somebody else take it over with an [[override]], or exchange the turn with cprota swap";

struct Stranger {
  Reach reach;
  std::string why;
};

// Why somebody may not have a role, with the minutes of which it is true. What lasts is said alone: no
// member, a role in except.
Stranger stranger_in(const Checking& checking, const HeldRole& role, const Held& held) {
  const PersonFacts& facts = checking.facts(*person_in(held.holder));
  const Person& person = *facts.person;
  const Zone& zone = checking.team.zone;
  Stranger stranger;
  const auto add_where = [&](const auto& offends) {
    for (const Interval& piece : held.open) {
      const auto counts = piece.common(checking.question.range);
      if (counts) offends(*counts);
    }
  };
  const auto add_all = [&](const Interval& piece) { stranger.reach.add(piece); };
  if (!role.rota->has_member(person.id)) {
    add_where(add_all);
    stranger.why = fmt::format("is no member of rota {}", role.rota->id.str());
    return stranger;
  }
  if (person.is_excepted_from(role.ref)) {
    add_where(add_all);
    stranger.why = "has it in except";
    return stranger;
  }
  const auto because = [&](const std::string& why) {
    if (stranger.why.find(why) != std::string::npos) return;
    stranger.why += (stranger.why.empty() ? "" : ", and ") + why;
  };
  add_where([&](const Interval& piece) {
    if (facts.present_from && piece.begin() < *facts.present_from) {
      add_all(Interval(piece.begin(), std::min(piece.end(), *facts.present_from)));
      because(fmt::format("is on the rotas only from {}", iso_date(*person.first)));
    }
    if (facts.present_until && piece.end() > *facts.present_until) {
      add_all(Interval(std::max(piece.begin(), *facts.present_until), piece.end()));
      because(fmt::format("is on the rotas only until {}", iso_date(*person.last)));
    }
  });
  if (role.rota->turn != TurnKind::day || person.days_off.empty()) return stranger;
  add_where([&](const Interval& piece) {
    for (const DatePiece& part : by_date(piece, zone, checking.team.bank_holidays)) {
      if (!person.has_day_off(part.date)) continue;
      add_all(part.during);
      because(fmt::format("has {} off", day_name(part.date)));
    }
  });
  return stranger;
}

// Which week or date a turn counts as for the rota's rest.
int period_of(const Rota& rota, const Turn& turn) {
  if (rota.turn == TurnKind::week || !turn.date) {
    return static_cast<int>(turn.week.monday().time_since_epoch().count() / 7);
  }
  return static_cast<int>(turn.date->time_since_epoch().count());
}

std::string name_of_period(const Rota& rota, const Turn& turn) {
  return rota.turn == TurnKind::day && turn.date ? "on " + short_date(*turn.date) : "in " + turn.week.str();
}

void find_lack_of_rest_in(Checking& checking, const Rota& rota) {
  const Interval& range = checking.question.range;
  const Zone& zone = checking.team.zone;
  const int days = (rota.rest + 2) * (rota.turn == TurnKind::week ? 7 : 1);
  const Instant begin = std::max(range.begin() - std::chrono::days(days), zone.begin_of(first_date));
  const std::vector<Turn> turns =
      turns_in(checking.team, Interval(std::min(begin, range.begin()), range.end()), checking.weeks,
               Filter{rota.id, std::nullopt, std::nullopt});
  const std::string unit = rota.turn == TurnKind::week ? "week" : "day";
  std::map<PersonId, const Turn*> last;
  for (const Turn& turn : turns) {
    const PersonId* person = person_in(turn.holder);
    if (person == nullptr) continue;
    const auto before = std::exchange(last[*person], &turn);
    if (before == nullptr) continue;
    const int between = period_of(rota, turn) - period_of(rota, *before) - 1;
    if (between < 0 || between >= rota.rest) continue;
    const IntervalSet open = open_part(checking.team, turn).common(range);
    if (open.empty()) continue;
    const Interval during(open.intervals().front().begin(), open.intervals().back().end());
    Finding finding;
    finding.severity = Severity::warning;
    finding.rule = Rule::rest;
    finding.message = fmt::format(
        "{} has {} {}, {} after {} {}, and the rota's rest is {} {}{}; exchange one of them",
        checking.name_of(*person), turn.role.str(), name_of_period(rota, turn),
        between == 0 ? std::string("right") : fmt::format("{} {}{}", between, unit, between == 1 ? "" : "s"),
        before->role.str(), name_of_period(rota, *before), rota.rest, unit, rota.rest == 1 ? "" : "s");
    finding.place = turn.place;
    finding.rota = turn.role.rota;
    finding.role = turn.role.role;
    finding.person = *person;
    finding.from = during.begin();
    finding.until = during.end();
    finding.week = turn.week;
    finding.date = turn.date;
    checking.findings.push_back(std::move(finding));
  }
}

}  // namespace

void find_leave(Checking& checking) {
  for (const HeldRole& role : checking.roles) {
    for (const Held& held : role.held) {
      const PersonId* person = person_in(held.holder);
      if (person == nullptr) continue;
      const PersonFacts& facts = checking.facts(*person);
      Reach reach = reach_in(held, facts.leave, checking.question.range);
      const bool away = reach.during().has_value();
      if (!away) reach = reach_in(held, facts.avoid, checking.question.range);
      if (!reach.during()) continue;
      const Interval during = *reach.during();
      std::string message = fmt::format("{} {} but has {} {}; {}", facts.person->name,
                                        away ? "is on leave" : "would rather not", role.ref.str(),
                                        when(during, checking.team.zone), take_over_words);
      checking.findings.push_back(finding_of(Rule::leave, away ? Severity::error : Severity::warning, role,
                                             held, during, std::move(message)));
    }
  }
}

void find_strangers(Checking& checking) {
  for (const HeldRole& role : checking.roles) {
    for (const Held& held : role.held) {
      const PersonId* person = person_in(held.holder);
      if (person == nullptr) continue;
      const Stranger stranger = stranger_in(checking, role, held);
      if (!stranger.reach.during()) continue;
      const Interval during = *stranger.reach.during();
      std::string message = fmt::format("{} has {} {} but {}; {}", checking.name_of(*person), role.ref.str(),
                                        when(during, checking.team.zone), stranger.why, take_over_words);
      checking.findings.push_back(
          finding_of(Rule::member, Severity::error, role, held, during, std::move(message)));
    }
  }
}

void find_lack_of_rest(Checking& checking) {
  for (const Rota& rota : checking.team.rotas) {
    if (rota.rest > 0) find_lack_of_rest_in(checking, rota);
  }
}

}  // namespace cprota
