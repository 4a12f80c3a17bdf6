// SPDX-License-Identifier: MIT
#include "support/minute_by_minute.hpp"

#include <algorithm>

namespace cprota::test {
namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr days before_range{3};

// The windows listed under a date.
const Windows& listed(const Hours& hours, Date date, DayKind kind) {
  static const Windows closed;
  const HoursVersion* version = nullptr;
  for (const HoursVersion& each : hours.versions) {
    if (!each.from || *each.from <= date) version = &each;
  }
  if (version == nullptr) return closed;
  const auto exact = version->dates.find(date);
  if (exact != version->dates.end()) return exact->second;
  if (kind == DayKind::bank_holiday) return version->bank_holiday ? *version->bank_holiday : closed;
  const unsigned number = std::chrono::weekday(date).iso_encoding();
  const std::optional<Windows>& named = version->days.at(number - 1);
  if (named) return *named;
  const std::optional<Windows>& usual = number > 5 ? version->weekend : version->weekday;
  return usual ? *usual : closed;
}

Local handover(const Rota& rota, IsoWeek week) {
  return Local(week.monday() + days(rota.handover.day.iso_encoding() - 1)) + rota.handover.time;
}

}  // namespace

MinuteByMinute::MinuteByMinute(const Team& team, WeekFiles& weeks, const Interval& range)
    : team_(&team), weeks_(&weeks), known_(range.begin() - before_range, range.end()) {
  Local latest = team.zone.local(known_.begin());
  for (Instant t = known_.begin(); t < known_.end(); t += minutes(1)) {
    latest = std::max(latest, team.zone.local(t));
    shown_.push_back(latest);
  }
}

Local MinuteByMinute::shown(Instant t) const {
  return shown_.at(static_cast<std::size_t>((t - known_.begin()) / minutes(1)));
}

DayKind MinuteByMinute::kind(Date date) const {
  if (team_->bank_holidays.contains(date)) return DayKind::bank_holiday;
  return std::chrono::weekday(date).iso_encoding() > 5 ? DayKind::weekend : DayKind::weekday;
}

bool MinuteByMinute::is_open(const Hours& hours, Instant t) const {
  const Local now = shown(t);
  const Date today = std::chrono::floor<days>(now);
  for (const Date listed_under : {today - days(1), today}) {
    for (const Window& window : listed(hours, listed_under, kind(listed_under))) {
      if (Local(listed_under) + window.start <= now && now < Local(listed_under) + window.end) return true;
    }
  }
  return false;
}

RoleMinute MinuteByMinute::role(const Rota& rota, const Role& role, Instant t) const {
  RoleMinute minute;
  minute.open = is_open(*team_->find_hours(rota.hours), t);

  const Local now = shown(t);
  IsoWeek week = IsoWeek::containing(std::chrono::floor<days>(now));
  if (handover(rota, week) > now) week = week.plus(-1);
  const RoleRef ref{rota.id, role.id};
  if (const WeekFile* file = weeks_->find(week)) {
    for (const Assignment& assignment : file->assignments) {
      if (assignment.role != ref) continue;
      const auto day = (now - handover(rota, week)) / days(1);
      const auto* list = std::get_if<1>(&assignment.holders);
      minute.holder = list != nullptr ? list->at(static_cast<std::size_t>(day)).holder
                                      : std::get<0>(assignment.holders).holder;
      minute.file = week;
    }
  }
  for (const IsoWeek each : weeks_->weeks()) {
    const WeekFile* file = weeks_->find(each);
    for (std::size_t i = 0; i < file->overrides.size(); ++i) {
      const Override& entry = file->overrides[i];
      if (entry.role != ref || t < entry.during.begin() || t >= entry.during.end()) continue;
      minute.holder = entry.holder;
      minute.file = each;
      minute.entry = i;
    }
  }
  return minute;
}

RunningTurn MinuteByMinute::turn(const Rota& rota, const Role& role, Instant t) const {
  const Local now = shown(t);
  IsoWeek week = IsoWeek::containing(std::chrono::floor<days>(now));
  if (handover(rota, week) > now) week = week.plus(-1);
  bool by_day = rota.turn == TurnKind::day;
  if (const WeekFile* file = weeks_->find(week)) {
    for (const Assignment& assignment : file->assignments) {
      if (assignment.role == RoleRef{rota.id, role.id} && assignment.is_by_day()) by_day = true;
    }
  }
  if (!by_day) return {week, std::nullopt};
  return {week, static_cast<int>((now - handover(rota, week)) / days(1))};
}

std::vector<MinuteByMinute::Line> MinuteByMinute::lines(const Rota& rota, const Role& role,
                                                        const Interval& range) const {
  std::vector<Line> lines;
  std::optional<RoleMinute> last;
  for (Instant t = range.begin(); t < range.end(); t += minutes(1)) {
    RoleMinute now = this->role(rota, role, t);
    if (now.open && person_in(now.holder) == nullptr) {
      now.file.reset();
      now.entry.reset();
    }
    if (now.open && last == now) {
      lines.back().during = Interval(lines.back().during.begin(), t + minutes(1));
    } else if (now.open) {
      lines.push_back({RoleRef{rota.id, role.id}, now.holder, Interval(t, t + minutes(1))});
    }
    last = std::move(now);
  }
  return lines;
}

std::vector<MinuteByMinute::Line> lines_of(const Cover& cover, const RoleRef& role) {
  std::vector<MinuteByMinute::Line> lines;
  for (const Shift& shift : cover.shifts) {
    if (shift.role == role) lines.push_back({role, shift.person, shift.during});
  }
  for (const Gap& gap : cover.gaps) {
    if (gap.role == role) lines.push_back({role, Unfilled{}, gap.during});
  }
  for (const Gap& gap : cover.nobody) {
    if (gap.role == role)
      lines.push_back({role, gap.on_purpose ? Holder(Nobody{}) : Holder(Unfilled{}), gap.during});
  }
  std::sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.during < b.during; });
  return lines;
}

}  // namespace cprota::test
