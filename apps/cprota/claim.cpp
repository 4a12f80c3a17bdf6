// SPDX-License-Identifier: MIT
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "cprota/format/write_claim.hpp"

#include "arguments.hpp"
#include "commands.hpp"
#include "day_rate_source.hpp"
#include "output.hpp"
#include "team.hpp"

namespace cprota {
namespace {

struct ClaimOptions {
  std::optional<std::string> person;
  std::optional<std::string> range;
  NarrowOptions narrow;
  DayRateOptions day_rate;
  std::vector<std::string> worked;
  std::optional<std::string> expect;
  OutputOptions output;
};

// One word alone is a person or a range: a person where the team has one, a range where it reads as one, or
// where --person names the person.
Result<void> tell_apart(const Session& session, const Team& team, Instant now, ClaimOptions& options) {
  if (options.narrow.person) {
    const bool is_range = options.person && !options.range && *options.person != *options.narrow.person;
    if (is_range) std::swap(options.person, options.range);
    if (options.person && *options.person != *options.narrow.person) {
      return fail(Fault::usage,
                  fmt::format("\"{}\" and \"{}\": name one", *options.person, *options.narrow.person));
    }
    options.person = options.narrow.person;
    return {};
  }
  if (!options.person || options.range) return {};
  if (*options.person == "me" || team.find_person(PersonId(*options.person)) != nullptr) return {};
  const Result<Range> range = parse_range(*options.person, team.zone, now);
  const char first = options.person->empty() ? '-' : options.person->front();
  const bool like_a_range =
      first == '+' || (first >= '0' && first <= '9') || options.person->find("..") != std::string::npos;
  if (!range && like_a_range) return tl::unexpected(range.error());
  if (!range) return find_person(session, team, *options.person).map([](const PersonId&) {});
  std::swap(options.person, options.range);
  return {};
}

Result<ClaimQuestion> question_of(Session& session, const Team& team, const ClaimOptions& options,
                                  const Range& range) {
  const auto during = range.interval();
  if (!during)
    return fail(Fault::usage, fmt::format("{} has no minute", options.range.value_or("last-month")));
  ClaimQuestion question{*during};
  const Result<Filter> filter =
      filter_of(session, team, {options.narrow.rota, options.narrow.role, options.person});
  if (!filter) return tl::unexpected(filter.error());
  question.filter = *filter;
  const auto rate = read_day_rate(session, options.day_rate);
  if (!rate) return tl::unexpected(rate.error());
  question.day_rate = *rate;
  for (const std::string& text : options.worked) {
    const Result<Minutes> worked = parse_duration(text);
    if (!worked) return tl::unexpected(worked.error());
    question.worked.push_back(*worked);
  }
  if (options.person) return question;
  if (!question.worked.empty()) return fail(Fault::usage, "--worked is of one person: name them before it");
  if (options.expect) return fail(Fault::usage, "--expect is of one person's claim: name them before it");
  return question;
}

std::string written(const Session& session, const Team& team, const ClaimAnswer& claim,
                    const OutputOptions& output) {
  const std::string format = output.format_or_text();
  if (format == "json") return claim_json(team, claim);
  if (format == "csv") return claim_csv(team, claim);
  if (format == "md") return claim_markdown(team, claim);
  return claim_text(team, claim, text_style(session, output));
}

Result<Exit> claim(Session& session, ClaimOptions options) {
  const auto folder = load_team(session, Faults::refuse);
  if (!folder) return tl::unexpected(folder.error());
  const Team& team = (*folder)->team();
  const Result<Instant> now = now_of(session, team.zone);
  if (!now) return tl::unexpected(now.error());
  if (auto told = tell_apart(session, team, *now, options); !told) return tl::unexpected(told.error());
  const Result<Range> range = parse_range(options.range.value_or("last-month"), team.zone, *now);
  if (!range) return tl::unexpected(range.error());
  const Result<ClaimQuestion> question = question_of(session, team, options, *range);
  if (!question) return tl::unexpected(question.error());

  Result<std::vector<Claim>> claims = claims_of(team, **folder, *question);
  if (!claims) return tl::unexpected(claims.error());
  const ClaimAnswer found{*range, range->until <= *now, options.person.has_value(), std::move(*claims)};
  const std::string text = written(session, team, found, options.output);
  if (!options.expect || found.claims.front().fingerprint == *options.expect) {
    return answer(session, options.output, text);
  }
  session.note(fmt::format("the claim has changed: its fingerprint is {}, not {}",
                           found.claims.front().fingerprint, visible(*options.expect)));
  return answer(session, options.output, text, Exit::no);
}

}  // namespace

Command claim_command() {
  const auto options = std::make_shared<ClaimOptions>();
  Command command;
  command.examples = {"cprota claim amara 2026-11 --day-rate 200",
                      "cprota claim me --worked 2h40 --salary 46000",
                      "cprota claim last-quarter --format csv"};
  command.about =
      "RANGE is last month if left out; without PERSON there is a line for each. What is paid is said by "
      "[pay] in "
      "cprota.toml; without a day rate the answer is hours and percent of one. An incident counts where it "
      "begins.";
  command.arguments = {
      {.names = "PERSON", .help = "an id, or me", .field = &options->person},
      {.names = "RANGE",
       .help = "a date, 2026-W48, 2026-12, 2026-Q4, 2026, last-week, or two of them as FIRST..LAST",
       .field = &options->range},
  };
  append(command.arguments, narrow_arguments(options->narrow));
  append(command.arguments, day_rate_arguments(options->day_rate));
  append(command.arguments, {{.names = "--worked",
                              .value = "DURATION",
                              .help = "an incident worked on that no week file has; may be repeated",
                              .field = &options->worked},
                             {.names = "--expect",
                              .value = "FINGERPRINT",
                              .help = "exit with 1 if the claim has another by now",
                              .field = &options->expect}});
  append(command.arguments, output_arguments(options->output, {"text", "json", "csv", "md"}));
  command.run = [options](Session& session) { return claim(session, *options); };
  return command;
}

}  // namespace cprota
