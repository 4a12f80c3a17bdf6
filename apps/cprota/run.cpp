// SPDX-License-Identifier: MIT
#include "run.hpp"

#include <utility>

#include <fmt/format.h>

#include "cli.hpp"
#include "help.hpp"
#include "output.hpp"

namespace cprota {
namespace {

Result<Exit> carry_out(const Call& call, Session& session) {
  if (call.entry == nullptr) return answer(session, {}, program_help(text_style(session)));
  if (call.globals.version) return answer(session, {}, fmt::format("cprota {}\n", CPROTA_VERSION));
  if (!call.globals.help) return call.command.run(session);
  const TextStyle style = text_style(session);
  return answer(session, {}, call.entry->name.empty() ? program_help(style) : command_help(call, style));
}

}  // namespace

Exit run(const std::vector<std::string>& words, Env& env) {
  Session session{env};
  Result<Call> call = parse_command_line(words);
  if (call) session.globals = call->globals;
  const Result<Exit> exit = call ? carry_out(*call, session) : Result<Exit>(tl::unexpected(call.error()));
  if (exit) return *exit;
  session.report(exit.error());
  return exit_of(exit.error().fault);
}

}  // namespace cprota
