// SPDX-License-Identifier: MIT
#include "cprota/hours/bank_holidays.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "cprota/time/calendar.hpp"

#include "hours/standing_rules.hpp"

namespace cprota {
namespace {

struct OfficialHoliday {
  int year;
  unsigned month;
  unsigned day;
  std::string_view title;
  std::string_view notes;

  [[nodiscard]] constexpr Date date() const {
    return std::chrono::local_days{std::chrono::year{year} / std::chrono::month{month} /
                                   std::chrono::day{day}};
  }
};

namespace official {
#include "hours/official_bank_holidays.inc"
}  // namespace official

std::span<const OfficialHoliday> official_list(Division division) {
  switch (division) {
    case Division::england_and_wales:
      return official::england_and_wales;
    case Division::scotland:
      return official::scotland;
    case Division::northern_ireland:
      return official::northern_ireland;
    case Division::none:
      break;
  }
  return {};
}

int year_of(Date date) {
  return static_cast<int>(std::chrono::year_month_day(date).year());
}

bool is_official_year(Division division, int year) {
  const auto list = official_list(division);
  return !list.empty() && list.front().year <= year && year <= list.back().year;
}

const OfficialHoliday* find_official(Division division, Date date) {
  const auto list = official_list(division);
  const auto found = std::lower_bound(list.begin(), list.end(), date,
                                      [](const OfficialHoliday& a, Date b) { return a.date() < b; });
  return found != list.end() && found->date() == date ? &*found : nullptr;
}

constexpr std::array<std::pair<std::string_view, Division>, 4> division_names{{
    {"none", Division::none},
    {"england-and-wales", Division::england_and_wales},
    {"scotland", Division::scotland},
    {"northern-ireland", Division::northern_ireland},
}};

}  // namespace

std::optional<Division> parse_division(std::string_view text) {
  for (const auto& [name, division] : division_names) {
    if (name == text) return division;
  }
  return std::nullopt;
}

std::string_view to_string(Division division) {
  return std::find_if(division_names.begin(), division_names.end(),
                      [&](const auto& entry) { return entry.second == division; })
      ->first;
}

std::string_view to_string(HolidaySource source) {
  switch (source) {
    case HolidaySource::official:
      return "official";
    case HolidaySource::file:
      return "file";
    case HolidaySource::team:
      return "team";
    case HolidaySource::computed:
      break;
  }
  return "computed";
}

BankHolidays::BankHolidays(Division division) : division_(division) {}

void BankHolidays::replace_years(std::vector<BankHoliday> from_file) {
  if (from_file.empty()) return;
  std::sort(from_file.begin(), from_file.end(),
            [](const BankHoliday& a, const BankHoliday& b) { return a.date < b.date; });
  for (int year = year_of(from_file.front().date); year <= year_of(from_file.back().date); ++year) {
    replaced_years_[year].clear();
  }
  for (BankHoliday& holiday : from_file) {
    holiday.source = HolidaySource::file;
    replaced_years_[year_of(holiday.date)].push_back(std::move(holiday));
  }
}

void BankHolidays::add(BankHoliday own) {
  own.source = HolidaySource::team;
  const Date date = own.date;
  own_.insert_or_assign(date, std::move(own));
}

bool BankHolidays::contains(Date date) const {
  if (own_.contains(date)) return true;
  if (!replaced_years_.empty()) {
    const auto replaced = replaced_years_.find(year_of(date));
    if (replaced != replaced_years_.end()) {
      return std::any_of(replaced->second.begin(), replaced->second.end(),
                         [&](const BankHoliday& holiday) { return holiday.date == date; });
    }
  }
  if (division_ == Division::none || is_saturday_or_sunday(date)) return false;
  const int year = year_of(date);
  if (is_official_year(division_, year)) return find_official(division_, date) != nullptr;
  const StandingHolidays standing(division_, std::chrono::year{year});
  const auto list = standing.list();
  return std::any_of(list.begin(), list.end(),
                     [&](const StandingHoliday& holiday) { return holiday.date == date; });
}

std::optional<BankHoliday> BankHolidays::on(Date date) const {
  if (!contains(date)) return std::nullopt;
  return between(date, date).front();
}

std::vector<BankHoliday> BankHolidays::between(Date first, Date last) const {
  std::map<Date, BankHoliday> found;
  const auto take = [&](BankHoliday holiday) {
    if (holiday.date < first || holiday.date > last) return;
    const Date date = holiday.date;
    found.insert_or_assign(date, std::move(holiday));
  };
  for (int year = year_of(first); year <= year_of(last); ++year) {
    const auto replaced = replaced_years_.find(year);
    if (replaced != replaced_years_.end()) {
      for (const BankHoliday& holiday : replaced->second) take(holiday);
    } else if (!is_official_year(division_, year)) {
      for (BankHoliday& holiday : computed_bank_holidays(division_, std::chrono::year{year})) {
        take(std::move(holiday));
      }
    } else {
      for (const OfficialHoliday& holiday : official_list(division_)) {
        if (holiday.year != year) continue;
        take({holiday.date(), std::string(holiday.title), std::string(holiday.notes),
              HolidaySource::official});
      }
    }
  }
  for (const auto& [date, holiday] : own_) take(holiday);
  std::vector<BankHoliday> list;
  list.reserve(found.size());
  for (auto& [date, holiday] : found) list.push_back(std::move(holiday));
  return list;
}

std::optional<Date> BankHolidays::published_until() const {
  const auto official = official_list(division_);
  int year = official.empty() ? 0 : official.back().year;
  if (!replaced_years_.empty()) year = std::max(year, replaced_years_.rbegin()->first);
  if (year == 0) return std::nullopt;
  return std::chrono::local_days{std::chrono::year{year} / std::chrono::December / 31};
}

}  // namespace cprota
