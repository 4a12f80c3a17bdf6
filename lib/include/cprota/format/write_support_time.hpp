// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "cprota/format/table.hpp"
#include "cprota/rota/team.hpp"

namespace cprota {

// Open time between two instants.
struct ElapsedAnswer {
  HoursId hours;
  Instant from;
  Instant until;
  Minutes minutes{0};
};
// `7h 00m`
[[nodiscard]] std::string elapsed_text(const ElapsedAnswer& answer);
// A document of cprota.elapsed/1.
[[nodiscard]] std::string elapsed_json(const Team& team, const ElapsedAnswer& answer);

// When so much open time has passed.
struct DeadlineAnswer {
  HoursId hours;
  Instant from;
  Minutes minutes{0};
  std::optional<Instant> at;  // absent: not before 2200
  Minutes left{0};            // then: the open time that there is until 2200
};
// `Tue 24 Nov 2026 11:15 GMT`, or that it never passes and why.
[[nodiscard]] std::string deadline_text(const Team& team, const DeadlineAnswer& answer,
                                        const TextStyle& style);
// A document of cprota.deadline/1; `at` is null where it never passes.
[[nodiscard]] std::string deadline_json(const Team& team, const DeadlineAnswer& answer);

}  // namespace cprota
