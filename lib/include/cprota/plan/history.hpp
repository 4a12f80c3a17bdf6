// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <vector>

#include "cprota/plan/fraction.hpp"
#include "cprota/plan/periods.hpp"
#include "cprota/rota/week_file.hpp"

namespace cprota {

// Loads in hundredths of minutes, of bank-holiday dates and of weekend dates.
enum class LoadKind { minutes, bank_holidays, weekends };
inline constexpr std::size_t load_kinds = 3;
template <class T>
using ByLoadKind = std::array<T, load_kinds>;

// What a turn of a role weighs.
[[nodiscard]] ByLoadKind<std::int64_t> load_of(const Period& period, const Role& role);

// Share × the open minutes of each period in which at least one role that must be filled is open to the
// person by the rules that concern them alone.
[[nodiscard]] std::int64_t part_of(const Team& team, const Rota& rota, const Person& person,
                                   const Indexed<Period>& periods);

// Of everyone in `people`: how much more they did than their part of what all of them did, in the rota's
// `history` weeks before `first` that have files, by who really covered. Adds up to 0.
[[nodiscard]] std::vector<ByLoadKind<WideFraction>> aheads(const Team& team, const Rota& rota, IsoWeek first,
                                                           const std::vector<const Person*>& people,
                                                           WeekSource& weeks);

// sum × part ÷ (sum of parts); 0 if nobody has a part.
[[nodiscard]] WideFraction fair_part(std::int64_t sum, std::int64_t part, std::int64_t parts);

}  // namespace cprota
