// SPDX-License-Identifier: MIT
#include "cprota/format/starter.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <utf8proc.h>

#include "cprota/base/diagnostic.hpp"

#include "format/edit_text.hpp"

namespace cprota {
namespace {

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// Letters that are no other letter with a mark on it.
constexpr std::pair<std::string_view, std::string_view> whole_letters[] = {
    {"ł", "l"}, {"ø", "o"}, {"đ", "d"}, {"ð", "d"}, {"ı", "i"}, {"æ", "ae"}, {"œ", "oe"}, {"þ", "th"},
};

// Lower-case letters without their marks, and `-` for what stands between words; other scripts leave nothing.
std::string plain(const std::string& text) {
  constexpr auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_NULLTERM | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                     UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
  utf8proc_uint8_t* mapped = nullptr;
  utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.c_str()), 0, &mapped, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  std::string out;
  std::string letters = mapped == nullptr ? "" : reinterpret_cast<const char*>(mapped);
  for (const auto& [letter, written] : whole_letters) {
    for (std::size_t at = letters.find(letter); at != std::string::npos; at = letters.find(letter))
      letters.replace(at, letter.size(), written);
  }
  for (const char c : letters) {
    const bool stays = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (stays) out += c;
    if ((c == ' ' || c == '-' || c == '.' || c == '_') && !out.empty() && out.back() != '-') out += '-';
  }
  while (out.ends_with('-')) out.pop_back();
  return out;
}

std::string first_word(const std::string& name) {
  return name.substr(0, name.find(' '));
}

PersonId id_of(const StarterPerson& person, const std::vector<StarterPerson>& all,
               std::set<std::string>& taken) {
  const std::string first = plain(first_word(person.name));
  const auto same = std::ranges::count_if(
      all, [&](const StarterPerson& other) { return plain(first_word(other.name)) == first; });
  std::string id = same > 1 ? plain(person.name) : first;
  if (id.empty() && person.email) id = plain(person.email->substr(0, person.email->find('@')));
  if (id.empty() || id == "none" || id == "me") id = "person";
  std::string numbered = id;
  for (int n = 2; !taken.insert(numbered).second; ++n) numbered = fmt::format("{}-{}", id, n);
  return PersonId(numbered);
}

std::string team_text(const Starter& starter) {
  std::string members;
  std::string people;
  for (const StarterPerson& person : starter.people) {
    members += fmt::format("{}\"{}\"", members.empty() ? "" : ", ", person.id.str());
    people +=
        fmt::format("\n[[people]]\nid = \"{}\"\nname = {}\n", person.id.str(), toml_string(person.name));
    if (person.email) people += fmt::format("email = {}\n", toml_string(*person.email));
    people += "# phone = \"+44 20 7946 0001\"\n";
  }
  const bool alone = starter.people.size() == 1;
  return fmt::format(
      R"(# Who is on call, and when. `man 5 cprota.toml` tells of every key; run `cprota check` after a change.
[team]
name = {}
timezone = {}
# bank-holidays = "england-and-wales"   # or scotland, northern-ireland

# What is promised: windows for each kind of day. A kind that is left out is closed.
[hours.on-call]
weekday = ["07:00-10:00", "17:00-22:00"]
weekend = ["07:00-22:00"]
# bank-holiday = ["07:00-22:00"]

# Who answers in those hours. The first role is called first.
[rota.on-call]
hours = "on-call"
roles = [{}]
handover = "Mon 00:00"
members = [{}]
rest = {}   # whole weeks between two turns of a person

# Telephone numbers may also stand in contacts.toml, which need not be in git.
{})",
      toml_string(starter.name), toml_string(starter.timezone),
      alone ? "\"primary\"" : "\"primary\", \"secondary\"", members, starter.people.size() > 3 ? 1 : 0,
      people.substr(1));
}

std::string week_text(const Starter& starter) {
  std::string text =
      fmt::format("# {}: who has each turn from Monday to Sunday\n[on-call]\nprimary = \"{}\"\n",
                  starter.week.str(), starter.people.front().id.str());
  if (starter.people.size() > 1) text += fmt::format("secondary = \"{}\"\n", starter.people[1].id.str());
  return text;
}

constexpr const char* readme = R"(# Who is on call

| file | holds |
|---|---|
| `cprota.toml` | hours, rotas and people |
| `rota/` | a file for each week: who has each turn, and who takes over |
| `leave.toml` | who is away; `cprota leave` writes it |

    cprota                  # who covers now, and who is next
    cprota generate         # a fair rota for the next 13 weeks
    cprota leave …          # somebody is away
    cprota cover …          # somebody else takes a stretch
    cprota check            # is everything right? Run it before each commit

`.pre-commit-config.yaml` runs `cprota check` before each commit (`pre-commit install`), and
`.github/workflows/rota.yml` for each change that is proposed.
)";

constexpr const char* workflow = R"(# The runner needs the program `cprota` in its path.
name: rota
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: cprota check --format github
)";

constexpr const char* pre_commit = R"(repos:
  - repo: local
    hooks:
      - id: cprota-check
        name: cprota check
        entry: cprota check
        language: system
        pass_filenames: false
        files: \.toml$
)";

}  // namespace

Result<std::vector<StarterPerson>> starter_people(const std::vector<std::string>& words) {
  std::vector<StarterPerson> people;
  for (const std::string& word : words) {
    StarterPerson person;
    const std::size_t mail = word.find('<');
    person.name = trimmed(word.substr(0, mail));
    if (mail != std::string::npos) {
      const std::size_t end = word.find('>', mail);
      person.email = trimmed(word.substr(mail + 1, end == std::string::npos ? end : end - mail - 1));
      if (end != word.size() - 1 || person.email->find('@') == std::string::npos) person.name.clear();
    }
    if (person.name.empty() || visible(word) != word) {
      return fail(
          Fault::usage,
          fmt::format("\"{}\" is nobody's name: write \"Amara Okafor <amara@example.org>\"", visible(word)));
    }
    people.push_back(std::move(person));
  }
  std::set<std::string> taken;
  for (StarterPerson& person : people) person.id = id_of(person, people, taken);
  return people;
}

Result<std::string> starter_name(const std::string& text) {
  if (!trimmed(text).empty() && visible(text) == text) return text;
  return fail(Fault::usage, fmt::format("\"{}\" is no team's name: write \"Cloud Platform\"", visible(text)));
}

std::vector<FileChange> starter_files(const Starter& starter, const std::string& folder) {
  const std::pair<std::string, std::string> files[] = {
      {"cprota.toml", team_text(starter)},
      {fmt::format("rota/{}.toml", starter.week.str()), week_text(starter)},
      {"README.md", readme},
      {".github/workflows/rota.yml", workflow},
      {".pre-commit-config.yaml", pre_commit},
  };
  std::vector<FileChange> changes;
  for (const auto& [name, text] : files)
    changes.push_back({fmt::format("{}/{}", folder, name), name, std::nullopt, text});
  return changes;
}

}  // namespace cprota
