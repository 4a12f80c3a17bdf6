// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cprota/time/interval.hpp"

namespace cprota {

enum class Division { none, england_and_wales, scotland, northern_ireland };

// `england-and-wales`, `scotland`, `northern-ireland`, `none`; nothing for any other word.
[[nodiscard]] std::optional<Division> parse_division(std::string_view text);
[[nodiscard]] std::string_view to_string(Division division);

enum class HolidaySource {
  official,  // the built-in published list
  file,      // the team's bank-holidays-file
  team,      // a [[bank-holiday]] of the team
  computed,  // the standing rules, for years that no list has: provisional
};
[[nodiscard]] std::string_view to_string(HolidaySource source);

struct BankHoliday {
  Date date;
  std::string title;
  std::string notes;  // "Substitute day", or empty
  HolidaySource source = HolidaySource::team;

  friend bool operator==(const BankHoliday&, const BankHoliday&) = default;
};

// The holidays of one year by the standing rules, in order of date; empty for Division::none. What was
// proclaimed for one year alone (a jubilee, a funeral, a day moved) is no rule and not in it.
//
// Good Friday and Easter Monday (not in Scotland) by the Gregorian computus; first and last Mondays; the days
// of the Bank Holidays Act 1871 and of schedule 1 of the Banking and Financial Dealings Act 1971, with what
// has been proclaimed every year since: New Year's Day outside Scotland and Boxing Day in Scotland from 1974,
// early May outside Scotland and late May in Scotland from 1978, 12 July in Northern Ireland. 2 January from
// 1973 (Scotland, the 1971 Act), St Andrew's Day from 2007 (St Andrew's Day Bank Holiday (Scotland) Act
// 2007), St Patrick's Day since 1903 (Northern Ireland). Late May and late August stood in England, Wales and
// Northern Ireland on trial from 1965 and by the 1971 Act from then on. A day that falls on a weekend is kept
// on the next weekday that is no holiday: so the Acts have it for Sundays, and the proclamations for
// Saturdays.
[[nodiscard]] std::vector<BankHoliday> computed_bank_holidays(Division division, std::chrono::year year);

// The bank holidays in force for a team.
class BankHolidays {
 public:
  // The built-in official list, and the standing rules for the years before and after it.
  explicit BankHolidays(Division division = Division::none);

  // A newer official list: replaces every year from that of its first date to that of its last, whole.
  void replace_years(std::vector<BankHoliday> from_file);
  // A date of the team's own; on an official date it replaces title and source.
  void add(BankHoliday own);

  [[nodiscard]] Division division() const { return division_; }
  [[nodiscard]] bool contains(Date date) const;
  [[nodiscard]] std::optional<BankHoliday> on(Date date) const;
  // Both dates included, in order.
  [[nodiscard]] std::vector<BankHoliday> between(Date first, Date last) const;
  // The last date of the last year that rests on a published list (or of the team's file); absent for none.
  [[nodiscard]] std::optional<Date> published_until() const;

 private:
  Division division_;
  std::map<int, std::vector<BankHoliday>> replaced_years_;
  std::map<Date, BankHoliday> own_;
};

}  // namespace cprota
