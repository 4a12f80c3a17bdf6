// SPDX-License-Identifier: MIT
#include "cprota/time/zone.hpp"

#include <cstdint>
#include <exception>
#include <utility>

#include <absl/time/civil_time.h>
#include <absl/time/time.h>

#include "cprota/time/calendar.hpp"

#include "time/zone_names.hpp"

namespace cprota {
namespace {

absl::Time to_engine(Instant t) {
  return absl::FromUnixSeconds(t.time_since_epoch().count());
}

Instant from_engine(absl::Time t) {
  return Instant{std::chrono::seconds{absl::ToUnixSeconds(t)}};
}

absl::CivilSecond to_engine(Local t) {
  return absl::CivilSecond() + t.time_since_epoch().count();
}

Local from_engine(absl::CivilSecond t) {
  return Local{std::chrono::seconds{t - absl::CivilSecond()}};
}

}  // namespace

struct Zone::Impl {
  std::string name;
  absl::TimeZone engine;
};

Zone::Zone(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

Result<Zone> Zone::load(std::string_view name) {
  auto impl = std::make_shared<Impl>();
  impl->name = name;
  // Abseil would take a path, `Fixed/UTC+01:00:00` and, for the empty name, UTC.
  if (!is_zone_name(name)) return no_such_zone(impl->name);
  try {
    if (!absl::LoadTimeZone(impl->name, &impl->engine)) return no_such_zone(impl->name);
  } catch (const std::exception&) {
    return no_such_zone(impl->name);
  }
  return Zone(std::move(impl));
}

Zone Zone::utc() {
  return Zone(std::make_shared<const Impl>(Impl{"UTC", absl::UTCTimeZone()}));
}

const std::string& Zone::name() const {
  return impl_->name;
}

Local Zone::local(Instant t) const {
  return from_engine(impl_->engine.At(to_engine(t)).cs);
}

Date Zone::date(Instant t) const {
  const Date by_clock = std::chrono::floor<std::chrono::days>(local(t));
  const Date next = by_clock + std::chrono::days(1);
  return t < begin_of(next) ? by_clock : next;
}

std::chrono::seconds Zone::offset(Instant t) const {
  return std::chrono::seconds{impl_->engine.At(to_engine(t)).offset};
}

std::string Zone::abbreviation(Instant t) const {
  return impl_->engine.At(to_engine(t)).zone_abbr;
}

LocalLookup Zone::lookup(Local t) const {
  const absl::TimeZone::TimeInfo info = impl_->engine.At(to_engine(t));
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
  absl::Time after = to_engine(t);
  absl::TimeZone::CivilTransition change;
  while (impl_->engine.NextTransition(after, &change)) {
    const absl::TimeZone::TimeInfo info = impl_->engine.At(change.from < change.to ? change.from : change.to);
    if (change.from != change.to) {
      const Instant at = from_engine(info.trans);
      return at < end ? std::optional(at) : std::nullopt;
    }
    if (info.pre <= after || from_engine(info.pre) >= end) return std::nullopt;
    after = info.pre;
  }
  return std::nullopt;
}

}  // namespace cprota
