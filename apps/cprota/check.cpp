// SPDX-License-Identifier: MIT
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "cprota/cover/rules.hpp"
#include "cprota/format/write_findings.hpp"
#include "cprota/format/write_metrics.hpp"
#include "cprota/time/parse.hpp"

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "rule_names.hpp"
#include "team.hpp"

namespace cprota {
namespace {

struct CheckOptions {
  std::optional<std::string> range;
  std::optional<std::string> only;
  std::optional<std::string> explain;
  bool strict = false;
  NarrowOptions narrow;
  OutputOptions output;
};

std::string written(const std::string& format, const Zone& zone, const CheckAnswer& answer,
                    const std::string& prefix) {
  if (format == "json") return findings_json(zone, answer);
  return format == "github" ? findings_github(answer, prefix) : findings_sarif(answer, prefix);
}

std::string last_line(const std::string& of, const CheckAnswer& answer, const std::string& more,
                      const TextStyle& style) {
  return wrapped(fmt::format("{}: {}{}", of, findings_count(answer), more), style.width, 4) + "\n";
}

Result<Exit> answer_faults(Session& session, const CheckOptions& options, const std::string& prefix,
                           Error faults) {
  if (faults.fault == Fault::machine) return tl::unexpected(std::move(faults));
  const CheckAnswer found{findings_of(faults.diagnostics), 0};
  const std::string format = options.output.format_or_text();
  if (format == "prometheus") {
    // The team's zone is not known.
    const Result<Instant> now = now_of(session, Zone::utc());
    if (!now) return tl::unexpected(now.error());
    return answer(session, options.output, fault_metrics(found, *now), Exit::files);
  }
  if (format != "text") {
    return answer(session, options.output, written(format, Zone::utc(), found, prefix), Exit::files);
  }
  const TextStyle style = text_style(session, options.output);
  const std::string text = faults_text(std::move(faults.diagnostics), style);
  return answer(session, options.output,
                text + last_line("the files", found, "; nothing else was checked", style), Exit::files);
}

Result<Range> range_of(const CheckOptions& options, TeamFolder& folder, Instant now) {
  const Zone& zone = folder.team().zone;
  if (options.range) return parse_range(*options.range, zone, now);
  const auto [first, last] = default_check_range(folder.team(), folder, now);
  return range_of(first, last, zone);
}

Result<Exit> check_files(Session& session, const CheckOptions& options) {
  if (options.explain) {
    const Result<Rule> rule = find_rule(*options.explain);
    if (!rule) return tl::unexpected(rule.error());
    if (options.output.format) return fail(Fault::usage, "--explain and --format exclude each other");
    return answer(session, options.output, explanation_text(*rule, text_style(session, options.output)));
  }
  const Result<std::vector<Rule>> only = find_rules(options.only);
  if (!only) return tl::unexpected(only.error());
  const Result<std::string> path = find_config(session);
  if (!path) return tl::unexpected(path.error());
  const std::string prefix = folder_prefix(session, *path);
  const auto folder = TeamFolder::open(*path);
  if (!folder) return answer_faults(session, options, prefix, TeamFolder::all_faults(*path, folder.error()));
  note_state(session, **folder);
  if (auto faults = (*folder)->read_all()) {
    return answer_faults(session, options, prefix, std::move(*faults));
  }
  const Team& team = (*folder)->team();
  const Result<Instant> now = now_of(session, team.zone);
  if (!now) return tl::unexpected(now.error());
  const Result<Range> range = range_of(options, **folder, *now);
  if (!range) return tl::unexpected(range.error());
  const auto during = range->interval();
  if (!during) return fail(Fault::usage, fmt::format("{} has no minute", *options.range));
  const Result<Filter> filter = filter_of(session, team, options.narrow);
  if (!filter) return tl::unexpected(filter.error());

  const CheckAnswer found = check(team, **folder, {*during, *now, *filter, *only, (*folder)->strays()});
  const bool fails = found.count(Severity::error) > 0 || (options.strict && !found.findings.empty());
  const std::string format = options.output.format_or_text();
  std::string text;
  if (format == "text") {
    const TextStyle style = text_style(session, options.output);
    text = findings_text(**folder, found, style) + last_line(describe(*range, team.zone), found, "", style);
  } else if (format == "prometheus") {
    text = check_metrics(found, *only, outlook(team, **folder, *now, *filter), *now);
  } else {
    text = written(format, team.zone, found, prefix);
  }
  return answer(session, options.output, text, fails ? Exit::no : Exit::answered);
}

}  // namespace

Command check_command() {
  const auto options = std::make_shared<CheckOptions>();
  Command command;
  command.examples = {"cprota check", "cprota check 2026-12 --strict --format github",
                      "cprota check --explain new-pair"};
  command.about =
      "Reads every file of the team and says what is wrong: in the files themselves, by the rules about who "
      "may cover and when, and about what lies ahead. RANGE is from this week to the last week file unless "
      "given. A finding that is known and accepted is listed as [[allow]] in its week file; [check] in "
      "cprota.toml makes any rule an error, a warning or nothing.";
  command.arguments = {
      {.names = "RANGE", .help = "only what lies in it", .field = &options->range},
      {.names = "--strict", .help = "warnings count as errors do", .field = &options->strict},
      {.names = "--only", .value = "RULE,...", .help = "only these rules", .field = &options->only},
      {.names = "--explain",
       .value = "RULE",
       .help = "what a rule finds, and what to do about it",
       .field = &options->explain},
  };
  append(command.arguments, narrow_arguments(options->narrow));
  append(command.arguments,
         output_arguments(options->output, {"text", "json", "github", "sarif", "prometheus"}));
  command.run = [options](Session& session) { return check_files(session, *options); };
  return command;
}

}  // namespace cprota
