// SPDX-License-Identifier: MIT
// Any bytes as a team's list of bank holidays: read, or refused with places in the file.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "cprota/format/read_bank_holidays.hpp"
#include "cprota/time/calendar.hpp"

namespace {

void require(bool what) {
  if (!what) std::abort();
}

void read(std::string_view text, cprota::Division division) {
  const auto holidays = cprota::read_bank_holidays(text, division, "list");
  if (!holidays) {
    require(!holidays.error().diagnostics.empty());
    for (const auto& diagnostic : holidays.error().diagnostics) {
      require(diagnostic.place && diagnostic.place->line >= 1 && diagnostic.place->column >= 1);
      require(cprota::to_string(diagnostic).find('\n') == std::string::npos);
    }
    return;
  }
  require(!holidays->empty());
  for (std::size_t i = 0; i < holidays->size(); ++i) {
    const cprota::BankHoliday& holiday = (*holidays)[i];
    require(cprota::first_date <= holiday.date && holiday.date <= cprota::last_date);
    require(i == 0 || (*holidays)[i - 1].date < holiday.date);
    require(!holiday.title.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  read(text, cprota::Division::scotland);
  read(text, cprota::Division::none);
  return 0;
}
