// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "cprota/format/team_folder.hpp"

#include "session.hpp"

namespace cprota {

// What a command does about faults in files that its answer does not need.
enum class Faults {
  tolerate,  // answers, with one line on standard error: who-now, next, show, day, is, contact, status
  refuse,  // every other command: reads every file and fails with all faults of all of them; notes its state
};

// The path of the team's files: --config, else $CPROTA_CONFIG, else the nearest cprota.toml from the current
// folder upwards, else that of $XDG_CONFIG_HOME/cprota (~/.config if unset), else that of /etc/cprota.
// Fault::files where there is none.
[[nodiscard]] Result<std::string> find_config(const Session& session);

// How the current folder leads to that of those files, for tools that look for paths from there:
// `teams/cloud/`; nothing where it is the same or does not lead there.
[[nodiscard]] std::string folder_prefix(const Session& session, const std::string& config);

[[nodiscard]] Result<std::unique_ptr<TeamFolder>> load_team(const Session& session, Faults faults);

// For who tolerates faults, once the answer is computed and before it is written: fails if a week file behind
// `needed` (any that was read, if absent) cannot be used; notes the state, and says in one line if there are
// faults that did not matter.
[[nodiscard]] Result<void> finish_reading(const Session& session, const TeamFolder& folder,
                                          const std::optional<Interval>& needed = std::nullopt);
// Says in one line that a change was cut off, where one was, and which state the answer is from.
void note_state(const Session& session, const TeamFolder& folder);
// What an answer about one moment needs.
[[nodiscard]] inline Interval moment(Instant at) {
  return Interval(at, at + std::chrono::seconds(1));
}

// The clock, or what $CPROTA_NOW puts in its place, or --now in place of either: `--now 12:00` is of the day
// that $CPROTA_NOW says.
[[nodiscard]] Result<Instant> now_of(const Session& session, const Zone& zone);

// $SOURCE_DATE_EPOCH, in seconds since 1970: the time that what is made says it was made at, for builds that
// give the same bytes. Fault::usage where that is no such number.
[[nodiscard]] Result<std::optional<Instant>> source_date(const Session& session);

}  // namespace cprota
