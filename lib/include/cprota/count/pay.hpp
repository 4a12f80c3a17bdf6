// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cprota/base/result.hpp"
#include "cprota/count/day_rate.hpp"
#include "cprota/cover/takeover.hpp"
#include "cprota/rota/pay_rule.hpp"

namespace cprota {

// The rule of a rota that is in force on a date: the latest that has begun; nullptr where none has.
[[nodiscard]] const PayRule* pay_rule_on(const Team& team, const RotaId& rota, Date date);

// A shift, cut at local midnight and at the ends of the range.
struct ClaimLine {
  Date date;
  DayKind kind = DayKind::weekday;
  RoleRef role;
  Interval during;
  std::string file;  // the week file, as messages show it
};

// Part of a day rate, in percent and exact, and flat amounts; and what both come to, rounded half up to whole
// pence: absent where it takes a day rate and none is told.
struct Amount {
  std::optional<Fraction> percent = {};   // absent where all is flat amounts
  std::optional<std::int64_t> flat = {};  // absent where nothing is
  std::optional<std::int64_t> pence = {};
};

// An incident worked on. It belongs to the range in which it begins and to one role, whole, so that none is
// paid twice: that in which the person is on call as it begins, else one in which they are before it ends,
// else one of the first rota whose rule has a part for hours worked. Rotas without a rule in force do not
// count.
struct Incident {
  std::optional<Interval> during;  // absent for what is told by hand
  Minutes minutes{0};
  std::int64_t full_hours = 0;
  std::string note;
  std::string file;               // empty for what is told by hand
  std::optional<RoleRef> role;    // absent for what is told by hand
  const PayRule* rule = nullptr;  // of that role's rota; nullptr where it does not pay for hours worked
  Amount amount;
};

struct Claim {
  PersonId person;
  std::vector<ClaimLine> lines;  // in order of begin, then of rota and role
  Minutes minutes{0};
  // Of the rules used; of the first in the team where none is. Absent where one of them has none.
  std::optional<std::string> currency;
  std::optional<PayCount> count;  // of the rules used; absent where they differ or all are flat amounts
  bool count_is_told = true;      // not the default of one of them
  Amount on_call;                 // as the rules say
  // By PayCount: what on_call would be if every percentage were counted so.
  std::array<Amount, 3> counted;
  // The exact day rate, rounded to pence; absent where none is told or the rules used divide differently.
  std::optional<std::int64_t> day_rate;
  std::map<int, std::int64_t> day_rates;  // by divisor, of a salary that the rules used divide differently
  std::vector<Incident> incidents;        // those of week files in order of begin, then those told by hand
  std::int64_t worked_hours = 0;          // full hours, counted for each incident
  Amount worked;                          // the sum of the incidents' amounts
  std::optional<std::int64_t> total;      // on_call and worked, as rounded
  // What the person had by the week files and somebody else took on, from the first rule of its rota on.
  std::vector<Takeover> given;
  std::vector<Takeover> taken;
  std::vector<std::string> files;  // the week files that it rests on, in order of their names
  // The first 16 hexadecimal digits of the SHA-256 of the canonical text: the person, the range, the lines
  // and the incidents of week files. Money is not in it.
  std::string fingerprint;
};

// What a claim is asked about.
struct ClaimQuestion {
  Interval range;
  Filter filter = {};  // a person: their claim, also where it is empty; else all who have any
  std::optional<DayRate> day_rate = {};
  std::vector<Minutes> worked = {};  // incidents told by hand, of that person
};

// Claims in the order of the team's people. Rotas without a rule in force on a date are not in them. Blocks
// are counted over all of a person's minutes in a rota and role under one rule, by range or by local date; a
// flat amount by day is paid once for a rota and date, at the greatest part of the roles held on it.
// Fault::usage where one claim would mix currencies, a salary has no divisor, or hours told by hand have no
// one rule that pays for them.
[[nodiscard]] Result<std::vector<Claim>> claims_of(const Team& team, WeekSource& weeks,
                                                   const ClaimQuestion& question);

// The text that the fingerprint is taken of.
[[nodiscard]] std::string canonical_text(const Claim& claim, const Interval& range, const Zone& zone);

}  // namespace cprota
