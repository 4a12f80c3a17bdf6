// SPDX-License-Identifier: MIT
#include "format/fault_list.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace cprota {

void FaultList::add(std::size_t offset, std::string message) {
  error_.diagnostics.push_back(
      {Severity::error, place_of(offset), std::move(message), line_at(text_, offset)});
}

Place FaultList::place_of(std::size_t offset) {
  if (offset < known_offset_) {
    known_offset_ = 0;
    known_ = {};
  }
  while (known_offset_ < std::min(offset, text_.size())) {
    const bool ends_line = text_[known_offset_] == '\n';
    known_offset_ += decode_utf8(text_.substr(known_offset_)).length;
    known_ = ends_line ? Position{known_.line + 1, 1} : Position{known_.line, known_.column + 1};
  }
  return {file_, known_.line, known_.column};
}

}  // namespace cprota
