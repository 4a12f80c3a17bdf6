// SPDX-License-Identifier: MIT
#include "cprota/format/read_bank_holidays.hpp"

#include <utility>

#include <fmt/format.h>

#include "cprota/time/print.hpp"

#include "base/utf8.hpp"
#include "format/holiday_list.hpp"
#include "format/icalendar_events.hpp"

namespace cprota {

void HolidayList::add(Date date, const std::string& title, const std::string& notes, std::size_t offset) {
  if (title.find_first_not_of(' ') == std::string::npos) {
    add_fault(offset, fmt::format("{} has no title", iso_date(date)));
  } else if (has_control_character(title) || has_control_character(notes)) {
    add_fault(offset, fmt::format("the title of {} holds a control character; take it out", iso_date(date)));
  } else if (!holidays_.try_emplace(date, BankHoliday{date, title, notes, HolidaySource::file}).second) {
    add_fault(offset, fmt::format("{} stands twice in this list", iso_date(date)));
  }
}

Result<std::vector<BankHoliday>> HolidayList::finish() {
  if (holidays_.empty() && faults_.empty()) add_fault(0, "there is no bank holiday in this list");
  if (!faults_.empty()) return tl::unexpected(faults_.error());
  std::vector<BankHoliday> found;
  found.reserve(holidays_.size());
  for (auto& [date, holiday] : holidays_) found.push_back(std::move(holiday));
  return found;
}

Result<std::vector<BankHoliday>> read_bank_holidays(std::string_view text, Division division,
                                                    const std::string& file) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  HolidayList list(text, file);
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (auto fault = find_bad_character(text)) {
    list.add_fault(fault->offset, std::move(fault->message));
  } else if (begin != std::string_view::npos && begins_as_icalendar(text.substr(begin))) {
    read_bank_holidays_ics(list);
  } else if (begin != std::string_view::npos && (text[begin] == '{' || text[begin] == '[')) {
    read_bank_holidays_json(division, list);
  } else {
    list.add_fault(begin == std::string_view::npos ? 0 : begin,
                   "this is neither the published JSON of bank holidays nor an iCalendar");
  }
  return list.finish();
}

}  // namespace cprota
