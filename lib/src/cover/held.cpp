// SPDX-License-Identifier: MIT
#include "cover/held.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

namespace cprota {
namespace {

// Collects the pieces of each turn and override.
class Gathering {
 public:
  explicit Gathering(HeldRole& role) : role_(&role) {}

  void add(const Stretch& stretch, const Interval& open) {
    if (stretch.source && stretch.source->is_override()) {
      add_override(*stretch.source, open);
    } else {
      add_turns(open);
    }
  }

 private:
  void add_override(const Source& source, const Interval& open) {
    const Override& entry = *source.taken_over;
    const auto [it, is_new] = overrides_.emplace(&entry, role_->held.size());
    if (is_new) {
      role_->held.push_back({entry.holder, source.file->week, std::nullopt, &entry, entry.place, {}});
    }
    role_->held[it->second].open.push_back(open);
  }

  // A piece may run through several day turns of one person.
  void add_turns(const Interval& open) {
    const std::vector<Turn>& turns = role_->turns;
    while (turn_ < turns.size() && turns[turn_].during.end() <= open.begin()) next_turn();
    for (std::size_t i = turn_; i < turns.size() && turns[i].during.begin() < open.end(); ++i) {
      if (i != turn_) next_turn();
      const Turn& turn = turns[i];
      if (!held_) {
        held_ = role_->held.size();
        role_->held.push_back({turn.holder, turn.week, turn.date, nullptr, turn.place, {}});
      }
      role_->held[*held_].open.push_back(turn.during.common(open).value());
    }
  }

  void next_turn() {
    ++turn_;
    held_.reset();
  }

  HeldRole* role_;
  std::map<const Override*, std::size_t> overrides_;
  std::size_t turn_ = 0;
  std::optional<std::size_t> held_;  // of that turn, once it has a piece
};

}  // namespace

std::vector<HeldRole> held_roles(const Team& team, const Interval& span, WeekSource& weeks) {
  std::vector<HeldRole> roles;
  for (const Rota& rota : team.rotas) {
    const IntervalSet open = team.open_hours_of(rota, span);
    const std::size_t first = roles.size();
    for (const Role& role : rota.roles) roles.push_back({&rota, &role, {rota.id, role.id}, {}, {}});
    for (Turn& turn : turns_in(team, span, weeks, Filter{rota.id, std::nullopt, std::nullopt})) {
      const auto role = std::find_if(roles.begin() + static_cast<std::ptrdiff_t>(first), roles.end(),
                                     [&](const HeldRole& candidate) { return candidate.ref == turn.role; });
      role->turns.push_back(std::move(turn));
    }
    for (std::size_t i = first; i < roles.size(); ++i) {
      Gathering gathering(roles[i]);
      auto opening = open.intervals().begin();
      for (const Stretch& stretch : stretches(team, rota, roles[i].ref, span, weeks)) {
        while (opening != open.intervals().end() && opening->end() <= stretch.during.begin()) ++opening;
        for (auto it = opening; it != open.intervals().end() && it->begin() < stretch.during.end(); ++it) {
          gathering.add(stretch, it->common(stretch.during).value());
        }
      }
    }
  }
  return roles;
}

}  // namespace cprota
