// SPDX-License-Identifier: MIT
#include <cstddef>
#include <cstdint>
#include <vector>

#include <fmt/format.h>

#include "cprota/time/parse.hpp"
#include "cprota/time/print.hpp"

#include "time/scan.hpp"
#include "time/spelling.hpp"
#include "time/text.hpp"
#include "time/unit.hpp"

namespace cprota {
namespace {

using std::chrono::days;
using std::chrono::seconds;

constexpr const char* time_examples = "2026-11-23T09:15, 09:15, now, today, 2026-11-23 or @1795425300";

std::string with_offset(Local local, seconds offset) {
  return minute_text(local) + offset_text(offset);
}

tl::unexpected<Error> happens_twice(Local local, const LocalLookup& found, const Zone& zone) {
  return fail(Fault::usage, fmt::format("{} happens twice in {}: write {} or {}", minute_text(local),
                                        zone.name(), with_offset(local, zone.offset(found.first)),
                                        with_offset(local, zone.offset(found.second))));
}

tl::unexpected<Error> never_happens(Local local, Instant change, const Zone& zone) {
  const Local before{(change + zone.offset(change - seconds(1))).time_since_epoch()};
  const Local after = zone.local(change);
  const bool one_date = std::chrono::floor<days>(before) == std::chrono::floor<days>(after);
  constexpr std::size_t date_length = 11;
  return fail(Fault::usage,
              fmt::format("{} never happens in {}: clocks go from {} to {} at {}", minute_text(local),
                          zone.name(), minute_text(before).substr(one_date ? date_length : 0),
                          minute_text(after).substr(one_date ? date_length : 0),
                          with_offset(after, zone.offset(change))));
}

Result<Instant> within_years(Instant t, std::string_view text, const Zone& zone) {
  const Local local = zone.local(t);
  if (local >= Local(first_date) && local < Local(last_date + days(1))) return t;
  return fail(Fault::usage,
              fmt::format("{} lies outside the years 1970 to 2199 in {}", quoted(text), zone.name()));
}

// A clock of the form `09:15` or `09:15:00` on a date.
Result<Local> local_on(Date date, std::string_view clock, std::string_view text) {
  Scan scan(clock);
  const int hour = scan.digits(2).value_or(0);
  scan.skip(":");
  const int minute = scan.digits(2).value_or(0);
  const int second = scan.skip(":") ? scan.digits(2).value_or(0) : 0;
  if (hour == 24 && minute == 0 && second == 0) {
    return fail(Fault::usage, fmt::format("{} is the end of a date; write {}T00:00", quoted(text),
                                          iso_date(date + days(1))));
  }
  if (hour > 23 || minute > 59 || second > 60) {
    return fail(Fault::usage, fmt::format("there is no time {}: a day goes from 00:00 to 23:59", clock));
  }
  const Local local = Local(date) + std::chrono::hours(hour) + Minutes(minute);
  if (second == 0) return local;
  return fail(Fault::usage,
              fmt::format("{} has seconds; whole minutes only: write {}", quoted(text), minute_text(local)));
}

bool is_clock(std::string_view text) {
  return fits(text, "##:##") || fits(text, "##:##:##");
}

// `2026-11-23T09:15` taken apart; empty parts where the text has another form.
struct Parts {
  std::string_view date;
  std::string_view clock;
  std::string_view offset;
};

std::optional<Parts> parts_of(std::string_view text) {
  constexpr std::size_t date_length = 10;
  if (text.size() <= date_length || (text[date_length] != 'T' && text[date_length] != ' '))
    return std::nullopt;
  Parts parts{text.substr(0, date_length), text.substr(date_length + 1), {}};
  if (const auto end = parts.clock.find_first_of("Z+-"); end != std::string_view::npos) {
    parts.offset = parts.clock.substr(end);
    parts.clock = parts.clock.substr(0, end);
  }
  const bool good_offset = parts.offset.empty() || parts.offset == "Z" || fits(parts.offset, "+##:##") ||
                           fits(parts.offset, "-##:##");
  if (!fits(parts.date, "####-##-##") || !is_clock(parts.clock) || !good_offset) return std::nullopt;
  return parts;
}

Result<Minutes> parse_offset(std::string_view text) {
  if (text == "Z") return Minutes(0);
  Scan scan(text.substr(1));
  const int hours = scan.digits(2).value_or(0);
  scan.skip(":");
  const int minutes = scan.digits(2).value_or(0);
  if (hours > 23 || minutes > 59) {
    return fail(Fault::usage, fmt::format("there is no offset {}: offsets go from -23:59 to +23:59", text));
  }
  const Minutes offset = std::chrono::hours(hours) + Minutes(minutes);
  return text.front() == '-' ? -offset : offset;
}

Result<Instant> parse_parts(const Parts& parts, std::string_view text, const Zone& zone) {
  const auto date = parse_exact_date(parts.date);
  if (!date) return tl::unexpected(date.error());
  const auto local = local_on(*date, parts.clock, text);
  if (!local) return tl::unexpected(local.error());
  if (parts.offset.empty()) return civil_instant(*local, zone);
  const auto offset = parse_offset(parts.offset);
  if (!offset) return tl::unexpected(offset.error());
  return within_years(Instant{(*local - *offset).time_since_epoch()}, text, zone);
}

Result<Instant> parse_epoch(std::string_view text, const Zone& zone) {
  constexpr std::size_t most_digits = 10;
  Scan scan(text.substr(1));
  scan.skip("-");
  std::int64_t count = 0;
  std::size_t digits = 0;
  for (; !scan.done(); ++digits) {
    const auto digit = scan.digits(1);
    if (!digit) {
      return fail(Fault::usage, fmt::format("{} is no time; after @ come the seconds since 1970: @1795425300",
                                            quoted(text)));
    }
    if (digits <= most_digits) count = count * 10 + *digit;
  }
  if (digits == 0) {
    return fail(Fault::usage, "\"@\" alone is no time; after @ come the seconds since 1970: @1795425300");
  }
  if (text[1] == '-') count = -count;
  const Instant t{seconds{count}};
  auto checked = within_years(t, text, zone);
  if (!checked) return checked;
  const Instant minute = std::chrono::floor<Minutes>(t);
  if (minute == t) return t;
  return fail(Fault::usage, fmt::format("{} is no whole minute; write @{}", quoted(text),
                                        minute.time_since_epoch().count()));
}

bool reads_as_time(const std::string& text) {
  if (const auto parts = parts_of(text)) return parse_parts(*parts, text, Zone::utc()).has_value();
  return parse_date(text) || (is_clock(text) && local_on(first_date, text, text));
}

tl::unexpected<Error> no_time(std::string_view text, Date today) {
  if (text.size() > 5 && fits(text.substr(0, 5), "##:##") &&
      (text[5] == '+' || text[5] == '-' || text[5] == 'Z')) {
    return fail(Fault::usage, fmt::format("{} has an offset but no date; write {}T{}", quoted(text),
                                          iso_date(today), text));
  }
  if (const auto unit = parse_unit(text, today)) {
    return fail(Fault::usage,
                fmt::format("{} is a stretch, not a moment; write a date or time in it, such as {}T09:00",
                            quoted(text), iso_date(unit->first)));
  }
  static const std::vector<std::string> words{"now", "today", "tomorrow", "yesterday"};
  return fail(Fault::usage, not_understood(text, "time", today, words, reads_as_time, time_examples));
}

}  // namespace

Result<Instant> civil_instant(Local local, const Zone& zone) {
  if (local < Local(first_date) || local >= Local(last_date + days(1))) {
    return fail(Fault::usage, fmt::format("{} lies outside the years 1970 to 2199", minute_text(local)));
  }
  if (const Local minute = std::chrono::floor<Minutes>(local); minute != local) {
    return fail(Fault::usage,
                fmt::format("{}:{:02} has seconds; whole minutes only: write {}", minute_text(minute),
                            (local - minute).count(), minute_text(minute)));
  }
  const LocalLookup found = zone.lookup(local);
  if (found.kind == LocalLookup::Kind::repeated) return happens_twice(local, found, zone);
  if (found.kind == LocalLookup::Kind::skipped) return never_happens(local, found.first, zone);
  return found.first;
}

Result<TypedTime> parse_time(std::string_view text, const Zone& zone, Instant now) {
  const auto moment = [](Instant t) { return TypedTime{t, std::nullopt}; };
  const auto date = [&zone](Date d) { return TypedTime{zone.begin_of(d), d}; };
  if (text.starts_with('@')) return parse_epoch(text, zone).map(moment);
  if (const auto parts = parts_of(text)) return parse_parts(*parts, text, zone).map(moment);
  if (fits(text, "####-##-##")) return parse_exact_date(text).map(date);
  const auto today = today_in(zone, now);
  if (!today) return tl::unexpected(today.error());
  if (text == "now") return moment(std::chrono::floor<Minutes>(now));
  if (is_clock(text)) {
    return local_on(*today, text, text)
        .and_then([&zone](Local local) { return civil_instant(local, zone); })
        .map(moment);
  }
  if (text == "today" || text == "tomorrow" || text == "yesterday") {
    return parse_unit(text, *today).map([&date](const Unit& unit) { return date(unit.first); });
  }
  return no_time(text, *today);
}

}  // namespace cprota
