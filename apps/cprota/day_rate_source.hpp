// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cprota/count/day_rate.hpp"

#include "command.hpp"
#include "session.hpp"

namespace cprota {

// `--day-rate`, `--salary`, `--day-rate-file`: at most one of them.
struct DayRateOptions {
  std::optional<std::string> day_rate;
  std::optional<std::string> salary;
  std::optional<std::string> file;
};
[[nodiscard]] std::vector<Argument> day_rate_arguments(DayRateOptions& options);

// Nothing where none is told. `-` is standard input. Fault::usage for a file that others can read, and for
// what is no amount; Fault::machine for one that cannot be read.
[[nodiscard]] Result<std::optional<DayRate>> read_day_rate(Session& session, const DayRateOptions& options);

}  // namespace cprota
