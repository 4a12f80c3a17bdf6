// SPDX-License-Identifier: MIT
#include "run.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cprota/base/version.hpp"

#include "cli.hpp"
#include "help.hpp"
#include "output.hpp"

namespace cprota {
namespace {

constexpr int widest_help = 80;

Result<Exit> carry_out(const Call& call, Session& session) {
  if (call.globals.version) return answer(session, {}, fmt::format("cprota {}\n", version()));
  if (!call.globals.help) return call.command.run(session);
  TextStyle style = text_style(session);
  style.width = std::min(style.width, widest_help);
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
