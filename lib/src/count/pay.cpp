// SPDX-License-Identifier: MIT
#include "cprota/count/pay.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <variant>

#include "count/amounts.hpp"
#include "count/fingerprint.hpp"
#include "count/incidents.hpp"

namespace cprota {
namespace {

// The rules that a claim uses, in the order of the team.
std::vector<const PayRule*> rules_of(const Team& team, const Claim& claim) {
  std::set<const PayRule*> used;
  for (const ClaimLine& line : claim.lines) used.insert(pay_rule_on(team, line.role.rota, line.date));
  for (const Incident& incident : claim.incidents) {
    if (incident.rule != nullptr) used.insert(incident.rule);
  }
  std::vector<const PayRule*> rules;
  for (const PayRule& rule : team.pay_rules) {
    if (used.contains(&rule)) rules.push_back(&rule);
  }
  return rules;
}

// Whether it pays part of a day rate for the lines or an incident.
bool takes_day_rate(const PayRule& rule, const Claim& claim) {
  return std::holds_alternative<PercentagePay>(rule.pay) ||
         std::any_of(claim.incidents.begin(), claim.incidents.end(), [&](const Incident& incident) {
           return incident.rule == &rule && incident.full_hours > 0;
         });
}

// What all of them say, if they say the same.
template <class Rules, class Get>
auto agreed(const Rules& rules, Get get) -> std::optional<decltype(get(*rules.front()))> {
  std::optional<decltype(get(*rules.front()))> value;
  for (const PayRule* rule : rules) {
    if (value && *value != get(*rule)) return std::nullopt;
    value = get(*rule);
  }
  return value;
}

Result<void> add_incidents(const Team& team, WeekSource& weeks, const ClaimQuestion& question, Claim& claim) {
  claim.incidents = incidents_of(team, claim.person, question.range, weeks);
  std::erase_if(claim.incidents, [&](const Incident& incident) {
    return incident.role && !question.filter.takes(*incident.role);
  });
  if (question.worked.empty()) return {};
  const auto rule = rule_told_by_hand(team, question, claim.lines);
  if (!rule) return tl::unexpected(rule.error());
  for (const Minutes worked : question.worked) {
    Incident incident;
    incident.minutes = worked;
    incident.full_hours = worked / std::chrono::hours(1);
    incident.rule = *rule;
    claim.incidents.push_back(std::move(incident));
  }
  return {};
}

Result<void> add_up_worked(const std::optional<DayRate>& rate, Claim& claim) {
  ExactAmount sum;
  std::optional<std::int64_t> pence = 0;
  for (Incident& incident : claim.incidents) {
    ExactAmount exact;
    if (incident.rule != nullptr) exact = worked_amount(*incident.rule, incident.full_hours, rate);
    const auto amount = rounded(exact, rate);
    if (!amount) return tl::unexpected(amount.error());
    incident.amount = *amount;
    claim.worked_hours += incident.full_hours;
    sum += exact;
    pence = pence && amount->pence ? std::optional(*pence + *amount->pence) : std::nullopt;
  }
  const auto worked = rounded(sum, rate);
  if (!worked) return tl::unexpected(worked.error());
  claim.worked = {worked->percent, std::nullopt, pence};
  return {};
}

Result<void> find_currency(const Team& team, const std::vector<const PayRule*>& rules, Claim& claim) {
  if (rules.empty()) {
    if (!team.pay_rules.empty()) claim.currency = team.pay_rules.front().currency;
    return {};
  }
  std::set<std::string> told;
  for (const PayRule* rule : rules) {
    if (rule->currency) told.insert(*rule->currency);
  }
  if (told.size() > 1) {
    return fail(Fault::usage, "the claim of " + claim.person.str() +
                                  " would mix currencies; narrow it with --rota or to a shorter range");
  }
  claim.currency = agreed(rules, [](const PayRule& rule) { return rule.currency; }).value_or(std::nullopt);
  return {};
}

// Of the rules that pay part of a day rate.
Result<void> find_day_rate(const std::vector<const PayRule*>& rules, const DayRate& rate, Claim& claim) {
  if (!rate.yearly) {
    claim.day_rate = rate.pence;
    return {};
  }
  for (const PayRule* rule : rules) {
    if (!rule->day_rate_divisor) {
      return fail(Fault::usage, "[pay." + rule->rota.str() +
                                    "] has no day-rate-divisor to divide a salary by; give it there, or "
                                    "--day-rate");
    }
    const auto pence = Rational(rate.pence, *rule->day_rate_divisor).rounded();
    if (pence) claim.day_rates[*rule->day_rate_divisor] = *pence;
  }
  if (claim.day_rates.size() == 1) claim.day_rate = claim.day_rates.begin()->second;
  return {};
}

Result<void> add_up(const Team& team, const std::optional<DayRate>& rate, Claim& claim) {
  const std::vector<const PayRule*> rules = rules_of(team, claim);
  if (auto found = find_currency(team, rules, claim); !found) return found;
  std::vector<const PayRule*> percentages;
  std::copy_if(rules.begin(), rules.end(), std::back_inserter(percentages),
               [](const PayRule* rule) { return std::holds_alternative<PercentagePay>(rule->pay); });
  claim.count =
      agreed(percentages, [](const PayRule& rule) { return rule.count.value_or(PayCount::pro_rata); });
  claim.count_is_told = std::all_of(percentages.begin(), percentages.end(),
                                    [](const PayRule* rule) { return rule->count.has_value(); });
  if (rate) {
    std::vector<const PayRule*> dividing;
    std::copy_if(rules.begin(), rules.end(), std::back_inserter(dividing),
                 [&](const PayRule* rule) { return takes_day_rate(*rule, claim); });
    if (auto found = find_day_rate(dividing, *rate, claim); !found) return found;
  }

  const auto on_call = rounded(on_call_amount(team, claim.lines, rate, std::nullopt), rate);
  if (!on_call) return tl::unexpected(on_call.error());
  claim.on_call = *on_call;
  for (std::size_t i = 0; i < claim.counted.size(); ++i) {
    const auto counted = rounded(on_call_amount(team, claim.lines, rate, static_cast<PayCount>(i)), rate);
    if (!counted) return tl::unexpected(counted.error());
    claim.counted.at(i) = *counted;
  }
  if (auto worked = add_up_worked(rate, claim); !worked) return worked;
  if (!claim.on_call.pence && claim.worked_hours == 0) {
    // Nothing, but of a day rate that is not told: as whoever has no incident.
    claim.worked.pence.reset();
    for (Incident& incident : claim.incidents) incident.amount.pence.reset();
  }
  if (claim.on_call.pence && claim.worked.pence) claim.total = *claim.on_call.pence + *claim.worked.pence;
  return {};
}

void name_files(Claim& claim) {
  std::set<std::string> files;
  for (const ClaimLine& line : claim.lines) files.insert(line.file);
  for (const Incident& incident : claim.incidents) {
    if (!incident.file.empty()) files.insert(incident.file);
  }
  for (const auto* list : {&claim.given, &claim.taken}) {
    for (const Takeover& each : *list) files.insert(each.source.file->file);
  }
  claim.files.assign(files.begin(), files.end());
}

// The claims of everyone who is asked about, with their lines.
std::map<PersonId, Claim> lines_by_person(const Team& team, WeekSource& weeks,
                                          const ClaimQuestion& question) {
  std::map<PersonId, Claim> claims;
  const Cover cover = cover_of(team, question.range, weeks, question.filter);
  for (const Shift& shift : cover.shifts) {
    for (const DatePiece& piece : by_date(shift.during, team.zone, team.bank_holidays)) {
      if (pay_rule_on(team, shift.role.rota, piece.date) == nullptr) continue;
      Claim& claim = claims[shift.person];
      claim.lines.push_back({piece.date, piece.kind, shift.role, piece.during, shift.source.file->file});
      claim.minutes += piece.during.minutes();
    }
  }
  for (auto& [person, claim] : claims) {
    std::stable_sort(claim.lines.begin(), claim.lines.end(), [](const ClaimLine& a, const ClaimLine& b) {
      return a.during.begin() < b.during.begin();
    });
  }
  return claims;
}

// The part of a takeover from the first rule of its rota on; nothing where no open minute is in it.
std::optional<Takeover> paid_part(const Team& team, Takeover takeover) {
  if (pay_rule_on(team, takeover.role.rota, team.zone.date(takeover.during.begin())) != nullptr)
    return takeover;
  std::optional<Date> first;
  for (const PayRule& rule : team.pay_rules) {
    if (rule.rota == takeover.role.rota && (!first || *rule.from < *first)) first = rule.from;
  }
  if (!first) return std::nullopt;
  const auto paid = Interval::between(team.zone.begin_of(*first), takeover.during.end());
  if (!paid) return std::nullopt;
  const IntervalSet open = team.open_hours_of(*team.find_rota(takeover.role.rota), *paid);
  if (open.empty()) return std::nullopt;
  takeover.during = Interval(open.intervals().front().begin(), open.intervals().back().end());
  takeover.open = open.minutes();
  return takeover;
}

void add_takeovers(const Team& team, WeekSource& weeks, const ClaimQuestion& question,
                   std::map<PersonId, Claim>& claims) {
  for (const Takeover& each : takeovers(team, question.range, weeks, question.filter)) {
    const auto paid = paid_part(team, each);
    if (!paid) continue;
    if (const PersonId* person = person_in(paid->from)) claims[*person].given.push_back(*paid);
    if (const PersonId* person = person_in(paid->to)) claims[*person].taken.push_back(*paid);
  }
}

}  // namespace

const PayRule* pay_rule_on(const Team& team, const RotaId& rota, Date date) {
  const PayRule* in_force = nullptr;
  for (const PayRule& rule : team.pay_rules) {
    if (rule.rota != rota || (rule.from && *rule.from > date)) continue;
    if (in_force == nullptr || !in_force->from || (rule.from && *rule.from >= *in_force->from))
      in_force = &rule;
  }
  return in_force;
}

Result<std::vector<Claim>> claims_of(const Team& team, WeekSource& weeks, const ClaimQuestion& question) {
  std::map<PersonId, Claim> drafts = lines_by_person(team, weeks, question);
  add_takeovers(team, weeks, question, drafts);
  std::vector<Claim> claims;
  for (const Person& person : team.people) {
    if (question.filter.person && *question.filter.person != person.id) continue;
    Claim claim = std::move(drafts[person.id]);
    claim.person = person.id;
    if (auto added = add_incidents(team, weeks, question, claim); !added)
      return tl::unexpected(added.error());
    const bool is_empty = claim.lines.empty() && claim.incidents.empty() && claim.given.empty();
    if (is_empty && !question.filter.person) continue;
    if (auto sum = add_up(team, question.day_rate, claim); !sum) return tl::unexpected(sum.error());
    name_files(claim);
    claim.fingerprint = fingerprint_of(canonical_text(claim, question.range, team.zone));
    claims.push_back(std::move(claim));
  }
  return claims;
}

}  // namespace cprota
