// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "cprota/base/diagnostic.hpp"
#include "cprota/base/ids.hpp"
#include "cprota/rota/person.hpp"
#include "cprota/time/calendar.hpp"
#include "cprota/time/interval.hpp"

namespace cprota {

// Nobody has been chosen yet: `""`, or a missing role, rota or file.
struct Unfilled {
  friend bool operator==(const Unfilled&, const Unfilled&) = default;
};
// Nobody, on purpose: `"none"`.
struct Nobody {
  friend bool operator==(const Nobody&, const Nobody&) = default;
};
// Who has a turn.
using Holder = std::variant<Unfilled, Nobody, PersonId>;

[[nodiscard]] inline const PersonId* person_in(const Holder& holder) {
  return std::get_if<PersonId>(&holder);
}
[[nodiscard]] inline bool is_unfilled(const Holder& holder) {
  return std::holds_alternative<Unfilled>(holder);
}
[[nodiscard]] inline bool is_nobody(const Holder& holder) {
  return std::holds_alternative<Nobody>(holder);
}

// One value of a week file and where it stands.
struct PlacedHolder {
  Holder holder;
  std::optional<Place> place;
};

// What a week file says of one role: one holder for the week, or seven from the handover on.
struct Assignment {
  RoleRef role;
  std::variant<PlacedHolder, std::array<PlacedHolder, 7>> holders;
  std::optional<Place> place;  // of the key

  [[nodiscard]] bool is_by_day() const { return holders.index() == 1; }
  // Day 0 to 6 from the handover; that of the week where there is one holder.
  [[nodiscard]] const PlacedHolder& on_day(int day) const;
};

// A stretch in which someone else holds a role. It begins in the ISO week of its file, in the team's zone,
// and lasts at most seven days on the wall clock.
struct Override {
  RoleRef role;
  Holder holder;
  Interval during;
  std::string reason;
  std::optional<Place> place;
};

// An incident worked on.
struct Worked {
  PersonId person;
  Interval during;
  std::string note;
  std::optional<Place> place;
};

// A finding that is known and accepted, in this week.
struct Allow {
  std::string rule;
  std::optional<PersonId> person;
  std::string reason;
  std::optional<Place> place;
};

struct WeekFile {
  IsoWeek week;
  std::string file;  // as messages show it: `rota/2026-W48.toml`
  std::vector<Assignment> assignments;
  std::vector<Override> overrides;  // in the order of the file
  std::vector<Worked> worked;
  std::vector<Allow> allowed;

  // nullptr where the file does not speak of the role.
  [[nodiscard]] const Assignment* assignment(const RoleRef& role) const;
};

// Where week files come from: a folder, read as they are asked for, or memory in tests.
class WeekSource {
 public:
  WeekSource() = default;
  WeekSource(const WeekSource&) = delete;
  WeekSource& operator=(const WeekSource&) = delete;
  virtual ~WeekSource() = default;

  // The file of a week; nullptr where there is none, or where it cannot be used: then the source keeps the
  // fault, and who computes from it must not answer. The pointer stays good as long as the source.
  [[nodiscard]] virtual const WeekFile* find(IsoWeek week) = 0;
  // Whether that file, if there is one, can be used: of what one that cannot would say nothing is known.
  [[nodiscard]] virtual bool can_use(IsoWeek) { return true; }
  // The weeks that have a file, in order. Costs a look at the whole folder.
  [[nodiscard]] virtual const std::vector<IsoWeek>& weeks() = 0;
};

// Week files held in memory.
class WeekFiles final : public WeekSource {
 public:
  // Replaces the file of the same week, which ends pointers to it.
  void put(WeekFile file);
  [[nodiscard]] const WeekFile* find(IsoWeek week) override;
  [[nodiscard]] const std::vector<IsoWeek>& weeks() override;

 private:
  std::vector<std::pair<IsoWeek, std::unique_ptr<WeekFile>>> files_;  // in order of week
  std::vector<IsoWeek> weeks_;
};

}  // namespace cprota
