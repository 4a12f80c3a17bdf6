// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cprota/base/suggest.hpp"
#include "cprota/cover/now.hpp"

#include "arguments.hpp"
#include "commands.hpp"
#include "team.hpp"

namespace cprota {
namespace {

struct IsOptions {
  std::vector<std::string> words;
  std::optional<std::string> at;
};

// A condition, and how many words may follow it.
struct Condition {
  std::string_view name;
  std::size_t fewest;
  std::size_t most;
  std::string_view usage;
};

constexpr std::array conditions{
    Condition{"open", 1, 1, "open HOURS"},           Condition{"covered", 0, 1, "covered [ROLE]"},
    Condition{"on", 1, 2, "on PERSON [ROLE]"},       Condition{"working-day", 0, 0, "working-day"},
    Condition{"weekday", 0, 0, "weekday"},           Condition{"weekend", 0, 0, "weekend"},
    Condition{"bank-holiday", 0, 0, "bank-holiday"},
};

Result<Condition> find_condition(const std::vector<std::string>& words) {
  const auto known = std::ranges::find(conditions, words.front(),
                                       [](const Condition& one) { return std::string(one.name); });
  if (known == conditions.end()) {
    std::vector<std::string> names;
    for (const Condition& one : conditions) names.emplace_back(one.name);
    const std::string meant = did_you_mean(words.front(), names);
    return fail(Fault::usage,
                fmt::format("\"{}\" is no condition{}", words.front(),
                            meant.empty() ? fmt::format("; there are {}", fmt::join(names, ", ")) : meant));
  }
  const std::size_t more = words.size() - 1;
  if (more < known->fewest || more > known->most) {
    return fail(Fault::usage, fmt::format("write cprota is {}", known->usage));
  }
  return *known;
}

// What is asked, every name of it found.
struct Question {
  std::string_view condition;
  const Hours* hours = nullptr;
  std::optional<PersonId> person;
  std::optional<RoleRef> role;
};

Result<Question> understand(const Session& session, const Team& team, const Condition& condition,
                            const std::vector<std::string>& words) {
  Question question{condition.name, nullptr, std::nullopt, std::nullopt};
  std::size_t next = 1;
  if (condition.name == "open") {
    const Result<const Hours*> hours = find_hours(team, words[next++]);
    if (!hours) return tl::unexpected(hours.error());
    question.hours = *hours;
  }
  if (condition.name == "on") {
    const Result<PersonId> person = find_person(session, team, words[next++]);
    if (!person) return tl::unexpected(person.error());
    question.person = *person;
  }
  if (next < words.size()) {
    const Result<RoleRef> role = find_role(team, words[next]);
    if (!role) return tl::unexpected(role.error());
    question.role = *role;
  }
  return question;
}

bool is_so(const Team& team, WeekSource& weeks, const Question& question, Instant at) {
  const DayKind day = day_kind(team.zone.date(at), team.bank_holidays);
  if (question.hours != nullptr)
    return opening_at(*question.hours, team.zone, team.bank_holidays, at).has_value();
  if (question.condition == "weekend") return day == DayKind::weekend;
  if (question.condition == "bank-holiday") return day == DayKind::bank_holiday;
  if (question.condition == "weekday" || question.condition == "working-day") return day == DayKind::weekday;
  const auto open = open_roles(team, weeks, at, {std::nullopt, question.role, std::nullopt});
  const bool someone = std::ranges::any_of(open, [&](const OpenRole& role) {
    const PersonId* const person = person_in(role.holder);
    return person != nullptr && (!question.person || *person == *question.person);
  });
  return someone && (question.person || std::ranges::none_of(open, [](const OpenRole& role) {
                       return is_unfilled(role.holder) && !role.optional;
                     }));
}

Result<Exit> is(Session& session, const IsOptions& options) {
  const auto folder = load_team(session, Faults::tolerate);
  if (!folder) return tl::unexpected(folder.error());
  const Team& team = (*folder)->team();
  const Result<Condition> condition = find_condition(options.words);
  if (!condition) return tl::unexpected(condition.error());
  const Result<Question> question = understand(session, team, *condition, options.words);
  if (!question) return tl::unexpected(question.error());
  const Result<Instant> at = moment_of(session, team.zone, options.at);
  if (!at) return tl::unexpected(at.error());
  const bool yes = is_so(team, **folder, *question, *at);
  const Result<void> read = finish_reading(session, **folder, moment(*at));
  if (!read) return tl::unexpected(read.error());
  return yes ? Exit::answered : Exit::no;
}

}  // namespace

Command is_command() {
  const auto options = std::make_shared<IsOptions>();
  Command command;
  command.examples = {"cprota is open support && echo \"ask away\"",
                      "cprota is on me on-call.primary --at 2026-11-23T09:15"};
  command.about =
      "Prints nothing: 0 is yes, 1 is no. Covered means that hours are open and every role of theirs is "
      "filled, or the one that is named; on, that the person covers it at that moment. A working day is one "
      "whose kind is weekday.";
  command.arguments = {
      {.names = "CONDITION",
       .help = "open HOURS, covered [ROLE], on PERSON [ROLE], working-day, weekday, weekend or bank-holiday",
       .field = &options->words,
       .required = true},
      {.names = "--at", .value = "TIME", .help = "that moment, not now", .field = &options->at},
  };
  command.run = [options](Session& session) { return is(session, *options); };
  return command;
}

}  // namespace cprota
