// SPDX-License-Identifier: MIT
#include "cprota/plan/stand_in.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <tuple>
#include <utility>

#include "cprota/cover/change.hpp"
#include "cprota/cover/turns.hpp"
#include "cprota/plan/generate.hpp"
#include "cprota/plan/history.hpp"

namespace cprota {
namespace {

// The rules that can exclude somebody, the most lasting reason first.
const std::vector<Rule> excluding{Rule::member, Rule::leave, Rule::double_role, Rule::new_pair};

// Weeks, or dates, counted from some day.
int period_of(const Rota& rota, const Turn& turn) {
  const auto days = std::chrono::duration_cast<std::chrono::days>(
      (turn.date && rota.turn == TurnKind::day ? *turn.date : turn.week.monday()).time_since_epoch());
  return static_cast<int>(rota.turn == TurnKind::day ? days.count() : days.count() / 7);
}

// Everything that is the same whoever stands in.
class Question {
 public:
  Question(const Team& team, const std::vector<Stint>& stints, WeekSource& weeks)
      : team_(team),
        rota_(*team.find_rota(stints.front().role.rota)),
        stints_(stints),
        weeks_(weeks),
        whole_(stints.front().during.begin(), stints.back().during.end()),
        before_(checked(weeks)) {
    find_apart();
    find_turns();
  }

  [[nodiscard]] StandIn about(const Person& person) const {
    StandIn one;
    one.person = person.id;
    one.finding = worst_finding(person.id);
    one.is_apart = apart_.contains(person.id);
    for (const auto& [holder, period] : turns_) {
      if (holder != person.id) continue;
      for (const int mine : periods_) {
        const int between = std::max(0, std::abs(mine - period) - 1);
        if (!one.rest || between < *one.rest) one.rest = between;
      }
    }
    one.is_rested = !one.rest || *one.rest >= rota_.rest;
    return one;
  }

 private:
  [[nodiscard]] CheckAnswer checked(WeekSource& weeks) const {
    return check(team_, weeks, {whole_, whole_.begin(), {}, excluding, {}});
  }

  // An error before a warning, else in the order of `excluding`.
  [[nodiscard]] std::optional<Finding> worst_finding(const PersonId& person) const {
    PlannedWeeks then(weeks_);
    for (const Stint& stint : stints_) {
      if (stint.holder == Holder(person)) continue;
      for (const NewOverride& each : overrides_for(team_, stint, person, {}, weeks_))
        then.add(each.week, each.made);
    }
    const std::vector<Finding> found = new_findings(before_, checked(then));
    const auto worst = std::ranges::min_element(found, [](const Finding& a, const Finding& b) {
      const auto rank = [](const Finding& finding) {
        return std::pair(finding.severity != Severity::error, std::ranges::find(excluding, finding.rule));
      };
      return rank(a) < rank(b);
    });
    return worst == found.end() ? std::nullopt : std::optional(*worst);
  }

  void find_apart() {
    const Zone& zone = team_.zone;
    std::set<Date> dates;
    for (const Stint& stint : stints_) {
      for (const Interval& opening : stint.open.intervals()) {
        for (const DatePiece& piece : by_date(opening, zone, team_.bank_holidays)) dates.insert(piece.date);
      }
    }
    const Interval days(zone.begin_of(*dates.begin()), zone.begin_of(*dates.rbegin() + std::chrono::days(1)));
    for (const Rota* other : rotas_apart_from(team_, rota_)) {
      for (const Shift& shift : cover_of(team_, days, weeks_, Filter{other->id, {}, {}}).shifts) {
        for (const DatePiece& piece : by_date(shift.during, zone, team_.bank_holidays)) {
          if (dates.contains(piece.date)) apart_.insert(shift.person);
        }
      }
    }
  }

  void find_turns() {
    const Filter filter{rota_.id, {}, {}};
    for (const Stint& stint : stints_) {
      for (const Turn& turn : turns_in(team_, stint.during, weeks_, filter))
        periods_.insert(period_of(rota_, turn));
    }
    constexpr int further = 4;
    const std::chrono::days reach{(rota_.rest + further) * (rota_.turn == TurnKind::day ? 1 : 7)};
    const Interval near(whole_.begin() - reach, whole_.end() + reach);
    for (const Turn& turn : turns_in(team_, near, weeks_, filter)) {
      if (const PersonId* const person = person_in(turn.holder))
        turns_.emplace(*person, period_of(rota_, turn));
    }
  }

  const Team& team_;
  const Rota& rota_;
  const std::vector<Stint>& stints_;
  WeekSource& weeks_;
  Interval whole_;
  CheckAnswer before_;
  std::set<PersonId> apart_;
  std::set<int> periods_;  // of the stints
  std::set<std::pair<PersonId, int>> turns_;
};

bool has_less(const std::optional<WideFraction>& a, const std::optional<WideFraction>& b) {
  if (!a || !b) return a.has_value() && !b.has_value();
  return (*a - *b).numerator < 0;
}

void set_aheads(const Team& team, const Rota& rota, IsoWeek week, WeekSource& weeks,
                std::vector<StandIn>& all) {
  std::vector<const Person*> people;
  for (const PersonId& member : rota.members) {
    const Person* const person = team.find_person(member);
    if (person != nullptr && (!person->last || *person->last >= week.monday())) people.push_back(person);
  }
  const auto ahead = aheads(team, rota, week, people, weeks);
  for (StandIn& one : all) {
    const auto at = std::ranges::find(people, one.person, &Person::id);
    if (at != people.end()) one.ahead = ahead[static_cast<std::size_t>(at - people.begin())][0];
  }
}

}  // namespace

std::string_view StandIn::rule() const {
  if (finding) return to_string(finding->rule);
  if (is_apart) return "apart";
  return is_rested ? "" : to_string(Rule::rest);
}

std::vector<StandIn> stand_ins(const Team& team, const std::vector<Stint>& stints, IsoWeek week,
                               WeekSource& weeks) {
  const Question question(team, stints, weeks);
  std::vector<StandIn> all;
  for (const Person& person : team.people) {
    const bool has_all =
        std::ranges::all_of(stints, [&](const Stint& stint) { return stint.holder == Holder(person.id); });
    if (!has_all) all.push_back(question.about(person));
  }
  set_aheads(team, *team.find_rota(stints.front().role.rota), week, weeks, all);
  std::ranges::stable_sort(all, [](const StandIn& a, const StandIn& b) {
    if (a.is_excluded() || b.is_excluded()) return !a.is_excluded();
    const auto rules = [](const StandIn& one) {
      return std::pair(one.finding.has_value() || one.is_apart, !one.is_rested);
    };
    if (rules(a) != rules(b)) return rules(a) < rules(b);
    return has_less(a.ahead, b.ahead);
  });
  return all;
}

}  // namespace cprota
