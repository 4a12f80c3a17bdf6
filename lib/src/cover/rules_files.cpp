// SPDX-License-Identifier: MIT
// Rules about what stands in the files: holidays, override, stray, review, pay.
#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "cprota/time/print.hpp"

#include "cover/checking.hpp"

namespace cprota {
namespace {

Finding warning(Rule rule, std::optional<Place> place, std::string message) {
  Finding finding;
  finding.severity = Severity::warning;
  finding.rule = rule;
  finding.place = std::move(place);
  finding.message = std::move(message);
  return finding;
}

// An override, and the file in which it stands.
struct Entry {
  const WeekFile* file;
  const Override* entry;
};

// Overrides of a role, those that win later.
std::vector<Entry> overrides_of(const Checking& checking, const RoleRef& role) {
  std::vector<Entry> entries;
  for (const WeekFile* file : checking.files()) {
    for (const Override& entry : file->overrides) {
      if (entry.role == role) entries.push_back({file, &entry});
    }
  }
  return entries;
}

// Whether the turns have the same holder in all of `during`.
bool turns_agree(const std::vector<Turn>& turns, const Interval& during, const Holder& holder) {
  auto turn = std::upper_bound(turns.begin(), turns.end(), during.begin(),
                               [](Instant t, const Turn& candidate) { return t < candidate.during.end(); });
  for (; turn != turns.end() && turn->during.begin() < during.end(); ++turn) {
    if (turn->holder != holder) return false;
  }
  return true;
}

// All that the holder of an override has by it and by those that it goes on in: a long stretch is cut after
// seven days.
Interval whole_of(const std::vector<Entry>& all, const Override& entry) {
  Interval whole = entry.during;
  for (bool grows = true; grows;) {
    grows = false;
    for (const Entry& other : all) {
      const Interval& during = other.entry->during;
      if (other.entry->holder != entry.holder) continue;
      if (during.end() != whole.begin() && during.begin() != whole.end()) continue;
      whole = Interval(std::min(whole.begin(), during.begin()), std::max(whole.end(), during.end()));
      grows = true;
    }
  }
  return whole;
}

// Whether who covers would be the same without the override.
bool changes_nothing(const std::vector<Entry>& all, std::size_t index, const std::vector<Turn>& turns,
                     const IntervalSet& open) {
  const Override& entry = *all[index].entry;
  IntervalSet left = open.common(entry.during);
  for (std::size_t i = index + 1; i < all.size(); ++i) {
    if (all[i].entry->during.overlaps(entry.during)) left = left.without(IntervalSet({all[i].entry->during}));
  }
  for (std::size_t i = index; i-- > 0;) {
    const Override& below = *all[i].entry;
    if (!below.during.overlaps(entry.during)) continue;
    if (below.holder != entry.holder && !left.common(below.during).empty()) return false;
    left = left.without(IntervalSet({below.during}));
  }
  return std::all_of(left.intervals().begin(), left.intervals().end(),
                     [&](const Interval& piece) { return turns_agree(turns, piece, entry.holder); });
}

// Every minute in which a person really covers something.
std::map<PersonId, IntervalSet> covered_by_person(const Checking& checking) {
  std::map<PersonId, std::vector<Interval>> pieces;
  for (const HeldRole& role : checking.roles) {
    for (const Held& held : role.held) {
      const PersonId* person = person_in(held.holder);
      if (person == nullptr) continue;
      std::vector<Interval>& all = pieces[*person];
      all.insert(all.end(), held.open.begin(), held.open.end());
    }
  }
  std::map<PersonId, IntervalSet> covered;
  for (auto& [person, all] : pieces) covered.emplace(person, IntervalSet(std::move(all)));
  return covered;
}

}  // namespace

void find_computed_holidays(Checking& checking) {
  const Team& team = checking.team;
  const Date first = team.zone.date(checking.question.range.begin());
  const Date last = team.zone.date(checking.question.range.end() - std::chrono::seconds(1));
  std::optional<std::pair<Date, Date>> dates;
  for (auto year = std::chrono::year_month_day(first).year();
       year <= std::chrono::year_month_day(last).year(); ++year) {
    const Date january{std::chrono::local_days(year / std::chrono::January / 1)};
    const Date december{std::chrono::local_days(year / std::chrono::December / 31)};
    const std::vector<BankHoliday> holidays = team.bank_holidays.between(january, december);
    const bool computed = std::any_of(holidays.begin(), holidays.end(), [](const BankHoliday& holiday) {
      return holiday.source == HolidaySource::computed;
    });
    if (!computed) continue;
    if (!dates) dates.emplace(std::max(first, january), last);
    dates->second = std::min(last, december);
  }
  if (!dates) return;
  const std::string begin = long_date(dates->first);
  const std::string words =
      dates->first == dates->second ? begin : fmt::format("{} to {}", begin, long_date(dates->second));
  Finding finding =
      warning(Rule::holidays, team.bank_holidays_place,
              fmt::format("the bank holidays of {} are computed, not published; name a newer list in "
                          "bank-holidays-file once there is one",
                          words));
  finding.from = team.zone.begin_of(dates->first);
  finding.until = team.zone.begin_of(dates->second + std::chrono::days(1));
  checking.findings.push_back(std::move(finding));
}

void find_idle_overrides(Checking& checking) {
  const Zone& zone = checking.team.zone;
  for (const Rota& rota : checking.team.rotas) {
    const IntervalSet open = checking.team.open_hours_of(rota, checking.span);
    for (const HeldRole* role : checking.roles_of(rota)) {
      const std::vector<Entry> all = overrides_of(checking, role->ref);
      for (std::size_t i = 0; i < all.size(); ++i) {
        const Override& entry = *all[i].entry;
        if (!entry.during.overlaps(checking.question.range)) continue;
        if (!changes_nothing(all, i, role->turns, open)) continue;
        const IntervalSet part = open.common(entry.during);
        if (part.empty() && !open.common(whole_of(all, entry)).empty()) continue;
        const Interval during =
            part.empty() ? entry.during
                         : Interval(part.intervals().front().begin(), part.intervals().back().end());
        const char* const why = part.empty() ? ": no hours are open in it" : "";
        Finding finding = warning(Rule::idle_override, entry.place,
                                  fmt::format("the override of {} {} changes nothing{}; remove it",
                                              role->ref.str(), when(during, zone), why));
        finding.rota = rota.id;
        finding.role = role->ref.role;
        if (const PersonId* person = person_in(entry.holder)) finding.person = *person;
        finding.from = during.begin();
        finding.until = during.end();
        finding.week = all[i].file->week;
        checking.findings.push_back(std::move(finding));
      }
    }
  }
}

void find_strays(Checking& checking) {
  for (const std::string& file : checking.question.strays) {
    checking.findings.push_back(warning(
        Rule::stray, Place{file, 1, 1},
        fmt::format("{} is no week file; name it for a week, such as 2026-W48.toml, or move it away", file)));
  }
}

void find_overdue_review(Checking& checking) {
  const Team& team = checking.team;
  if (!team.review_by || team.zone.date(checking.question.now) <= *team.review_by) return;
  checking.findings.push_back(
      warning(Rule::review, team.review_by_place,
              fmt::format("the process was to be reviewed by {}; review it, then move reviewed and review-by",
                          long_date(*team.review_by))));
}

void find_unpaid_work(Checking& checking) {
  const std::map<PersonId, IntervalSet> covered = covered_by_person(checking);
  for (const IsoWeek week : checking.weeks.weeks()) {
    const WeekFile* file = checking.weeks.find(week);
    if (file == nullptr) continue;
    for (const Worked& worked : file->worked) {
      const auto counts = worked.during.common(checking.question.range);
      if (!counts) continue;
      IntervalSet outside({*counts});
      const auto shifts = covered.find(worked.person);
      if (shifts != covered.end()) outside = outside.without(shifts->second);
      if (outside.empty()) continue;
      const Interval during(outside.intervals().front().begin(), outside.intervals().back().end());
      Finding finding = warning(
          Rule::pay, worked.place,
          fmt::format("{} worked {} outside their shifts; put the times right, or add an override for it",
                      checking.name_of(worked.person), when(during, checking.team.zone)));
      finding.person = worked.person;
      finding.from = during.begin();
      finding.until = during.end();
      finding.week = week;
      checking.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace cprota
