// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cprota/base/ids.hpp"
#include "cprota/base/result.hpp"
#include "cprota/format/write_files.hpp"
#include "cprota/time/calendar.hpp"

namespace cprota {

struct StarterPerson {
  PersonId id;
  std::string name;
  std::optional<std::string> email;
};

// People as `Amara Okafor <amara@example.org>` or a name alone. The id is the first word of the name in plain
// letters; the whole name where others have that word too; what stands before the @, or `person`, where the
// name has no such letters; with a number where that is not enough. Fault::usage for a name that is empty or
// has a control character.
[[nodiscard]] Result<std::vector<StarterPerson>> starter_people(const std::vector<std::string>& words);

// The name of a team; Fault::usage for one that is empty or has a control character.
[[nodiscard]] Result<std::string> starter_name(const std::string& text);

struct Starter {
  std::string name;
  std::string timezone;
  std::vector<StarterPerson> people;  // at least one
  IsoWeek week;                       // of the first week file
};

// The files of a new team, by their paths in its folder: cprota.toml, a week, README.md, a CI job and a
// pre-commit entry that run `cprota check`, which finds no error in them.
[[nodiscard]] std::vector<FileChange> starter_files(const Starter& starter, const std::string& folder);

}  // namespace cprota
