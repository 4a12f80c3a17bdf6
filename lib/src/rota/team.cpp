// SPDX-License-Identifier: MIT
#include "cprota/rota/team.hpp"

#include <algorithm>
#include <cassert>

#include <fmt/format.h>

#include "cprota/base/suggest.hpp"

namespace cprota {
namespace {

template <class T, class I>
const T* find_by_id(const std::vector<T>& all, const I& id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

std::vector<RoleRef> all_roles(const Team& team) {
  std::vector<RoleRef> roles;
  for (const Rota& rota : team.rotas) {
    for (const Role& role : rota.roles) roles.push_back({rota.id, role.id});
  }
  return roles;
}

// A slip is near to the whole name of a role or to the part after the dot.
std::string nearest_role(std::string_view text, const std::vector<RoleRef>& roles) {
  std::vector<std::string> names;
  for (const RoleRef& role : roles) {
    names.push_back(role.str());
    names.push_back(role.role.str());
  }
  return did_you_mean(text, names);
}

}  // namespace

const Hours* Team::find_hours(const HoursId& id) const {
  return find_by_id(hours, id);
}
const Rota* Team::find_rota(const RotaId& id) const {
  return find_by_id(rotas, id);
}
const Person* Team::find_person(const PersonId& id) const {
  return find_by_id(people, id);
}

const Hours& Team::hours_of(const Rota& rota) const {
  const Hours* const found = find_hours(rota.hours);
  assert(found != nullptr);
  return *found;
}

bool Team::on_leave(const PersonId& person, Date date, LeaveKind kind) const {
  return std::any_of(leave.begin(), leave.end(),
                     [&](const Leave& entry) { return entry.kind == kind && entry.concerns(person, date); });
}

IntervalSet Team::open_hours_of(const Rota& rota, const Interval& range) const {
  return open_hours(hours_of(rota), zone, bank_holidays, range);
}

Result<RoleRef> find_role(const Team& team, std::string_view text) {
  const std::vector<RoleRef> roles = all_roles(team);
  std::vector<RoleRef> found;
  for (const RoleRef& role : roles) {
    if (role.str() == text || role.role.str() == text) found.push_back(role);
  }
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    return fail(Fault::usage, fmt::format("no role is called \"{}\"{}", text, nearest_role(text, roles)));
  }
  std::string spellings;
  for (const RoleRef& role : found) spellings += (spellings.empty() ? "" : " or ") + role.str();
  return fail(Fault::usage, fmt::format("more than one rota has a role \"{}\"; write {}", text, spellings));
}

}  // namespace cprota
