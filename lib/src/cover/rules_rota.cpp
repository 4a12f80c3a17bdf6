// SPDX-License-Identifier: MIT
// Rules about a rota as a whole: load, idle, horizon.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "cprota/cover/upcoming.hpp"
#include "cprota/time/print.hpp"

#include "cover/checking.hpp"

namespace cprota {
namespace {

Finding finding_about(Rule rule, const Rota& rota, std::string message) {
  Finding finding;
  finding.severity = Severity::warning;
  finding.rule = rule;
  finding.message = std::move(message);
  finding.place = rota.place;
  finding.rota = rota.id;
  return finding;
}

// Whether the rules that concern a person alone let them have the turn.
bool could_take(const Checking& checking, const Rota& rota, const PersonFacts& facts, const Turn& turn) {
  const Person& person = *facts.person;
  if (facts.present_from && turn.during.end() <= *facts.present_from) return false;
  if (facts.present_until && turn.during.begin() >= *facts.present_until) return false;
  if (person.is_excepted_from(turn.role)) return false;
  const IntervalSet open = open_part(checking.team, turn);
  for (const Interval& opening : open.intervals()) {
    for (const DatePiece& piece : by_date(opening, checking.team.zone, checking.team.bank_holidays)) {
      if (!person.is_present_on(piece.date) || facts.leave.contains(piece.during.begin())) return false;
      if (rota.turn == TurnKind::day && person.has_day_off(piece.date)) return false;
    }
  }
  return true;
}

// A week or, for day turns, a date.
using Period = std::pair<IsoWeek, std::optional<Date>>;

void find_idle_members_of(Checking& checking, const Rota& rota) {
  std::vector<const Turn*> turns;
  std::map<PersonId, std::set<Period>> taken;
  for (const HeldRole* role : checking.roles_of(rota)) {
    for (const Turn& turn : role->turns) {
      if (open_part(checking.team, turn).common(checking.question.range).empty()) continue;
      turns.push_back(&turn);
      if (const PersonId* person = person_in(turn.holder)) {
        taken[*person].emplace(turn.week, rota.turn == TurnKind::day ? turn.date : std::nullopt);
      }
    }
  }
  for (const PersonId& member : rota.members) {
    if (taken.count(member) != 0) continue;
    const auto busy = std::find_if(taken.begin(), taken.end(), [&](const auto& entry) {
      return entry.second.size() >= 2 && rota.has_member(entry.first);
    });
    if (busy == taken.end()) return;
    const PersonFacts& facts = checking.facts(member);
    const bool possible = std::any_of(turns.begin(), turns.end(), [&](const Turn* turn) {
      return could_take(checking, rota, facts, *turn);
    });
    if (!possible) continue;
    Finding finding = finding_about(
        Rule::idle, rota,
        fmt::format("{} has no turn of rota {} and {} has {}; give one to {}, or take them off the rota",
                    facts.person->name, rota.id.str(), checking.name_of(busy->first), busy->second.size(),
                    facts.person->name));
    finding.person = member;
    checking.findings.push_back(std::move(finding));
  }
}

}  // namespace

void find_heavy_load(Checking& checking) {
  for (const HeldRole& role : checking.roles) {
    std::chrono::seconds covered{0};
    std::map<PersonId, std::chrono::seconds> by_person;
    for (const Held& held : role.held) {
      const PersonId* person = person_in(held.holder);
      if (person == nullptr) continue;
      for (const Interval& piece : held.open) {
        const auto counts = piece.common(checking.question.range);
        if (!counts) continue;
        covered += counts->length();
        by_person[*person] += counts->length();
      }
    }
    for (const auto& [person, time] : by_person) {
      if (2 * time <= covered) continue;
      Finding finding = finding_about(
          Rule::load, *role.rota,
          fmt::format("{} has {} of the {} of {} that are covered; share them out", checking.name_of(person),
                      hours_and_minutes(std::chrono::floor<Minutes>(time)),
                      hours_and_minutes(std::chrono::floor<Minutes>(covered)), role.ref.str()));
      finding.role = role.ref.role;
      finding.person = person;
      checking.findings.push_back(std::move(finding));
    }
  }
}

void find_idle_members(Checking& checking) {
  for (const Rota& rota : checking.team.rotas) find_idle_members_of(checking, rota);
}

void find_near_ends(Checking& checking) {
  const Zone& zone = checking.team.zone;
  const int weeks = checking.team.check.horizon_weeks;
  const Instant limit = zone.instant(zone.local(checking.question.now) + std::chrono::weeks(weeks));
  for (const Rota& rota : checking.team.rotas) {
    const std::optional<Turn> last = last_filled_turn(checking.team, rota, checking.weeks);
    if (last && last->during.end() >= limit) continue;
    std::string end = "has nobody yet";
    if (last) {
      const bool past = last->during.end() <= checking.question.now;
      const Instant until = last->during.end();
      end = fmt::format("{} {} {}", past ? "ended" : "ends", long_date(zone.date(until)),
                        clock_time(until, zone));
    }
    Finding finding =
        finding_about(Rule::horizon, rota,
                      fmt::format("rota {} {}, and {} week{} ahead are wanted; run cprota generate",
                                  rota.id.str(), end, weeks, weeks == 1 ? "" : "s"));
    if (last) {
      finding.place = last->place;
      finding.until = last->during.end();
      finding.week = last->week;
    }
    checking.findings.push_back(std::move(finding));
  }
}

}  // namespace cprota
