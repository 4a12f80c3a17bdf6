// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cprota/format/table.hpp"
#include "cprota/hours/bank_holidays.hpp"
#include "cprota/time/parse.hpp"

namespace cprota {

// The bank holidays in force on the dates of a range.
struct HolidaysOfRange {
  Division division = Division::none;
  Range range;
  std::vector<BankHoliday> holidays;  // in order of date
};

// For people: what was asked, a line for each date, and what computed ones are worth.
[[nodiscard]] std::string holidays_text(const HolidaysOfRange& answer, const Zone& zone,
                                        const TextStyle& style);
// A document of cprota.bank-holidays/1.
[[nodiscard]] std::string holidays_json(const HolidaysOfRange& answer);
// date, title, notes, source.
[[nodiscard]] std::string holidays_csv(const HolidaysOfRange& answer);

}  // namespace cprota
