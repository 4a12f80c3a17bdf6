// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "cprota/cover/rules.hpp"

#include "cover/held.hpp"

namespace cprota {

// What the rules ask about a person, with dates as instants of the team's zone.
struct PersonFacts {
  const Person* person = nullptr;
  IntervalSet leave;
  IntervalSet avoid;
  std::optional<Instant> experienced_from;  // new before it
  std::optional<Instant> present_from;
  std::optional<Instant> present_until;

  [[nodiscard]] bool is_new_at(Instant t) const { return experienced_from && t < *experienced_from; }
};

// From the first offending minute to the end of the last.
class Reach {
 public:
  void add(const Interval& offending) {
    during_ = !during_ ? offending
                       : Interval(std::min(during_->begin(), offending.begin()),
                                  std::max(during_->end(), offending.end()));
  }
  [[nodiscard]] const std::optional<Interval>& during() const { return during_; }

 private:
  std::optional<Interval> during_;
};

// One run of check: what is asked, what is held, and what has been found.
struct Checking {
  const Team& team;
  WeekSource& weeks;
  const CheckQuestion& question;
  Interval span;  // the range, and enough around it for what reaches into it
  std::vector<HeldRole> roles;
  std::unordered_map<PersonId, PersonFacts> people;
  std::vector<Finding> findings;

  [[nodiscard]] const PersonFacts& facts(const PersonId& id) const { return people.at(id); }
  [[nodiscard]] const std::string& name_of(const PersonId& id) const { return facts(id).person->name; }
  // The weeks whose ISO week overlaps the span and that have a file.
  [[nodiscard]] std::vector<const WeekFile*> files() const;
  // The roles of one rota, in its order.
  [[nodiscard]] std::vector<const HeldRole*> roles_of(const Rota& rota) const;
};

// `Sat 12 Dec 07:00–22:00`, `Mon 7 Dec 17:00 – Mon 14 Dec 10:00`
[[nodiscard]] std::string when(const Interval& during, const Zone& zone);

// A finding about what is held, and where it stands.
[[nodiscard]] Finding finding_of(Rule rule, Severity severity, const HeldRole& role, const Held& held,
                                 const Interval& during, std::string message);

// The rules, each adding to `findings` with the severity that it has by itself.
void find_gaps(Checking& checking);
void find_doubles(Checking& checking);
void find_new_pairs(Checking& checking);
void find_leave(Checking& checking);
void find_strangers(Checking& checking);
void find_lack_of_rest(Checking& checking);
void find_heavy_load(Checking& checking);
void find_idle_members(Checking& checking);
void find_near_ends(Checking& checking);
void find_computed_holidays(Checking& checking);
void find_idle_overrides(Checking& checking);
void find_strays(Checking& checking);
void find_overdue_review(Checking& checking);
void find_unpaid_work(Checking& checking);

}  // namespace cprota
