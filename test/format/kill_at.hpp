// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

namespace cprota {

// Runs `work` in a child process that is killed as it makes its system call number `calls`, before the call
// has an effect; true where it came to its end before that.
[[nodiscard]] bool kill_at_call(int calls, const std::function<void()>& work);

}  // namespace cprota
