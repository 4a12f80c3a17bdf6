// SPDX-License-Identifier: MIT
#include "cprota/time/zone.hpp"

#include <exception>
#include <utility>

#include <absl/time/civil_time.h>
#include <absl/time/time.h>

#include "cprota/time/calendar.hpp"

#include "time/zone_engine.hpp"
#include "time/zone_names.hpp"

namespace cprota {
namespace {

Instant from_engine(absl::Time t) {
  return Instant{std::chrono::seconds{absl::ToUnixSeconds(t)}};
}

Local from_engine(absl::CivilSecond t) {
  return Local{std::chrono::seconds{t - absl::CivilSecond()}};
}

// Abseil counts seconds up from 1970, a century in a hundred steps, but takes fields that are in order as
// they are.
absl::CivilSecond to_engine(Local t) {
  constexpr Date from(std::chrono::days(-365 * 200));
  constexpr Date until(std::chrono::days(365 * 400));
  if (t < Local(from) || t >= Local(until)) return absl::CivilSecond() + t.time_since_epoch().count();
  const Date day = std::chrono::floor<std::chrono::days>(t);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(t - Local(day));
  return absl::CivilSecond(static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                           static_cast<unsigned>(date.day()), time.hours().count(), time.minutes().count(),
                           time.seconds().count());
}

}  // namespace

struct Zone::Impl {
  std::string name;
  std::shared_ptr<const ZoneEngine> engine;

  [[nodiscard]] absl::TimeZone::CivilInfo at(Instant t) const {
    const auto seconds = t.time_since_epoch().count();
    return engine->around(seconds).At(absl::FromUnixSeconds(seconds));
  }
  [[nodiscard]] absl::TimeZone::TimeInfo at(Local t) const {
    const auto seconds = t.time_since_epoch().count();
    return engine->around(seconds).At(to_engine(t));
  }
};

Zone::Zone(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

Result<Zone> Zone::load(std::string_view name) {
  const std::string text(name);
  // Abseil would take a path, `Fixed/UTC+01:00:00` and, for the empty name, UTC.
  if (!is_zone_name(name)) return no_such_zone(text);
  try {
    if (auto engine = ZoneEngine::load(text)) {
      return Zone(std::make_shared<const Impl>(Impl{text, std::move(engine)}));
    }
  } catch (const std::exception&) {
    return no_such_zone(text);
  }
  return no_such_zone(text);
}

Zone Zone::utc() {
  return Zone(std::make_shared<const Impl>(Impl{"UTC", ZoneEngine::utc()}));
}

const std::string& Zone::name() const {
  return impl_->name;
}

Local Zone::local(Instant t) const {
  return Local{t.time_since_epoch() + offset(t)};
}

Date Zone::date(Instant t) const {
  const Date by_clock = std::chrono::floor<std::chrono::days>(local(t));
  const Date next = by_clock + std::chrono::days(1);
  return t < begin_of(next) ? by_clock : next;
}

std::chrono::seconds Zone::offset(Instant t) const {
  return std::chrono::seconds{impl_->at(t).offset};
}

std::string Zone::abbreviation(Instant t) const {
  return impl_->at(t).zone_abbr;
}

LocalLookup Zone::lookup(Local t) const {
  const absl::TimeZone::TimeInfo info = impl_->at(t);
  switch (info.kind) {
    case absl::TimeZone::TimeInfo::UNIQUE:
      break;
    case absl::TimeZone::TimeInfo::SKIPPED:
      return {LocalLookup::Kind::skipped, from_engine(info.trans), from_engine(info.trans)};
    case absl::TimeZone::TimeInfo::REPEATED:
      return {LocalLookup::Kind::repeated, from_engine(info.pre), from_engine(info.post)};
  }
  return {LocalLookup::Kind::unique, from_engine(info.pre), from_engine(info.pre)};
}

bool Zone::is_doubled(Instant t) const {
  return lookup(local(t)).kind == LocalLookup::Kind::repeated;
}

std::optional<Instant> Zone::next_change(Instant t) const {
  constexpr Instant end{(last_date + std::chrono::days(2)).time_since_epoch()};
  absl::TimeZone::CivilTransition change;
  while (t < end) {
    const auto seconds = t.time_since_epoch().count();
    if (!impl_->engine->around(seconds).NextTransition(absl::FromUnixSeconds(seconds), &change)) break;
    const LocalLookup found = lookup(from_engine(change.from < change.to ? change.from : change.to));
    // Of a repeated hour the second begins at the change; where only the abbreviation changes, it is unique.
    t = found.second;
    if (change.from != change.to) return t < end ? std::optional(t) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace cprota
