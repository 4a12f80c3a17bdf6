// SPDX-License-Identifier: MIT
#pragma once

#include <ctime>

namespace cprota {

// What `work` takes of one core, in seconds: others may use the machine meanwhile.
template <class Work>
[[nodiscard]] double cpu_seconds(Work work) {
  const std::clock_t start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace cprota
