// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cprota/base/result.hpp"

#include "format/scan_text.hpp"

namespace cprota {

// What is wrong in a text that was read, by bytes from its beginning.
class FaultList {
 public:
  // `text` must outlive it.
  FaultList(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {}

  void add(std::size_t offset, std::string message);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] bool empty() const { return error_.diagnostics.empty(); }
  [[nodiscard]] const Error& error() const { return error_; }
  [[nodiscard]] Place place_of(std::size_t offset);

 private:
  std::string_view text_;
  std::string file_;
  Error error_{Fault::files, {}};
  // The last place asked for: the next lies mostly after it, in a file that may be one line.
  std::size_t known_offset_ = 0;
  Position known_;
};

}  // namespace cprota
