// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cprota/base/result.hpp"
#include "cprota/rota/team.hpp"
#include "cprota/rota/week_file.hpp"

namespace cprota {

// What a reader made of cprota.toml and the files beside it.
struct TeamReading {
  Team team;
  // Faults of [team], hours, rotas, people and bank holidays: no answer without them.
  std::vector<Diagnostic> faults;
  // Faults of duties, routes, pay, leave, check, contact, contacts.toml, leave.toml: answers that do not need
  // them go on.
  std::vector<Diagnostic> faults_elsewhere;
  // Those of [contact] and those of [[route]].
  std::vector<Diagnostic> contact_faults;
  std::vector<Diagnostic> route_faults;
  std::string rota_folder = "rota";               // as written
  std::optional<std::string> bank_holidays_file;  // as written
  // The place and line of that name, for saying what is wrong with the file.
  Diagnostic bank_holidays_file_at;
  // Whether a fault is the machine's: it has no zone files.
  bool machine_fault = false;
  // Whether other files can be held against the team: its names and its zone are known.
  bool is_known = false;
};

// A team's folder, read as it is asked for: week files only when find() names them.
class TeamFolder final : public WeekSource {
 public:
  // Reads cprota.toml (`path` is the file or the folder that holds it), contacts.toml, leave.toml and the
  // bank-holidays file; opens no week file. Fails for faults that no answer can do without, with all of them;
  // Fault::machine where a file is there but cannot be read.
  [[nodiscard]] static Result<std::unique_ptr<TeamFolder>> open(const std::string& path);
  // Every fault of every file of the folder, week files too, so far as one run can tell: for who cannot
  // open() it. What was `found` then, where nothing is found any more.
  [[nodiscard]] static Error all_faults(const std::string& path, const Error& found);

  [[nodiscard]] const Team& team() const;
  // The folder of cprota.toml after links, and the rota folder.
  [[nodiscard]] const std::string& folder() const;
  [[nodiscard]] const std::string& rota_folder() const;
  // Where the file of a week is or would be, and how messages show it.
  [[nodiscard]] std::string week_path(IsoWeek week) const;
  [[nodiscard]] std::string week_shown(IsoWeek week) const;
  // One line where a change of several files was cut off, so that answers are from the state after it.
  [[nodiscard]] const std::optional<std::string>& note() const;
  // Faults in what not every answer needs: in cprota.toml, the files beside it and, from find() on, the
  // [[worked]] and [[allow]] of a week file.
  [[nodiscard]] const std::vector<Diagnostic>& faults_elsewhere() const;
  // Those of them in [contact], and those in [[route]], without which a route may be missing.
  [[nodiscard]] const std::vector<Diagnostic>& contact_faults() const;
  [[nodiscard]] const std::vector<Diagnostic>& route_faults() const;

  [[nodiscard]] const WeekFile* find(IsoWeek week) override;
  [[nodiscard]] bool can_use(IsoWeek week) override;
  [[nodiscard]] const std::vector<IsoWeek>& weeks() override;
  // Faults in turns and overrides of the week files found so far; such a file reads as missing.
  [[nodiscard]] std::optional<Error> week_error() const;
  // Only of the files from `first` to `last`, and of the rota folder itself.
  [[nodiscard]] std::optional<Error> week_error(IsoWeek first, IsoWeek last) const;
  // Reads every week file, and fails with all faults of all files (faults_elsewhere() too): for commands that
  // refuse any fault.
  [[nodiscard]] std::optional<Error> read_all();
  // Files in the rota folder that end in .toml and are no weeks, as messages show them, in order.
  [[nodiscard]] std::vector<std::string> strays();
  // The line of a place in one of these files, as written, for an excerpt; empty where it cannot be read.
  [[nodiscard]] std::string source_line(const Place& place) const;

 private:
  TeamFolder();
  struct Impl;
  std::unique_ptr<Impl> impl_;

 public:
  ~TeamFolder() override;
};

}  // namespace cprota
