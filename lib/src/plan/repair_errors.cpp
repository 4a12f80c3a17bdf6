// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "cprota/cover/change.hpp"

#include "plan/repair.hpp"

namespace cprota {
namespace {

// With the severities that rules have by themselves.
Team with_plain_rules(Team team) {
  team.check.rules.clear();
  return team;
}

}  // namespace

TurnErrors::TurnErrors(const Team& team, const Rota& rota, const Indexed<Period>& periods,
                       const PlanQuestion& question, WeekSource& weeks)
    : team_(&team), rota_(&rota) {
  if (periods.empty()) return;
  const Instant begin = std::max(question.now, periods.front().during.begin());
  const auto range = Interval::between(begin, periods.back().during.end());
  if (!range) return;
  CheckQuestion asked{*range, question.now, Filter{rota.id, {}, {}}, {}, {}};
  asked.only = {Rule::double_role, Rule::new_pair, Rule::leave, Rule::member, Rule::rest};
  const auto add = [&](std::vector<Finding> findings) {
    for (Finding& finding : findings) {
      if (finding.severity == Severity::error) errors_.push_back(std::move(finding));
    }
  };
  add(check(team, weeks, asked).findings);
  if (question.actual == nullptr) return;
  Team actual = with_plain_rules(*question.actual);
  actual.people = team.people;  // whoever is new may have turns of rotas planned before
  const CheckAnswer before = check(actual, weeks, asked);
  add(new_findings(before, check(with_plain_rules(team), weeks, asked)));
}

TurnError TurnErrors::of(const RoleRef& role, const Person& holder, const std::optional<Place>& place,
                         const Interval& during) const {
  TurnError worst = TurnError::none;
  for (const Finding& error : errors_) {
    const auto common = during.common(Interval(error.from.value(), error.until.value()));
    if (!common) continue;
    if (error.rule == Rule::double_role) {
      if (error.person == holder.id) worst = std::max(worst, TurnError::beside_another);
    } else if (error.rule == Rule::new_pair) {
      const bool is_of_pair = role.role == rota_->roles[0].id || role.role == rota_->roles[1].id;
      const bool is_new = holder.is_new_on(team_->zone.date(common->begin()));
      if (is_of_pair && is_new) worst = std::max(worst, TurnError::beside_another);
    } else if (error.role == role.role && error.person == holder.id && error.place == place) {
      return TurnError::by_itself;
    }
  }
  return worst;
}

}  // namespace cprota
