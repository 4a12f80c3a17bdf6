// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cprota/rota/team.hpp"

namespace cprota {

// A text as it is compared with others: without case, composed, without marks that nobody sees (Unicode's
// NFKC_Casefold), blanks at its ends left out.
[[nodiscard]] std::string folded(std::string_view text);
// Its words: what blanks, hyphens and other ASCII punctuation separate.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);
// The same without those of a role and its rota.
[[nodiscard]] std::vector<std::string> words_beside(std::string_view text, const RoleRef& role);

// The people and roles of a team by what other tools call them.
class NameIndex {
 public:
  explicit NameIndex(const Team& team);

  // Everybody whom a text names whole: an id, a name, an email, a Slack id (also as `<@U…>`), a PagerDuty id,
  // or `Name <address>`.
  [[nodiscard]] std::vector<PersonId> people_called(std::string_view text) const;
  // Everybody whose whole name, or email, or Slack or PagerDuty id stands somewhere in a text.
  [[nodiscard]] std::vector<PersonId> people_in(std::string_view text) const;

  // `rota.role`, or with blanks between, or the role alone where one rota has it.
  [[nodiscard]] std::optional<RoleRef> role_called(std::string_view text) const;
  // The one role whose words stand in a text; with those of its rota where several rotas have it.
  [[nodiscard]] std::optional<RoleRef> role_in(std::string_view text) const;
  // Everybody who is named by all of these words.
  [[nodiscard]] std::vector<PersonId> people_of_words(const std::vector<std::string>& words) const;

 private:
  const Team& team_;
  struct Name {
    PersonId person;
    std::string text;
    std::vector<std::string> words;
    bool is_id = false;
  };
  std::vector<Name> names_;
};

}  // namespace cprota
