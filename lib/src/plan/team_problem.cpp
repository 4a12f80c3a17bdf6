// SPDX-License-Identifier: MIT
#include "cprota/plan/team_problem.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "cprota/cover/turns.hpp"
#include "cprota/plan/evaluate.hpp"

#include "plan/apart.hpp"
#include "plan/fair_targets.hpp"
#include "plan/fixed_cover.hpp"
#include "plan/repair.hpp"
#include "plan/standing_turns.hpp"

namespace cprota {
namespace {

class Drawer {
 public:
  Drawer(const Team& team, const Rota& rota, const PlanQuestion& question, WeekSource& weeks)
      : team_(team),
        rota_(rota),
        question_(question),
        weeks_(weeks),
        periods_(periods_of(team, rota, question.weeks.first, question.weeks.last, question.weeks.first)),
        fixed_(team, rota, periods_, weeks) {
    out_.rota = &rota;
    if (question.freedom == Freedom::repair) errors_ = TurnErrors(team, rota, periods_, question, weeks);
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
    if (question_.freedom == Freedom::repair) {
      pin_what_stands(out_);
      problem.order = {Level::uncovered, Level::changes, Level::imbalance, Level::bank_holidays,
                       Level::weekends,  Level::roles,   Level::avoided,   Level::spacing};
    }
    count_others();
    out_.periods = std::move(periods_);
    set_targets(team_, rota_, question_.weeks.first, weeks_, out_);
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
    for (std::size_t i = 0; i < periods_.size(); ++i) {
      const WeekFile* file = weeks_.find(periods_[i].week);
      for (std::size_t role = 0; role < rota_.roles.size(); ++role) {
        const RoleRef ref{rota_.id, rota_.roles[role].id};
        const Standing standing = standing_turn(rota_, ref, periods_[i], file, team_.zone);
        if (standing.by_day.empty()) {
          add_turn(i, role, standing.placed);
        } else {
          add_days(i, role, standing);
        }
      }
    }
  }

  [[nodiscard]] bool may_move(const Period& period) const {
    return question_.freedom != Freedom::fill && period.during.begin() >= question_.now;
  }

  // Of somebody who has a turn, or a day of it.
  [[nodiscard]] TurnError error_in(std::size_t role, const PlacedHolder& placed,
                                   const Interval& during) const {
    const Person* holder = team_.find_person(*person_in(placed.holder));
    return errors_.of({rota_.id, rota_.roles[role].id}, *holder, placed.place, during);
  }

  void add_turn(std::size_t period_index, std::size_t role, const PlacedHolder& placed) {
    const Period& period = periods_[period_index];
    if (rota_.roles[role].optional && person_in(placed.holder) == nullptr) return;
    PlanTurn turn = unfilled_turn(period, role);
    TurnError error = TurnError::none;
    if (const PersonId* person = person_in(placed.holder)) {
      turn.before = turn.holder = index_of(*person);
      turn.outsider_is_new = team_.find_person(*person)->is_new_on(period.open_dates.front());
      error = error_in(role, placed, period.during);
      const bool stays_if_it_can = question_.freedom == Freedom::repair && error != TurnError::by_itself;
      turn.pinned = !may_move(period) || (turn.is_optional && !stays_if_it_can);
      if (may_move(period)) turn.holder = nobody;
    } else {
      turn.pinned = is_nobody(placed.holder);
    }
    add({{rota_.id, rota_.roles[role].id}, period_index, placed.holder, std::nullopt}, turn, error);
  }

  [[nodiscard]] PlanTurn unfilled_turn(const Period& period, std::size_t role) const {
    const ByLoadKind<std::int64_t> load = load_of(period, rota_.roles[role]);
    PlanTurn turn;
    turn.period = period.number;
    turn.role = static_cast<int>(role);
    turn.is_optional = rota_.roles[role].optional;
    turn.load = load[0];
    turn.bank_holiday = load[1];
    turn.weekend = load[2];
    return turn;
  }

  void add(TeamTurn turn, const PlanTurn& planned, TurnError error) {
    out_.turns.push_back(std::move(turn));
    out_.problem.turns.push_back(planned);
    out_.in_error.push_back(error != TurnError::none);
    out_.beside_another.push_back(error == TurnError::beside_another);
  }

  // Days of a week that the files share out by day.
  struct Share {
    const PersonId* person = nullptr;  // who keeps them; nullptr where they are to be given
    std::vector<StandingDay> days;
  };

  // A week that the files share out by day: the days that are to be given go to one person, the others are
  // a pinned turn of each who has them.
  void add_days(std::size_t period_index, std::size_t role, const Standing& standing) {
    const Period& period = periods_[period_index];
    std::vector<Share> shares;
    std::size_t days = 0;
    for (const StandingDay& day : standing.by_day) {
      if (period.open.common(day.during).empty()) continue;
      ++days;
      const bool is_given = is_to_be_given(period, role, day);
      const PersonId* person = is_given ? nullptr : person_in(day.placed.holder);
      if (!is_given && person == nullptr) continue;
      if (person != nullptr) fixed_.add_day(role, *person, day.during);
      auto share = std::find_if(shares.begin(), shares.end(), [&](const Share& each) {
        return person == nullptr ? each.person == nullptr : each.person != nullptr && *each.person == *person;
      });
      if (share == shares.end()) share = shares.insert(share, Share{person, {}});
      share->days.push_back(day);
    }
    for (const Share& share : shares) {
      TeamDays part{part_of(team_, period, standing, share.days), {}, {}, share.days.size() == days};
      for (const Share& other : shares) {
        if (&other != &share && other.person != nullptr) part.beside.push_back(*other.person);
      }
      PlanTurn planned = unfilled_turn(part.during, role);
      for (const StandingDay& day : share.days) {
        part.stood.emplace_back(day.day, day.placed.holder);
        if (person_in(day.placed.holder) != nullptr) planned.before = outsider;
      }
      planned.pinned = share.person != nullptr || planned.is_optional;
      if (share.person != nullptr) {
        planned.before = planned.holder = index_of(*share.person);
        planned.outsider_is_new = team_.find_person(*share.person)->is_new_on(period.open_dates.front());
        planned.is_some_days = !part.is_whole;
      }
      add({{rota_.id, rota_.roles[role].id}, period_index, part.stood.front().second, std::move(part)},
          planned, share.person == nullptr ? TurnError::by_itself : TurnError::none);
    }
  }

  [[nodiscard]] bool is_to_be_given(const Period& period, std::size_t role, const StandingDay& day) const {
    if (is_nobody(day.placed.holder)) return false;
    if (is_unfilled(day.placed.holder)) return !rota_.roles[role].optional;
    return may_move(period) && (question_.freedom == Freedom::replace ||
                                error_in(role, day.placed, day.during) != TurnError::none);
  }

  void add_people() {
    const auto apart = dates_apart(team_, rota_, periods_, weeks_);
    out_.clashes.resize(out_.people.size());
    for (std::size_t p = 0; p < out_.people.size(); ++p) {
      const Person& person = *out_.people[p];
      PlanPerson& who = out_.problem.people[p];
      who.is_new.assign(static_cast<std::size_t>(out_.problem.periods), 0);
      for (const Period& period : periods_)
        who.is_new[period.number] = person.is_new_on(period.open_dates.front()) ? 1 : 0;
      const auto dates = apart.find(person.id);
      for (const TeamTurn& turn : out_.turns) {
        const Period& during = period_of(turn);
        Clash clash = clash_of(person, turn, during);
        clash.apart =
            dates != apart.end() && std::any_of(during.open_dates.begin(), during.open_dates.end(),
                                                [&](Date date) { return dates->second.contains(date); });
        const bool barred = clash.any() || !bars_of(team_, rota_, person, turn.role, during).empty();
        who.may.push_back(barred ? 0 : 1);
        out_.clashes[p].push_back(clash);
      }
      add_wishes(static_cast<int>(p));
      who.both_roles = rota_.roles.size() >= 2 && !person.is_excepted_from({rota_.id, rota_.roles[0].id}) &&
                       !person.is_excepted_from({rota_.id, rota_.roles[1].id});
    }
  }

  [[nodiscard]] const Period& period_of(const TeamTurn& turn) const {
    return turn.days ? turn.days->during : periods_[turn.period];
  }

  // Days of a week may lack the date that the week has. Whoever has a pinned turn gets no other beside it.
  void add_wishes(int p) {
    PlanPerson& who = out_.problem.people[p];
    who.avoids.assign(who.is_new.size(), 0);
    Indexed<std::uint8_t> is_settled(who.is_new.size(), 0);
    for (std::size_t i = 0; i < out_.turns.size(); ++i) {
      const PlanTurn& turn = out_.problem.turns[i];
      const bool has = turn.pinned && turn.holder == p;
      if (!has && (is_settled[turn.period] != 0 || (who.may[i] == 0 && turn.before != p))) continue;
      if (has && is_settled[turn.period] == 0) who.avoids[turn.period] = 0;
      if (has) is_settled[turn.period] = 1;
      const std::vector<Date>& dates = period_of(out_.turns[i]).open_dates;
      const bool avoided = std::any_of(dates.begin(), dates.end(), [&](Date date) {
        return team_.on_leave(out_.people[p]->id, date, LeaveKind::avoid);
      });
      if (avoided) who.avoids[turn.period] = 1;
    }
  }

  [[nodiscard]] Clash clash_of(const Person& person, const TeamTurn& turn, const Period& during) const {
    const auto role =
        static_cast<std::size_t>(std::find_if(rota_.roles.begin(), rota_.roles.end(),
                                              [&](const Role& each) { return each.id == turn.role.role; }) -
                                 rota_.roles.begin());
    const IntervalSet own = fixed_.own_part(role, during.open);
    return {false, fixed_.makes_double(person, role, own), fixed_.makes_new_pair(person, role, own)};
  }

  // The last turn before the range and the first after it, as far as rest or spacing can see them.
  void add_turns_around() {
    const int reach = std::max(out_.problem.spacing, rota_.rest) + 1;
    const int weeks = rota_.turn == TurnKind::day ? reach / 7 + 1 : reach;
    const IsoWeek first = question_.weeks.first;
    const IsoWeek last = question_.weeks.last;
    const auto each = [&](IsoWeek from, IsoWeek until, const auto& take) {
      for (const Period& period : periods_of(team_, rota_, from, until, first)) {
        const WeekFile* file = weeks_.find(period.week);
        for (const Role& role : rota_.roles) {
          const Standing standing = standing_turn(rota_, {rota_.id, role.id}, period, file, team_.zone);
          for (const Holder& holder : standing.holders(period.open)) {
            const PersonId* person = person_in(holder);
            if (person != nullptr) take(*person, period.number);
          }
        }
      }
    };
    each(first.plus(-weeks), first.plus(-1),
         [&](const PersonId& person, int number) { before_[person] = number; });
    each(last.plus(1), last.plus(weeks),
         [&](const PersonId& person, int number) { after_.try_emplace(person, number); });
    for (const auto* const around : {&before_, &after_}) {
      for (const auto& [person, number] : *around) {
        if (index_of(person) >= 0) out_.problem.people[index_of(person)].busy.push_back(number);
      }
    }
  }

  // What those add to the levels who have turns and are no members, or gone.
  void count_others() {
    std::map<PersonId, std::set<int>> others;
    for (std::size_t i = 0; i < out_.turns.size(); ++i) {
      const PlanTurn& turn = out_.problem.turns[i];
      if (!turn.pinned || turn.holder != outsider) continue;
      const PersonId& person = *person_in(out_.turns[i].stood);
      others[person].insert(turn.period);
      const std::vector<Date>& dates = period_of(out_.turns[i]).open_dates;
      out_.avoided_by_others += std::any_of(dates.begin(), dates.end(), [&](Date date) {
        return team_.on_leave(person, date, LeaveKind::avoid);
      });
    }
    for (auto& [person, periods] : others) {
      for (const auto* const around : {&before_, &after_}) {
        const auto found = around->find(person);
        if (found != around->end()) periods.insert(found->second);
      }
      out_.spacing_of_others += spacing_cost(out_.problem, {periods.begin(), periods.end()});
    }
  }

  const Team& team_;
  const Rota& rota_;
  const PlanQuestion& question_;
  WeekSource& weeks_;
  Indexed<Period> periods_;
  FixedCover fixed_;
  TurnErrors errors_;
  TeamProblem out_;
  std::map<PersonId, int> index_;
  std::map<PersonId, int> before_;  // the period of the last turn before the range
  std::map<PersonId, int> after_;
};

}  // namespace

TeamProblem team_problem(const Team& team, const Rota& rota, const PlanQuestion& question,
                         WeekSource& weeks) {
  return Drawer(team, rota, question, weeks).draw();
}

}  // namespace cprota
