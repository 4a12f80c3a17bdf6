// SPDX-License-Identifier: MIT
#include "slow_rules.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>

#include "support/minute_by_minute.hpp"
#include "support/print.hpp"

namespace cprota::test {
namespace {

using std::chrono::days;
using std::chrono::minutes;

// The time of a turn: a week, or a day of it.
struct When {
  Instant begin;
  std::set<Date> dates;
  std::set<Date> open_dates;
};
// By week and day, of those that have open minutes.
using Key = std::pair<IsoWeek, int>;
using Times = std::map<Key, When>;

int number_of(const Rota& rota, const Key& key) {
  const auto weeks = static_cast<int>(key.first.monday().time_since_epoch().count() / 7);
  return rota.turn == TurnKind::day ? 7 * weeks + key.second : weeks;
}

// What the file says: one holder, or those of a week shared out by day.
std::vector<Holder> holders(const Rota& rota, const Role& role, const Key& key, WeekFiles& weeks) {
  const WeekFile* file = weeks.find(key.first);
  const Assignment* assignment = file == nullptr ? nullptr : file->assignment({rota.id, role.id});
  if (assignment == nullptr) return {Unfilled{}};
  if (rota.turn == TurnKind::day || !assignment->is_by_day()) return {assignment->on_day(key.second).holder};
  std::vector<Holder> all;
  for (int day = 0; day < 7; ++day) {
    if (std::ranges::find(all, assignment->on_day(day).holder) == all.end())
      all.push_back(assignment->on_day(day).holder);
  }
  return all;
}

class Judge {
 public:
  Judge(const Team& team, const PlanQuestion& question, WeekFiles& before, WeekFiles& after)
      : team_(team), question_(question), before_(before), after_(after) {
    for (const Rota& rota : team.rotas) note_times(rota);
    for (const Rota& rota : team.rotas) {
      for (const auto& [key, when] : times_[rota.id]) {
        if (key.first < question.weeks.first || key.first > question.weeks.last) continue;
        for (const Role& role : rota.roles) judge(rota, role, key, when);
      }
    }
  }

  std::vector<std::string> wrong;

 private:
  // With as many weeks around the range as rest may reach.
  void note_times(const Rota& rota) {
    const int around = (rota.turn == TurnKind::day ? rota.rest / 7 : rota.rest) + 2;
    const Interval range(team_.zone.begin_of(question_.weeks.first.plus(-around).monday()),
                         team_.zone.begin_of(question_.weeks.last.plus(around + 1).monday()));
    const MinuteByMinute clock(team_, after_, range);
    Times all;
    std::set<Key> open;
    for (Instant t = range.begin(); t < range.end(); t += minutes(1)) {
      const RunningTurn running = clock.turn(rota, rota.roles.front(), t);
      const Key key{running.week, rota.turn == TurnKind::day ? running.day.value() : 0};
      When& when = all.try_emplace(key, When{t, {}, {}}).first->second;
      when.dates.insert(clock.date(t));
      if (!clock.is_open(*team_.find_hours(rota.hours), t)) continue;
      when.open_dates.insert(clock.date(t));
      open.insert(key);
      for (const Role& role : rota.roles)
        note_holder(rota, role, key, clock.turn(rota, role, t), clock.date(t));
    }
    for (const Key& key : open) times_[rota.id].emplace(key, all.at(key));
  }

  void note_holder(const Rota& rota, const Role& role, const Key& key, const RunningTurn& running,
                   Date date) {
    const WeekFile* file = after_.find(running.week);
    const Assignment* assignment = file == nullptr ? nullptr : file->assignment({rota.id, role.id});
    const Holder holder =
        assignment == nullptr ? Holder() : assignment->on_day(running.day.value_or(0)).holder;
    const PersonId* const id = person_in(holder);
    have_[{{rota.id, role.id}, key}].insert(id == nullptr ? std::nullopt : std::optional(*id));
    if (id != nullptr) dates_[{rota.id, *id}].insert(date);
  }

  void judge(const Rota& rota, const Role& role, const Key& key, const When& when) {
    const std::vector<Holder> stood = holders(rota, role, key, before_);
    const std::vector<Holder> now = holders(rota, role, key, after_);
    const bool may_move = question_.freedom != Freedom::fill && when.begin >= question_.now;
    const bool is_whole = stood.size() == 1 && !is_nobody(stood.front());
    const bool is_free = is_whole && !role.optional && (is_unfilled(stood.front()) || may_move);
    const std::string name = rota.id.str() + "." + role.id.str() + " " + key.first.str() + " " +
                             std::to_string(key.second) + " " + words(now.front());
    if (!is_free) {
      if (now != stood) wrong.push_back(name + ": was " + words(stood.front()) + " and not free");
      return;
    }
    // Repair leaves what it need not touch.
    if (question_.freedom == Freedom::repair && now == stood && !is_unfilled(stood.front())) return;
    if (const PersonId* person = person_in(now.front())) {
      const std::string broken = broken_by(rota, role, key, when, *person);
      if (!broken.empty()) wrong.push_back(name + ": " + broken);
    } else {
      for (const PersonId& member : rota.members) {
        if (broken_by(rota, role, key, when, member).empty())
          wrong.push_back(name + ": " + member.str() + " could have it");
      }
    }
  }

  // The rule that keeps a person from a turn, whoever has it now.
  std::string broken_by(const Rota& rota, const Role& role, const Key& key, const When& when,
                        const PersonId& id) {
    const Person& person = *team_.find_person(id);
    if (!rota.has_member(id)) return "no member";
    if (person.is_excepted_from({rota.id, role.id})) return "except";
    for (const Date date : when.dates) {
      if (person.first && date < *person.first) return "first";
      if (person.last && date > *person.last) return "last";
    }
    for (const Date date : when.open_dates) {
      if (team_.on_leave(id, date, LeaveKind::leave)) return "leave";
      if (rota.turn == TurnKind::day && person.has_day_off(date)) return "day off";
    }
    if (!has_rest(rota, role, key, id)) return "rest";
    if (is_in_new_pair(rota, role, key, when, person)) return "new pair";
    return is_beside_another_rota(rota, when, id) ? "apart" : "";
  }

  // Of turns in any role of the rota, one at a time. A week shared out by day is a turn of those who have an
  // open minute of it.
  bool has_rest(const Rota& rota, const Role& role, const Key& key, const PersonId& id) {
    for (const auto& [other, when] : times_[rota.id]) {
      const int between = std::abs(number_of(rota, other) - number_of(rota, key)) - 1;
      if (between >= rota.rest) continue;
      for (const Role& each : rota.roles) {
        if (other == key && each.id == role.id) continue;
        if (have_[{{rota.id, each.id}, other}].contains(id)) return false;
      }
    }
    return true;
  }

  // On a date with open minutes on which this person is new, and whoever has the other role too, or nobody
  // has the second.
  bool is_in_new_pair(const Rota& rota, const Role& role, const Key& key, const When& when,
                      const Person& person) {
    if (rota.roles.size() < 2) return false;
    const bool is_first = role.id == rota.roles[0].id;
    const bool is_second = role.id == rota.roles[1].id;
    if (!is_first && !is_second) return false;
    const std::set<std::optional<PersonId>>& others =
        have_[{{rota.id, rota.roles[is_first ? 1 : 0].id}, key}];
    for (const Date date : when.open_dates) {
      if (!person.is_new_on(date)) continue;
      for (const std::optional<PersonId>& other : others) {
        if (other ? team_.find_person(*other)->is_new_on(date) : is_first) return true;
      }
    }
    return false;
  }

  bool is_beside_another_rota(const Rota& rota, const When& when, const PersonId& id) {
    for (const Rota& other : team_.rotas) {
      const bool apart = std::ranges::find(rota.apart, other.id) != rota.apart.end() ||
                         std::ranges::find(other.apart, rota.id) != other.apart.end();
      if (!apart) continue;
      const std::set<Date>& dates = dates_[{other.id, id}];
      if (std::ranges::any_of(when.open_dates, [&](Date date) { return dates.contains(date); })) return true;
    }
    return false;
  }

  const Team& team_;
  const PlanQuestion& question_;
  WeekFiles& before_;
  WeekFiles& after_;
  std::map<RotaId, Times> times_;
  std::map<std::pair<RoleRef, Key>, std::set<std::optional<PersonId>>> have_;  // an open minute of the turn
  std::map<std::pair<RotaId, PersonId>, std::set<Date>> dates_;  // with open minutes of their turns
};

}  // namespace

std::vector<std::string> wrongly_generated(const Team& team, const PlanQuestion& question, WeekFiles& before,
                                           WeekFiles& after) {
  return Judge(team, question, before, after).wrong;
}

}  // namespace cprota::test
