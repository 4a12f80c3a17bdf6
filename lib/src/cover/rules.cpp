// SPDX-License-Identifier: MIT
#include "cprota/cover/rules.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "cprota/time/print.hpp"

#include "cover/checking.hpp"
#include "cover/timeline.hpp"

namespace cprota {
namespace {

struct RuleSearch {
  Rule rule;
  void (*find)(Checking&);
};
constexpr RuleSearch searches[] = {
    {Rule::gap, find_gaps},
    {Rule::double_role, find_doubles},
    {Rule::new_pair, find_new_pairs},
    {Rule::leave, find_leave},
    {Rule::member, find_strangers},
    {Rule::rest, find_lack_of_rest},
    {Rule::load, find_heavy_load},
    {Rule::idle, find_idle_members},
    {Rule::horizon, find_near_ends},
    {Rule::holidays, find_computed_holidays},
    {Rule::idle_override, find_idle_overrides},
    {Rule::stray, find_strays},
    {Rule::review, find_overdue_review},
    {Rule::pay, find_unpaid_work},
};

// Overrides reach at most seven days, and turns a week, over the edge of a range.
constexpr std::chrono::days margin{9};

Interval span_around(const Interval& range, const Zone& zone) {
  const Interval wide(range.begin() - margin, range.end() + margin);
  return wide.common(all_years(zone)).value_or(range);
}

std::unordered_map<PersonId, PersonFacts> facts_of(const Team& team) {
  const auto begin_after = [&](Date date) { return team.zone.begin_of(date + std::chrono::days(1)); };
  std::unordered_map<PersonId, PersonFacts> people;
  for (const Person& person : team.people) {
    PersonFacts& facts = people[person.id];
    facts.person = &person;
    if (person.new_until) facts.experienced_from = begin_after(*person.new_until);
    if (person.first) facts.present_from = team.zone.begin_of(*person.first);
    if (person.last) facts.present_until = begin_after(*person.last);
  }
  std::unordered_map<PersonId, std::vector<Interval>> leave;
  std::unordered_map<PersonId, std::vector<Interval>> avoid;
  for (const Leave& entry : team.leave) {
    const auto during = Interval::between(team.zone.begin_of(entry.first), begin_after(entry.last));
    if (!during) continue;
    for (const PersonId& id : entry.people) {
      (entry.kind == LeaveKind::leave ? leave : avoid)[id].push_back(*during);
    }
  }
  for (auto& [id, intervals] : leave) people.at(id).leave = IntervalSet(std::move(intervals));
  for (auto& [id, intervals] : avoid) people.at(id).avoid = IntervalSet(std::move(intervals));
  return people;
}

bool is_wanted(const CheckQuestion& question, const CheckSettings& settings, Rule rule) {
  const auto said = settings.rules.find(std::string(to_string(rule)));
  if (said != settings.rules.end() && said->second == RuleSeverity::off) return false;
  return question.only.empty() ||
         std::find(question.only.begin(), question.only.end(), rule) != question.only.end();
}

bool takes(const Filter& filter, const Finding& finding) {
  return (!filter.rota || finding.rota == filter.rota) &&
         (!filter.role || (finding.rota == filter.role->rota && finding.role == filter.role->role)) &&
         (!filter.person || finding.person == filter.person);
}

bool accepts(const WeekFile& file, const Finding& finding) {
  return std::any_of(file.allowed.begin(), file.allowed.end(), [&](const Allow& allow) {
    return allow.rule == to_string(finding.rule) && (!allow.person || allow.person == finding.person);
  });
}

bool is_allowed(const Checking& checking, const Finding& finding,
                const std::vector<const WeekFile*>& of_range) {
  if (finding.week) {
    const WeekFile* file = checking.weeks.find(*finding.week);
    return file != nullptr && accepts(*file, finding);
  }
  return std::any_of(of_range.begin(), of_range.end(),
                     [&](const WeekFile* file) { return accepts(*file, finding); });
}

std::vector<const WeekFile*> files_between(WeekSource& weeks, IsoWeek first, IsoWeek last) {
  std::vector<const WeekFile*> files;
  for (const WeekFile* file = first_file(weeks, first, last); file != nullptr;
       file = first_file(weeks, file->week.plus(1), last)) {
    files.push_back(file);
  }
  return files;
}

std::vector<const WeekFile*> files_of(const Checking& checking, const Interval& during) {
  const Zone& zone = checking.team.zone;
  return files_between(checking.weeks, iso_week_at(during.begin(), zone),
                       iso_week_at(during.end() - std::chrono::seconds(1), zone));
}

bool stands_before(const Finding& a, const Finding& b) {
  const auto key = [](const Finding& finding) {
    const int line = finding.place ? finding.place->line : 0;
    const int column = finding.place ? finding.place->column : 0;
    const Instant from = finding.from.value_or(Instant::max());
    return std::tuple(!finding.place, finding.place ? finding.place->file : std::string(), line, column, from,
                      finding.rule);
  };
  return key(a) < key(b);
}

}  // namespace

std::vector<const WeekFile*> Checking::files() const {
  return files_of(*this, span);
}

std::vector<const HeldRole*> Checking::roles_of(const Rota& rota) const {
  std::vector<const HeldRole*> found;
  for (const HeldRole& role : roles) {
    if (role.rota == &rota) found.push_back(&role);
  }
  return found;
}

std::string when(const Interval& during, const Zone& zone) {
  const Date first = zone.date(during.begin());
  const bool one_date = first == zone.date(during.end() - std::chrono::seconds(1));
  return one_date ? short_date(first) + " " + stretch(during, zone) : stretch(during, zone);
}

Finding finding_of(Rule rule, Severity severity, const HeldRole& role, const Held& held,
                   const Interval& during, std::string message) {
  Finding finding;
  finding.severity = severity;
  finding.rule = rule;
  finding.message = std::move(message);
  finding.place = held.place;
  finding.rota = role.ref.rota;
  finding.role = role.ref.role;
  if (const PersonId* person = person_in(held.holder)) finding.person = *person;
  finding.from = during.begin();
  finding.until = during.end();
  finding.week = held.week;
  finding.date = held.date;
  return finding;
}

int CheckAnswer::count(Severity severity) const {
  return static_cast<int>(std::count_if(findings.begin(), findings.end(), [&](const Finding& finding) {
    return finding.severity == severity;
  }));
}

CheckAnswer check(const Team& team, WeekSource& weeks, const CheckQuestion& question) {
  std::vector<RuleSearch> wanted;
  std::copy_if(std::begin(searches), std::end(searches), std::back_inserter(wanted),
               [&](const RuleSearch& search) { return is_wanted(question, team.check, search.rule); });
  if (wanted.empty()) return {};
  const Interval span = span_around(question.range, team.zone);
  Checking checking{team, weeks, question, span, held_roles(team, span, weeks), facts_of(team), {}};
  for (const RuleSearch& search : wanted) search.find(checking);
  const std::vector<const WeekFile*> of_range = files_of(checking, question.range);
  CheckAnswer answer;
  for (Finding& finding : checking.findings) {
    if (!takes(question.filter, finding)) continue;
    if (is_allowed(checking, finding, of_range)) {
      ++answer.allowed;
      continue;
    }
    const auto said = team.check.rules.find(std::string(to_string(finding.rule)));
    if (said != team.check.rules.end()) {
      finding.severity = said->second == RuleSeverity::error ? Severity::error : Severity::warning;
    }
    answer.findings.push_back(std::move(finding));
  }
  std::stable_sort(answer.findings.begin(), answer.findings.end(), stands_before);
  return answer;
}

std::pair<Date, Date> default_check_range(const Team& team, WeekSource& weeks, Instant now) {
  const IsoWeek this_week = IsoWeek::containing(team.zone.date(now));
  const Date first = this_week.monday();
  Date last = first + std::chrono::days(6);
  const std::vector<IsoWeek>& all = weeks.weeks();
  if (all.empty() || all.back() < this_week) return {first, last};
  last = all.back().monday() + std::chrono::days(6);
  for (const Rota& rota : team.rotas) {
    const Instant end = week_turn(rota, all.back(), team.zone).end();
    last = std::max(last, team.zone.date(end - std::chrono::seconds(1)));
  }
  return {first, std::min(last, last_date)};
}

}  // namespace cprota
