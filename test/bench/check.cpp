// SPDX-License-Identifier: MIT
// How long `cprota check` takes on ten years of week files, against reading the same bytes with cat and
// against reading them as a team and checking nothing.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "cprota/time/calendar.hpp"

#include "interleaved.hpp"
#include "scratch_folder.hpp"

namespace {

namespace fs = std::filesystem;
using namespace cprota::bench;

constexpr int rounds = 30;
constexpr int weeks = 522;

[[nodiscard]] std::string date(cprota::Date day) {
  const std::chrono::year_month_day ymd(day);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
  return text;
}

// A week of the example's people: four pairs on call in turn, support by the day, and now and then an
// override and an incident.
[[nodiscard]] std::string week_file(cprota::IsoWeek week, int number) {
  const char* const pairs[][2] = {{"amara", "bea"}, {"cy", "dev"}, {"fia", "haris"}, {"bea", "cy"}};
  const auto& pair = pairs[number % 4];
  std::string text =
      "# " + week.str() + "\n[on-call]\nprimary = \"" + pair[0] + "\"\nsecondary = \"" + pair[1] +
      "\"\n\n[support]\nengineer = [\"dev\", \"fia\", \"haris\", \"cy\", \"bea\", \"\", \"\"]\n";
  if (number % 2 == 0) {
    const std::string day = date(week.monday() + std::chrono::days(2));
    text += "\n[[override]]\nrole = \"on-call.primary\"\nperson = \"dev\"\nfrom = " + day +
            "T17:00:00\nuntil = " + day +
            "T22:00:00\nreason = \"concert\"\n\n[[worked]]\nperson = \"dev\"\nfrom = " + day +
            "T18:05:00\nuntil = " + day + "T19:20:00\nnote = \"ingress\"\n";
  }
  return text;
}

void write_team(const fs::path& example, const fs::path& folder) {
  fs::create_directories(folder / "rota");
  for (const char* file : {"cprota.toml", "contacts.toml", "leave.toml"}) {
    fs::copy_file(example / file, folder / file);
  }
  const cprota::IsoWeek first = cprota::IsoWeek::of(2026, 36).value();
  for (int i = 0; i < weeks; ++i) {
    const cprota::IsoWeek week = first.plus(i);
    std::ofstream(folder / "rota" / (week.str() + ".toml")) << week_file(week, i);
  }
}

void run(const Arguments& arguments) {
  const ScratchFolder folder;
  write_team(fs::path(arguments.source) / "data" / "example", folder.path());
  const std::vector<std::string> environment{"TERM=dumb", "PATH=/usr/bin:/bin",
                                             "CPROTA_NOW=2026-09-01T12:00"};
  const auto check = [&](const std::string& name, const std::vector<std::string>& more) {
    std::vector<std::string> command{arguments.program, "--config", folder.path(), "check"};
    command.insert(command.end(), more.begin(), more.end());
    return Contestant{name, command, environment};
  };
  const std::string all = folder.path().string() + "/*.toml " + folder.path().string() + "/rota/*.toml";
  const std::vector<Contestant> contestants{
      check("cprota check --only file: reads ten years", {"--only", "file"}),
      check("cprota check: every rule over ten years", {}),
      {"cat: the same bytes", {"/bin/sh", "-c", "cat " + all}, environment},
  };
  compare(contestants, rounds);
}

}  // namespace

int main(int argc, char** argv) {
  return benchmark(argc, argv, run);
}
