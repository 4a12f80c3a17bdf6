// SPDX-License-Identifier: MIT
#include "session.hpp"

#include "cprota/base/diagnostic.hpp"

namespace cprota {

Exit exit_of(Fault fault) {
  switch (fault) {
    case Fault::usage:
      return Exit::usage;
    case Fault::files:
      return Exit::files;
    case Fault::machine:
      break;
  }
  return Exit::machine;
}

void Session::note(std::string_view line) const {
  if (!globals.quiet) env.write_message(visible(std::string(line)) + "\n");
}

void Session::report(const Error& error) const {
  std::string text;
  for (const Diagnostic& diagnostic : error.diagnostics) {
    text += to_string(diagnostic) + "\n" + excerpt(diagnostic);
  }
  env.write_message(text);
}

}  // namespace cprota
