// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cprota/cover/compare.hpp"
#include "cprota/format/team_folder.hpp"

#include "arguments.hpp"

namespace cprota {

// The files here, and when they are asked.
struct Here {
  TeamFolder& folder;
  Instant now;
};

// From the first minute of the first week, or from now on, to the end of what the last one may hold.
[[nodiscard]] std::optional<Interval> compared_range(const Here& here, bool all, std::vector<IsoWeek> weeks);
// As filter_of() of the team here, and of the other for a person or role that only that has.
[[nodiscard]] Result<Filter> filter_of_either(const Session& session, const Team& here, const Team& other,
                                              const NarrowOptions& options);
// Only what the filter takes.
[[nodiscard]] Comparison narrowed(const ComparedSide& here, const ComparedSide& other,
                                  std::vector<ComparedRole> roles, const Filter& filter);
// The other folder, read whole; its faults are told from those of this one.
[[nodiscard]] Result<std::unique_ptr<TeamFolder>> open_other(const std::string& name);

}  // namespace cprota
