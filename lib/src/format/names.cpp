// SPDX-License-Identifier: MIT
#include "cprota/format/names.hpp"

#include <algorithm>

#include "cprota/base/diagnostic.hpp"

namespace cprota {
namespace {

std::string first_word(const std::string& name) {
  return name.substr(0, name.find(' '));
}

}  // namespace

std::string full_name(const Team& team, const PersonId& id) {
  const Person* const person = team.find_person(id);
  return visible(person != nullptr ? person->name : id.str());
}

std::string short_name(const Team& team, const PersonId& id) {
  const Person* const person = team.find_person(id);
  if (person == nullptr) return visible(id.str());
  const std::string first = first_word(person->name);
  const auto same = std::ranges::count_if(
      team.people, [&](const Person& other) { return first_word(other.name) == first; });
  return visible(same == 1 ? first : person->name);
}

std::string holder_name(const Team& team, const Holder& holder, PersonName name) {
  if (const PersonId* const person = person_in(holder)) return name(team, *person);
  return is_nobody(holder) ? "nobody, on purpose" : "not filled";
}

}  // namespace cprota
