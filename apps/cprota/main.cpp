// SPDX-License-Identifier: MIT
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "cprota/base/diagnostic.hpp"

#include "env.hpp"
#include "run.hpp"

int main(int count, char** words) {
  cprota::MachineEnv env;
  try {
    return static_cast<int>(cprota::run({words + (count > 0 ? 1 : 0), words + count}, env));
  } catch (const std::bad_alloc&) {
    env.write_message("error: there is not enough memory\n");
  } catch (const std::exception& failure) {
    env.write_message("error: " + cprota::visible(failure.what()) + "\n");
  }
  return static_cast<int>(cprota::Exit::machine);
}
