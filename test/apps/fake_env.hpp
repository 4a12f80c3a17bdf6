// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "env.hpp"

namespace cprota {

// A machine that is made of what a test says.
class FakeEnv final : public Env {
 public:
  std::map<std::string, std::string> variables;
  Instant now{};
  std::optional<std::string> folder = "/nowhere";
  std::set<std::string> paths;
  std::optional<int> columns;
  std::optional<std::string> disk_error;

  std::string output;
  std::string messages;

  [[nodiscard]] std::optional<std::string> variable(const std::string& name) const override {
    const auto found = variables.find(name);
    if (found == variables.end() || found->second.empty()) return std::nullopt;
    return found->second;
  }
  [[nodiscard]] Instant clock() const override { return now; }
  [[nodiscard]] std::optional<std::string> current_folder() const override { return folder; }
  [[nodiscard]] bool exists(const std::string& path) const override { return paths.contains(path); }
  [[nodiscard]] std::optional<int> terminal_columns() const override { return columns; }
  [[nodiscard]] bool messages_on_terminal() const override { return false; }
  [[nodiscard]] std::chrono::milliseconds ticks() const override { return std::chrono::milliseconds(0); }
  [[nodiscard]] Result<std::string> read_input() override { return std::string(); }
  [[nodiscard]] Result<void> write_output(std::string_view text) override {
    if (disk_error) return fail(Fault::machine, *disk_error);
    output += text;
    return {};
  }
  void write_message(std::string_view text) override { messages += text; }
};

}  // namespace cprota
