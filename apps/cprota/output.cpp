// SPDX-License-Identifier: MIT
#include "output.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cprota/format/names.hpp"
#include "cprota/format/write_file.hpp"
#include "cprota/format/write_into.hpp"

namespace cprota {
namespace {

constexpr int narrowest = 20;

bool to_stdout(const OutputOptions& options) {
  return !options.output || *options.output == "-";
}

// By its name: `cprota.toml`, a week and the like.
bool is_file_of_a_team(const std::string& path) {
  const std::string name = path.substr(path.rfind('/') + 1);
  const bool is_week = name.ends_with(".toml") && IsoWeek::parse(name.substr(0, name.size() - 5));
  return is_week || name == "cprota.toml" || name == "leave.toml" || name == "contacts.toml";
}

std::optional<int> columns_variable(const Env& env) {
  const auto text = env.variable("COLUMNS");
  if (!text) return std::nullopt;
  int columns = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), columns);
  if (error != std::errc() || end != text->data() + text->size() || columns <= 0) return std::nullopt;
  return columns;
}

bool wants_colour(const Session& session, const OutputOptions& options) {
  const std::string when = session.globals.color.value_or("auto");
  if (when != "auto") return when == "always";
  const Env& env = session.env;
  if (env.variable("NO_COLOR")) return false;
  if (const auto force = env.variable("CLICOLOR_FORCE"); force && *force != "0") return true;
  return to_stdout(options) && env.variable("TERM") != "dumb" && env.terminal_columns().has_value();
}

}  // namespace

std::string OutputOptions::format_or_text() const {
  return format.value_or(into ? "md" : "text");
}

std::vector<Argument> output_arguments(OutputOptions& options, std::vector<std::string> formats) {
  std::vector<Argument> arguments;
  const bool has_json = std::ranges::find(formats, "json") != formats.end();
  const bool has_markdown = std::ranges::find(formats, "md") != formats.end();
  if (formats.size() > 1) {
    arguments.push_back({.names = "--format",
                         .value = "FORMAT",
                         .help = "how to write the answer",
                         .field = &options.format,
                         .choices = std::move(formats)});
    if (has_json)
      arguments.push_back(
          {.names = "--json", .help = "short for --format json", .field = &options.format, .sets = "json"});
  }
  arguments.push_back({.names = "-o,--output",
                       .value = "FILE",
                       .help = "write there, whole or not at all; - is standard output",
                       .field = &options.output});
  if (has_markdown) {
    arguments.push_back(
        {.names = "--into",
         .value = "FILE#NAME",
         .help = "in Markdown, between <!-- cprota NAME --> and <!-- /cprota NAME --> of that file",
         .field = &options.into});
  }
  return arguments;
}

TextStyle text_style(const Session& session, const OutputOptions& options) {
  TextStyle style;
  const auto told = columns_variable(session.env);
  const auto terminal = to_stdout(options) ? session.env.terminal_columns() : std::nullopt;
  style.width = std::max(narrowest, told ? *told : terminal.value_or(TextStyle::unlimited));
  style.colour = wants_colour(session, options);
  return style;
}

std::string mail_text(const Session& session, const Team& team, const MailDraft& draft) {
  for (const PersonId& person : draft.without_address) {
    session.note(fmt::format("{} has no email address that a mail could go to", full_name(team, person)));
  }
  return draft.text;
}

Result<void> check_output(const OutputOptions& options) {
  if (options.into && options.output)
    return fail(Fault::usage, "--into names the file already: leave --output out");
  if (options.into && options.format_or_text() != "md")
    return fail(Fault::usage, "--into writes Markdown: leave --format out");
  if (options.output && options.output->empty())
    return fail(Fault::usage, "--output needs the name of a file, or - for standard output");
  if (options.output && is_file_of_a_team(*options.output)) {
    return fail(Fault::usage,
                fmt::format("{} is a file of a team, which no answer takes the place of: name another",
                            visible(*options.output)));
  }
  return {};
}

Result<Exit> answer(Session& session, const OutputOptions& options, std::string_view text, Exit exit) {
  if (const Result<void> sound = check_output(options); !sound) return tl::unexpected(sound.error());
  if (options.into) {
    const Result<void> done = write_into(*options.into, text);
    if (!done) return tl::unexpected(done.error());
    return exit;
  }
  const Result<void> written =
      to_stdout(options) ? session.env.write_output(text) : write_file(*options.output, text);
  if (!written) return tl::unexpected(written.error());
  return exit;
}

Result<Exit> answer(Session& session, const OutputOptions& options, std::string_view text, Exit exit,
                    const std::vector<std::string>& written) {
  Result<Exit> answered = answer(session, options, text, exit);
  if (!answered && !written.empty())
    session.note(fmt::format("it is done all the same: {} written", fmt::join(written, ", ")));
  return answered;
}

}  // namespace cprota
