// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "cprota/format/draft.hpp"
#include "cprota/format/match_schedule.hpp"

namespace cprota {

// Open time of a role that stays as it was, though the schedule says somebody else.
struct KeptTime {
  RoleRef role;
  Interval during;
  Holder stands;
  Holder offered;
  Place place;
};

// A turn, or a day of one, that went to somebody, or an override that was added.
struct ImportedTime {
  IsoWeek week;  // of the file
  RoleRef role;
  Holder holder;
  Interval during;
  bool is_override = false;
};

struct ImportReport {
  std::vector<ImportedTime> written;  // in order of role, then turns before overrides
  std::vector<KeptTime> kept;
};

// Edits `draft` until the week files say what the schedule says, and no more. A turn all of whose open hours
// the schedule fills goes to who has most of them (its days, where nobody has half of a week); what remains
// becomes overrides, in the file of the ISO week in which they begin, of at most seven days. Time that
// `before`, the files as they stand, gives to somebody, or to nobody on purpose, stays unless `replace`.
// Stretches as match_schedule() gives them, without strangers. Fails as Draft::edit() does.
[[nodiscard]] Result<ImportReport> import_schedule(Draft& draft, WeekSource& before,
                                                   const std::vector<MatchedStretch>& stretches,
                                                   bool replace);

}  // namespace cprota
