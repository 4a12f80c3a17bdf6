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
  // Fingerprints of what the target holds, empty where there is no file. Both are empty in the list of an
  // older cprota.
  std::string before;
  std::string after;

  // Whether a text is what the change gives the target.
  [[nodiscard]] bool is_new(const std::optional<std::string>& text) const;
};
// As `before` and `after` have it.
[[nodiscard]] std::string journal_fingerprint(const std::optional<std::string>& text);

// A change of several files that is valid and not yet carried out.
struct CutOffChange {
  std::vector<JournalEntry> entries;
  // Why it cannot be finished any more, and what to do: what it found or made was changed since.
  std::optional<std::string> in_the_way;
};

// The list that makes a change of several files valid the moment it stands, `.cprota-change` in the rota
// folder. Who finds one reads each `beside` that is still there in the place of its target; the next writer
// finishes it. Where something is in the way, the files are read as they stand, and nobody writes.
[[nodiscard]] Result<void> write_journal(const std::string& folder, const std::vector<JournalEntry>& entries);
// Nothing where there is none. Fault::files where it cannot be understood. Messages call the folder `shown`.
[[nodiscard]] Result<std::optional<CutOffChange>> read_journal(const std::string& folder,
                                                               const std::string& shown);
// Takes away the list of a change that is not to be finished.
[[nodiscard]] Result<void> drop_journal(const std::string& folder);
// Renames what is still to be renamed, flushes it and takes the journal away.
[[nodiscard]] Result<void> finish_journal(const std::string& folder,
                                          const std::vector<JournalEntry>& entries);
// Removes what a change left that was cut off before it became valid.
void remove_leftovers(const std::string& folder);

// `path` as the journal of `folder` calls it.
[[nodiscard]] std::string journal_name(const std::string& path, const std::string& folder);

}  // namespace cprota
