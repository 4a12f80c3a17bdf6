// SPDX-License-Identifier: MIT
#include "format/match_names.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>

#include <utf8proc.h>

namespace cprota {
namespace {

using Words = std::vector<std::string>;

struct Free {
  void operator()(utf8proc_uint8_t* text) const { std::free(text); }  // NOLINT: utf8proc's
};

bool is_separator(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return byte < 0x80 && !is_letter;
}

// Where `part` stands in `whole`, word for word.
Words::const_iterator find_words(const Words& whole, const Words& part) {
  return part.empty() ? whole.end() : std::search(whole.begin(), whole.end(), part.begin(), part.end());
}

bool has_words(const Words& whole, const Words& part) {
  return find_words(whole, part) != whole.end();
}

void erase_words(Words& whole, const Words& part) {
  const auto at = find_words(whole, part);
  if (at != whole.end()) whole.erase(at, at + static_cast<std::ptrdiff_t>(part.size()));
}

// `<@U024BE7LH>` and `@U024BE7LH` are U024BE7LH; `mailto:a@b` is a@b.
std::string_view bare(std::string_view text) {
  constexpr std::string_view scheme = "mailto:";
  if (text.starts_with("<@") && text.ends_with('>')) return text.substr(2, text.size() - 3);
  if (text.starts_with('@')) return text.substr(1);
  if (text.starts_with(scheme)) return text.substr(scheme.size());
  return text;
}

void add_once(std::vector<PersonId>& people, const PersonId& person) {
  if (std::ranges::find(people, person) == people.end()) people.push_back(person);
}

}  // namespace

std::string folded(std::string_view text) {
  constexpr auto options = static_cast<utf8proc_option_t>(
      UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),  // NOLINT: utf8proc's
                   static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
  const std::unique_ptr<utf8proc_uint8_t, Free> owner(mapped);
  if (size < 0) return std::string(text);
  std::string out(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));  // NOLINT
  out.erase(out.find_last_not_of(" \t\r\n") + 1);
  out.erase(0, out.find_first_not_of(" \t\r\n"));
  return out;
}

Words words_of(std::string_view text) {
  Words words(1);
  for (const char c : folded(text)) {
    if (!is_separator(c)) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

Words words_beside(std::string_view text, const RoleRef& role) {
  Words words = words_of(text);
  erase_words(words, words_of(role.role.str()));
  erase_words(words, words_of(role.rota.str()));
  return words;
}

NameIndex::NameIndex(const Team& team) : team_(team) {
  for (const Person& person : team.people) {
    const auto add = [&](const std::string& text, bool is_id) {
      names_.push_back({person.id, folded(text), words_of(text), is_id});
    };
    add(person.id.str(), true);
    add(person.name, false);
    for (const auto* const text : {&person.email, &person.slack, &person.pagerduty}) {
      if (*text) add(**text, false);
    }
  }
}

std::vector<PersonId> NameIndex::people_called(std::string_view text) const {
  const std::string folded_text = folded(text);
  const std::string_view whole = bare(folded_text);
  std::vector<PersonId> people;
  // Ids are for files: they win over names that read the same.
  for (const bool is_id : {true, false}) {
    for (const Name& name : names_) {
      if (name.is_id == is_id && name.text == whole) add_once(people, name.person);
    }
    if (!people.empty()) return people;
  }
  const std::size_t open = folded_text.rfind('<');
  if (open == std::string::npos || open == 0 || !folded_text.ends_with('>')) return people;
  const std::string_view address =
      std::string_view(folded_text).substr(open + 1, folded_text.size() - open - 2);
  people = people_called(address);
  return people.empty() ? people_called(std::string_view(folded_text).substr(0, open)) : people;
}

std::vector<PersonId> NameIndex::people_in(std::string_view text) const {
  const Words words = words_of(text);
  std::vector<const Name*> found;
  for (const Name& name : names_) {
    if (!name.is_id && has_words(words, name.words)) found.push_back(&name);
  }
  std::vector<PersonId> people;
  for (const Name* const name : found) {
    // `Li` in `Li Wei` is no second person.
    const bool is_part = std::ranges::any_of(found, [&](const Name* other) {
      return other->person != name->person && other->words.size() > name->words.size() &&
             has_words(other->words, name->words);
    });
    if (!is_part) add_once(people, name->person);
  }
  return people;
}

std::optional<RoleRef> NameIndex::role_called(std::string_view text) const {
  const Words words = words_of(text);
  std::vector<RoleRef> alone;
  for (const Rota& rota : team_.rotas) {
    for (const Role& role : rota.roles) {
      Words whole = words_of(rota.id.str());
      const Words own = words_of(role.id.str());
      whole.insert(whole.end(), own.begin(), own.end());
      if (words == whole) return RoleRef{rota.id, role.id};
      if (words == own) alone.push_back({rota.id, role.id});
    }
  }
  return alone.size() == 1 ? std::optional(alone.front()) : std::nullopt;
}

std::optional<RoleRef> NameIndex::role_in(std::string_view text) const {
  const Words words = words_of(text);
  std::vector<RoleRef> with_rota;
  std::vector<RoleRef> alone;
  for (const Rota& rota : team_.rotas) {
    for (const Role& role : rota.roles) {
      if (!has_words(words, words_of(role.id.str()))) continue;
      Words others = words;
      erase_words(others, words_of(role.id.str()));
      alone.push_back({rota.id, role.id});
      if (has_words(others, words_of(rota.id.str()))) with_rota.push_back({rota.id, role.id});
    }
  }
  const std::vector<RoleRef>& found = with_rota.empty() ? alone : with_rota;
  return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

std::vector<PersonId> NameIndex::people_of_words(const Words& words) const {
  std::vector<PersonId> people;
  for (const Name& name : names_) {
    if (!words.empty() && name.words == words) add_once(people, name.person);
  }
  return people;
}

}  // namespace cprota
