// SPDX-License-Identifier: MIT
#include "count/amounts.hpp"

#include <map>
#include <utility>
#include <variant>

namespace cprota {
namespace {

// A person's minutes in one role of a rota under one rule.
struct Group {
  std::map<Date, std::pair<DayKind, Minutes>> dates;
};

Rational part_of(const PayRule& rule, const RoleId& role) {
  const auto part = rule.by_role.find(role);
  return part == rule.by_role.end() ? Rational(1) : Rational(part->second);
}

// How many times the percentage is paid.
Rational times(const Group& group, const PercentagePay& pay, PayCount count) {
  Minutes all{0};
  std::int64_t blocks = 0;
  for (const auto& [date, day] : group.dates) {
    all += day.second;
    blocks += day.second / pay.every;
  }
  switch (count) {
    case PayCount::pro_rata:
      return {all.count(), pay.every.count()};
    case PayCount::per_period:
      return all / pay.every;
    case PayCount::per_day:
      break;
  }
  return blocks;
}

std::int64_t flat_pence(const FlatPay& pay, DayKind kind) {
  switch (kind) {
    case DayKind::weekday:
      return pay.weekday;
    case DayKind::weekend:
      return pay.weekend;
    case DayKind::bank_holiday:
      break;
  }
  return pay.bank_holiday;
}

ExactAmount percentage_amount(const PayRule& rule, const PercentagePay& pay,
                              const std::map<RoleId, Group>& roles, const std::optional<DayRate>& rate,
                              std::optional<PayCount> count) {
  ExactAmount amount;
  amount.takes_day_rate = true;
  for (const auto& [role, group] : roles) {
    amount.percent += times(group, pay, count.value_or(rule.count.value_or(PayCount::pro_rata))) *
                      Rational(pay.percent_of_day_rate) * part_of(rule, role);
  }
  if (rate) amount.of_day_rate = amount.percent * Rational(1, 100) * day_rate_in_pence(*rate, rule);
  return amount;
}

ExactAmount flat_amount(const PayRule& rule, const FlatPay& pay, const std::map<RoleId, Group>& roles) {
  ExactAmount amount;
  amount.has_flat = true;
  std::map<Date, std::pair<DayKind, Rational>> greatest_parts;
  for (const auto& [role, group] : roles) {
    const Rational part = part_of(rule, role);
    for (const auto& [date, day] : group.dates) {
      const auto& [kind, minutes] = day;
      if (pay.per == FlatPay::Per::hour) {
        amount.flat += Rational(flat_pence(pay, kind)) * Rational(minutes.count(), 60) * part;
        continue;
      }
      const auto [at, is_new] = greatest_parts.try_emplace(date, kind, part);
      if (!is_new && at->second.second < part) at->second.second = part;
    }
  }
  for (const auto& [date, day] : greatest_parts) {
    amount.flat += Rational(flat_pence(pay, day.first)) * day.second;
  }
  return amount;
}

}  // namespace

ExactAmount& ExactAmount::operator+=(const ExactAmount& other) {
  percent += other.percent;
  of_day_rate += other.of_day_rate;
  flat += other.flat;
  takes_day_rate = takes_day_rate || other.takes_day_rate;
  has_flat = has_flat || other.has_flat;
  return *this;
}

Rational day_rate_in_pence(const DayRate& rate, const PayRule& rule) {
  return rate.yearly ? Rational(rate.pence, rule.day_rate_divisor.value()) : Rational(rate.pence);
}

ExactAmount on_call_amount(const Team& team, const std::vector<ClaimLine>& lines,
                           const std::optional<DayRate>& rate, std::optional<PayCount> count) {
  std::map<const PayRule*, std::map<RoleId, Group>> rules;
  for (const ClaimLine& line : lines) {
    const PayRule* rule = pay_rule_on(team, line.role.rota, line.date);
    auto& [kind, minutes] = rules[rule][line.role.role].dates[line.date];
    kind = line.kind;
    minutes += line.during.minutes();
  }
  ExactAmount sum;
  for (const auto& [rule, roles] : rules) {
    if (const auto* percentage = std::get_if<PercentagePay>(&rule->pay)) {
      sum += percentage_amount(*rule, *percentage, roles, rate, count);
    } else {
      sum += flat_amount(*rule, std::get<FlatPay>(rule->pay), roles);
    }
  }
  return sum;
}

ExactAmount worked_amount(const PayRule& rule, std::int64_t full_hours, const std::optional<DayRate>& rate) {
  ExactAmount amount;
  amount.takes_day_rate = full_hours > 0;
  const Rational part = Rational(rule.worked_hour.value_or(Fraction{})) * Rational(full_hours);
  amount.percent = part * Rational(100);
  if (rate && full_hours > 0) amount.of_day_rate = part * day_rate_in_pence(*rate, rule);
  return amount;
}

Result<Amount> rounded(const ExactAmount& amount, const std::optional<DayRate>& rate) {
  const auto percent = amount.percent.fraction();
  const auto pence = (amount.of_day_rate + amount.flat).rounded();
  const auto flat = amount.flat.rounded();
  if (!percent || !pence || !flat) {
    return fail(Fault::files, "the amounts under [pay] are too fine or too large to be reckoned exactly");
  }
  Amount result;
  if (amount.takes_day_rate || !amount.has_flat) result.percent = *percent;
  if (amount.has_flat) result.flat = *flat;
  if (rate || !amount.takes_day_rate) result.pence = *pence;
  return result;
}

}  // namespace cprota
