// SPDX-License-Identifier: MIT
#include "cprota/format/read_bank_holidays.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "cprota/time/print.hpp"

#include "base/utf8.hpp"
#include "format/holiday_list.hpp"

namespace cprota {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

bool begins_as_icalendar(std::string_view text) {
  constexpr std::string_view begin = "BEGIN:VCALENDAR";
  const std::string_view head = text.substr(0, begin.size());
  return std::equal(head.begin(), head.end(), begin.begin(), begin.end(), [](char a, char b) {
    return (a >= 'a' && a <= 'z' ? static_cast<char>(a - 'a' + 'A') : a) == b;
  });
}

}  // namespace

void HolidayList::add(Date date, const std::string& title, const std::string& notes, std::size_t offset) {
  if (title.find_first_not_of(' ') == std::string::npos) {
    add_fault(offset, fmt::format("{} has no title", iso_date(date)));
  } else if (has_control_character(title) || has_control_character(notes)) {
    add_fault(offset, fmt::format("the title of {} holds a control character; take it out", iso_date(date)));
  } else if (!holidays_.try_emplace(date, BankHoliday{date, title, notes, HolidaySource::file}).second) {
    add_fault(offset, fmt::format("{} stands twice in this list", iso_date(date)));
  }
}

void HolidayList::add_fault(std::size_t offset, std::string message) {
  const Position at = position_of(offset);
  error_.diagnostics.push_back(
      {Severity::error, Place{file_, at.line, at.column}, std::move(message), line_at(text_, offset)});
}

Position HolidayList::position_of(std::size_t offset) {
  if (offset < known_offset_) {
    known_offset_ = 0;
    known_ = {};
  }
  while (known_offset_ < std::min(offset, text_.size())) {
    const bool ends_line = text_[known_offset_] == '\n';
    known_offset_ += decode_utf8(text_.substr(known_offset_)).length;
    known_ = ends_line ? Position{known_.line + 1, 1} : Position{known_.line, known_.column + 1};
  }
  return known_;
}

Result<std::vector<BankHoliday>> HolidayList::finish() {
  if (holidays_.empty() && error_.diagnostics.empty()) {
    add_fault(0, "there is no bank holiday in this list");
  }
  if (!error_.diagnostics.empty()) return tl::unexpected(std::move(error_));
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
