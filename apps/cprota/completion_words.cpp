// SPDX-License-Identifier: MIT
#include "completion_words.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "cprota/base/diagnostic.hpp"

#include "cli.hpp"
#include "team.hpp"

namespace cprota {
namespace {

using Completions = std::vector<Completion>;

void add(Completions& found, std::initializer_list<const char*> words) {
  for (const char* const word : words) found.push_back({word, {}});
}

Completions from_team(std::string_view kind, const Team& team, WeekSource& weeks) {
  Completions found;
  if (kind == "PERSON") {
    for (const Person& person : team.people) found.push_back({person.id.str(), visible(person.name)});
    found.push_back({"me", "$CPROTA_ME"});
  } else if (kind == "ROTA") {
    for (const Rota& rota : team.rotas) found.push_back({rota.id.str(), {}});
  } else if (kind == "ROLE") {
    for (const Rota& rota : team.rotas) {
      for (const Role& role : rota.roles) found.push_back({RoleRef{rota.id, role.id}.str(), {}});
    }
  } else if (kind == "HOURS") {
    for (const Hours& hours : team.hours) found.push_back({hours.id.str(), {}});
  } else {
    for (const IsoWeek week : weeks.weeks()) found.push_back({week.str(), {}});
  }
  return found;
}

// By the name that a value has in the help.
Completions of_kind(const Session& session, std::string_view kind) {
  Completions found;
  const bool is_range = kind == "RANGE" || kind == "WEEK" || kind == "WHEN";
  if (kind == "RANGE")
    add(found, {"today", "this-week", "next-week", "this-month", "next-month", "last-month"});
  if (kind == "WEEK" || kind == "WHEN") add(found, {"this", "next"});
  if (kind == "TIME") add(found, {"now", "today", "tomorrow", "yesterday"});
  if (!is_range && kind != "PERSON" && kind != "ROTA" && kind != "ROLE" && kind != "HOURS") return found;
  const auto folder = load_team(session, Faults::tolerate);
  if (!folder) return found;
  std::ranges::move(from_team(kind, (*folder)->team(), **folder), std::back_inserter(found));
  return found;
}

Completions values_of(const Session& session, const Argument& argument) {
  if (argument.choices.empty())
    return of_kind(session, argument.is_option() ? argument.value : argument.names);
  Completions found;
  for (const std::string& choice : argument.choices) found.push_back({choice, {}});
  return found;
}

Completions commands() {
  Completions found;
  for (const CommandEntry& entry : all_commands()) {
    if (!entry.name.empty()) found.push_back({std::string(entry.name), std::string(entry.summary)});
  }
  return found;
}

Completions options_of(const std::vector<Argument>& arguments) {
  Completions found;
  for (const Argument& argument : arguments) {
    if (argument.is_option())
      found.push_back({argument.names.substr(argument.names.rfind(',') + 1), argument.help});
  }
  return found;
}

// The words before the one that is being typed, understood as far as they go.
struct Line {
  const CommandEntry* entry = nullptr;
  Command command;
  std::vector<Argument> arguments;    // of the command, then the program's
  const Argument* awaited = nullptr;  // the option whose value comes next
  std::size_t places = 0;             // words that stand in their places
};

Line read_line(Session& session, const std::vector<std::string>& before) {
  Line line;
  line.arguments = global_arguments(session.globals);
  for (const std::string& word : before) {
    if (line.awaited != nullptr) {
      if (line.awaited->names == "--config") session.globals.config = word;
      line.awaited = nullptr;
    } else if (word.starts_with('-')) {
      const Argument* const option = find_option(line.arguments, word.substr(0, word.find('=')));
      if (option != nullptr && !option->is_flag() && word.find('=') == std::string::npos)
        line.awaited = option;
    } else if (line.entry == nullptr) {
      line.entry = find_entry(word);
      if (line.entry == nullptr) {
        ++line.places;
        break;
      }
      line.command = line.entry->make();
      line.arguments.insert(line.arguments.begin(), line.command.arguments.begin(),
                            line.command.arguments.end());
    } else {
      ++line.places;
    }
  }
  return line;
}

// The word that stands in that place; a list takes all that are left.
const Argument* placed(const std::vector<Argument>& arguments, std::size_t place) {
  for (const Argument& argument : arguments) {
    if (argument.is_option()) continue;
    if (place == 0 || argument.is_list()) return &argument;
    --place;
  }
  return nullptr;
}

}  // namespace

Completions completions_of(const Session& session, const std::vector<std::string>& words) {
  std::vector<std::string> before(words.begin(), words.end() - 1);
  std::erase(before, "=");  // bash makes three words of `--role=on-call.primary`
  const std::string typed = words.back() == "=" ? std::string() : words.back();
  Session own = session;
  const Line line = read_line(own, before);
  Completions found;
  if (line.awaited != nullptr) {
    found = values_of(own, *line.awaited);
  } else if (typed.starts_with('-')) {
    found = options_of(line.arguments);
  } else if (line.entry == nullptr) {
    found = line.places == 0 ? commands() : Completions();
  } else if (const Argument* const argument = placed(line.arguments, line.places)) {
    found = values_of(own, *argument);
  }
  std::erase_if(found, [&](const Completion& one) { return !one.word.starts_with(typed); });
  return found;
}

}  // namespace cprota
