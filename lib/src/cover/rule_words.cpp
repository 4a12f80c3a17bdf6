// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "cprota/cover/rules.hpp"

namespace cprota {
namespace {

struct RuleWords {
  Rule rule;
  std::string_view name;
  std::string_view summary;
  std::string_view explanation;
};

constexpr std::array words{
    RuleWords{Rule::file, "file", "error: the files cannot be read as they stand",
              R"(A key that nobody knows, a person who does not exist, a week that never was,
TOML that stops half way. While there is one, nothing else is checked, and the
commands that do not need the place in question answer in spite of it.
Put right what the line says; the caret shows where.
)"},
    RuleWords{Rule::gap, "gap", "error: open hours that nobody covers",
              R"(Open hours of a role with nobody in it, from the first week file of the range
to the last, weeks without a file between them included. An override to ""
makes a gap as well. Roles in optional make none.
Name somebody, let cprota generate fill what is empty, or write "none" where
nobody is meant to cover.
)"},
    RuleWords{Rule::double_role, "double",
              "error: one person in two roles of a rota at once; warning: in two rotas, both open",
              R"(Nobody can be the first and the second whom an alarm calls. Two rotas at once
may be meant, so that is a warning: whoever does support from 09:00 and is on
call until 10:00 is in both for an hour.
An override is to blame before a turn, and the later role before the earlier.
Give one of the two to somebody else, for so long as both are open.
)"},
    RuleWords{Rule::new_pair, "new-pair", "error: somebody new without an experienced second",
              R"(The first role of a rota may be held by somebody new (up to and including
their new-until) only while the second is held by somebody who is not. Each
stretch of open hours in which both are new is found. Where nobody has the
second role, the gap is the finding.
Exchange one of the two for somebody experienced.
)"},
    RuleWords{Rule::leave, "leave",
              "error: rostered in open hours on a date of leave; warning: on a date to avoid",
              R"(A person covers open hours on a date on which they are on leave, or would
rather not. What somebody else has taken over is not found: only who really
covers counts.
Let somebody else take it over with an [[override]], or exchange the turn with
cprota swap.
)"},
    RuleWords{Rule::member, "member", "error: somebody who may not have the role",
              R"(Whoever covers is no member of the rota, has the role in except, is not yet or
no more on the rotas (first, last), or has that day off (days-off; rotas that
turn by the day only). This holds for overrides as well.
Give the stretch to a member, or put the person's entry right.
)"},
    RuleWords{Rule::rest, "rest", "warning: less rest between two turns than the rota's rule",
              R"(Between two turns of a person, in any role of the rota, lie fewer whole weeks
(days, for rotas that turn by the day) than its rest says. Turns before the
range count; overrides do not.
Exchange one of the turns, or accept it with [[allow]] in the later week.
)"},
    RuleWords{Rule::load, "load", "warning: more than half of a role on one person",
              R"(One person covers more than half of the covered time of a role in the range,
by who really covers. Short ranges find it easily: a week has one holder.
Share the turns out; cprota hours shows who has how much.
)"},
    RuleWords{Rule::idle, "idle", "warning: a member without a turn while another has two",
              R"(A member of a rota has no turn in the range while another has two or more.
Members who could not have had any - not on the rotas, on leave, excepted - are
no finding.
Give them a turn, or take them off the rota's members.
)"},
    RuleWords{Rule::horizon, "horizon", "warning: the rota ends soon",
              R"(The end of a rota's last filled turn, of all week files, is less than
horizon-weeks of [check] (4 unless it says otherwise) from now.
cprota generate fills the weeks that follow.
)"},
    RuleWords{Rule::holidays, "holidays", "warning: dates that rest on computed bank holidays",
              R"(Dates of the range lie in years for which no official list of bank holidays is
built in or named. They are computed from the standing rules, which know
nothing of days that are moved or proclaimed.
Name the newest published list in bank-holidays-file.
)"},
    RuleWords{Rule::idle_override, "override", "warning: an override that changes nothing",
              R"(Without the override the same people would cover: it names whoever has the role
anyway, lies outside open hours, or is hidden by later overrides.
Remove it, or put its times right.
)"},
    RuleWords{Rule::stray, "stray", "warning: a file in the rota folder that is not a week",
              R"(A file that ends in .toml and is not named for an ISO week, such as
2026-W48.toml, is never read: what stands in it does not count.
Name it for its week, or move it out of the folder.
)"},
    RuleWords{Rule::review, "review", "warning: review-by has passed",
              R"(The process was to be reviewed by the date in review-by of [team], and that
date has passed.
Review it, then move reviewed and review-by.
)"},
    RuleWords{Rule::pay, "pay", "warning: work outside the person's shifts",
              R"(A [[worked]] block says that somebody worked on an incident at a time at which
they covered nothing, so that a claim would be questioned.
Put its times right, or record with an override that they took the time over.
)"},
};

// The names are those that the readers know.
static_assert(words.size() == check_rules.size() + 1);
static_assert(std::equal(check_rules.begin(), check_rules.end(), words.begin() + 1,
                         [](std::string_view name, const RuleWords& entry) { return name == entry.name; }));

const RuleWords& words_of(Rule rule) {
  return *std::find_if(words.begin(), words.end(),
                       [&](const RuleWords& candidate) { return candidate.rule == rule; });
}

}  // namespace

std::string_view to_string(Rule rule) {
  return words_of(rule).name;
}

std::optional<Rule> parse_rule(std::string_view name) {
  for (const RuleWords& candidate : words) {
    if (candidate.name == name) return candidate.rule;
  }
  return std::nullopt;
}

const std::vector<Rule>& all_rules() {
  static const std::vector<Rule> rules = [] {
    std::vector<Rule> all;
    for (const RuleWords& entry : words) all.push_back(entry.rule);
    return all;
  }();
  return rules;
}

std::string_view summary_of(Rule rule) {
  return words_of(rule).summary;
}

std::string_view explain(Rule rule) {
  return words_of(rule).explanation;
}

}  // namespace cprota
