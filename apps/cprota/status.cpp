// SPDX-License-Identifier: MIT
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "cprota/cover/upcoming.hpp"
#include "cprota/format/write_status.hpp"

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "team.hpp"

namespace cprota {
namespace {

// The caller's next turn in each rota. Somebody else's $CPROTA_ME is no reason not to answer.
void add_me(const Session& session, TeamFolder& folder, Status& status) {
  const Team& team = folder.team();
  if (!session.env.variable("CPROTA_ME")) return;
  const Result<PersonId> me = find_person(session, team, "me");
  if (!me) {
    Diagnostic unknown = me.error().diagnostics.front();
    unknown.severity = Severity::warning;
    session.note(to_string(unknown));
    return;
  }
  status.me = *me;
  status.my_leave = leave_from(team, *me, status.now.date);
  for (const Rota& rota : team.rotas) {
    Filter filter;
    filter.person = *me;
    filter.rota = rota.id;
    const Ahead ahead{status.now.at, team.zone.begin_of(last_date), 1};
    for (const Turn& turn : upcoming_turns(team, ahead, folder, filter)) status.my_turns.push_back(turn);
  }
}

Result<Exit> status(Session& session, const OutputOptions& output) {
  const auto folder = load_team(session, Faults::tolerate);
  if (!folder) return tl::unexpected(folder.error());
  const Team& team = (*folder)->team();
  const Result<Instant> now = now_of(session, team.zone);
  if (!now) return tl::unexpected(now.error());
  Status status;
  status.now = now_at(team, **folder, *now);
  status.after_a_pause = turns_after_a_pause(team, **folder, status.now);
  add_me(session, **folder, status);
  status.trouble = trouble_ahead(team, **folder, *now);
  // Of weeks that cannot be read nothing can be said.
  if ((*folder)->week_error()) status.trouble.clear();
  const Result<void> read = finish_reading(session, **folder, moment(*now));
  if (!read) return tl::unexpected(read.error());
  const Exit exit = status.now.gaps.empty() ? Exit::answered : Exit::no;
  const std::string text = output.format_or_text() == "json"
                               ? status_json(team, status)
                               : status_text(team, status, text_style(session, output));
  return answer(session, output, text, exit);
}

}  // namespace

Command status_command() {
  const auto options = std::make_shared<OutputOptions>();
  Command command;
  command.arguments = output_arguments(*options, {"text", "json"});
  command.run = [options](Session& session) { return status(session, *options); };
  return command;
}

}  // namespace cprota
