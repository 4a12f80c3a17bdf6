// SPDX-License-Identifier: MIT
#include "format/icalendar_repeats.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

#include "format/icalendar_zone.hpp"

namespace cprota {
namespace {

using std::chrono::days;

constexpr std::size_t most_times = 5000;  // of one event
constexpr std::size_t rule_steps = 1000;
// libical looks for the first time up to the year 20000.
constexpr std::size_t impossible_rule_steps = 300'000;

struct FreeIterator {
  void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};

std::size_t steps_of(const icalrecurrencetype& rule, days length) {
  const auto count = static_cast<std::size_t>(length.count());
  switch (rule.freq) {
    case ICAL_SECONDLY_RECURRENCE:
      return count * 86400;
    case ICAL_MINUTELY_RECURRENCE:
      return count * 1440;
    case ICAL_HOURLY_RECURRENCE:
      return count * 24;
    case ICAL_DAILY_RECURRENCE:
      return count;
    default:
      return count / 4;
  }
}

bool spend(RepeatSteps& steps, std::size_t cost) {
  const bool can = cost <= steps.left;
  steps.left -= std::min(cost, steps.left);
  return can;
}

struct Found {
  std::vector<Local> times;
  bool all = false;  // nothing comes after the horizon
  bool too_many = false;
};

// The times up to a horizon: libical steps on by itself until something fits, and is stopped there.
std::optional<Found> up_to(icalrecurrencetype rule, Local start, bool is_date, Local from, Local horizon) {
  // libical counts a time twice that two parts of a rule give.
  const int count = std::exchange(rule.count, 0);
  rule.until = icaltime_of(horizon, is_date);
  const std::unique_ptr<icalrecur_iterator, FreeIterator> iterator(
      icalrecur_iterator_new(rule, icaltime_of(start, is_date)));
  if (iterator == nullptr) return std::nullopt;
  Found found;
  std::optional<Local> before;
  int seen = 0;
  while (!found.all) {
    const icaltimetype time = icalrecur_iterator_next(iterator.get());
    const auto local = local_of(time);
    if (icaltime_is_null_time(time) != 0 || !local) break;
    if (seen == 0 && *local != start) return Found{};
    if (before == *local) continue;
    before = *local;
    ++seen;
    if (*local >= from || seen == 1) found.times.push_back(*local);
    found.all = count > 0 && seen >= count;
    found.too_many = found.times.size() > most_times;
    if (found.too_many) break;
  }
  return found;
}

}  // namespace

tl::expected<std::vector<Local>, std::string> repeats(const icalrecurrencetype& rule, Local start,
                                                      bool is_date, Local from, std::optional<Local> last,
                                                      RepeatSteps& steps) {
  const auto fail = [](std::string message) { return tl::unexpected(std::move(message)); };
  constexpr const char* too_often = "this event repeats too often; name a RANGE to take of it";
  if (rule.rscale != nullptr) return fail("this event repeats by another calendar, which is not read");
  if (!last && rule.count == 0) {
    return fail("this event repeats without end; name a RANGE to take of it");
  }
  const Local end = last ? std::max(*last, start) : Local(last_date);
  if (!spend(steps, rule_steps)) return fail(too_often);
  // No further than needed: a COUNT is mostly reached soon.
  for (days length(400);; length *= 4) {
    const Local horizon = std::min(start + length, end);
    if (!spend(steps, steps_of(rule, std::chrono::ceil<days>(horizon - start)))) return fail(too_often);
    std::optional<Found> found = up_to(rule, start, is_date, from, horizon);
    if (!found) {
      return fail(spend(steps, impossible_rule_steps) ? "there is no such time as this RRULE gives"
                                                      : too_often);
    }
    if (found->too_many) return fail(too_often);
    if (found->times.empty()) return fail("this RRULE does not give the event's own DTSTART");
    if (found->times.front() < from) found->times.erase(found->times.begin());
    if (found->all || horizon == end) return std::move(found->times);
  }
}

}  // namespace cprota
