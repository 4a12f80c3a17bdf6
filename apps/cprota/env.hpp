// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "cprota/base/result.hpp"
#include "cprota/time/interval.hpp"

namespace cprota {

// All that the command line knows of the machine, so that tests can hand in another one. Reading the team's
// files is the library's.
class Env {
 public:
  Env() = default;
  Env(const Env&) = delete;
  Env& operator=(const Env&) = delete;
  virtual ~Env() = default;

  // A variable that is set and not empty.
  [[nodiscard]] virtual std::optional<std::string> variable(const std::string& name) const = 0;
  // Cut to the minute.
  [[nodiscard]] virtual Instant clock() const = 0;
  // Nothing where it has been removed.
  [[nodiscard]] virtual std::optional<std::string> current_folder() const = 0;
  // Whether anything has that name, be it a link that leads nowhere.
  [[nodiscard]] virtual bool exists(const std::string& path) const = 0;
  // The columns of the terminal on standard output; nothing where that is no terminal.
  [[nodiscard]] virtual std::optional<int> terminal_columns() const = 0;
  // Whether standard error is a terminal.
  [[nodiscard]] virtual bool messages_on_terminal() const = 0;
  // A count that only grows, to tell how long something takes.
  [[nodiscard]] virtual std::chrono::milliseconds ticks() const = 0;

  // Standard input to its end. Fault::machine where it cannot be read.
  [[nodiscard]] virtual Result<std::string> read_input() = 0;
  // To standard output. A reader that has gone is no failure; Fault::machine for any other.
  [[nodiscard]] virtual Result<void> write_output(std::string_view text) = 0;
  // To standard error; what cannot be written there is lost.
  virtual void write_message(std::string_view text) = 0;
};

// The machine that the program runs on.
class MachineEnv final : public Env {
 public:
  // Standard streams that are closed stay useless, so that no file opened later takes their place.
  MachineEnv();

  [[nodiscard]] std::optional<std::string> variable(const std::string& name) const override;
  [[nodiscard]] Instant clock() const override;
  [[nodiscard]] std::optional<std::string> current_folder() const override;
  [[nodiscard]] bool exists(const std::string& path) const override;
  [[nodiscard]] std::optional<int> terminal_columns() const override;
  [[nodiscard]] bool messages_on_terminal() const override;
  [[nodiscard]] std::chrono::milliseconds ticks() const override;
  [[nodiscard]] Result<std::string> read_input() override;
  [[nodiscard]] Result<void> write_output(std::string_view text) override;
  void write_message(std::string_view text) override;
};

}  // namespace cprota
