// SPDX-License-Identifier: MIT
#include <cstdlib>

#include <fmt/format.h>

#include "cprota/format/write_plan.hpp"

namespace cprota {
namespace {

constexpr auto at(Level level) {
  return static_cast<std::size_t>(level);
}

std::string count_of(std::int64_t count, std::string_view word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

std::string_view unit_of(const TeamProblem& drawn) {
  return drawn.rota->turn == TurnKind::day ? "day" : "week";
}

std::string_view words_of(Bar bar) {
  switch (bar) {
    case Bar::member:
      return "is no member of the rota";
    case Bar::first:
      return "is not on the rotas yet";
    case Bar::last:
      return "is no longer on the rotas";
    case Bar::except:
      return "does not take this role";
    case Bar::leave:
      return "is on leave";
    case Bar::day_off:
      return "has that day off";
  }
  return {};
}

std::string load_words(const Choice& choice) {
  const std::int64_t over = rounded(choice.over);
  return fmt::format("would be {} hours {} their share", load_hours(std::abs(over)),
                     over < 0 ? "under" : "over");
}

std::string level_words(const RotaPlan& plan, const Choice& choice, Level level) {
  const std::int64_t more = choice.values[at(level)] - plan.answer.values[at(level)];
  switch (level) {
    case Level::uncovered:
      return "leaves another turn empty";
    case Level::imbalance:
      return load_words(choice);
    case Level::bank_holidays:
      return fmt::format("makes bank holidays less even (+{})", more);
    case Level::weekends:
      return fmt::format("makes weekends less even (+{})", more);
    case Level::roles:
      return fmt::format("makes the roles less even (+{})", more);
    case Level::avoided:
      return "would rather avoid it";
    case Level::spacing:
      return choice.gap ? fmt::format("is {} from another turn of theirs",
                                      count_of(*choice.gap, unit_of(plan.drawn)))
                        : fmt::format("makes the spacing worse (+{})", more);
    case Level::changes:
      return "takes it from whoever has it now";
  }
  return {};
}

}  // namespace

std::string load_hours(std::int64_t load) {
  constexpr std::int64_t tenth_of_an_hour = 600;
  const std::int64_t tenths = rounded(WideFraction{load, tenth_of_an_hour});
  return fmt::format("{}{}.{}", tenths < 0 ? "-" : "", std::abs(tenths) / 10, std::abs(tenths) % 10);
}

std::string words_of(const TeamProblem& drawn, int turn, const Obstacle& obstacle) {
  switch (obstacle.kind) {
    case Obstacle::Kind::personal:
      return std::string(words_of(*obstacle.bar));
    case Obstacle::Kind::apart:
      return "is on another rota then";
    case Obstacle::Kind::covering:
      return "covers another role then";
    case Obstacle::Kind::beside:
      return "has other days of it";
    case Obstacle::Kind::occupied:
      return "has another role then";
    case Obstacle::Kind::new_beside:
      return "is new, as who has the other role then";
    case Obstacle::Kind::pair:
      return "is new and would have no experienced second";
    case Obstacle::Kind::rest:
      break;
  }
  const int apart = *obstacle.near_start - drawn.problem.turns[static_cast<std::size_t>(turn)].period;
  return fmt::format("has a turn {} {}", count_of(std::abs(apart), unit_of(drawn)),
                     apart < 0 ? "before" : "after");
}

std::string words_of(const RotaPlan& plan, const Choice& choice) {
  std::string words;
  for (const Level level : plan.drawn.problem.order) {
    // That they do not have it now goes without saying.
    if (level == Level::changes || choice.values[at(level)] <= plan.answer.values[at(level)]) continue;
    if (!words.empty()) words += ", and ";
    words += level_words(plan, choice, level);
  }
  return words.empty() ? "would be as good" : words;
}

}  // namespace cprota
