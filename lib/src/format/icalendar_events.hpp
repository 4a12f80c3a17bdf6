// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace cprota {

// One VEVENT as it stands in an iCalendar, from BEGIN to END.
struct IcalendarEvent {
  std::size_t offset = 0;  // in the whole text
  std::string_view text;

  // Where a property begins, in the whole text; the event itself where it has none of that name.
  [[nodiscard]] std::size_t offset_of(std::string_view property) const;
  [[nodiscard]] bool has(std::string_view property) const { return offset_of(property) != offset; }
};

struct IcalendarFault {
  std::size_t offset = 0;
  std::string message;
};

// Whether a text, blanks before it left out, is meant as an iCalendar.
[[nodiscard]] bool begins_as_icalendar(std::string_view text);

// The VEVENTs of an iCalendar in order, so that each can be read, and a fault in it shown, by itself; libical
// keeps no places. `text` must outlive them. Fails where components do not close as they opened, so that a
// text cut short is noticed.
[[nodiscard]] tl::expected<std::vector<IcalendarEvent>, IcalendarFault> icalendar_events(
    std::string_view text);

}  // namespace cprota
