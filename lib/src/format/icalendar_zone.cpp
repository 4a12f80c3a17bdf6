// SPDX-License-Identifier: MIT
#include "format/icalendar_zone.hpp"

#include <chrono>

namespace cprota {

namespace {

// Of as many parts as an IANA name has, from behind: America/Argentina/Ushuaia, Europe/London, UTC.
std::optional<Zone> load(std::string_view tzid) {
  constexpr int most_parts = 3;
  if (tzid.starts_with('"')) tzid.remove_prefix(1);
  if (tzid.ends_with('"')) tzid.remove_suffix(1);
  if (const auto name = zone_of_windows(tzid)) tzid = *name;
  std::size_t begin = tzid.size();
  for (int parts = 0; parts < most_parts && begin > 0; ++parts) {
    const std::size_t slash = begin < 2 ? std::string_view::npos : tzid.rfind('/', begin - 2);
    begin = slash == std::string_view::npos ? 0 : slash + 1;
    if (auto zone = Zone::load(tzid.substr(begin))) return *zone;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Zone> TzidZones::find(const std::string& tzid) {
  // A name that is none costs a search for the nearest.
  constexpr std::size_t most = 200;
  const auto known = known_.find(tzid);
  if (known != known_.end()) return known->second;
  if (known_.size() == most) return std::nullopt;
  return known_.emplace(tzid, load(tzid)).first->second;
}

Instant icalendar_instant(Local local, const Zone& zone) {
  const LocalLookup found = zone.lookup(local);
  if (found.kind != LocalLookup::Kind::skipped) return found.first;
  const Instant before = found.first - std::chrono::seconds(1);
  return Instant(local.time_since_epoch() - zone.offset(before));
}

std::optional<Local> local_of(const icaltimetype& time) {
  const std::chrono::year_month_day day(std::chrono::year(time.year),
                                        std::chrono::month(static_cast<unsigned>(time.month)),
                                        std::chrono::day(static_cast<unsigned>(time.day)));
  const Date date{std::chrono::local_days(day)};
  if (!day.ok() || date < first_date || last_date < date) return std::nullopt;
  if (time.is_date) return Local(date);
  if (time.hour < 0 || time.hour > 23 || time.minute < 0 || time.minute > 59) return std::nullopt;
  return Local(date) + std::chrono::hours(time.hour) + Minutes(time.minute);
}

icaltimetype icaltime_of(Local local, bool is_date) {
  const Date date = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::year_month_day day(date);
  const auto minutes = std::chrono::floor<Minutes>(local - Local(date)).count();
  icaltimetype time = icaltime_null_time();
  time.year = static_cast<int>(day.year());
  time.month = static_cast<int>(static_cast<unsigned>(day.month()));
  time.day = static_cast<int>(static_cast<unsigned>(day.day()));
  time.hour = static_cast<int>(minutes / 60);
  time.minute = static_cast<int>(minutes % 60);
  time.is_date = is_date ? 1 : 0;
  return time;
}

}  // namespace cprota
