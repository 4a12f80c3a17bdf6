// SPDX-License-Identifier: MIT
// A target that breaks on one input, to see that replay notices.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (std::string_view(reinterpret_cast<const char*>(data), size) == "break\n") std::abort();
  return 0;
}
