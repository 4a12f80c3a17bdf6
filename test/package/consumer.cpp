// SPDX-License-Identifier: MIT
#include <cstdio>
#include <string>
#include <vector>

#include <cprota/base/suggest.hpp>

int main() {
  const std::vector<std::string> people{"amara", "bea", "cy"};
  std::puts(("no one is called \"amra\"" + cprota::did_you_mean("amra", people)).c_str());
}
