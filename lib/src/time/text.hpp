// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>

#include "cprota/time/zone.hpp"

namespace cprota {

// `+01:00`; seconds of an offset are cut off towards zero.
[[nodiscard]] std::string offset_text(std::chrono::seconds offset);

// `2026-11-23T09:15`
[[nodiscard]] std::string minute_text(Local local);

// Date and clock of a moment at which a stretch ends: the beginning of a date is `24:00` of the one before.
struct Closing {
  Date date;
  std::string clock;
};
[[nodiscard]] Closing closing_of(Instant t, const Zone& zone);

}  // namespace cprota
