// SPDX-License-Identifier: MIT
#include <memory>

#include "cprota/cover/now.hpp"
#include "cprota/format/write_metrics.hpp"
#include "cprota/format/write_now.hpp"

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "team.hpp"

namespace cprota {
namespace {

struct WhoNowOptions {
  std::optional<std::string> at;
  std::optional<std::string> text;
  bool one_line = false;
  OutputOptions output;
};

Result<std::string> written(const Session& session, const Team& team, const Now& now,
                            const WhoNowOptions& options) {
  const std::string format = options.output.format_or_text();
  if (options.text) {
    return fill_template(*options.text, team, now).map([](const std::string& filled) {
      return filled + "\n";
    });
  }
  if (options.one_line) return now_line(team, now);
  if (format == "json") return now_json(team, now);
  if (format == "slack") return now_slack(team, now);
  if (format == "prometheus") {
    return now_of(session, team.zone).map([&](Instant clock) { return now_metrics(now, clock); });
  }
  return now_text(team, now, text_style(session, options.output));
}

Result<Exit> who_now(Session& session, const WhoNowOptions& options) {
  if (options.text.has_value() + options.one_line + options.output.format.has_value() > 1) {
    return fail(Fault::usage, "--template, --oneline and --format exclude each other");
  }
  const auto folder = load_team(session, Faults::tolerate);
  if (!folder) return tl::unexpected(folder.error());
  const Team& team = (*folder)->team();
  const Result<Instant> at = moment_of(session, team.zone, options.at);
  if (!at) return tl::unexpected(at.error());
  const Now now = now_at(team, **folder, *at);
  const Result<void> read = finish_reading(session, **folder, moment(*at));
  if (!read) return tl::unexpected(read.error());
  const Result<std::string> text = written(session, team, now, options);
  if (!text) return tl::unexpected(text.error());
  return answer(session, options.output, *text, now.gaps.empty() ? Exit::answered : Exit::no);
}

}  // namespace

Command who_now_command() {
  const auto options = std::make_shared<WhoNowOptions>();
  Command command;
  command.examples = {"cprota who-now --at 2026-11-23T09:15",
                      "cprota who-now --template \"{on-call.primary.name} {on-call.primary.phone}\""};
  command.about =
      "Outside all hours it names the holders of the turns that open next. Exits with 1 where hours are open "
      "and a role is not filled.";
  command.arguments = {
      {.names = "--at", .value = "TIME", .help = "that moment, not now", .field = &options->at},
      {.names = "--template",
       .value = "TEXT",
       .help = "print TEXT with its fields filled in: {on-call.primary.name}, {on-call.*.slack}",
       .field = &options->text},
      {.names = "--oneline",
       .help = "one line, for status bars and channel topics",
       .field = &options->one_line},
  };
  append(command.arguments, output_arguments(options->output, {"text", "json", "slack", "prometheus"}));
  command.run = [options](Session& session) { return who_now(session, *options); };
  return command;
}

}  // namespace cprota
