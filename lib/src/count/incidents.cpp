// SPDX-License-Identifier: MIT
#include "count/incidents.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <tuple>
#include <utility>

#include "count/rational.hpp"

namespace cprota {
namespace {

bool takes_rota(const Filter& filter, const Rota& rota) {
  return std::any_of(rota.roles.begin(), rota.roles.end(), [&](const Role& role) {
    return filter.takes(RoleRef{rota.id, role.id});
  });
}

bool pays_for_work(const PayRule* rule) {
  return rule != nullptr && rule->worked_hour.has_value();
}

// How a person is in a role: as an incident begins, or before it ends, or else not.
enum class Presence { at_begin, later, none };

// In which role under a rule the person is best present, of those alike the first that pays, of these the
// first in the team.
void place(const Team& team, const PersonId& person, WeekSource& weeks, Incident& incident) {
  using Rank = std::tuple<Presence, bool>;  // how present, and whether it goes unpaid
  Rank best{Presence::none, true};
  const auto offer = [&](Presence presence, const RoleRef& role, const PayRule* rule) {
    const Rank rank{presence, !pays_for_work(rule)};
    if (incident.role && rank >= best) return;
    best = rank;
    incident.role = role;
    incident.rule = pays_for_work(rule) ? rule : nullptr;
  };
  const Instant begin = incident.during->begin();
  const Cover cover = cover_of(team, *incident.during, weeks, {std::nullopt, std::nullopt, person});
  for (const Rota& rota : team.rotas) {
    for (const Role& role : rota.roles) {
      const RoleRef ref{rota.id, role.id};
      for (const Shift& shift : cover.shifts) {
        if (shift.role != ref) continue;
        for (const DatePiece& piece : by_date(shift.during, team.zone, team.bank_holidays)) {
          const PayRule* rule = pay_rule_on(team, rota.id, piece.date);
          if (rule == nullptr) continue;
          offer(piece.during.begin() == begin ? Presence::at_begin : Presence::later, ref, rule);
        }
      }
      offer(Presence::none, ref, pay_rule_on(team, rota.id, team.zone.date(begin)));
    }
  }
}

bool says_the_same(const PayRule& a, const PayRule& b, const std::optional<DayRate>& rate) {
  const bool divides = rate && rate->yearly;
  return !(Rational(*a.worked_hour) < *b.worked_hour) && !(Rational(*b.worked_hour) < *a.worked_hour) &&
         (!divides || a.day_rate_divisor == b.day_rate_divisor);
}

}  // namespace

std::vector<Incident> incidents_of(const Team& team, const PersonId& person, const Interval& range,
                                   WeekSource& weeks) {
  std::vector<Incident> incidents;
  for (const IsoWeek week : weeks.weeks()) {
    const WeekFile* file = weeks.find(week);
    if (file == nullptr) continue;
    for (const Worked& worked : file->worked) {
      if (worked.person != person || !range.contains(worked.during.begin())) continue;
      Incident incident;
      incident.during = worked.during;
      incident.minutes = worked.during.minutes();
      incident.full_hours = incident.minutes / std::chrono::hours(1);
      incident.note = worked.note;
      incident.file = file->file;
      incidents.push_back(std::move(incident));
    }
  }
  std::stable_sort(incidents.begin(), incidents.end(),
                   [](const Incident& a, const Incident& b) { return *a.during < *b.during; });
  for (Incident& incident : incidents) place(team, person, weeks, incident);
  return incidents;
}

Result<const PayRule*> rule_told_by_hand(const Team& team, const ClaimQuestion& question,
                                         const std::vector<ClaimLine>& lines) {
  const Date first = team.zone.date(question.range.begin());
  const Date last = team.zone.date(question.range.end() - std::chrono::seconds(1));
  for (const Rota& rota : team.rotas) {
    if (!takes_rota(question.filter, rota)) continue;
    std::set<const PayRule*> rules;
    for (const ClaimLine& line : lines) {
      if (line.role.rota == rota.id) rules.insert(pay_rule_on(team, rota.id, line.date));
    }
    if (lines.empty()) {
      rules = {pay_rule_on(team, rota.id, first), pay_rule_on(team, rota.id, last)};
      for (const PayRule& rule : team.pay_rules) {
        if (rule.rota == rota.id && rule.from && *rule.from > first && *rule.from <= last)
          rules.insert(&rule);
      }
    }
    if (std::none_of(rules.begin(), rules.end(), pays_for_work)) continue;
    const PayRule* one = *std::find_if(rules.begin(), rules.end(), pays_for_work);
    const auto differs = [&](const PayRule* rule) {
      return rule != nullptr && (!pays_for_work(rule) || !says_the_same(*rule, *one, question.day_rate));
    };
    if (std::none_of(rules.begin(), rules.end(), differs)) return one;
    return fail(Fault::usage, "what [pay." + rota.id.str() +
                                  "] pays for an hour worked changes within the range; narrow it for "
                                  "--worked, or write the incident in a week file");
  }
  return fail(Fault::usage,
              lines.empty() ? "no pay rule says what an hour worked is worth; give worked-hour in [pay]"
                            : "no pay rule of a rota in the claim says what an hour worked is worth; give "
                              "worked-hour there");
}

}  // namespace cprota
