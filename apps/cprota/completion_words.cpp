// SPDX-License-Identifier: MIT
#include "completion_words.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "cli.hpp"
#include "completion_kinds.hpp"

namespace cprota {
namespace {

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

// Shells hand `~/team` on as it is typed.
std::string at_home(const Env& env, const std::string& path) {
  const auto home = env.variable("HOME");
  return home && path.starts_with("~/") ? *home + path.substr(1) : path;
}

// How much of a word stands: the rules of a list before the last comma, the first of two ends of a range.
std::size_t size_that_stands(const Argument& argument, const std::string& typed) {
  const std::string& kind = argument.is_option() ? argument.value : argument.names;
  const std::string_view between = kind == "RULE,..." ? "," : kind == "RANGE" ? ".." : "";
  const std::size_t at = between.empty() ? std::string::npos : typed.rfind(between);
  return at == std::string::npos ? 0 : at + between.size();
}

// The words before the one that is being typed, understood as far as they go.
struct Line {
  const CommandEntry* entry = nullptr;
  Command command;
  std::vector<Argument> arguments;    // of the command, then the program's
  const Argument* awaited = nullptr;  // the option whose value comes next
  std::vector<std::string> places;    // words that stand in their places
};

Line read_line(Session& session, const std::vector<std::string>& before) {
  Line line;
  line.arguments = global_arguments(session.globals);
  for (const std::string& word : before) {
    if (line.awaited != nullptr) {
      if (line.awaited->names == "--config") session.globals.config = at_home(session.env, word);
      line.awaited = nullptr;
    } else if (word.starts_with('-')) {
      const Argument* const option = find_option(line.arguments, word.substr(0, word.find('=')));
      if (option != nullptr && !option->is_flag() && word.find('=') == std::string::npos)
        line.awaited = option;
    } else if (line.entry == nullptr) {
      line.entry = find_entry(word);
      if (line.entry == nullptr) {
        line.places.push_back(word);
        break;
      }
      line.command = line.entry->make();
      line.arguments.insert(line.arguments.begin(), line.command.arguments.begin(),
                            line.command.arguments.end());
    } else {
      line.places.push_back(word);
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
  const auto offer_values = [&](const Argument& argument) {
    found = values_of(own, argument);
    const std::string stands = typed.substr(0, size_that_stands(argument, typed));
    for (Completion& one : found) one.word.insert(0, stands);
  };
  if (line.awaited != nullptr) {
    offer_values(*line.awaited);
  } else if (typed.starts_with('-')) {
    found = options_of(line.arguments);
  } else if (line.entry == nullptr) {
    found = line.places.empty() ? commands() : Completions();
  } else if (const Argument* const argument = placed(line.arguments, line.places.size())) {
    if (argument->names == "CONDITION") {
      found = words_of_condition(own, line.places);
    } else {
      offer_values(*argument);
    }
  }
  std::erase_if(found, [&](const Completion& one) { return !one.word.starts_with(typed); });
  return found;
}

}  // namespace cprota
