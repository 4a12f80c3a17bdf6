// SPDX-License-Identifier: MIT
#include "cli.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Option.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cprota/base/suggest.hpp"

namespace cprota {
namespace {

std::vector<std::string> names_of(const Argument& argument) {
  std::vector<std::string> names;
  for (std::string_view rest = argument.names; !rest.empty();) {
    const std::size_t comma = rest.find(',');
    names.emplace_back(rest.substr(0, comma));
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
  }
  return names;
}

// Where the command's name stands among the words: the first that is neither an option of the program nor the
// value of one. Nothing where there is none, or where an option of a command comes first.
std::optional<std::size_t> find_command(const std::vector<std::string>& words,
                                        const std::vector<Argument>& globals) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (!word.starts_with('-')) return i;
    const std::size_t equals = word.find('=');
    const Argument* const option = find_option(globals, word.substr(0, equals));
    if (option == nullptr) return std::nullopt;
    if (!option->is_flag() && equals == std::string::npos) ++i;
  }
  return std::nullopt;
}

std::string unknown_command(const std::string& name) {
  std::vector<std::string> known;
  for (const CommandEntry& entry : all_commands()) {
    if (!entry.name.empty()) known.emplace_back(entry.name);
  }
  const std::string meant = did_you_mean(name, known);
  return fmt::format("there is no command \"{}\"{}", name, meant.empty() ? ": see cprota --help" : meant);
}

std::string unknown_option(const std::string& word, const CommandEntry& entry,
                           const std::vector<Argument>& arguments) {
  const std::string name = word.substr(0, word.find('='));
  // Dashes, which all have, make no two options alike.
  const auto without_dashes = [](const std::string& option) {
    const std::size_t begin = option.find_first_not_of('-');
    return begin == std::string::npos ? std::string() : option.substr(begin);
  };
  std::vector<std::string> known;
  for (const Argument& argument : arguments) {
    if (!argument.is_option()) continue;
    for (const std::string& one : names_of(argument)) {
      if (one.starts_with("--")) known.push_back(without_dashes(one));
    }
  }
  const std::string called = entry.name.empty() ? "cprota" : fmt::format("cprota {}", entry.name);
  const auto meant = nearest(without_dashes(name), known);
  if (!meant) return fmt::format("{} has no option {}: see {} --help", called, name, called);
  return fmt::format("{} has no option {}; did you mean \"--{}\"?", called, name, *meant);
}

// A word that nothing took.
std::string left_over(const std::vector<std::string>& words, const CommandEntry& entry,
                      const std::vector<Argument>& arguments) {
  for (const std::string& word : words) {
    if (word.size() < 2 || !word.starts_with('-') || word == "--") continue;
    const auto command = std::ranges::find_if(
        words, [](const std::string& other) { return !other.empty() && find_entry(other) != nullptr; });
    if (!entry.name.empty() || command == words.end()) return unknown_option(word, entry, arguments);
    const CommandEntry& meant = *find_entry(*command);
    const Command made = meant.make();
    if (find_option(made.arguments, word.substr(0, word.find('='))) == nullptr) {
      std::vector<Argument> known = made.arguments;
      append(known, arguments);
      return unknown_option(word, meant, known);
    }
    return fmt::format("options of a command stand after its name: cprota {} {}", *command, word);
  }
  const auto word = std::ranges::find_if(words, [](const std::string& text) { return text != "--"; });
  if (entry.name.empty() && find_entry(*word) != nullptr)
    return fmt::format("options of a command stand after its name: cprota {} …", *word);
  const std::string called = entry.name.empty() ? "cprota" : fmt::format("cprota {}", entry.name);
  return fmt::format("{} does not take \"{}\": see {} --help", called, *word, called);
}

std::string shown(const Argument& argument) {
  return argument.is_option() ? names_of(argument).back() : argument.names;
}

std::optional<std::string> set(std::vector<std::string>& field, const Argument&,
                               const std::vector<std::string>& values) {
  field = values;
  return std::nullopt;
}

std::optional<std::string> set(std::optional<std::string>& field, const Argument& argument,
                               const std::vector<std::string>& values) {
  const std::string& value = argument.is_flag() ? argument.sets : values.front();
  if (field && *field != value) return fmt::format("{} contradicts \"{}\"", shown(argument), *field);
  field = value;
  return std::nullopt;
}

std::optional<std::string> set(std::optional<int>& field, const Argument& argument,
                               const std::vector<std::string>& values) {
  const std::string& text = values.front();
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0) {
    return fmt::format("{} takes a whole number, not \"{}\"", shown(argument), text);
  }
  field = number;
  return std::nullopt;
}

std::optional<std::string> set(bool& field, const Argument&, const std::vector<std::string>&) {
  field = true;
  return std::nullopt;
}

// What is wrong with the values of an argument, if anything is.
std::optional<std::string> fill(const Argument& argument, const std::vector<std::string>& values) {
  if (values.empty()) return std::nullopt;
  if (values.size() > 1 && !argument.is_list() && !argument.is_flag()) {
    return fmt::format("{} is given more than once", shown(argument));
  }
  for (const std::string& value : values) {
    if (argument.choices.empty() || std::ranges::find(argument.choices, value) != argument.choices.end())
      continue;
    return fmt::format("{} takes {}, not \"{}\"{}", shown(argument), fmt::join(argument.choices, ", "), value,
                       did_you_mean(value, argument.choices));
  }
  return std::visit([&](auto* field) { return set(*field, argument, values); }, argument.field);
}

std::string misused(const CLI::Error& error) {
  const std::string what = error.what();
  if (error.get_name() == "ArgumentMismatch") {
    if (what.starts_with('-')) return what.substr(0, what.find(':')) + " needs a value";
    return fmt::format("--{} takes no value", what.substr(0, what.find(' ')));
  }
  return what;
}

// Words in their place are told apart by their number: two may have one name.
CLI::Option* add(CLI::App& app, const Argument& argument, std::size_t number) {
  if (argument.is_flag()) return app.add_flag(argument.names)->disable_flag_override();
  CLI::Option* const option =
      app.add_option(argument.is_option() ? argument.names : fmt::format("@{}", number));
  // A list in its place takes all words that are left; an option takes one value each time.
  return option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->allow_extra_args(argument.is_list() && !argument.is_option());
}

// An option whose value is empty, as in `--now=`: CLI11 would take the next word for it.
const std::string* empty_value(const std::vector<std::string>& words,
                               const std::vector<Argument>& arguments) {
  for (const std::string& word : words) {
    if (word == "--") break;
    if (word.ends_with('=') && find_option(arguments, word.substr(0, word.find('='))) != nullptr)
      return &word;
  }
  return nullptr;
}

// Hands the words to CLI11 and the values it found to the fields.
Result<void> parse(const std::vector<std::string>& words, const CommandEntry& entry,
                   const std::vector<Argument>& arguments, const Globals& globals) {
  if (const std::string* const word = empty_value(words, arguments)) {
    return fail(Fault::usage, fmt::format("{} needs a value", word->substr(0, word->find('='))));
  }
  CLI::App app;
  app.set_help_flag("");
  app.allow_extras();
  std::vector<CLI::Option*> options;
  for (const Argument& argument : arguments) options.push_back(add(app, argument, options.size()));
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::Error& error) {
    return fail(Fault::usage, misused(error));
  }
  std::vector<std::string> remaining = app.remaining();
  std::erase(remaining, "--");
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const bool is_switch = std::holds_alternative<bool*>(arguments[i].field);
    if (is_switch) static_cast<void>(fill(arguments[i], options[i]->results()));
  }
  if (globals.help || globals.version) return {};
  if (!remaining.empty()) return fail(Fault::usage, left_over(remaining, entry, arguments));
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const auto problem = fill(arguments[i], options[i]->results());
    if (problem) return fail(Fault::usage, *problem);
    if (arguments[i].required && options[i]->empty()) {
      return fail(Fault::usage,
                  fmt::format("{} is missing: cprota {} {}", shown(arguments[i]), entry.name, entry.usage));
    }
  }
  return {};
}

}  // namespace

const Argument* find_option(const std::vector<Argument>& arguments, std::string_view name) {
  for (const Argument& argument : arguments) {
    if (!argument.is_option()) continue;
    for (const std::string& known : names_of(argument)) {
      if (known == name) return &argument;
    }
  }
  return nullptr;
}

const CommandEntry* find_entry(std::string_view name) {
  for (const CommandEntry& entry : all_commands()) {
    if (entry.name == name) return &entry;
  }
  return nullptr;
}

std::vector<Argument> global_arguments(Globals& globals) {
  return {
      {.names = "--config",
       .value = "PATH",
       .help = "the team's cprota.toml, or the folder that holds it",
       .field = &globals.config},
      {.names = "--color",
       .value = "WHEN",
       .help = "auto (on a terminal), always or never",
       .field = &globals.color,
       .choices = {"auto", "always", "never"}},
      {.names = "--now",
       .value = "TIME",
       .help = "stands in for the clock; as does $CPROTA_NOW",
       .field = &globals.now},
      {.names = "-q,--quiet", .help = "nothing on standard error but errors", .field = &globals.quiet},
      {.names = "-h,--help", .help = "this help", .field = &globals.help},
      {.names = "--version", .help = "the version of the program", .field = &globals.version},
  };
}

Result<Call> parse_command_line(const std::vector<std::string>& words) {
  Call call;
  Globals globals;
  std::vector<Argument> arguments = global_arguments(globals);
  std::vector<std::string> rest = words;
  std::string name;
  if (const auto at = find_command(words, arguments)) {
    name = words[*at];
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(*at));
  }
  call.entry = find_entry(name);
  if (call.entry == nullptr) return fail(Fault::usage, unknown_command(name));
  call.command = call.entry->make();
  arguments.insert(arguments.begin(), call.command.arguments.begin(), call.command.arguments.end());
  const Result<void> parsed = parse(rest, *call.entry, arguments, globals);
  if (!parsed) return tl::unexpected(parsed.error());
  call.globals = std::move(globals);
  return call;
}

}  // namespace cprota
