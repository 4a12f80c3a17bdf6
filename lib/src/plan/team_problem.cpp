// SPDX-License-Identifier: MIT
#include "cprota/plan/team_problem.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "cprota/cover/turns.hpp"

#include "plan/standing_turns.hpp"

namespace cprota {
namespace {

// The dates with open minutes of turns that each person has in rotas to keep apart from.
std::map<PersonId, std::set<Date>> dates_apart(const Team& team, const Rota& rota,
                                               const Indexed<Period>& periods, WeekSource& weeks) {
  std::map<PersonId, std::set<Date>> dates;
  if (periods.empty()) return dates;
  const Interval range(periods.front().during.begin() - std::chrono::days(1),
                       periods.back().during.end() + std::chrono::days(1));
  for (const Rota* other : rotas_apart_from(team, rota)) {
    for (const Turn& turn : turns_in(team, range, weeks, Filter{other->id, {}, {}})) {
      const PersonId* person = person_in(turn.holder);
      if (person == nullptr) continue;
      const IntervalSet open = open_part(team, turn);
      for (const Interval& opening : open.intervals()) {
        for (const DatePiece& piece : by_date(opening, team.zone, team.bank_holidays)) {
          dates[*person].insert(piece.date);
        }
      }
    }
  }
  return dates;
}

// Whether the team has `check` treat a lack of rest as an error.
bool is_error_of_rest(const Team& team) {
  const auto rule = team.check.rules.find("rest");
  return rule != team.check.rules.end() && rule->second == RuleSeverity::error;
}

class Drawer {
 public:
  Drawer(const Team& team, const Rota& rota, const PlanQuestion& question, WeekSource& weeks)
      : team_(team), rota_(rota), question_(question), weeks_(weeks) {
    out_.rota = &rota;
    out_.periods = periods_of(team, rota, question.weeks.first, question.weeks.last, question.weeks.first);
  }

  TeamProblem draw() {
    PlanProblem& problem = out_.problem;
    const int weeks = question_.weeks.last.since(question_.weeks.first) + 1;
    problem.periods = rota_.turn == TurnKind::day ? 7 * weeks : weeks;
    problem.roles = static_cast<int>(rota_.roles.size());
    problem.rest = rota_.rest;
    choose_people();
    problem.spacing = static_cast<int>(out_.people.size() / rota_.roles.size());
    add_turns();
    add_people();
    add_turns_around();
    set_targets();
    if (question_.freedom == Freedom::repair) {
      pin_what_stands(out_, team_, is_error_of_rest(team_));
      problem.order = {Level::uncovered, Level::changes, Level::imbalance, Level::bank_holidays,
                       Level::weekends,  Level::roles,   Level::avoided,   Level::spacing};
    }
    return std::move(out_);
  }

 private:
  void choose_people() {
    for (const PersonId& member : rota_.members) {
      const Person* person = team_.find_person(member);
      const Date first = question_.weeks.first.monday();
      if (person == nullptr || (person->last && *person->last < first)) continue;
      index_[member] = static_cast<int>(out_.people.size());
      out_.people.push_back(person);
    }
    out_.problem.people.resize(out_.people.size());
  }

  [[nodiscard]] int index_of(const PersonId& person) const {
    const auto found = index_.find(person);
    return found == index_.end() ? outsider : found->second;
  }

  void add_turns() {
    for (std::size_t i = 0; i < out_.periods.size(); ++i) {
      const Period& period = out_.periods[i];
      const WeekFile* file = weeks_.find(period.week);
      for (std::size_t role = 0; role < rota_.roles.size(); ++role) {
        const RoleRef ref{rota_.id, rota_.roles[role].id};
        const Standing standing = standing_turn(rota_, ref, period, file, team_.zone);
        if (standing.by_day.empty()) {
          add_turn(i, role, standing.holder);
        } else {
          add_split(i, role, standing);
        }
      }
    }
  }

  void add_turn(std::size_t period_index, std::size_t role, const Holder& holder) {
    const Period& period = out_.periods[period_index];
    if (rota_.roles[role].optional && person_in(holder) == nullptr) return;
    const ByLoadKind<std::int64_t> load = load_of(period, rota_.roles[role]);
    PlanTurn turn;
    turn.period = period.number;
    turn.role = static_cast<int>(role);
    turn.load = load[0];
    turn.bank_holiday = load[1];
    turn.weekend = load[2];
    const bool frees = question_.freedom != Freedom::fill && period.during.begin() >= question_.now;
    if (const PersonId* person = person_in(holder)) {
      turn.before = turn.holder = index_of(*person);
      const Person* known = team_.find_person(*person);
      turn.outsider_is_new = known != nullptr && known->is_new_on(period.open_dates.front());
      turn.pinned = !frees || rota_.roles[role].optional;
      if (!turn.pinned) turn.holder = nobody;
    } else {
      turn.pinned = is_nobody(holder);
    }
    out_.problem.turns.push_back(turn);
    out_.turns.push_back({{rota_.id, rota_.roles[role].id}, period_index, holder});
  }

  // A week that the files share out by day: nobody's to give, but load of those who have it.
  void add_split(std::size_t period_index, std::size_t role, const Standing& standing) {
    const Period& period = out_.periods[period_index];
    const std::int64_t weight = rota_.roles[role].weight;
    for (const auto& [holder, during] : standing.by_day) {
      const PersonId* person = person_in(holder);
      const int index = person == nullptr ? outsider : index_of(*person);
      if (index < 0) continue;
      PlanPerson& who = out_.problem.people[static_cast<std::size_t>(index)];
      const IntervalSet open = period.open.common(during);
      if (open.empty()) continue;
      who.load += open.minutes().count() * weight;
      split_load_ += open.minutes().count() * weight;
      if (std::find(who.busy.begin(), who.busy.end(), period.number) == who.busy.end())
        who.busy.push_back(period.number);
      for (const Date date : period.bank_holidays) {
        if (day_of(date, standing) != holder) continue;
        who.bank_holiday += weight;
        split_bank_holidays_ += weight;
      }
    }
  }

  // Who has most of a date of a week shared out by day; that of its evening where that is equal.
  [[nodiscard]] Holder day_of(Date date, const Standing& standing) const {
    const Interval whole(team_.zone.begin_of(date), team_.zone.begin_of(date + std::chrono::days(1)));
    const IntervalSet open = team_.open_hours_of(rota_, whole);
    Holder most;
    Minutes minutes{-1};
    for (const auto& [holder, during] : standing.by_day) {
      const Minutes here = open.common(during).minutes();
      if (here < minutes || here.count() == 0) continue;
      minutes = here;
      most = holder;
    }
    return most;
  }

  void add_people() {
    const auto apart = dates_apart(team_, rota_, out_.periods, weeks_);
    for (std::size_t p = 0; p < out_.people.size(); ++p) {
      const Person& person = *out_.people[p];
      PlanPerson& who = out_.problem.people[p];
      who.is_new.assign(static_cast<std::size_t>(out_.problem.periods), 0);
      who.avoids = who.is_new;
      std::vector<bool> is_apart;
      const auto dates = apart.find(person.id);
      for (const Period& period : out_.periods) {
        const auto number = static_cast<std::size_t>(period.number);
        who.is_new[number] = person.is_new_on(period.open_dates.front()) ? 1 : 0;
        who.avoids[number] = std::any_of(period.open_dates.begin(), period.open_dates.end(), [&](Date date) {
          return team_.on_leave(person.id, date, LeaveKind::avoid);
        });
        is_apart.push_back(dates != apart.end() &&
                           std::any_of(period.open_dates.begin(), period.open_dates.end(),
                                       [&](Date date) { return dates->second.count(date) != 0; }));
      }
      for (const TeamTurn& turn : out_.turns) {
        const bool barred =
            is_apart[turn.period] || bar_of(team_, rota_, person, turn.role, out_.periods[turn.period]);
        who.may.push_back(barred ? 0 : 1);
      }
      who.both_roles = rota_.roles.size() >= 2 && !person.is_excepted_from({rota_.id, rota_.roles[0].id}) &&
                       !person.is_excepted_from({rota_.id, rota_.roles[1].id});
    }
  }

  // The last turn before the range and the first after it, as far as rest or spacing can see them.
  void add_turns_around() {
    const int reach = std::max(out_.problem.spacing, rota_.rest) + 1;
    const int weeks = rota_.turn == TurnKind::day ? reach / 7 + 1 : reach;
    const IsoWeek first = question_.weeks.first;
    const IsoWeek last = question_.weeks.last;
    std::map<int, int> before;
    std::map<int, int> after;
    const auto each = [&](IsoWeek from, IsoWeek until, const auto& take) {
      for (const Period& period : periods_of(team_, rota_, from, until, first)) {
        const WeekFile* file = weeks_.find(period.week);
        for (const Role& role : rota_.roles) {
          const Standing standing = standing_turn(rota_, {rota_.id, role.id}, period, file, team_.zone);
          for (const Holder& holder : standing.holders(period.open)) {
            const PersonId* person = person_in(holder);
            if (person != nullptr && index_of(*person) >= 0) take(index_of(*person), period.number);
          }
        }
      }
    };
    each(first.plus(-weeks), first.plus(-1), [&](int person, int number) { before[person] = number; });
    each(last.plus(1), last.plus(weeks), [&](int person, int number) { after.try_emplace(person, number); });
    for (const auto& [person, number] : before)
      out_.problem.people[static_cast<std::size_t>(person)].busy.push_back(number);
    for (const auto& [person, number] : after)
      out_.problem.people[static_cast<std::size_t>(person)].busy.push_back(number);
  }

  void set_targets() {
    PlanProblem& problem = out_.problem;
    ByLoadKind<std::int64_t> sums{split_load_, split_bank_holidays_, 0};
    for (const PlanTurn& turn : problem.turns) {
      if (turn.pinned && turn.holder < 0) continue;
      sums[0] += turn.load;
      sums[1] += turn.bank_holiday;
      sums[2] += turn.weekend;
    }
    std::vector<std::int64_t> part;
    std::int64_t parts = 0;
    for (const Person* person : out_.people) {
      part.push_back(part_of(team_, rota_, *person, out_.periods));
      parts += part.back();
    }
    out_.ahead = aheads(team_, rota_, question_.weeks.first, out_.people, weeks_);
    PlanMeasure* const measures[] = {&problem.load, &problem.bank_holiday, &problem.weekend};
    for (std::size_t kind = 0; kind < load_kinds; ++kind) {
      for (std::size_t p = 0; p < part.size(); ++p) {
        measures[kind]->target.push_back(fair_part(sums[kind], part[p], parts) - out_.ahead[p][kind]);
      }
    }
    int heaviest = 0;
    for (const Role& role : rota_.roles) heaviest = std::max(heaviest, role.weight);
    problem.load.step = fair_step_of(team_, rota_, question_.weeks.first);
    problem.bank_holiday.step = problem.weekend.step = fraction(std::max(heaviest, 1), 2);
  }

  const Team& team_;
  const Rota& rota_;
  const PlanQuestion& question_;
  WeekSource& weeks_;
  TeamProblem out_;
  std::map<PersonId, int> index_;
  std::int64_t split_load_ = 0;
  std::int64_t split_bank_holidays_ = 0;
};

}  // namespace

std::vector<const Rota*> rotas_apart_from(const Team& team, const Rota& rota) {
  const auto names = [](const Rota& a, const Rota& b) {
    return std::find(a.apart.begin(), a.apart.end(), b.id) != a.apart.end();
  };
  std::vector<const Rota*> apart;
  for (const Rota& other : team.rotas) {
    if (&other != &rota && other.id != rota.id && (names(rota, other) || names(other, rota)))
      apart.push_back(&other);
  }
  return apart;
}

WideFraction fair_step_of(const Team& team, const Rota& rota, IsoWeek week) {
  constexpr std::int64_t full_weight = 100;
  if (rota.fair_step) return {std::max<std::int64_t>(1, rota.fair_step->count() * full_weight), 1};
  std::int64_t heaviest = 1;
  for (const Role& role : rota.roles) heaviest = std::max<std::int64_t>(heaviest, role.weight);
  const Hours& hours = team.hours_of(rota);
  const auto is_special = [&](IsoWeek candidate) {
    return std::any_of(hours.versions.begin(), hours.versions.end(), [&](const HoursVersion& version) {
      const auto date = version.dates.lower_bound(candidate.monday() - std::chrono::days(1));
      return date != version.dates.end() && date->first <= candidate.sunday();
    });
  };
  constexpr int a_year = 53;
  for (int i = 0; i < a_year && is_special(week); ++i) week = week.plus(1);
  const Zone utc = Zone::utc();
  const Interval days(utc.begin_of(week.monday()), utc.begin_of(week.plus(1).monday()));
  const std::int64_t minutes = open_hours(hours, utc, BankHolidays(), days).minutes().count();
  constexpr int steps_in_a_week = 20;
  return minutes == 0 ? WideFraction{full_weight, 1} : fraction(Int128{minutes} * heaviest, steps_in_a_week);
}

TeamProblem team_problem(const Team& team, const Rota& rota, const PlanQuestion& question,
                         WeekSource& weeks) {
  return Drawer(team, rota, question, weeks).draw();
}

}  // namespace cprota
