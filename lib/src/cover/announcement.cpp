// SPDX-License-Identifier: MIT
#include "cprota/cover/announcement.hpp"

#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "cprota/time/print.hpp"

namespace cprota {
namespace {

std::string told(Instant t, const Zone& zone) {
  return fmt::format("{} {}", long_date(zone.date(t)), clock_time(t, zone));
}

bool is_blank(const std::string& text) {
  return text.find_first_not_of(' ') == std::string::npos;
}

// The words with which chat programs notify everyone, in a text that a person may paste.
std::optional<std::string_view> mention_of_everyone(std::string text) {
  constexpr std::string_view mentions[] = {"@here",  "@channel",  "@everyone",
                                           "<!here", "<!channel", "<!everyone"};
  for (char& letter : text) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  for (const std::string_view mention : mentions) {
    if (text.find(mention) != std::string::npos) return mention;
  }
  return std::nullopt;
}

}  // namespace

Result<Announcement> checked(Announcement announcement, const Zone& zone) {
  Error error{Fault::usage, {}};
  const auto wrong = [&](std::string message) {
    error.diagnostics.push_back({Severity::error, std::nullopt, std::move(message), {}});
  };
  if (is_blank(announcement.what)) wrong("say what happens: --what TEXT");
  if (is_blank(announcement.service)) wrong("say to which service: --service TEXT");
  for (const std::string& text : {announcement.what, announcement.service}) {
    const auto mention = mention_of_everyone(text);
    if (!mention || announcement.notify_everyone) continue;
    wrong(fmt::format("\"{}\" would notify everyone: leave it out, or say --notify-everyone", *mention));
  }
  if (announcement.until <= announcement.from) {
    wrong(fmt::format("the work ends {}, not after its start {}", told(announcement.until, zone),
                      told(announcement.from, zone)));
  }
  if (announcement.updates.empty()) wrong("say when the next update comes: --update TIME");
  std::optional<Instant> last;
  for (const Instant update : announcement.updates) {
    if (update < announcement.from) {
      wrong(fmt::format("the update {} is before the work starts {}", told(update, zone),
                        told(announcement.from, zone)));
    } else if (update > announcement.until) {
      wrong(fmt::format("the update {} is after the work ends {}", told(update, zone),
                        told(announcement.until, zone)));
    }
    if (last && update <= *last) {
      wrong(fmt::format("the update {} is not after the one before it, {}: give them in order",
                        told(update, zone), told(*last, zone)));
    }
    last = update;
  }
  if (!error.diagnostics.empty()) return tl::unexpected(std::move(error));
  return announcement;
}

}  // namespace cprota
