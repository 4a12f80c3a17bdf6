// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cprota/base/result.hpp"
#include "cprota/rota/team.hpp"
#include "cprota/rota/week_file.hpp"

namespace cprota {

// Gives a role to someone, for the week or for day 0 to 6 from the handover. A list becomes one name (seven
// times that name where it stands over several lines), or one name a list of seven, where that is what it
// takes.
struct SetHolder {
  RoleRef role;
  std::optional<int> day;
  Holder holder;
};

// Puts a block for each at the end of the file; `place` is not looked at.
struct AddOverrides {
  std::vector<Override> made;
};

// Makes the override that stands at `index` in WeekFile::overrides into another; values that are the same
// keep their characters.
struct ChangeOverride {
  std::size_t index = 0;
  Override to;
};

struct RemoveOverride {
  std::size_t index = 0;
};

using WeekEdit = std::variant<SetHolder, AddOverrides, ChangeOverride, RemoveOverride>;

// The text of a week file after an edit. The characters of a changed value are replaced, or a line or block
// is added at the end of its table or of the file; every other byte stays. No text makes a new file, which
// begins with week_heading(). Fault::files where the text cannot be edited: it is no TOML, or its overrides
// are an inline list. `file` names it in messages.
[[nodiscard]] Result<std::string> edit_week(std::optional<std::string_view> text, const std::string& file,
                                            IsoWeek week, const WeekEdit& edit, const Team& team);

// `# 2026-W48: on-call Mon 23 Nov 10:00 to Mon 30 Nov 10:00, support Mon 23 to Sun 29 Nov` and a new line.
[[nodiscard]] std::string week_heading(const Team& team, IsoWeek week);

// The text of leave.toml with a block at its end; no text makes a new file. `place` is not looked at.
[[nodiscard]] Result<std::string> add_leave(std::optional<std::string_view> text, const std::string& file,
                                            const Leave& leave);

}  // namespace cprota
