// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "cprota/base/diagnostic.hpp"

namespace cprota {

// Who is to blame; the command line turns it into its exit code.
enum class Fault {
  usage,    // what was asked is wrong: a bad time, an unknown person (exit 2)
  files,    // the team's files are wrong, or there are none (exit 3)
  machine,  // cannot read, write or lock; the disk is full (exit 4)
};

// Why there is no answer: at least one diagnostic, all that one run found.
struct Error {
  Fault fault = Fault::usage;
  std::vector<Diagnostic> diagnostics;
};

template <class T>
using Result = tl::expected<T, Error>;

// An error of one message without a place.
[[nodiscard]] inline tl::unexpected<Error> fail(Fault fault, std::string message) {
  return tl::unexpected<Error>(
      Error{fault, {Diagnostic{Severity::error, std::nullopt, std::move(message), {}}}});
}

}  // namespace cprota
