// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <libical/ical.h>

#include "cprota/time/calendar.hpp"
#include "cprota/time/zone.hpp"

namespace cprota {

// The zones that the TZIDs of one calendar mean: IANA names, such behind a prefix
// (`/freeassociation.sourceforge.net/`), or names of Windows, which Outlook writes.
class TzidZones {
 public:
  [[nodiscard]] std::optional<Zone> find(const std::string& tzid);

 private:
  std::map<std::string, std::optional<Zone>, std::less<>> known_;
};

// The IANA zone of a Windows name, `GMT Standard Time`, where CLDR has one; nothing else.
[[nodiscard]] std::optional<std::string_view> zone_of_windows(std::string_view name);

// RFC 5545, 3.3.5: what happens twice is meant the first time, what is skipped has the offset from before.
[[nodiscard]] Instant icalendar_instant(Local local, const Zone& zone);

// The civil time of a value, seconds left out; nothing where it is none of the calendar and the years.
[[nodiscard]] std::optional<Local> local_of(const icaltimetype& time);
// A civil time as a value without a zone.
[[nodiscard]] icaltimetype icaltime_of(Local local, bool is_date);

}  // namespace cprota
