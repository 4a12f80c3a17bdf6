// SPDX-License-Identifier: MIT
#include "cprota/cover/contact.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "cprota/format/write_process.hpp"

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "team.hpp"

namespace cprota {
namespace {

struct ContactOptions {
  std::optional<std::string> severity;
  std::optional<std::string> at;
  bool template_mail = false;
  OutputOptions output;
};

std::vector<std::string> severity_names() {
  std::vector<std::string> names;
  for (const IncidentSeverity severity : every_severity) names.emplace_back(to_string(severity));
  return names;
}

// A fault of [[route]] is no matter where the route asked for was read in spite of it; one of [contact]
// always is.
Result<void> finish_reading_routes(const Session& session, const TeamFolder& folder, Instant at,
                                   bool is_read) {
  if (!folder.contact_faults().empty()) return tl::unexpected(Error{Fault::files, folder.contact_faults()});
  if (!is_read && !folder.route_faults().empty()) {
    return tl::unexpected(Error{Fault::files, folder.route_faults()});
  }
  return finish_reading(session, folder, moment(at));
}

Result<Exit> about_all(Session& session, const ContactOptions& options, TeamFolder& folder, Instant at) {
  if (options.template_mail) return fail(Fault::usage, "--template-mail needs a severity: contact critical");
  const Team& team = folder.team();
  std::vector<ContactAnswer> answers;
  for (const IncidentSeverity severity : every_severity) {
    answers.push_back(contact_at(team, folder, at, severity));
  }
  if (const auto read = finish_reading_routes(session, folder, at, true); !read) {
    return tl::unexpected(read.error());
  }
  const std::string format = options.output.format_or_text();
  const std::string text = format == "json" ? contacts_json(team, answers)
                           : format == "slack"
                               ? contacts_slack(team, answers)
                               : contacts_text(team, answers, text_style(session, options.output));
  const bool any = std::any_of(answers.begin(), answers.end(), [](const auto& one) { return one.has_route; });
  return answer(session, options.output, text, any ? Exit::answered : Exit::no);
}

Result<Exit> about_one(Session& session, const ContactOptions& options, TeamFolder& folder, Instant at) {
  const Team& team = folder.team();
  const ContactAnswer contact = contact_at(team, folder, at, *parse_severity(*options.severity));
  if (const auto read = finish_reading_routes(session, folder, at, contact.has_route); !read) {
    return tl::unexpected(read.error());
  }
  const Exit exit = contact.has_route ? Exit::answered : Exit::no;
  if (!contact.has_route) {
    session.note(fmt::format("cprota.toml has no [[route]] for severity \"{}\"", *options.severity));
  }
  if (options.template_mail) {
    if (!contact.route && !contact.next_route) return Exit::no;
    return answer(session, options.output, contact_mail(team, contact), exit);
  }
  const std::string format = options.output.format_or_text();
  const std::string text = format == "json" ? contact_json(team, contact)
                           : format == "slack"
                               ? contact_slack(team, contact)
                               : contact_text(team, contact, text_style(session, options.output));
  return answer(session, options.output, text, exit);
}

Result<Exit> contact(Session& session, const ContactOptions& options) {
  if (options.template_mail && options.output.format) {
    return fail(Fault::usage, "--template-mail and --format exclude each other");
  }
  const auto folder = load_team(session, Faults::tolerate);
  if (!folder) return tl::unexpected(folder.error());
  const Zone& zone = (*folder)->team().zone;
  const Result<Instant> at = moment_of(session, zone, options.at);
  if (!at) return tl::unexpected(at.error());
  return options.severity ? about_one(session, options, **folder, *at)
                          : about_all(session, options, **folder, *at);
}

}  // namespace

Command contact_command() {
  const auto options = std::make_shared<ContactOptions>();
  Command command;
  command.examples = {"cprota contact critical", "cprota contact critical --template-mail",
                      "cprota contact --at \"2026-11-23 21:30\""};
  command.about =
      "Says which route is open for a request or an incident, what to give, who answers first and second, by "
      "when "
      "the incident is handed over, and when support is back. Without a severity, a line for each.";
  command.arguments = {
      {.names = "SEVERITY",
       .help = "how bad it is",
       .field = &options->severity,
       .choices = severity_names()},
      {.names = "--at", .value = "TIME", .help = "at this moment; now if absent", .field = &options->at},
      {.names = "--template-mail",
       .help = "the mail that a user has to send, with blanks for the facts asked for",
       .field = &options->template_mail},
  };
  append(command.arguments, output_arguments(options->output, {"text", "json", "slack"}));
  command.run = [options](Session& session) { return contact(session, *options); };
  return command;
}

}  // namespace cprota
