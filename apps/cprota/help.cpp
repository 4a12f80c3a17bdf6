// SPDX-License-Identifier: MIT
#include "help.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace cprota {
namespace {

// Names and what they mean, the meaning beside the name, or below it where there is little room.
std::string definitions(const std::vector<std::pair<std::string, std::string>>& rows,
                        const TextStyle& style) {
  std::size_t widest = 0;
  for (const auto& [name, meaning] : rows) widest = std::max(widest, name.size());
  const int beside = static_cast<int>(widest) + 4;
  const bool below = style.width - beside < 30;
  std::string out;
  for (const auto& [name, meaning] : rows) {
    if (below) {
      out += fmt::format("  {}\n      {}\n", toned(name, Tone::strong, style),
                         wrapped(meaning, style.width, 6, 6));
    } else {
      out += fmt::format("  {}{:{}}{}\n", toned(name, Tone::strong, style), "", widest + 2 - name.size(),
                         wrapped(meaning, style.width, beside, beside));
    }
  }
  return out;
}

std::string title_of(const Argument& argument) {
  std::string title;
  for (const char c : argument.names) title += c == ',' ? std::string(", ") : std::string(1, c);
  return argument.value.empty() ? title : title + " " + argument.value;
}

std::string meaning_of(const Argument& argument) {
  // A word whose choices are its whole meaning has them in its help.
  return argument.choices.empty() || argument.help.find(argument.choices.front()) != std::string::npos
             ? argument.help
             : fmt::format("{}: {}", argument.help, fmt::join(argument.choices, ", "));
}

void add_section(std::string& out, std::string_view title, const std::vector<Argument>& arguments,
                 bool options, const TextStyle& style) {
  std::vector<std::pair<std::string, std::string>> rows;
  for (const Argument& argument : arguments) {
    if (argument.is_option() == options) rows.emplace_back(title_of(argument), meaning_of(argument));
  }
  if (!rows.empty()) out += fmt::format("\n{}\n{}", title, definitions(rows, style));
}

}  // namespace

std::string program_help(const TextStyle& style) {
  std::string out =
      wrapped("Example: cprota who-now, or cprota alone for the state of things", style.width, 9);
  out += "\n\n";
  out +=
      wrapped("Usage: cprota [--config PATH] [--color WHEN] [--now TIME] [-q] [COMMAND …]", style.width, 7);
  out += "\n";
  std::string_view group;
  std::vector<std::pair<std::string, std::string>> rows;
  const auto flush = [&] {
    if (!rows.empty()) out += fmt::format("\n{}\n{}", group, definitions(rows, style));
    rows.clear();
  };
  for (const CommandEntry& entry : all_commands()) {
    if (entry.group != group) flush();
    group = entry.group;
    rows.emplace_back(entry.name.empty() ? "(none)" : std::string(entry.name), std::string(entry.summary));
  }
  flush();
  add_section(out, "options without a command", find_entry("")->make().arguments, true, style);
  Globals globals;
  add_section(out, "options of every command", global_arguments(globals), true, style);
  out += "\n" + wrapped("More: cprota COMMAND --help, man cprota, man 5 cprota.toml", style.width, 6) + "\n";
  return out;
}

std::string command_help(const Call& call, const TextStyle& style) {
  const CommandEntry& entry = *call.entry;
  std::string out;
  for (const std::string& example : call.command.examples) {
    out += fmt::format("{}{}\n", out.empty() ? "Example: " : "         ", example);
  }
  out += "\n" + wrapped(fmt::format("Usage: cprota {} {}", entry.name, entry.usage), style.width, 7) + "\n\n";
  std::string summary(entry.summary);
  if (!summary.empty())
    summary.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(summary.front())));
  out += wrapped(summary + ".", style.width, 0) + "\n";
  if (!call.command.about.empty()) out += wrapped(call.command.about, style.width, 0) + "\n";
  add_section(out, "words", call.command.arguments, false, style);
  add_section(out, "options", call.command.arguments, true, style);
  Globals globals;
  add_section(out, "options of every command", global_arguments(globals), true, style);
  out += "\n" + wrapped(fmt::format("More: man cprota-{}", entry.name), style.width, 6) + "\n";
  return out;
}

}  // namespace cprota
