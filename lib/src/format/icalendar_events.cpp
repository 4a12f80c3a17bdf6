// SPDX-License-Identifier: MIT
#include "format/icalendar_events.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace cprota {
namespace {

constexpr std::size_t deepest = 8;

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// Names in iCalendar have no case.
bool begins_with(std::string_view text, std::string_view name) {
  return text.size() >= name.size() && std::equal(name.begin(), name.end(), text.begin(),
                                                  [](char a, char b) { return upper(a) == upper(b); });
}

struct ContentLine {
  std::size_t offset = 0;
  std::string_view text;  // without its end and the blanks before it

  // What stands behind `name`, if the line begins with that.
  [[nodiscard]] std::optional<std::string_view> after(std::string_view name) const {
    return begins_with(text, name) ? std::optional(text.substr(name.size())) : std::nullopt;
  }
};

// The lines of a text, as they stand (not unfolded).
class ContentLines {
 public:
  explicit ContentLines(std::string_view text) : text_(text) {}

  [[nodiscard]] std::optional<ContentLine> next() {
    if (at_ >= text_.size()) return std::nullopt;
    const std::size_t begin = at_;
    const std::size_t end = std::min(text_.find('\n', begin), text_.size());
    at_ = end + 1;
    std::string_view line = text_.substr(begin, end - begin);
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    return ContentLine{begin, line};
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

struct Open {
  std::size_t offset = 0;
  std::string_view name;
};

bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && begins_with(a, b);
}

}  // namespace

std::size_t IcalendarEvent::offset_of(std::string_view property) const {
  ContentLines lines(text);
  while (const auto line = lines.next()) {
    const auto rest = line->after(property);
    if (rest && (rest->starts_with(':') || rest->starts_with(';'))) return offset + line->offset;
  }
  return offset;
}

bool begins_as_icalendar(std::string_view text) {
  return begins_with(text, "BEGIN:VCALENDAR");
}

tl::expected<std::vector<IcalendarEvent>, IcalendarFault> icalendar_events(std::string_view text) {
  const auto fault = [](std::size_t offset, std::string message) {
    return tl::unexpected(IcalendarFault{offset, std::move(message)});
  };
  std::vector<IcalendarEvent> events;
  std::vector<Open> open;
  ContentLines lines(text);
  while (const auto line = lines.next()) {
    if (const auto begun = line->after("BEGIN:")) {
      if (open.size() == deepest) return fault(line->offset, "components are nested too deeply");
      open.push_back({line->offset, *begun});
    } else if (const auto ended = line->after("END:")) {
      if (open.empty() || !same(open.back().name, *ended)) {
        return fault(line->offset, fmt::format("END:{} closes no BEGIN:{}", *ended, *ended));
      }
      if (same(*ended, "VEVENT")) {
        const std::size_t begin = open.back().offset;
        events.push_back({begin, text.substr(begin, line->offset + line->text.size() - begin)});
      }
      open.pop_back();
    } else if (open.empty() && !line->text.empty()) {
      return fault(line->offset, "this stands outside of the calendar");
    }
  }
  if (!open.empty()) {
    return fault(open.back().offset, fmt::format("the file stops before END:{}", open.back().name));
  }
  return events;
}

}  // namespace cprota
