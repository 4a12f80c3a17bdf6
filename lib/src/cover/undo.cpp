// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <utility>

#include "cprota/cover/stint.hpp"

#include "cover/timeline.hpp"

namespace cprota {
namespace {

// An override of a file, and when it is taken away.
struct LaidOverride {
  const WeekFile* file;
  std::size_t index;
  std::vector<Interval> removed;

  [[nodiscard]] const Override& entry() const { return file->overrides[index]; }
};

// The overrides of a role in `range`, a later one hides those before it.
std::vector<LaidOverride> layers_in(const Team& team, const Interval& range, WeekSource& weeks,
                                    const RoleRef& role) {
  const IsoWeek last = iso_week_at(range.end() - std::chrono::seconds(1), team.zone);
  std::vector<LaidOverride> layers;
  for (const WeekFile* file = first_file(weeks, iso_week_at(range.begin(), team.zone).plus(-1), last);
       file != nullptr; file = first_file(weeks, file->week.plus(1), last)) {
    for (std::size_t i = 0; i < file->overrides.size(); ++i) {
      if (file->overrides[i].role == role && file->overrides[i].during.overlaps(range))
        layers.push_back({file, i, {}});
    }
  }
  return layers;
}

// Takes what lies over `during`, in which no layer begins or ends and one holder has the turn: everything, or
// down to what the person has.
void peel(std::vector<LaidOverride>& layers, const Interval& during, const Holder& turn,
          const std::optional<PersonId>& person) {
  std::vector<LaidOverride*> over;
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
    if (layer->entry().during.overlaps(during)) over.push_back(&*layer);
  }
  auto end = over.end();
  if (person) {
    end = std::ranges::find_if(
        over, [&](const LaidOverride* layer) { return layer->entry().holder == Holder(*person); });
    if (end == over.end() && turn != Holder(*person)) return;
  }
  std::for_each(over.begin(), end, [&](LaidOverride* layer) { layer->removed.push_back(during); });
}

void peel_range(std::vector<LaidOverride>& layers, const Timeline& timeline, const Interval& range,
                IsoWeek first, const std::optional<PersonId>& person) {
  for (const Stretch& turn : timeline.turns_between(range, first)) {
    std::vector<Instant> edges = {turn.during.begin(), turn.during.end()};
    for (const LaidOverride& layer : layers) {
      for (const Instant edge : {layer.entry().during.begin(), layer.entry().during.end()}) {
        if (turn.during.contains(edge)) edges.push_back(edge);
      }
    }
    std::ranges::sort(edges);
    for (std::size_t i = 1; i < edges.size(); ++i) {
      if (const auto piece = Interval::between(edges[i - 1], edges[i]))
        peel(layers, *piece, turn.holder, person);
    }
  }
}

// Where the override wins.
IntervalSet winning(const Timeline& timeline, const LaidOverride& layer) {
  std::vector<Interval> parts;
  for (const Stretch& stretch : timeline.between(layer.entry().during, layer.file->week)) {
    if (stretch.source && stretch.source->taken_over == &layer.entry()) parts.push_back(stretch.during);
  }
  return IntervalSet(std::move(parts));
}

void add_cut(Undo& undo, const Team& team, const Timeline& timeline, const LaidOverride& layer) {
  const Override& entry = layer.entry();
  IntervalSet left = IntervalSet({entry.during}).without(IntervalSet(layer.removed));
  CutOverride cut{layer.file->week, layer.index, std::nullopt};
  if (!left.empty() && iso_week_at(left.intervals().front().begin(), team.zone) == cut.week) {
    cut.left = entry;
    cut.left->during = left.intervals().front();
    left = left.without(IntervalSet({cut.left->during}));
  }
  const IntervalSet beside = left.common(winning(timeline, layer));
  for (const Interval& part : beside.intervals()) {
    Override made = entry;
    made.during = part;
    undo.beside.push_back({iso_week_at(part.begin(), team.zone), std::move(made)});
  }
  undo.cut.push_back(std::move(cut));
}

}  // namespace

Undo undo_overrides(const Team& team, const Interval& range, WeekSource& weeks, const Filter& filter) {
  const IsoWeek first = iso_week_at(range.begin(), team.zone).plus(-1);
  Undo undo;
  for (const Timeline& timeline : timelines(team, weeks)) {
    if (!filter.takes(timeline.ref())) continue;
    std::vector<LaidOverride> layers = layers_in(team, range, weeks, timeline.ref());
    peel_range(layers, timeline, range, first, filter.person);
    for (const LaidOverride& layer : layers) {
      if (!layer.removed.empty()) add_cut(undo, team, timeline, layer);
    }
  }
  std::ranges::stable_sort(undo.cut, [](const CutOverride& a, const CutOverride& b) {
    return a.week != b.week ? a.week < b.week : a.index > b.index;
  });
  return undo;
}

}  // namespace cprota
