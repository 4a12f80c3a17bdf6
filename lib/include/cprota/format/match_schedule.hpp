// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cprota/format/read_schedule.hpp"
#include "cprota/rota/team.hpp"
#include "cprota/rota/week_file.hpp"

namespace cprota {

// How the summary of an event says who and which role: `{person} ({role})`. Fields are {person}, {role},
// {rota} and {}, which is any text; every other character stands for itself.
class SummaryPattern {
 public:
  // Fault::usage for an unknown field, for none, and for two fields without anything between them.
  [[nodiscard]] static Result<SummaryPattern> parse(std::string_view text);

  struct Fields {
    std::string person;
    std::string role;
    std::string rota;
  };
  // Nothing where the title is written in another way.
  [[nodiscard]] std::optional<Fields> read(std::string_view title) const;
  [[nodiscard]] const std::string& str() const { return text_; }

 private:
  struct Part {
    std::string literal;  // that stands before the field
    std::string field;    // empty at the end, where there is none
  };
  std::string text_;
  std::vector<Part> parts_;
};

// A stretch of a schedule in the team's terms.
struct MatchedStretch {
  RoleRef role;
  Holder holder;
  Interval during;
  Place place;
  // In place of a holder: who the file says and the team does not know.
  std::optional<std::string> stranger;
};

struct MatchedSchedule {
  std::vector<MatchedStretch> stretches;  // in order of rota and role as in the team, then of begin
  // What the schedule left out, then what the team has no name for, each once with the place where it first
  // stands: nothing is guessed.
  std::vector<Diagnostic> unmatched;
};

struct MatchOptions {
  // The role of stretches for which the file names none; of those for which it does, only this role's count.
  std::optional<RoleRef> role;
  std::optional<SummaryPattern> pattern;
  // Whether to keep stretches of people whom the team does not know.
  bool strangers = false;
  // Only stretches that begin in it count, whole.
  std::optional<Interval> range = std::nullopt;
};

// Roles go by `rota.role`, or the role alone where one rota has it; people by id, name, email, Slack id or
// PagerDuty id, in any case. An event that names neither in a place of its own names them in its summary and
// categories: the role by its words, the person by what is left, or by their whole name or address. `none`
// is nobody, on purpose.
//
// Fault::usage where a file says no role and `options.role` is absent. Fault::files where two stretches of a
// role overlap, or a person has two roles of a rota at once.
[[nodiscard]] Result<MatchedSchedule> match_schedule(const Team& team, const Schedule& schedule,
                                                     const MatchOptions& options);

}  // namespace cprota
