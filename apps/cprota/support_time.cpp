// SPDX-License-Identifier: MIT
#include "support_time.hpp"

#include <utility>

#include "arguments.hpp"
#include "team.hpp"

namespace cprota {

Result<SupportTimeQuestion> read_support_time(const Session& session, const SupportTimeOptions& options) {
  auto folder = load_team(session, Faults::refuse);
  if (!folder) return tl::unexpected(folder.error());
  const Team& team = (*folder)->team();
  const Result<Instant> now = now_of(session, team.zone);
  if (!now) return tl::unexpected(now.error());
  const Result<const Hours*> hours = hours_or_support(team, options.hours);
  if (!hours) return tl::unexpected(hours.error());
  const Result<TypedTime> from = parse_time(options.from.value_or(""), team.zone, *now);
  if (!from) return tl::unexpected(from.error());
  return SupportTimeQuestion{std::move(*folder), *hours, *now, from->at};
}

std::vector<Argument> support_time_arguments(SupportTimeOptions& options, Argument first, Argument second) {
  std::vector<Argument> arguments{
      std::move(first),
      std::move(second),
      {.names = "--hours",
       .value = "HOURS",
       .help = "these hours; support if there are such, else the first of the file",
       .field = &options.hours},
  };
  append(arguments, output_arguments(options.output, {"text", "json"}));
  return arguments;
}

}  // namespace cprota
