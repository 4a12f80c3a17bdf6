// SPDX-License-Identifier: MIT
// How long `cprota who-now` takes on the example team, against a static C program that prints the local time,
// and whether it matters how many week files lie in the rota folder.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "interleaved.hpp"
#include "scratch_folder.hpp"

namespace {

namespace fs = std::filesystem;
using namespace cprota::bench;

constexpr int rounds = 500;

[[nodiscard]] Contestant who_now(const std::string& name, const Arguments& arguments, const fs::path& team) {
  return {name, {arguments.program, "--config", team, "who-now", "--now", "2026-11-25T12:00"}, {"TERM=dumb"}};
}

// The example team with the week files of 2026-W47 and W48 and, before those, so many of years past.
[[nodiscard]] fs::path team_with_weeks(const fs::path& example, const fs::path& folder, int past) {
  fs::create_directories(folder / "rota");
  for (const char* file : {"cprota.toml", "contacts.toml", "leave.toml"}) {
    if (fs::exists(example / file)) fs::copy_file(example / file, folder / file);
  }
  for (const char* week : {"2026-W47.toml", "2026-W48.toml"}) {
    fs::copy_file(example / "rota" / week, folder / "rota" / week);
  }
  for (int i = 0; i < past; ++i) {
    char name[32];
    std::snprintf(name, sizeof name, "%04d-W%02d.toml", 1980 + i / 52, 1 + i % 52);
    std::ofstream(folder / "rota" / name) << "[on-call]\nprimary = \"\"\n";
  }
  return folder;
}

void run(const Arguments& arguments) {
  const fs::path here = fs::canonical("/proc/self/exe").parent_path();
  const fs::path example = fs::path(arguments.source) / "data" / "example";
  const std::vector<Contestant> starts{
      {"a static C program that prints the local time", {here / "local_time"}, {"TZ=Europe/London"}},
      who_now("cprota who-now, example team", arguments, example)};
  compare(starts, rounds);
  const ScratchFolder folder;
  const std::vector<Contestant> weeks{
      who_now("cprota who-now, 2 week files", arguments, team_with_weeks(example, folder.path() / "few", 0)),
      who_now("cprota who-now, 2,000 week files", arguments,
              team_with_weeks(example, folder.path() / "many", 1998))};
  compare(weeks, rounds);
}

}  // namespace

int main(int argc, char** argv) {
  return benchmark(argc, argv, run);
}
