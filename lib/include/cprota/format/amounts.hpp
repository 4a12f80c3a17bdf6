// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "cprota/rota/pay_rule.hpp"

namespace cprota {

// `262.50`, from pence.
[[nodiscard]] std::string money(std::int64_t pence);
// `131.25`: up to six decimals, rounded half up, none that is not needed.
[[nodiscard]] std::string decimal(const Fraction& fraction);

}  // namespace cprota
