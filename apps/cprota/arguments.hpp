// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cprota/cover/resolve.hpp"
#include "cprota/rota/team.hpp"
#include "cprota/time/parse.hpp"

#include "command.hpp"

namespace cprota {

// Words of the command line that many commands take, read against the team. All fail with Fault::usage and
// what was probably meant.

// An id, or `me`, which is $CPROTA_ME.
[[nodiscard]] Result<PersonId> find_person(const Session& session, const Team& team, const std::string& text);
[[nodiscard]] Result<const Rota*> find_rota(const Team& team, const std::string& text);
[[nodiscard]] Result<const Hours*> find_hours(const Team& team, const std::string& text);
// The hours named; without a name `support` where there are such, else the first of the file.
[[nodiscard]] Result<const Hours*> hours_or_support(const Team& team, const std::optional<std::string>& text);

// `--rota`, `--role`, `--person`.
struct NarrowOptions {
  std::optional<std::string> rota;
  std::optional<std::string> role;
  std::optional<std::string> person;
};
[[nodiscard]] std::vector<Argument> narrow_arguments(NarrowOptions& options);
[[nodiscard]] Result<Filter> filter_of(const Session& session, const Team& team,
                                       const NarrowOptions& options);
// The one role that the filter leaves, for `format`, which cannot tell roles apart; Fault::usage with those
// to choose from.
[[nodiscard]] Result<RoleRef> only_role(const Team& team, const Filter& filter, std::string_view format);

// The moment of `--at`, now if that is absent. A date alone is no moment: the message offers `show DATE`.
[[nodiscard]] Result<Instant> moment_of(const Session& session, const Zone& zone,
                                        const std::optional<std::string>& at);

}  // namespace cprota
