// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cprota/base/diagnostic.hpp"
#include "cprota/cover/resolve.hpp"

namespace cprota {

// What `check` looks for, in the order in which it is explained. Files and options call a rule by its name;
// `double` and `override` are words of C++.
enum class Rule {
  file,
  gap,
  double_role,
  new_pair,
  leave,
  member,
  rest,
  load,
  idle,
  horizon,
  holidays,
  idle_override,
  stray,
  review,
  pay,
};

// `file`, `gap`, `double`, `new-pair` …
[[nodiscard]] std::string_view to_string(Rule rule);
// Nothing for a name that no rule has.
[[nodiscard]] std::optional<Rule> parse_rule(std::string_view name);
[[nodiscard]] const std::vector<Rule>& all_rules();
// One line: what is an error and what a warning unless the team says otherwise.
[[nodiscard]] std::string_view summary_of(Rule rule);
// What the rule finds, why it matters and what to do, in lines of at most 79 columns.
[[nodiscard]] std::string_view explain(Rule rule);

// One thing that is wrong. What does not apply is absent.
struct Finding {
  Severity severity = Severity::error;
  Rule rule = Rule::file;
  std::string message;         // what, and after a semicolon what to do
  std::optional<Place> place;  // of the holder, override or entry
  std::optional<RotaId> rota;
  std::optional<RoleId> role;
  std::optional<PersonId> person;
  // The first and the end of the last open minute of the turn or override in which it is so.
  std::optional<Instant> from;
  std::optional<Instant> until;
  std::optional<IsoWeek> week;  // the week file in which the turn, override or entry stands
  std::optional<Date> date;     // on which a day turn begins
};

struct CheckQuestion {
  Interval range;                   // minutes outside it do not count
  Instant now;                      // for horizon and review
  Filter filter;                    // findings that say nothing of the rota, role or person are left out
  std::vector<Rule> only;           // empty: every rule
  std::vector<std::string> strays;  // files in the rota folder that are no weeks, as messages show them
};

struct CheckAnswer {
  // In order of file, line and column; those without a place last, in order of time.
  std::vector<Finding> findings;
  int allowed = 0;  // findings that an [[allow]] accepts, and so left out

  [[nodiscard]] int count(Severity severity) const;
};

// Everything that the rules find about what is really covered, overrides applied; one finding for each rule,
// person (or nobody), role and turn or override. Severities are the team's. An [[allow]] accepts what its
// week file is blamed for, and what no week file is blamed for if its week has begun or begins in the range.
// Faults of the files are not looked for: who asks must have read them all.
[[nodiscard]] CheckAnswer check(const Team& team, WeekSource& weeks, const CheckQuestion& question);

// The dates from Monday of the week of `now` to the one on which the turns of the last week file end; this
// week where no later file is.
[[nodiscard]] std::pair<Date, Date> default_check_range(const Team& team, WeekSource& weeks, Instant now);

}  // namespace cprota
