// SPDX-License-Identifier: MIT
#include "cover/timeline.hpp"

#include <algorithm>
#include <queue>
#include <utility>

namespace cprota {
namespace {

// One thing that a file says about a role.
struct Layer {
  Interval during;
  const Holder* holder;
  Source source;
};

void add_turns(std::vector<Layer>& layers, const WeekFile& file, const Rota& rota, const RoleRef& role,
               const Zone& zone) {
  const Assignment* assignment = file.assignment(role);
  if (assignment == nullptr) return;
  const Source source{&file, nullptr};
  if (!assignment->is_by_day()) {
    layers.push_back({week_turn(rota, file.week, zone), &assignment->on_day(0).holder, source});
    return;
  }
  for (int day = 0; day < 7; ++day) {
    const auto turn = day_turn(rota, file.week, day, zone);
    if (turn) layers.push_back({*turn, &assignment->on_day(day).holder, source});
  }
}

void add_overrides(std::vector<Layer>& layers, const WeekFile& file, const RoleRef& role) {
  for (const Override& entry : file.overrides) {
    if (entry.role == role) layers.push_back({entry.during, &entry.holder, Source{&file, &entry}});
  }
}

// Fills `range` with the layers, of which a later one hides those before it.
std::vector<Stretch> flatten(const std::vector<Layer>& layers, const Interval& range) {
  std::vector<std::size_t> pending;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    if (layers[i].during.overlaps(range)) pending.push_back(i);
  }
  std::stable_sort(pending.begin(), pending.end(), [&](std::size_t a, std::size_t b) {
    return layers[a].during.begin() < layers[b].during.begin();
  });

  std::vector<Stretch> stretches;
  std::priority_queue<std::size_t> running;
  auto next = pending.begin();
  for (Instant cursor = range.begin(); cursor < range.end();) {
    for (; next != pending.end() && layers[*next].during.begin() <= cursor; ++next) running.push(*next);
    while (!running.empty() && layers[running.top()].during.end() <= cursor) running.pop();

    Instant until = range.end();
    if (!running.empty()) until = std::min(until, layers[running.top()].during.end());
    if (next != pending.end()) until = std::min(until, layers[*next].during.begin());
    const Interval during(cursor, until);
    if (running.empty()) {
      append(stretches, {during, Unfilled{}, std::nullopt});
    } else {
      append(stretches, {during, *layers[running.top()].holder, layers[running.top()].source});
    }
    cursor = until;
  }
  return stretches;
}

}  // namespace

IsoWeek iso_week_at(Instant t, const Zone& zone) {
  const IsoWeek week = IsoWeek::containing(zone.date(t));
  // A clock set back shortly after a Monday's midnight shows the Sunday again.
  return zone.begin_of(week.plus(1).monday()) <= t ? week.plus(1) : week;
}

const WeekFile* first_file(WeekSource& weeks, IsoWeek week, IsoWeek last) {
  if (week > last) return nullptr;
  if (const WeekFile* file = weeks.find(week)) return file;
  if (week == last) return nullptr;
  if (week.plus(1) == last) return weeks.find(last);
  const std::vector<IsoWeek>& all = weeks.weeks();
  for (auto it = std::upper_bound(all.begin(), all.end(), week); it != all.end() && *it <= last; ++it) {
    if (const WeekFile* file = weeks.find(*it)) return file;
  }
  return nullptr;
}

Interval extent(const Source& source, const Rota& rota, const Zone& zone) {
  return source.is_override() ? source.taken_over->during : week_turn(rota, source.file->week, zone);
}

void append(std::vector<Stretch>& stretches, Stretch stretch) {
  if (!stretches.empty()) {
    Stretch& last = stretches.back();
    if (last.holder == stretch.holder && last.source == stretch.source) {
      last.during = Interval(last.during.begin(), stretch.during.end());
      return;
    }
  }
  stretches.push_back(std::move(stretch));
}

Timeline::Timeline(const Team& team, const Rota& rota, const Role& role, WeekSource& weeks)
    : team_(&team), rota_(&rota), role_(&role), ref_{rota.id, role.id}, weeks_(&weeks) {}

std::vector<Stretch> Timeline::between(const Interval& range, IsoWeek first) const {
  return fill(range, first, With::turns_and_overrides);
}

std::vector<Stretch> Timeline::turns_between(const Interval& range, IsoWeek first) const {
  return fill(range, first, With::turns);
}

std::vector<Stretch> Timeline::fill(const Interval& range, IsoWeek first, With with) const {
  const IsoWeek last = iso_week_at(range.end() - std::chrono::seconds(1), team_->zone);
  std::vector<Layer> turns;
  std::vector<Layer> overrides;
  for (const WeekFile* file = first_file(*weeks_, first, last); file != nullptr;
       file = first_file(*weeks_, file->week.plus(1), last)) {
    add_turns(turns, *file, *rota_, ref_, team_->zone);
    if (with == With::turns_and_overrides) add_overrides(overrides, *file, ref_);
  }
  turns.insert(turns.end(), overrides.begin(), overrides.end());
  return flatten(turns, range);
}

Timeline::Chunk Timeline::make_chunk(Instant t) const {
  const Zone& zone = team_->zone;
  const IsoWeek week = iso_week_at(t, zone);
  const IsoWeek before = week.plus(-1);
  const auto may_speak = [&](IsoWeek one) { return weeks_->find(one) != nullptr || !weeks_->can_use(one); };
  if (may_speak(week) || may_speak(before)) {
    const Interval during(zone.begin_of(week.monday()), zone.begin_of(week.plus(1).monday()));
    return {during, between(during, before)};
  }
  const std::vector<IsoWeek>& all = weeks_->weeks();
  const auto next = std::upper_bound(all.begin(), all.end(), week);
  const auto later = std::lower_bound(all.begin(), all.end(), before);
  Interval during = all_years(zone);
  if (later != all.begin()) {
    during = Interval(zone.begin_of(std::prev(later)->plus(2).monday()), during.end());
  }
  if (next != all.end()) during = Interval(during.begin(), zone.begin_of(next->monday()));
  return {during, {Stretch{during, Unfilled{}, std::nullopt}}};
}

const Timeline::Chunk& Timeline::chunk_at(Instant t) {
  const auto after = chunks_.upper_bound(t);
  if (after != chunks_.begin() && std::prev(after)->second.during.contains(t)) {
    return std::prev(after)->second;
  }
  Chunk chunk = make_chunk(t);
  return chunks_.insert_or_assign(chunk.during.begin(), std::move(chunk)).first->second;
}

const Stretch& Timeline::at(Instant t) {
  const std::vector<Stretch>& stretches = chunk_at(t).stretches;
  return *std::prev(std::upper_bound(
      stretches.begin(), stretches.end(), t,
      [](Instant instant, const Stretch& stretch) { return instant < stretch.during.begin(); }));
}

bool Timeline::is_unknown(Instant t) {
  const std::optional<Source>& source = at(t).source;
  const IsoWeek week = iso_week_at(t, team_->zone);
  if (!weeks_->can_use(week)) return true;
  // Nothing of an earlier file lies over an override of the week's own.
  if (source && source->is_override() && source->file->week == week) return false;
  return !weeks_->can_use(week.plus(-1));
}

Instant Timeline::begin_of_source(Instant t, Instant not_before) {
  const Instant known_from = chunk_at(t).during.begin();
  const Stretch& stretch = at(t);
  const Instant begin = std::max(stretch.during.begin(), not_before);
  if (begin > known_from || !stretch.source) return begin;
  const Instant from = std::max(not_before, extent(*stretch.source, *rota_, team_->zone).begin());
  if (from >= known_from) return begin;
  // No file hides an override but its own and later ones.
  const IsoWeek first =
      stretch.source->is_override() ? stretch.source->file->week : iso_week_at(from, team_->zone).plus(-1);
  return between(Interval(from, known_from + std::chrono::seconds(1)), first).back().during.begin();
}

std::vector<Timeline> timelines(const Team& team, WeekSource& weeks) {
  std::vector<Timeline> all;
  for (const Rota& rota : team.rotas) {
    for (const Role& role : rota.roles) all.emplace_back(team, rota, role, weeks);
  }
  return all;
}

}  // namespace cprota
