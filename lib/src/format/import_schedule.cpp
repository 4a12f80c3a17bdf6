// SPDX-License-Identifier: MIT
#include "cprota/format/import_schedule.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "cprota/cover/resolve.hpp"
#include "cprota/cover/turns.hpp"

namespace cprota {
namespace {

using std::chrono::days;

// An override lasts so long on the wall clock.
constexpr days longest_override{7};

// The import of one role.
class RoleImport {
 public:
  RoleImport(Draft& draft, WeekSource& before, std::vector<MatchedStretch> stretches, bool replace)
      : draft_(draft),
        before_(before),
        team_(draft.team()),
        role_(stretches.front().role),
        rota_(*team_.find_rota(role_.rota)),
        stretches_(joined(std::move(stretches))),
        replace_(replace) {}

  Result<void> write(ImportReport& report) {
    if (auto done = give_turns(report); !done) return done;
    for (const MatchedStretch& stretch : stretches_) note_kept(stretch, report);
    // What a later file overrides begins in its week, and is written there the next time.
    constexpr int most_files = 4;
    for (int round = 0; round < most_files; ++round) {
      std::vector<NewOverride> overrides;
      for (const MatchedStretch& stretch : stretches_) {
        for (const Interval& during : missing_of(stretch)) {
          std::ranges::move(overrides_of(stretch, during), std::back_inserter(overrides));
        }
      }
      if (overrides.empty()) break;
      if (auto done = draft_.add(overrides); !done) return done;
      for (const NewOverride& one : overrides) {
        report.written.push_back({one.week, role_, one.made.holder, one.made.during, true});
      }
    }
    return {};
  }

 private:
  // Neighbours of one holder with no open minute between them are one.
  [[nodiscard]] std::vector<MatchedStretch> joined(std::vector<MatchedStretch> stretches) const {
    std::vector<MatchedStretch> whole;
    for (MatchedStretch& stretch : stretches) {
      if (!whole.empty() && whole.back().holder == stretch.holder) {
        const auto between = Interval::between(whole.back().during.end(), stretch.during.begin());
        if (!between || team_.open_hours_of(rota_, *between).empty()) {
          whole.back().during = Interval(whole.back().during.begin(), stretch.during.end());
          continue;
        }
      }
      whole.push_back(std::move(stretch));
    }
    return whole;
  }

  // The stretches that overlap a time, in order.
  [[nodiscard]] std::vector<const MatchedStretch*> stretches_in(const Interval& during) const {
    std::vector<const MatchedStretch*> found;
    auto at = std::ranges::partition_point(
        stretches_, [&](const MatchedStretch& one) { return one.during.end() <= during.begin(); });
    for (; at != stretches_.end() && at->during.begin() < during.end(); ++at) found.push_back(&*at);
    return found;
  }

  // Who has most of these hours, and how much of them; nothing where some of them have nobody.
  struct Most {
    Holder holder;
    Minutes minutes{0};
  };
  [[nodiscard]] std::optional<Most> most_of(const IntervalSet& open, const Interval& during) const {
    std::vector<Most> shares;
    Minutes covered{0};
    for (const MatchedStretch* const stretch : stretches_in(during)) {
      const Minutes minutes = open.common(stretch->during).minutes();
      if (minutes == Minutes(0)) continue;
      covered += minutes;
      const auto known = std::ranges::find(shares, stretch->holder, &Most::holder);
      if (known == shares.end()) {
        shares.push_back({stretch->holder, minutes});
      } else {
        known->minutes += minutes;
      }
    }
    if (shares.empty() || covered < open.minutes()) return std::nullopt;
    return *std::ranges::max_element(shares, {}, &Most::minutes);
  }

  // Whether somebody else has any of the open time of a turn.
  [[nodiscard]] bool differs(const Turn& turn, const IntervalSet& open) const {
    const std::vector<Stretch> standing = cprota::stretches(team_, rota_, role_, turn.during, draft_);
    return std::ranges::any_of(stretches_in(turn.during), [&](const MatchedStretch* wanted) {
      return std::ranges::any_of(standing, [&](const Stretch& stands) {
        const auto both = stands.during.common(wanted->during);
        return both && stands.holder != wanted->holder && !open.common(*both).empty();
      });
    });
  }

  Result<void> give_turns(ImportReport& report) {
    const Interval range(stretches_.front().during.begin(), stretches_.back().during.end());
    const Filter filter{std::nullopt, role_, std::nullopt};
    for (const Turn& turn : turns_in(team_, range, draft_, filter)) {
      if (!replace_ && !is_unfilled(turn.holder)) continue;
      const IntervalSet open = open_part(team_, turn);
      const auto most = most_of(open, turn.during);
      if (!most || !differs(turn, open)) continue;
      const bool by_days = !turn.date && is_unfilled(turn.holder) && 2 * most->minutes < open.minutes();
      if (auto done = by_days ? give_days(turn, open, report) : give(turn, most->holder, report); !done)
        return done;
    }
    return {};
  }

  Result<void> give(const Turn& turn, const Holder& holder, ImportReport& report) {
    if (turn.holder == holder) return {};
    report.written.push_back({turn.week, role_, holder, turn.during, false});
    std::optional<int> day;
    if (turn.date) day = static_cast<int>((*turn.date - day_turn_date(rota_, turn.week, 0)).count());
    return draft_.edit(turn.week, SetHolder{role_, day, holder});
  }

  Result<void> give_days(const Turn& turn, const IntervalSet& open, ImportReport& report) {
    for (int day = 0; day < 7; ++day) {
      const auto during = day_turn(rota_, turn.week, day, team_.zone);
      const auto most = during ? most_of(open.common(*during), *during) : std::nullopt;
      if (!most) continue;
      report.written.push_back({turn.week, role_, most->holder, *during, false});
      if (auto done = draft_.edit(turn.week, SetHolder{role_, day, most->holder}); !done) return done;
    }
    return {};
  }

  // The parts of a stretch that may be written, and where the files as they will be say somebody else in open
  // hours.
  [[nodiscard]] std::vector<Interval> missing_of(const MatchedStretch& wanted) const {
    const std::vector<Stretch> now = cprota::stretches(team_, rota_, role_, wanted.during, draft_);
    std::vector<Interval> missing;
    for (const Interval& free : free_parts(wanted)) {
      for (const Stretch& stands : now) {
        const auto both = stands.during.common(free);
        if (!both || stands.holder == wanted.holder || team_.open_hours_of(rota_, *both).empty()) continue;
        if (!missing.empty() && missing.back().end() == both->begin()) {
          missing.back() = Interval(missing.back().begin(), both->end());
        } else {
          missing.push_back(*both);
        }
      }
    }
    return missing;
  }

  [[nodiscard]] std::vector<Interval> free_parts(const MatchedStretch& wanted) const {
    if (replace_) return {wanted.during};
    std::vector<Interval> parts;
    for (const Stretch& stands : cprota::stretches(team_, rota_, role_, wanted.during, before_)) {
      if (is_unfilled(stands.holder)) parts.push_back(stands.during);
    }
    return parts;
  }

  void note_kept(const MatchedStretch& wanted, ImportReport& report) const {
    if (replace_) return;
    for (const Stretch& stands : cprota::stretches(team_, rota_, role_, wanted.during, before_)) {
      if (is_unfilled(stands.holder) || stands.holder == wanted.holder) continue;
      const IntervalSet open = team_.open_hours_of(rota_, stands.during);
      if (open.empty()) continue;
      const Interval during(open.intervals().front().begin(), open.intervals().back().end());
      report.kept.push_back({role_, during, stands.holder, wanted.holder, wanted.place});
    }
  }

  [[nodiscard]] std::vector<NewOverride> overrides_of(const MatchedStretch& wanted,
                                                      const Interval& during) const {
    const Zone& zone = team_.zone;
    std::vector<NewOverride> made;
    for (Instant begin = during.begin(); begin < during.end();) {
      const Instant end = std::min(during.end(), zone.instant(zone.local(begin) + longest_override));
      const IsoWeek week = IsoWeek::containing(zone.date(begin));
      made.push_back({week, {role_, wanted.holder, Interval(begin, end), {}, std::nullopt}});
      begin = end;
    }
    return made;
  }

  Draft& draft_;
  WeekSource& before_;
  const Team& team_;
  RoleRef role_;
  const Rota& rota_;
  std::vector<MatchedStretch> stretches_;
  bool replace_;
};

}  // namespace

Result<ImportReport> import_schedule(Draft& draft, WeekSource& before,
                                     const std::vector<MatchedStretch>& stretches, bool replace) {
  ImportReport report;
  for (auto first = stretches.begin(); first != stretches.end();) {
    const auto last = std::find_if(
        first, stretches.end(), [&](const MatchedStretch& stretch) { return stretch.role != first->role; });
    RoleImport role(draft, before, {first, last}, replace);
    if (const auto done = role.write(report); !done) return tl::unexpected(done.error());
    first = last;
  }
  return report;
}

}  // namespace cprota
