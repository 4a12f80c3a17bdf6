// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cprota/base/result.hpp"
#include "cprota/hours/bank_holidays.hpp"

#include "format/fault_list.hpp"

namespace cprota {

// What a reader of bank holidays has found in a file so far. Offsets are bytes from the beginning of its
// text.
class HolidayList {
 public:
  // `text` must outlive it.
  HolidayList(std::string_view text, std::string file) : faults_(text, std::move(file)) {}

  // A fault where the title has nothing to see or a control character, or the date is there already.
  void add(Date date, const std::string& title, const std::string& notes, std::size_t offset);
  void add_fault(std::size_t offset, std::string message) { faults_.add(offset, std::move(message)); }

  [[nodiscard]] std::string_view text() const { return faults_.text(); }
  // In order of date; fails with all faults, or where nothing was found.
  [[nodiscard]] Result<std::vector<BankHoliday>> finish();

 private:
  FaultList faults_;
  std::map<Date, BankHoliday> holidays_;
};

// What each shape of file holds, into `list`.
void read_bank_holidays_json(Division division, HolidayList& list);
void read_bank_holidays_ics(HolidayList& list);

}  // namespace cprota
