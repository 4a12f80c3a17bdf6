// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cprota/cover/compare.hpp"
#include "cprota/format/team_folder.hpp"

namespace cprota {

// The files here, and what is asked of them.
struct Here {
  TeamFolder& folder;
  Instant now;
  Filter filter;
};

// From the first minute of the first week, or from now on, to the end of what the last one may hold.
[[nodiscard]] std::optional<Interval> compared_range(const Here& here, bool all, std::vector<IsoWeek> weeks);
// Only what the filter takes.
[[nodiscard]] Comparison narrowed(const ComparedSide& here, const ComparedSide& other,
                                  std::vector<ComparedRole> roles, const Filter& filter);
// The faults of the other folder, told from those of this one.
[[nodiscard]] Error of_other(Error error, const std::string& other);

}  // namespace cprota
