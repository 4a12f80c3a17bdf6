// SPDX-License-Identifier: MIT
#include "schedule_source.hpp"

namespace cprota {
namespace {

constexpr std::size_t most_bytes = 4 * 1024 * 1024;

Result<Schedule> read(Session& session, const std::string& file, const Zone& zone,
                      std::optional<ScheduleFormat> format, const std::optional<Interval>& range) {
  if (file != "-") return read_schedule_file(file, zone, format, range);
  const Result<std::string> text = session.env.read_input();
  if (!text) return tl::unexpected(text.error());
  if (text->size() > most_bytes) return fail(Fault::files, "standard input is more than 4 MiB");
  return read_schedule(*text, "standard input", zone, format, range);
}

}  // namespace

Result<Schedule> read_schedule_source(Session& session, const std::string& file, const Zone& zone,
                                      const std::optional<std::string>& format,
                                      const std::optional<Interval>& range) {
  Result<Schedule> schedule =
      read(session, file, zone, format ? schedule_format(*format) : std::nullopt, range);
  if (!schedule) return schedule;
  for (const Diagnostic& note : schedule->notes) session.note(to_string(note));
  return schedule;
}

Result<MatchOptions> match_options(const Team& team, const std::optional<std::string>& role,
                                   const std::optional<std::string>& pattern) {
  MatchOptions options;
  if (role) {
    const Result<RoleRef> found = find_role(team, *role);
    if (!found) return tl::unexpected(found.error());
    options.role = *found;
  }
  if (pattern) {
    const Result<SummaryPattern> parsed = SummaryPattern::parse(*pattern);
    if (!parsed) return tl::unexpected(parsed.error());
    options.pattern = *parsed;
  }
  return options;
}

}  // namespace cprota
