// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/format/amounts.hpp"
#include "cprota/format/names.hpp"
#include "cprota/format/write_claim.hpp"
#include "cprota/time/print.hpp"

namespace cprota {
namespace {

Cell faint(const char* text) {
  return {text, Tone::faint};
}
Cell right(std::string text) {
  return {std::move(text), Tone::plain, true};
}
Cell faint_right(const char* text) {
  return {text, Tone::faint, true};
}

std::string role_words(const RoleRef& role) {
  return role.rota.str() + " " + role.role.str();
}

std::string money_words(std::int64_t pence, const std::optional<std::string>& currency) {
  return currency ? money(pence) + " " + *currency : money(pence);
}

// `262.50 GBP`; where no day rate is told, the part of one, and what is paid beside it:
// `75 % of a day rate + 250.00 GBP`.
std::string amount_words(const Amount& amount, const std::optional<std::string>& currency) {
  if (amount.pence) return money_words(*amount.pence, currency);
  std::string words = fmt::format("{} % of a day rate", decimal(amount.percent.value_or(Fraction{})));
  if (amount.flat) words += " + " + money_words(*amount.flat, currency);
  return words;
}

std::string full_hours(std::int64_t hours) {
  return fmt::format("{} full {}", hours, hours == 1 ? "hour" : "hours");
}

std::string_view count_words(PayCount count) {
  switch (count) {
    case PayCount::pro_rata:
      return "pro rata";
    case PayCount::per_period:
      return "in whole blocks of the period";
    case PayCount::per_day:
      break;
  }
  return "in whole blocks of a day";
}

Table lines_table(const Team& team, const Claim& claim) {
  Table table;
  table.header = {faint("date"), faint("rota"),          faint("role"),
                  faint("time"), faint_right("on call"), faint("day")};
  for (const ClaimLine& line : claim.lines) {
    table.rows.push_back({long_date(line.date), line.role.rota.str(), line.role.role.str(),
                          stretch(line.during, team.zone), right(hours_and_minutes(line.during.minutes())),
                          std::string(to_string(line.kind))});
  }
  return table;
}

Table incidents_table(const Team& team, const Claim& claim) {
  Table table;
  table.header = {faint("worked"), faint_right("time"), faint_right("counted"), faint_right("amount"),
                  faint("note")};
  for (const Incident& incident : claim.incidents) {
    const std::string when = incident.during ? long_date(team.zone.date(incident.during->begin())) + " " +
                                                   stretch(*incident.during, team.zone)
                                             : "told by hand";
    std::string note = visible(incident.note);
    if (incident.rule == nullptr)
      note += note.empty() ? "no pay rule pays for it" : " (no pay rule pays for it)";
    table.rows.push_back({when, right(hours_and_minutes(incident.minutes)),
                          right(full_hours(incident.full_hours)),
                          right(amount_words(incident.amount, claim.currency)), note});
  }
  return table;
}

Table sum_table(const Claim& claim) {
  Table table;
  table.rows.push_back({"on call", right(hours_and_minutes(claim.minutes)),
                        right(amount_words(claim.on_call, claim.currency))});
  if (!claim.incidents.empty()) {
    table.rows.push_back(
        {"worked", right(full_hours(claim.worked_hours)), right(amount_words(claim.worked, claim.currency))});
  }
  if (claim.total) {
    table.rows.push_back({Cell("total", Tone::strong), right(""),
                          Cell(money_words(*claim.total, claim.currency), Tone::strong, true)});
  }
  return table;
}

// Which way of counting was used and what the others give; nothing where all amounts are flat.
std::string counted_words(const Claim& claim) {
  const bool flat = claim.counted.front().percent.value_or(Fraction{}).numerator == 0;
  if (flat) return {};
  std::string others;
  for (std::size_t i = 0; i < claim.counted.size(); ++i) {
    const auto count = static_cast<PayCount>(i);
    if (claim.count == count) continue;
    if (!others.empty()) others += ", ";
    others += fmt::format("{} {}", count_words(count), amount_words(claim.counted.at(i), claim.currency));
  }
  if (!claim.count)
    return fmt::format("The pay rules count in different ways; all of it would be: {}.", others);
  return fmt::format(
      "Counted {}, {}; otherwise: {}.", count_words(*claim.count),
      claim.count_is_told ? "as the pay rule says" : "the default where a pay rule has no count", others);
}

// `Day rate 200.00 GBP.`; nothing where none is told.
std::string day_rate_words(const Claim& claim) {
  if (claim.day_rate) return fmt::format("Day rate {}.", money_words(*claim.day_rate, claim.currency));
  std::string rates;
  for (const auto& [divisor, pence] : claim.day_rates) {
    rates += fmt::format("{}{} (salary / {})", rates.empty() ? "" : ", ", money_words(pence, claim.currency),
                         divisor);
  }
  return rates.empty() ? rates : "Day rates " + rates + ".";
}

Table takeover_table(const Team& team, const std::vector<Takeover>& all, bool given) {
  Table table;
  table.header = {faint(given ? "given away" : "taken on"), faint("role"), faint_right("on call"),
                  faint(given ? "to" : "from"), faint("why")};
  for (const Takeover& each : all) {
    table.rows.push_back({from_to(each.during, team.zone), role_words(each.role),
                          right(hours_and_minutes(each.open)), holder_name(team, given ? each.to : each.from),
                          visible(each.source.taken_over->reason)});
  }
  return table;
}

std::string last_line(const Claim& claim) {
  std::string files;
  for (const std::string& file : claim.files) files += (files.empty() ? "" : ", ") + visible(file);
  return fmt::format("{}: fingerprint {}", files.empty() ? "no week file" : files, claim.fingerprint);
}

std::string heading(const Team& team, const ClaimAnswer& answer) {
  const std::string who =
      answer.of_one_person ? full_name(team, answer.claims.front().person) : visible(team.name);
  std::string line = fmt::format("{} · on-call claim · {}", who, describe(answer.range, team.zone));
  if (!answer.is_over) line += "\nThis period is not over: what is still to come may change.";
  return line;
}

Table people_table(const Team& team, const ClaimAnswer& answer) {
  Table table;
  table.header = {faint("person"),       faint_right("on call"), faint_right("amount"), faint_right("worked"),
                  faint_right("amount"), faint_right("total"),   faint("fingerprint")};
  for (const Claim& claim : answer.claims) {
    const std::string total = claim.total ? money_words(*claim.total, claim.currency) : "–";
    table.rows.push_back(
        {full_name(team, claim.person), right(hours_and_minutes(claim.minutes)),
         right(amount_words(claim.on_call, claim.currency)), right(full_hours(claim.worked_hours)),
         right(amount_words(claim.worked, claim.currency)), right(total), claim.fingerprint});
  }
  return table;
}

// Why there is nothing to claim, where no rule could give anything; else nothing.
std::string no_rule_words(const Team& team, const ClaimAnswer& answer) {
  const auto in_force = [&](const PayRule& rule) {
    return !rule.from || team.zone.begin_of(*rule.from) < answer.range.until;
  };
  if (std::ranges::any_of(team.pay_rules, in_force)) return {};
  if (team.pay_rules.empty()) return "cprota.toml has no [pay]: it says of no rota what is paid.";
  return "No [pay] of cprota.toml is in force yet.";
}

// The parts of a claim in order, tables and sentences, as a format writes them.
template <class WriteTable, class WriteLine>
std::string parts(const Team& team, const ClaimAnswer& answer, WriteTable table, WriteLine line) {
  std::string out = line(heading(team, answer));
  if (const std::string why = no_rule_words(team, answer); !why.empty()) out += line(why);
  if (!answer.of_one_person) {
    if (answer.claims.empty()) return out + line("Nobody has anything to claim then.");
    return out + "\n" + table(people_table(team, answer));
  }
  const Claim& claim = answer.claims.front();
  if (!claim.lines.empty()) out += "\n" + table(lines_table(team, claim));
  if (!claim.incidents.empty()) out += "\n" + table(incidents_table(team, claim));
  out += "\n" + table(sum_table(claim));
  if (const std::string counted = counted_words(claim); !counted.empty()) out += "\n" + line(counted);
  if (const std::string rates = day_rate_words(claim); !rates.empty()) out += line(rates);
  if (!claim.given.empty()) out += "\n" + table(takeover_table(team, claim.given, true));
  if (!claim.taken.empty()) out += "\n" + table(takeover_table(team, claim.taken, false));
  return out + "\n" + line(last_line(claim));
}

}  // namespace

std::string claim_text(const Team& team, const ClaimAnswer& answer, const TextStyle& style) {
  return parts(
      team, answer, [&](const Table& table) { return to_text(table, style); },
      [&](const std::string& line) {
        std::string out;
        for (std::size_t begin = 0; begin <= line.size();) {
          const std::size_t end = std::min(line.find('\n', begin), line.size());
          out += wrapped(line.substr(begin, end - begin), style.width, 2) + "\n";
          begin = end + 1;
        }
        return out;
      });
}

std::string claim_markdown(const Team& team, const ClaimAnswer& answer) {
  return parts(
      team, answer,
      [](Table table) {
        if (table.header.empty()) table.header = {"", "counted", "amount"};
        return to_markdown(table);
      },
      [](const std::string& line) { return markdown_text(line) + "\n"; });
}

}  // namespace cprota
