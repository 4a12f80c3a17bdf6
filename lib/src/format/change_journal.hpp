// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cprota/base/result.hpp"

namespace cprota {

// A file of a change of several that is valid: paths are relative to the folder of the journal.
struct JournalEntry {
  std::string name;                   // as the change calls it
  std::string target;                 // after links
  std::optional<std::string> beside;  // what takes the target's place; nothing: the target goes
};

// The list that makes a change of several files valid the moment it stands, `.cprota-change` in the rota
// folder. Who finds one reads each `beside` that is still there in the place of its target; the next writer
// finishes it.
[[nodiscard]] Result<void> write_journal(const std::string& folder, const std::vector<JournalEntry>& entries);
// Nothing where there is none. Fault::files where it cannot be understood.
[[nodiscard]] Result<std::optional<std::vector<JournalEntry>>> read_journal(const std::string& folder);
// Renames what is still to be renamed, flushes it and takes the journal away.
[[nodiscard]] Result<void> finish_journal(const std::string& folder,
                                          const std::vector<JournalEntry>& entries);
// Removes what a change left that was cut off before it became valid.
void remove_leftovers(const std::string& folder);

// `path` as the journal of `folder` calls it.
[[nodiscard]] std::string journal_name(const std::string& path, const std::string& folder);

}  // namespace cprota
