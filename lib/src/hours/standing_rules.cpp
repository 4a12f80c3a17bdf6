// SPDX-License-Identifier: MIT
#include "hours/standing_rules.hpp"

#include <algorithm>

#include "cprota/time/calendar.hpp"

namespace cprota {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::last;
using std::chrono::Monday;
using std::chrono::month;
using std::chrono::year;

constexpr year always{0};
constexpr year never{9999};

// Since when a division has a holiday every year; the sources stand with computed_bank_holidays().
struct Since {
  year england_and_wales;
  year scotland;
  year northern_ireland;

  [[nodiscard]] bool holds(Division division, year y) const {
    switch (division) {
      case Division::england_and_wales:
        return y >= england_and_wales;
      case Division::scotland:
        return y >= scotland;
      case Division::northern_ireland:
        return y >= northern_ireland;
      case Division::none:
        break;
    }
    return false;
  }
};

constexpr Since new_year{year{1974}, always, year{1974}};
constexpr Since second_january{never, year{1973}, never};
constexpr Since st_patrick{never, never, always};
constexpr Since good_friday{always, always, always};
constexpr Since easter_monday{always, never, always};
constexpr Since early_may{year{1978}, always, year{1978}};
constexpr Since spring{always, year{1978}, always};
constexpr Since boyne{never, never, always};
constexpr Since summer_first_monday{never, always, never};
constexpr Since summer_last_monday{always, never, always};
constexpr Since st_andrew{never, year{2007}, never};
constexpr Since christmas{always, always, always};
constexpr Since boxing_day{always, year{1974}, always};

Date on(year y, unsigned m, unsigned d) {
  return std::chrono::local_days{y / month{m} / day{d}};
}
Date first_monday(year y, unsigned m) {
  return std::chrono::local_days{y / month{m} / Monday[1]};
}
Date last_monday(year y, unsigned m) {
  return std::chrono::local_days{y / month{m} / Monday[last]};
}

}  // namespace

Date easter_sunday(year y) {
  const int number = static_cast<int>(y);
  const int a = number % 19;
  const int b = number / 100;
  const int c = number % 100;
  const int g = (8 * b + 13) / 25;
  const int h = (19 * a + b - b / 4 - g + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 19 * l) / 433;
  const int from_march = h + l - 7 * m + 90;
  const int easter_month = from_march / 25;
  const int easter_day = (h + l - 7 * m + 33 * easter_month + 19) % 32;
  return on(y, static_cast<unsigned>(easter_month), static_cast<unsigned>(easter_day));
}

StandingHolidays::StandingHolidays(Division division, year y) {
  const auto holds = [&](const Since& since) { return since.holds(division, y); };
  const Date easter = easter_sunday(y);
  if (holds(new_year)) add(on(y, 1, 1), "New Year's Day");
  if (holds(second_january)) add(on(y, 1, 2), "2nd January");
  if (holds(st_patrick)) add(on(y, 3, 17), "St Patrick's Day");
  if (holds(boyne)) add(on(y, 7, 12), "Battle of the Boyne (Orangemen's Day)");
  if (holds(st_andrew)) add(on(y, 11, 30), "St Andrew's Day");
  if (holds(christmas)) add(on(y, 12, 25), "Christmas Day");
  if (holds(boxing_day)) add(on(y, 12, 26), "Boxing Day");
  move_off_weekends();
  if (holds(good_friday)) add(easter - days(2), "Good Friday");
  if (holds(easter_monday)) add(easter + days(1), "Easter Monday");
  if (holds(early_may)) add(first_monday(y, 5), "Early May bank holiday");
  if (holds(spring)) add(last_monday(y, 5), "Spring bank holiday");
  if (holds(summer_first_monday)) add(first_monday(y, 8), "Summer bank holiday");
  if (holds(summer_last_monday)) add(last_monday(y, 8), "Summer bank holiday");
  std::sort(holidays_.begin(), holidays_.begin() + static_cast<std::ptrdiff_t>(count_),
            [](const StandingHoliday& a, const StandingHoliday& b) { return a.date < b.date; });
}

void StandingHolidays::add(Date date, std::string_view title) {
  holidays_[count_++] = {date, title, false};
}

// A fixed date on a weekend is kept on the next weekday that is no holiday of its own.
void StandingHolidays::move_off_weekends() {
  const auto taken = [&](Date date) {
    return is_saturday_or_sunday(date) ||
           std::any_of(holidays_.begin(), holidays_.begin() + static_cast<std::ptrdiff_t>(count_),
                       [&](const StandingHoliday& holiday) { return holiday.date == date; });
  };
  for (std::size_t i = 0; i < count_; ++i) {
    StandingHoliday& holiday = holidays_[i];
    if (!is_saturday_or_sunday(holiday.date)) continue;
    Date date = holiday.date;
    while (taken(date)) date += days(1);
    holiday.date = date;
    holiday.substitute = true;
  }
}

std::vector<BankHoliday> computed_bank_holidays(Division division, year y) {
  std::vector<BankHoliday> found;
  if (division == Division::none) return found;
  const StandingHolidays standing(division, y);
  for (const StandingHoliday& holiday : standing.list()) {
    found.push_back({holiday.date, std::string(holiday.title), holiday.substitute ? "Substitute day" : "",
                     HolidaySource::computed});
  }
  return found;
}

}  // namespace cprota
