// SPDX-License-Identifier: MIT
#include "cprota/format/write_bank_holidays.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/time/print.hpp"

#include "format/json.hpp"

namespace cprota {
namespace {

std::string_view shown(Division division) {
  switch (division) {
    case Division::england_and_wales:
      return "England and Wales";
    case Division::scotland:
      return "Scotland";
    case Division::northern_ireland:
      return "Northern Ireland";
    case Division::none:
      break;
  }
  return "";
}

}  // namespace

std::string holidays_text(const HolidaysOfRange& answer, const Zone& zone, const TextStyle& style) {
  const std::string_view division = shown(answer.division);
  const std::string heading =
      fmt::format("{}{}{}", division, division.empty() ? "" : " · ", describe(answer.range, zone));
  std::string text = wrapped(heading, style.width, 0) + "\n";
  if (answer.holidays.empty()) return text + "No bank holidays.\n";
  Table table;
  for (const BankHoliday& holiday : answer.holidays) {
    const bool is_computed = holiday.source == HolidaySource::computed;
    const std::string title = visible(holiday.title);
    table.rows.push_back(
        {long_date(holiday.date), holiday.notes.empty() ? title : title + " – " + visible(holiday.notes),
         Cell(std::string(to_string(holiday.source)), is_computed ? Tone::warning : Tone::faint)});
  }
  text += to_text(table, style);
  if (std::ranges::any_of(answer.holidays, [](const BankHoliday& holiday) {
        return holiday.source == HolidaySource::computed;
      })) {
    text += wrapped("Computed dates rest on the standing rules and are provisional.", style.width, 0) + "\n";
  }
  return text;
}

std::string holidays_json(const HolidaysOfRange& answer) {
  Json holidays = Json::array();
  for (const BankHoliday& holiday : answer.holidays) {
    holidays.push_back({{"date", date_json(holiday.date)},
                        {"title", holiday.title},
                        {"notes", holiday.notes},
                        {"source", to_string(holiday.source)}});
  }
  return document({{"schema", "cprota.bank-holidays/1"},
                   {"division", to_string(answer.division)},
                   {"holidays", std::move(holidays)}});
}

std::string holidays_csv(const HolidaysOfRange& answer) {
  Table table;
  table.header = {"date", "title", "notes", "source"};
  for (const BankHoliday& holiday : answer.holidays) {
    table.rows.push_back(
        {iso_date(holiday.date), holiday.title, holiday.notes, std::string(to_string(holiday.source))});
  }
  return to_csv(table);
}

}  // namespace cprota
