// SPDX-License-Identifier: MIT
#include "cprota/rota/week_file.hpp"

#include <algorithm>
#include <cassert>

namespace cprota {
namespace {

bool is_before(const std::pair<IsoWeek, std::unique_ptr<WeekFile>>& entry, IsoWeek week) {
  return entry.first < week;
}

}  // namespace

const PlacedHolder& Assignment::on_day(int day) const {
  assert(0 <= day && day < 7);
  if (const auto* const whole_week = std::get_if<PlacedHolder>(&holders)) return *whole_week;
  return std::get<1>(holders)[static_cast<std::size_t>(day)];
}

const Assignment* WeekFile::assignment(const RoleRef& role) const {
  const auto found = std::find_if(assignments.begin(), assignments.end(),
                                  [&](const Assignment& entry) { return entry.role == role; });
  return found == assignments.end() ? nullptr : &*found;
}

void WeekFiles::put(WeekFile file) {
  const IsoWeek week = file.week;
  auto held = std::make_unique<WeekFile>(std::move(file));
  const auto at = std::lower_bound(files_.begin(), files_.end(), week, is_before);
  if (at != files_.end() && at->first == week) {
    at->second = std::move(held);
    return;
  }
  files_.emplace(at, week, std::move(held));
  weeks_.insert(std::lower_bound(weeks_.begin(), weeks_.end(), week), week);
}

const WeekFile* WeekFiles::find(IsoWeek week) {
  const auto at = std::lower_bound(files_.begin(), files_.end(), week, is_before);
  return at != files_.end() && at->first == week ? at->second.get() : nullptr;
}

const std::vector<IsoWeek>& WeekFiles::weeks() {
  return weeks_;
}

}  // namespace cprota
