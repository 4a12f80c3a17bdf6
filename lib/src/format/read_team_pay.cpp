// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/format.h>

#include "format/read_team_sections.hpp"

namespace cprota {
namespace {

constexpr int most_percent = 1000;
constexpr std::int64_t percent_scale = 10'000;
constexpr int most_divisor = 100'000;

std::optional<std::string> read_currency(Findings& findings, std::string_view key, const Value& value) {
  auto code = read_text(findings, key, value);
  if (!code) return std::nullopt;
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (code->size() == 3 && std::all_of(code->begin(), code->end(), is_capital)) return code;
  findings.add(value.begin,
               fmt::format("\"{}\" is three capital letters like \"GBP\", not \"{}\"", key, *code));
  return std::nullopt;
}

std::optional<FlatPay> read_flat(Findings& findings, std::string_view key, const Value& value,
                                 FlatPay::Per per) {
  const TomlTable* const table = read_table(findings, key, value);
  if (table == nullptr) return std::nullopt;
  TableReader reader(findings, *table, value.begin, fmt::format("\"{}\"", key));
  const auto weekday = reader.required("weekday", read_money);
  const auto weekend = reader.required("weekend", read_money);
  const auto bank_holiday = reader.required("bank-holiday", read_money);
  reader.finish();
  if (!weekday || !weekend || !bank_holiday) return std::nullopt;
  return FlatPay{per, *weekday, *weekend, *bank_holiday};
}

std::optional<PercentagePay> read_percentage(TableReader& reader) {
  if (reader.find("percent-of-day-rate") == nullptr) return std::nullopt;
  const auto percent = reader.optional("percent-of-day-rate", read_decimal, 4, most_percent);
  const auto every = reader.optional("every", read_duration);
  if (!percent || !every) return std::nullopt;
  return PercentagePay{{*percent, percent_scale}, *every};
}

// The forms of pay that a block gives; exactly one is right.
void read_form(Findings& findings, const TomlTable& table, TableReader& reader, PayRule& rule) {
  static const std::vector<std::string> counts = {"pro-rata", "per-period", "per-day"};
  const Value* const percent = reader.find("percent-of-day-rate");
  const bool has_percent = percent != nullptr;
  if (const auto percentage = read_percentage(reader)) rule.pay = *percentage;
  if (const auto per_day = reader.optional("per-day", read_flat, FlatPay::Per::day)) rule.pay = *per_day;
  if (const auto per_hour = reader.optional("per-hour", read_flat, FlatPay::Per::hour)) rule.pay = *per_hour;
  if (const auto count = reader.optional("count", read_word, counts))
    rule.count = static_cast<PayCount>(*count);

  const auto given = [&](std::string_view key) {
    return std::any_of(table.begin(), table.end(), [&](const Entry& entry) { return entry.key == key; });
  };
  const int forms = int{has_percent} + int{given("per-day")} + int{given("per-hour")};
  if (forms != 1) {
    findings.add(reader.at(), forms == 0
                                  ? "a rule of pay needs \"percent-of-day-rate\", \"per-day\" or \"per-hour\""
                                  : "a rule of pay has only one of \"percent-of-day-rate\", \"per-day\" and "
                                    "\"per-hour\"");
  } else if (has_percent && !given("every")) {
    findings.add(percent->begin,
                 "\"percent-of-day-rate\" needs \"every\", the time that it is paid for, such as \"8h\"");
  }
  for (const Entry& entry : table) {
    if (has_percent || (entry.key != "every" && entry.key != "count")) continue;
    (void)reader.find(entry.key);
    findings.add(entry.at, fmt::format("\"{}\" belongs to \"percent-of-day-rate\"", entry.key));
  }
}

void read_by_role(Findings& findings, const Value& value, const Names& roles, PayRule& rule) {
  const TomlTable* const table = read_table(findings, "by-role", value);
  if (table == nullptr) return;
  for (const Entry& entry : *table) {
    if (!roles.contains(rule.rota.str() + "." + entry.key)) {
      std::vector<std::string> known;
      for (const std::string& role : roles.all()) {
        if (role.starts_with(rule.rota.str() + ".")) known.push_back(role.substr(rule.rota.str().size() + 1));
      }
      findings.add(entry.at, fmt::format("rota \"{}\" has no role \"{}\"{}", rule.rota.str(), entry.key,
                                         findings.hint(entry.key, known)));
    } else if (const auto part = read_fraction(findings, entry.key, entry.value)) {
      rule.by_role[RoleId(entry.key)] = *part;
    }
  }
}

PayRule read_rule(Findings& findings, const Block& block, const std::string& rota, const TeamNames& names) {
  PayRule rule;
  rule.rota = RotaId(rota);
  TableReader reader(findings, *block.table, block.at, fmt::format("[pay.{}]", rota));
  rule.place = reader.place();
  rule.from = reader.optional("from", read_date);
  rule.currency = reader.optional("currency", read_currency);
  read_form(findings, *block.table, reader, rule);
  rule.worked_hour = reader.optional("worked-hour", read_fraction);
  rule.day_rate_divisor = reader.optional("day-rate-divisor", read_integer, 1, most_divisor);
  if (const Value* const value = reader.find("by-role")) read_by_role(findings, *value, names.roles, rule);
  reader.finish();
  return rule;
}

}  // namespace

void read_pay_section(Findings& findings, const Value& value, const TeamNames& names, Team& team) {
  const TomlTable* const table = read_table(findings, "pay", value);
  if (table == nullptr) return;
  for (const Entry& entry : *table) {
    if (!names.rotas.contains(entry.key)) {
      findings.add(entry.at, fmt::format("{} \"{}\"{}", no_rota, entry.key,
                                         findings.hint(entry.key, names.rotas.all())));
    }
    const std::string name = "pay." + entry.key;
    std::vector<DatedBlock> dates;
    for (const Block& block : read_block_or_blocks(findings, name, entry.value)) {
      PayRule rule = read_rule(findings, block, entry.key, names);
      dates.push_back({block, rule.from});
      team.pay_rules.push_back(std::move(rule));
    }
    check_versions(findings, name, dates);
  }
}

}  // namespace cprota
