// SPDX-License-Identifier: MIT
// How long `cprota hours` takes over ten years, twenty people and two rotas, against reading those week files
// alone; and elapsed and deadline over twenty years, against answering who is on now.
#include <array>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "cprota/time/calendar.hpp"
#include "cprota/time/print.hpp"

#include "interleaved.hpp"
#include "scratch_folder.hpp"

namespace {

namespace fs = std::filesystem;
using namespace cprota::bench;

constexpr int rounds = 20;
constexpr int weeks = 522;
constexpr int people = 20;

[[nodiscard]] std::string person(int number) {
  return "p" + std::to_string(number % people);
}

void write_team(const fs::path& folder) {
  std::ofstream file(folder / "cprota.toml");
  file << "[team]\nname = \"Bench\"\ntimezone = \"Europe/London\"\nbank-holidays = \"england-and-wales\"\n"
          "[hours.support]\nweekday = [\"10:00-17:00\"]\n"
          "[hours.working]\nweekday = [\"09:00-18:00\"]\n"
          "[hours.on-call]\nweekday = [\"07:00-10:00\", \"17:00-22:00\"]\nweekend = [\"07:00-22:00\"]\n"
          "bank-holiday = [\"07:00-22:00\"]\n";
  std::string members;
  for (int i = 0; i < people; ++i) members += (i > 0 ? ", \"" : "\"") + person(i) + "\"";
  file << "[rota.on-call]\nhours = \"on-call\"\nroles = [\"primary\", \"secondary\"]\nhandover = \"Mon "
          "10:00\"\n"
       << "members = [" << members << "]\n[rota.support]\nhours = \"working\"\nroles = [\"engineer\"]\n"
       << "turn = \"day\"\nmembers = [" << members << "]\n";
  for (int i = 0; i < people; ++i) {
    file << "[[people]]\nid = \"" << person(i) << "\"\nname = \"Person " << i << "\"\n";
  }
}

// A week of both rotas; every other one has an override.
[[nodiscard]] std::string week_file(cprota::IsoWeek week, int number) {
  std::string text = "# " + week.str() + "\n[on-call]\nprimary = \"" + person(number) + "\"\nsecondary = \"" +
                     person(number + 7) + "\"\n\n[support]\nengineer = [";
  for (int day = 0; day < 5; ++day) text += "\"" + person(number * 5 + day) + "\", ";
  text += "\"\", \"\"]\n";
  if (number % 2 == 0) {
    const std::string day = cprota::iso_date(week.monday() + std::chrono::days(2));
    text += "\n[[override]]\nrole = \"on-call.primary\"\nperson = \"" + person(number + 3) +
            "\"\nfrom = " + day + "T17:00:00\nuntil = " + day + "T22:00:00\nreason = \"concert\"\n";
  }
  return text;
}

void write_weeks(const fs::path& folder) {
  fs::create_directories(folder);
  const cprota::IsoWeek first = cprota::IsoWeek::of(2021, 1).value();
  for (int i = 0; i < weeks; ++i) {
    const cprota::IsoWeek week = first.plus(i);
    std::ofstream(folder / (week.str() + ".toml")) << week_file(week, i);
  }
}

void run(const Arguments& arguments) {
  const ScratchFolder many;
  const ScratchFolder none;
  for (const fs::path& folder : {many.path(), none.path()}) write_team(folder);
  write_weeks(many.path() / "rota");
  const auto cprota = [&](const std::string& name, const fs::path& folder, std::vector<std::string> words) {
    words.insert(words.begin(), {arguments.program, "--config", folder.string()});
    return Contestant{name, words, {"TERM=dumb", "CPROTA_NOW=2026-11-25T12:00"}};
  };
  const std::vector<Contestant> ten_years{
      cprota("cprota check --only file: reads ten years", many.path(), {"check", "--only", "file"}),
      cprota("cprota hours 2021..2030", many.path(), {"hours", "2021..2030"}),
      cprota("cprota hours 2021..2030 --by shift --json", many.path(),
             {"hours", "2021..2030", "--by", "shift", "--json"}),
  };
  compare(ten_years, rounds);
  const std::vector<Contestant> twenty_years{
      cprota("cprota who-now, no week files", none.path(), {"who-now"}),
      cprota("cprota elapsed 2021-01-01 2041-01-01", none.path(), {"elapsed", "2021-01-01", "2041-01-01"}),
      cprota("cprota deadline 2021-01-01 35000h", none.path(), {"deadline", "2021-01-01", "35000h"}),
  };
  compare(twenty_years, rounds);
}

}  // namespace

int main(int argc, char** argv) {
  return benchmark(argc, argv, run);
}
