// SPDX-License-Identifier: MIT
#include "cprota/plan/history.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "cprota/cover/resolve.hpp"

namespace cprota {
namespace {

using Loads = std::map<PersonId, ByLoadKind<std::int64_t>>;

// Who covered most of the open minutes that a date has in a period, the later of equals; nobody where more of
// them were not covered.
class DateOwners {
 public:
  DateOwners(const Team& team, const Period& period) : period_(period) {
    for (const Interval& opening : period.open.intervals()) {
      for (const DatePiece& piece : by_date(opening, team.zone, team.bank_holidays))
        not_covered_[piece.date] += piece.during.minutes().count();
    }
  }

  void add(const PersonId& person, const DatePiece& piece) {
    const auto during = piece.during.common(period_.during);
    if (!during) return;
    Sum& sum = sums_[piece.date][person];
    sum.minutes += during->minutes().count();
    sum.until = std::max(sum.until, during->end());
    not_covered_[piece.date] -= during->minutes().count();
  }

  [[nodiscard]] const PersonId* owner(Date date) const {
    const auto found = sums_.find(date);
    if (found == sums_.end()) return nullptr;
    const auto most =
        std::max_element(found->second.begin(), found->second.end(), [](const auto& a, const auto& b) {
          return std::pair{a.second.minutes, a.second.until} < std::pair{b.second.minutes, b.second.until};
        });
    return most->second.minutes < not_covered_.at(date) ? nullptr : &most->first;
  }

 private:
  struct Sum {
    std::int64_t minutes = 0;
    Instant until;
  };
  const Period& period_;
  std::map<Date, std::map<PersonId, Sum>> sums_;
  std::map<Date, std::int64_t> not_covered_;
};

void add_role(const Team& team, const Rota& rota, const Role& role, const Indexed<Period>& periods,
              WeekSource& weeks, Loads& loads) {
  for (auto first = periods.begin(); first != periods.end();) {
    // The periods of one week: weeks without a file may stand between.
    const auto last =
        std::find_if(first, periods.end(), [&](const Period& p) { return p.week != first->week; });
    const Interval during = week_turn(rota, first->week, team.zone);
    std::vector<std::pair<PersonId, DatePiece>> covered;
    for (const Shift& shift : cover_of(team, rota, {rota.id, role.id}, during, weeks).shifts) {
      loads[shift.person][0] += shift.during.minutes().count() * role.weight;
      for (const DatePiece& piece : by_date(shift.during, team.zone, team.bank_holidays)) {
        covered.emplace_back(shift.person, piece);
      }
    }
    for (; first != last; ++first) {
      DateOwners owners(team, *first);
      for (const auto& [person, piece] : covered) owners.add(person, piece);
      for (const Date date : first->bank_holidays) {
        if (const PersonId* person = owners.owner(date)) loads[*person][1] += role.weight;
      }
      for (const Date date : first->weekend_dates) {
        if (const PersonId* person = owners.owner(date)) loads[*person][2] += role.weight;
      }
    }
  }
}

}  // namespace

ByLoadKind<std::int64_t> load_of(const Period& period, const Role& role) {
  return {period.minutes() * role.weight,
          static_cast<std::int64_t>(period.bank_holidays.size()) * role.weight,
          static_cast<std::int64_t>(period.weekend_dates.size()) * role.weight};
}

std::int64_t part_of(const Team& team, const Rota& rota, const Person& person,
                     const Indexed<Period>& periods) {
  std::int64_t minutes = 0;
  for (const Period& period : periods) {
    const bool open = std::any_of(rota.roles.begin(), rota.roles.end(), [&](const Role& role) {
      return !role.optional && bars_of(team, rota, person, {rota.id, role.id}, period).empty();
    });
    if (open) minutes += period.minutes();
  }
  return minutes * person.share;
}

WideFraction fair_part(std::int64_t sum, std::int64_t part, std::int64_t parts) {
  return parts == 0 ? WideFraction{} : fraction(Int128{sum} * part, parts);
}

std::vector<ByLoadKind<WideFraction>> aheads(const Team& team, const Rota& rota, IsoWeek first,
                                             const std::vector<const Person*>& people, WeekSource& weeks) {
  std::vector<ByLoadKind<WideFraction>> ahead(people.size());
  if (rota.history == 0) return ahead;
  Indexed<Period> periods = periods_of(team, rota, first.plus(-rota.history), first.plus(-1), first);
  std::map<IsoWeek, bool> has_file;
  std::erase_if(periods, [&](const Period& period) {
    const auto [known, is_new] = has_file.try_emplace(period.week, false);
    if (is_new) known->second = weeks.find(period.week) != nullptr;
    return !known->second;
  });
  Loads loads;
  for (const Role& role : rota.roles) add_role(team, rota, role, periods, weeks, loads);
  std::vector<std::int64_t> part;
  std::int64_t parts = 0;
  ByLoadKind<std::int64_t> sums{};
  for (const Person* person : people) {
    part.push_back(part_of(team, rota, *person, periods));
    parts += part.back();
    for (std::size_t kind = 0; kind < load_kinds; ++kind) sums[kind] += loads[person->id][kind];
  }
  for (std::size_t p = 0; p < people.size(); ++p) {
    for (std::size_t kind = 0; kind < load_kinds; ++kind) {
      ahead[p][kind] = WideFraction{loads[people[p]->id][kind], 1} - fair_part(sums[kind], part[p], parts);
    }
  }
  return ahead;
}

}  // namespace cprota
