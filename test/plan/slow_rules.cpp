// SPDX-License-Identifier: MIT
#include "slow_rules.hpp"

#include <algorithm>
#include <array>
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

// A week that the file shares out by day; nothing where it does not.
std::optional<std::array<PlacedHolder, 7>> list_of(const Rota& rota, const Role& role, IsoWeek week,
                                                   WeekFiles& weeks) {
  const WeekFile* file = weeks.find(week);
  const Assignment* assignment = file == nullptr ? nullptr : file->assignment({rota.id, role.id});
  if (rota.turn == TurnKind::day || assignment == nullptr || !assignment->is_by_day()) return std::nullopt;
  return std::get<1>(assignment->holders);
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
    const MinuteByMinute clock_before(team_, before_, range);
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
      for (const Role& role : rota.roles) {
        note_holder(rota, role, key, clock.turn(rota, role, t), clock.date(t));
        const RunningTurn stood = clock_before.turn(rota, role, t);
        const Holder before = holder_of(rota, role, stood, before_);
        if (const PersonId* id = person_in(before)) dates_before_[{rota.id, *id}].insert(clock.date(t));
        if (rota.turn == TurnKind::week && stood.day) {
          When& day = days_[{{rota.id, role.id}, {key.first, *stood.day}}];
          day.open_dates.insert(clock.date(t));
        }
      }
      note_overrides(rota, key, clock, t);
    }
    for (const Key& key : open) times_[rota.id].emplace(key, all.at(key));
  }

  static Holder holder_of(const Rota& rota, const Role& role, const RunningTurn& running, WeekFiles& weeks) {
    const WeekFile* file = weeks.find(running.week);
    const Assignment* assignment = file == nullptr ? nullptr : file->assignment({rota.id, role.id});
    return assignment == nullptr ? Holder() : assignment->on_day(running.day.value_or(0)).holder;
  }

  void note_holder(const Rota& rota, const Role& role, const Key& key, const RunningTurn& running,
                   Date date) {
    const Holder holder = holder_of(rota, role, running, after_);
    const PersonId* const id = person_in(holder);
    have_[{{rota.id, role.id}, key}].emplace(date, id == nullptr ? std::nullopt : std::optional(*id));
    if (id != nullptr) dates_[{rota.id, *id}].insert(date);
  }

  // Who covers a role by an override, beside a role that its turn's holder covers.
  void note_overrides(const Rota& rota, const Key& key, const MinuteByMinute& clock, Instant t) {
    std::vector<RoleMinute> roles;
    for (const Role& role : rota.roles) roles.push_back(clock.role(rota, role, t));
    for (std::size_t own = 0; own < roles.size(); ++own) {
      for (std::size_t other = 0; other < roles.size(); ++other) {
        const PersonId* const person = person_in(roles[other].holder);
        if (own == other || roles[own].entry || !roles[other].entry || person == nullptr) continue;
        const std::pair<RoleRef, Key> turn{{rota.id, rota.roles[own].id}, key};
        covering_[turn].insert(*person);
        if (own < 2 && other < 2 && team_.find_person(*person)->is_new_on(clock.date(t)))
          new_beside_[turn].insert(clock.date(t));
      }
    }
  }

  void judge(const Rota& rota, const Role& role, const Key& key, const When& when) {
    const std::vector<Holder> stood = holders(rota, role, key, before_);
    const std::vector<Holder> now = holders(rota, role, key, after_);
    const bool may_move = question_.freedom != Freedom::fill && when.begin >= question_.now;
    if (stood.size() > 1) return judge_days(rota, role, key, may_move);
    if (role.optional && may_move && is_unfilled(now.front())) return;
    const bool is_whole = !is_nobody(stood.front());
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
      const std::string broken = broken_by(rota, role, key, when, *person, false);
      if (!broken.empty()) wrong.push_back(name + ": " + broken);
    } else {
      for (const PersonId& member : rota.members) {
        if (broken_by(rota, role, key, when, member, true).empty())
          wrong.push_back(name + ": " + member.str() + " could have it");
      }
    }
  }

  // Of a week shared out by day: that somebody has what was given, and may, and that nobody could have what
  // was not.
  void judge_days(const Rota& rota, const Role& role, const Key& key, bool may_move) {
    const auto stood = list_of(rota, role, key.first, before_).value();
    const WeekFile* file = after_.find(key.first);
    const Assignment* now = file == nullptr ? nullptr : file->assignment({rota.id, role.id});
    When given;
    bool is_empty = false;
    std::set<PersonId> takers;
    std::set<PersonId> beside;
    for (int day = 0; day < 7; ++day) {
      const Holder& before = stood.at(static_cast<std::size_t>(day)).holder;
      const Holder& after = now->on_day(day).holder;
      const auto open = days_.find({{rota.id, role.id}, {key.first, day}});
      if (open == days_.end()) continue;
      if (role.optional && may_move && is_unfilled(after)) continue;
      const bool is_free = !role.optional && (is_unfilled(before) || (may_move && !is_nobody(before)));
      const std::string name =
          rota.id.str() + "." + role.id.str() + " " + key.first.str() + " day " + std::to_string(day);
      if (after != before && !is_free) wrong.push_back(name + ": was " + words(before) + " and not free");
      if (after == before && (!is_unfilled(before) || !is_free)) {
        if (const PersonId* person = person_in(before)) beside.insert(*person);
        continue;
      }
      given.open_dates.insert(open->second.open_dates.begin(), open->second.open_dates.end());
      if (const PersonId* person = person_in(after)) takers.insert(*person);
      is_empty = is_empty || person_in(after) == nullptr;
    }
    given.dates = given.open_dates;
    const std::string name = rota.id.str() + "." + role.id.str() + " " + key.first.str() + " days";
    if (takers.size() + (is_empty ? 1 : 0) > 1) wrong.push_back(name + ": not given to one person");
    for (const PersonId& taker : takers) {
      const std::string broken = broken_by(rota, role, key, given, taker, false, false);
      if (!broken.empty()) wrong.push_back(name + " " + taker.str() + ": " + broken);
    }
    for (const PersonId& member : rota.members) {
      if (is_empty && !beside.contains(member) && broken_by(rota, role, key, given, member, true).empty())
        wrong.push_back(name + ": " + member.str() + " could have it");
    }
  }

  // The rule that keeps a person from a turn, or with `is_wish` might, whoever has it now.
  std::string broken_by(const Rota& rota, const Role& role, const Key& key, const When& when,
                        const PersonId& id, bool is_wish, bool looks_at_pairs = true) {
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
    const std::pair<RoleRef, Key> turn{{rota.id, role.id}, key};
    if (looks_at_pairs) {
      if (covering_[turn].contains(id)) return "covers another role by an override";
      if (is_in_new_pair(rota, role, key, when, person)) return "new pair";
      for (const Date date : new_beside_[turn]) {
        if (person.is_new_on(date)) return "new beside an override";
      }
    }
    if (is_beside_another_rota(rota, when, id, dates_)) return "apart";
    // Another rota may have moved on after this one was planned.
    return is_wish && is_beside_another_rota(rota, when, id, dates_before_) ? "apart" : "";
  }

  // Of turns in any role of the rota, one at a time. A week shared out by day is a turn of those who have an
  // open minute of it.
  bool has_rest(const Rota& rota, const Role& role, const Key& key, const PersonId& id) {
    for (const auto& [other, when] : times_[rota.id]) {
      const int between = std::abs(number_of(rota, other) - number_of(rota, key)) - 1;
      if (between >= rota.rest) continue;
      for (const Role& each : rota.roles) {
        if (other == key && each.id == role.id) continue;
        const auto& have = have_[{{rota.id, each.id}, other}];
        if (std::ranges::any_of(have, [&](const auto& one) { return one.second == id; })) return false;
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
    for (const auto& [date, other] : have_[{{rota.id, rota.roles[is_first ? 1 : 0].id}, key}]) {
      if (person.is_new_on(date) && when.open_dates.contains(date)) {
        if (other ? team_.find_person(*other)->is_new_on(date) : is_first) return true;
      }
    }
    return false;
  }

  using Dates = std::map<std::pair<RotaId, PersonId>, std::set<Date>>;

  bool is_beside_another_rota(const Rota& rota, const When& when, const PersonId& id, Dates& all) {
    for (const Rota& other : team_.rotas) {
      const bool apart = std::ranges::find(rota.apart, other.id) != rota.apart.end() ||
                         std::ranges::find(other.apart, rota.id) != other.apart.end();
      if (!apart) continue;
      const std::set<Date>& dates = all[{other.id, id}];
      if (std::ranges::any_of(when.open_dates, [&](Date date) { return dates.contains(date); })) return true;
    }
    return false;
  }

  const Team& team_;
  const PlanQuestion& question_;
  WeekFiles& before_;
  WeekFiles& after_;
  std::map<RotaId, Times> times_;
  // By turn, on which dates who has an open minute of it.
  std::map<std::pair<RoleRef, Key>, std::set<std::pair<Date, std::optional<PersonId>>>> have_;
  std::map<std::pair<RoleRef, Key>, When> days_;  // of weeks that the files share out by day
  std::map<std::pair<RoleRef, Key>, std::set<PersonId>> covering_;
  std::map<std::pair<RoleRef, Key>, std::set<Date>> new_beside_;
  Dates dates_;  // with open minutes of their turns
  Dates dates_before_;
};

}  // namespace

std::vector<std::string> wrongly_generated(const Team& team, const PlanQuestion& question, WeekFiles& before,
                                           WeekFiles& after) {
  return Judge(team, question, before, after).wrong;
}

}  // namespace cprota::test
