// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "cprota/base/diagnostic.hpp"
#include "cprota/base/ids.hpp"
#include "cprota/time/interval.hpp"
#include "cprota/time/zone.hpp"

namespace cprota {

// A seat of a rota, as files and options write it: `on-call.primary`.
struct RoleRef {
  RotaId rota;
  RoleId role;

  [[nodiscard]] std::string str() const { return rota.str() + "." + role.str(); }
  friend auto operator<=>(const RoleRef&, const RoleRef&) = default;
};

struct Person {
  PersonId id;
  std::string name;
  std::optional<std::string> email;
  std::optional<std::string> phone;
  std::optional<std::string> slack;
  std::optional<std::string> pagerduty;
  std::optional<Zone> zone;       // shown beside the team's time
  std::optional<Date> new_until;  // new on every date up to and including it
  std::optional<Date> first;      // on the rotas from … to …, both included
  std::optional<Date> last;
  int share = 10'000;  // of the load, in ten-thousandths of a full share
  std::vector<std::chrono::weekday> days_off;
  std::vector<RoleRef> except;
  std::optional<Place> place;

  [[nodiscard]] bool is_new_on(Date date) const { return new_until && date <= *new_until; }
  [[nodiscard]] bool is_present_on(Date date) const {
    return (!first || *first <= date) && (!last || date <= *last);
  }
  [[nodiscard]] bool has_day_off(Date date) const;
  [[nodiscard]] bool is_excepted_from(const RoleRef& role) const;
};

enum class LeaveKind {
  leave,  // cannot be rostered
  avoid,  // may be, but rather not
};

// Dates, both included.
struct Leave {
  std::vector<PersonId> people;
  Date first;
  Date last;
  LeaveKind kind = LeaveKind::leave;
  std::string note;
  std::optional<Place> place;

  [[nodiscard]] bool concerns(const PersonId& person, Date date) const;
};

}  // namespace cprota
