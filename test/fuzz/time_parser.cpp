// SPDX-License-Identifier: MIT
// Any text as a time, range, week and duration: an answer that holds together, or one line that says why not.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "cprota/time/parse.hpp"
#include "cprota/time/print.hpp"

namespace {

using namespace cprota;

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

const std::vector<Zone>& zones() {
  static const std::vector<Zone> loaded = [] {
    std::vector<Zone> out;
    for (const char* name : {"Europe/London", "Pacific/Apia", "America/St_Johns"}) {
      const auto zone = Zone::load(name);
      require(zone.has_value(), "the zones are on this machine");
      out.push_back(*zone);
    }
    return out;
  }();
  return loaded;
}

template <class T>
bool read(const Result<T>& result) {
  if (result) return true;
  require(result.error().fault == Fault::usage, "what is typed wrong is the fault of who typed it");
  require(result.error().diagnostics.size() == 1, "there is one message");
  const std::string line = to_string(result.error().diagnostics.front());
  require(line.size() > std::string_view("error: ").size() && line.size() < 1000, "the message is a line");
  require(line.find('\n') == std::string::npos && line.find('\x1b') == std::string::npos, "it is one line");
  return false;
}

void check_in(const Zone& zone, std::string_view text) {
  const Instant now{std::chrono::seconds{1793795400}};
  if (const auto time = parse_time(text, zone, now); read(time)) {
    const auto again = parse_time(rfc3339(time->at, zone), zone, now);
    require(again && again->at == time->at, "a time is read back as it was");
  }
  if (const auto range = parse_range(text, zone, now); read(range)) {
    require(range->from <= range->until, "a range does not end before it begins");
    require(range->first.has_value() == range->last.has_value(), "a range has both dates or none");
    if (range->first) require(*range == range_of(*range->first, *range->last, zone), "dates make the range");
    require(!describe(*range, zone).empty(), "a range is described");
  }
  if (const auto week = parse_week(text, zone, now); read(week)) {
    const auto weeks = parse_weeks(text, zone, now);
    require(weeks && weeks->first == *week && weeks->last == *week, "a week is a range of one week");
    require(IsoWeek::parse(week->str()) == *week, "a week is read back as it was");
  }
  if (const auto weeks = parse_weeks(text, zone, now); read(weeks)) {
    require(weeks->first <= weeks->last, "weeks are in order");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const Zone& zone : zones()) check_in(zone, text);
  if (const auto duration = parse_duration(text); read(duration)) {
    require(*duration >= Minutes(0), "a duration is not negative");
  }
  if (const auto date = parse_date(text)) require(iso_date(*date) == text, "a date has one spelling");
  if (const auto clock = parse_clock(text))
    require(*clock <= std::chrono::hours(24), "a clock goes to 24:00");
  return 0;
}
