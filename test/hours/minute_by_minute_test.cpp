// SPDX-License-Identifier: MIT
// What the hours layer says, against a walk over every minute that knows only what the clocks show.
#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cprota/hours/support_time.hpp"
#include "cprota/time/print.hpp"

#include "support.hpp"

namespace cprota {
namespace {

using std::chrono::days;

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  int below(int n) { return static_cast<int>(engine_() % static_cast<unsigned>(n)); }
  bool one_in(int n) { return below(n) == 0; }

 private:
  std::mt19937 engine_;
};

Windows some_windows(Dice& dice) {
  Windows list;
  for (int tries = dice.below(4); tries > 0; --tries) {
    // One in two lies where clocks change.
    const bool early = dice.one_in(2);
    const Minutes start(dice.below(early ? 12 : 96) * 15);
    const Minutes length(15 + dice.below(early ? 12 : 95) * 15);
    const bool ends_at_its_start = length == Minutes(24 * 60);
    Windows more = list;
    more.push_back({start, start + length});
    if (!ends_at_its_start && !overlapping(more)) list = more;
  }
  return list;
}

HoursVersion some_version(Dice& dice, Date around) {
  HoursVersion version;
  if (!dice.one_in(4)) version.weekday = some_windows(dice);
  if (!dice.one_in(4)) version.weekend = some_windows(dice);
  if (!dice.one_in(3)) version.bank_holiday = some_windows(dice);
  if (dice.one_in(2)) version.days[static_cast<std::size_t>(dice.below(7))] = some_windows(dice);
  if (dice.one_in(2)) version.dates[around + days(dice.below(5) - 2)] = some_windows(dice);
  return version;
}

// The model's words, once more: the windows under a date.
Windows listed(const Hours& hours, Date date, const std::optional<Date>& holiday) {
  const HoursVersion* version = &hours.versions.front();
  if (hours.versions.size() == 2 && date >= *hours.versions.back().from) version = &hours.versions.back();
  const auto exact = version->dates.find(date);
  if (exact != version->dates.end()) return exact->second;
  if (date == holiday) return version->bank_holiday.value_or(Windows{});
  const unsigned day = std::chrono::weekday(std::chrono::sys_days(date.time_since_epoch())).iso_encoding();
  if (version->days[day - 1]) return *version->days[day - 1];
  return (day >= 6 ? version->weekend : version->weekday).value_or(Windows{});
}

// Which minutes of a stretch are open. An edge is the first minute at which the clocks show its time or a
// later one; so a minute is open if the latest time that the clocks have shown lies in a window.
std::vector<bool> open_minutes(const Hours& hours, const Zone& zone, const std::optional<Date>& holiday,
                               const Interval& stretch) {
  std::vector<bool> open;
  std::map<Date, Windows> lists;
  const auto windows_of = [&](Date date) -> const Windows& {
    const auto known = lists.find(date);
    return known != lists.end() ? known->second : lists[date] = listed(hours, date, holiday);
  };
  Local shown = zone.local(stretch.begin());
  for (Instant t = stretch.begin(); t < stretch.end(); t += Minutes(1)) {
    shown = std::max(shown, zone.local(t));
    const Date date = std::chrono::floor<days>(shown);
    const auto holds = [&](Date under) {
      return std::ranges::any_of(windows_of(under), [&](const Window& window) {
        return Local(under) + window.start <= shown && shown < Local(under) + window.end;
      });
    };
    open.push_back(holds(date) || holds(date - days(1)));
  }
  return open;
}

struct Scene {
  const char* zone;
  const char* around;
};
constexpr Scene scenes[] = {
    {"Europe/London", "2026-03-29"},       {"Europe/London", "2026-10-25"},
    {"America/New_York", "2026-03-08"},    {"America/New_York", "2026-11-01"},
    {"Australia/Lord_Howe", "2026-04-05"}, {"Australia/Lord_Howe", "2026-10-04"},
    {"Pacific/Apia", "2011-12-30"},        {"Asia/Kathmandu", "1986-01-01"},
    {"Europe/London", "2037-12-31"},       {"Europe/London", "2028-02-29"},
    {"America/St_Johns", "2006-10-29"},
};

TEST(MinuteByMinute, OpenHoursSupportTimeAndOpenings) {
  Dice dice(20260329);
  for (const Scene& scene : scenes) {
    const Zone zone = test::zone(scene.zone);
    const Date middle = test::date(scene.around);
    const Interval stretch(zone.begin_of(middle - days(4)), zone.begin_of(middle + days(5)));
    // The walk needs a day before to know what the clocks have shown.
    const Instant begin = zone.begin_of(middle - days(3));
    const auto skipped = static_cast<std::size_t>((begin - stretch.begin()) / Minutes(1));
    for (int round = 0; round < 12; ++round) {
      Hours hours{HoursId("h"), {some_version(dice, middle)}, {}};
      if (dice.one_in(3)) {
        hours.versions.push_back(some_version(dice, middle));
        hours.versions.back().from = middle + days(dice.below(3) - 1);
      }
      std::optional<Date> holiday;
      BankHolidays holidays;
      if (dice.one_in(2)) {
        holiday = middle + days(dice.below(3) - 1);
        holidays.add({*holiday, "Own", "", HolidaySource::team});
      }
      const std::string name = std::string(scene.zone) + " " + scene.around + " " + std::to_string(round);
      const std::vector<bool> truth = open_minutes(hours, zone, holiday, stretch);
      const auto minute = [&](std::size_t i) { return begin + Minutes(i); };
      const std::vector<bool> open(truth.begin() + static_cast<std::ptrdiff_t>(skipped), truth.end());

      const IntervalSet found = open_hours(hours, zone, holidays, Interval(begin, stretch.end()));
      for (std::size_t i = 0; i < open.size(); ++i) {
        ASSERT_EQ(found.contains(minute(i)), open[i]) << name << " " << rfc3339(minute(i), zone);
      }

      const auto cut = static_cast<std::size_t>(dice.below(static_cast<int>(open.size()) - 2)) + 1;
      EXPECT_EQ(found.common(Interval(begin, minute(cut))),
                open_hours(hours, zone, holidays, Interval(begin, minute(cut))))
          << name;
      EXPECT_EQ(found.common(Interval(minute(cut), stretch.end())),
                open_hours(hours, zone, holidays, Interval(minute(cut), stretch.end())))
          << name;

      const auto count = std::count(open.begin() + static_cast<std::ptrdiff_t>(cut), open.end(), true);
      EXPECT_EQ(elapsed(hours, zone, holidays, minute(cut), stretch.end()), Minutes(count)) << name;
      if (count > 0) {
        const int wanted = dice.below(static_cast<int>(count)) + 1;
        std::size_t last = cut;
        for (int left = wanted; left > 0; ++last) left -= open[last] ? 1 : 0;
        const auto at = deadline(hours, zone, holidays, minute(cut), Minutes(wanted));
        EXPECT_EQ(at, minute(last)) << name;
        EXPECT_EQ(elapsed(hours, zone, holidays, minute(cut), at.value_or(minute(cut))), Minutes(wanted))
            << name;
      }

      const auto first_open = [&](std::size_t from) {
        while (from < open.size() && (!open[from] || open[from - 1])) ++from;
        return from;
      };
      const std::size_t next = first_open(cut + 1);
      const auto opening = next_opening(hours, zone, holidays, minute(cut), minute(open.size() - 1));
      EXPECT_EQ(opening.has_value(), next < open.size()) << name;
      if (opening) {
        EXPECT_EQ(opening->begin(), minute(next)) << name;
        EXPECT_EQ(opening_at(hours, zone, holidays, opening->begin()), opening) << name;
      }
      for (const Interval& interval : found.intervals()) {
        if (interval.begin() == begin || interval.end() == stretch.end()) continue;
        EXPECT_EQ(opening_at(hours, zone, holidays, interval.end() - Minutes(1)), interval) << name;
      }
      EXPECT_EQ(opening_at(hours, zone, holidays, minute(cut)).has_value(), open[cut]) << name;
    }
  }
}

TEST(MinuteByMinute, PiecesByDateAddUp) {
  for (const Scene& scene : scenes) {
    const Zone zone = test::zone(scene.zone);
    const Date middle = test::date(scene.around);
    const Interval stretch(zone.begin_of(middle - days(2)) + Minutes(7),
                           zone.begin_of(middle + days(3)) - Minutes(11));
    const auto pieces = by_date(stretch, zone, BankHolidays());
    Instant end = stretch.begin();
    for (const DatePiece& piece : pieces) {
      EXPECT_EQ(piece.during.begin(), end) << scene.zone;
      EXPECT_EQ(zone.date(piece.during.begin()), piece.date) << scene.zone;
      EXPECT_EQ(zone.date(piece.during.end() - Minutes(1)), piece.date) << scene.zone;
      EXPECT_EQ(piece.kind, day_kind(piece.date, BankHolidays())) << scene.zone;
      end = piece.during.end();
    }
    EXPECT_EQ(end, stretch.end()) << scene.zone;
  }
}

}  // namespace
}  // namespace cprota
