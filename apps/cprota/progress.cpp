// SPDX-License-Identifier: MIT
#include "progress.hpp"

#include <chrono>

#include <fmt/format.h>

namespace cprota {

std::function<void(const Rota&, const LevelResult&)> show_progress(const Session& session) {
  if (session.globals.quiet || !session.env.messages_on_terminal()) return {};
  static constexpr std::chrono::milliseconds patience(500);
  const auto start = session.env.ticks();
  return [&env = session.env, start](const Rota& rota, const LevelResult& level) {
    if (env.ticks() - start < patience) return;
    const std::string bound = level.proved  ? " (proved)"
                              : level.bound ? fmt::format(" (bound {})", *level.bound)
                                            : "";
    env.write_message(
        fmt::format("{}: {} {}{}\n", rota.id.str(), level_name(level.level), level.value, bound));
  };
}

}  // namespace cprota
