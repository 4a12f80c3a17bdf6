// SPDX-License-Identifier: MIT
#include "time/spelling.hpp"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include "cprota/base/suggest.hpp"

#include "time/scan.hpp"

namespace cprota {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct Number {
  int value = 0;
  std::size_t digits = 0;
};

// `23/Nov 2026` as its form `N/nov N`, and the numbers.
struct Form {
  std::string form;
  std::vector<Number> numbers;
};

Form form_of(std::string_view text) {
  constexpr std::size_t longest_number = 8;
  Form out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t digits = 0;
    while (i + digits < text.size() && is_digit(text[i + digits])) ++digits;
    if (digits > longest_number) return {};
    if (digits > 0) {
      out.form += 'N';
      out.numbers.push_back({Scan(text.substr(i)).digits(digits).value_or(0), digits});
      i += digits;
    } else {
      const char c = text[i++];
      out.form += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return out;
}

std::string date_text(int year, int month, int day) {
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::vector<std::string> respelt_date(const Form& typed) {
  const auto& n = typed.numbers;
  if (typed.form == "N" && n[0].digits == 8) {
    return {date_text(n[0].value / 10000, n[0].value / 100 % 100, n[0].value % 100)};
  }
  if (typed.form != "N-N-N" && typed.form != "N/N/N" && typed.form != "N.N.N") return {};
  if (n[0].digits == 4) return {date_text(n[0].value, n[1].value, n[2].value)};
  if (n[2].digits != 4) return {};
  return {date_text(n[2].value, n[1].value, n[0].value), date_text(n[2].value, n[0].value, n[1].value)};
}

std::vector<std::string> respelt_unit(const Form& typed, int this_year) {
  const auto& n = typed.numbers;
  const std::string& form = typed.form;
  if (form == "N-wN" || form == "NwN" || form == "N wN")
    return {fmt::format("{:04}-W{:02}", n[0].value, n[1].value)};
  if (form == "wN") return {fmt::format("{:04}-W{:02}", this_year, n[0].value)};
  if (form == "N-qN" || form == "NqN" || form == "N qN")
    return {fmt::format("{:04}-Q{}", n[0].value, n[1].value)};
  if (form == "qN") return {fmt::format("{:04}-Q{}", this_year, n[0].value)};
  if (form != "N-N" && form != "N/N" && form != "N.N") return {};
  if (n[0].digits == 4) return {fmt::format("{:04}-{:02}", n[0].value, n[1].value)};
  if (n[1].digits == 4) return {fmt::format("{:04}-{:02}", n[1].value, n[0].value)};
  return {};
}

std::vector<std::string> respelt_clock(Form typed) {
  auto& n = typed.numbers;
  std::string& form = typed.form;
  std::erase(form, ' ');
  const bool morning = form.ends_with("am");
  const bool afternoon = form.ends_with("pm");
  if (morning || afternoon) form.resize(form.size() - 2);
  int hour = n.empty() ? 0 : n[0].value;
  int minute = 0;
  if (form == "N:N" || form == "N.N" || form == "N:N:N" || form == "N:N:N.N") {
    if (n[1].digits != 2) return {};
    minute = n[1].value;
    if (n.size() > 2 && n[2].value != 0) return {};
    if (n.size() > 3 && n[3].value != 0) return {};
  } else if (form == "N" && n[0].digits >= 3 && n[0].digits <= 4) {
    minute = hour % 100;
    hour /= 100;
  } else if (form != "N" || !(morning || afternoon)) {
    return {};
  }
  if (morning || afternoon) {
    if (hour < 1 || hour > 12) return {};
    hour = hour % 12 + (afternoon ? 12 : 0);
  }
  return {fmt::format("{:02}:{:02}", hour, minute)};
}

// `+01:00` for `+1`, `+0100` and the like; nothing for what is no offset.
std::optional<std::string> respelt_offset(std::string_view text) {
  if (text.empty() || text == "Z") return std::string(text);
  if (text == "z" || text == "UTC" || text == " UTC" || text == " Z") return "Z";
  if (text.front() == ' ') text.remove_prefix(1);
  const Form typed = form_of(text.substr(1));
  if (typed.form == "N:N" || (typed.form == "N" && typed.numbers[0].digits <= 4)) {
    const int first = typed.numbers[0].value;
    const bool together = typed.form == "N" && typed.numbers[0].digits > 2;
    const int minutes = typed.form == "N:N" ? typed.numbers[1].value : together ? first % 100 : 0;
    return fmt::format("{}{:02}:{:02}", text.front(), together ? first / 100 : first, minutes);
  }
  return std::nullopt;
}

std::vector<std::string> respelt_moment(std::string_view text) {
  const std::size_t gap = text.find_first_of("Tt _", 6);
  if (gap == std::string_view::npos) return {};
  const std::string_view time = text.substr(gap + 1);
  std::size_t end = time.find_first_of("+-zZU");
  if (end == std::string_view::npos) end = time.size();
  if (end > 0 && end < time.size() && time[end - 1] == ' ') --end;
  const auto clocks = respelt_clock(form_of(time.substr(0, end)));
  const auto offset = respelt_offset(time.substr(end));
  std::vector<std::string> out;
  if (clocks.empty() || !offset) return out;
  for (const std::string& date : respelt_date(form_of(text.substr(0, gap)))) {
    out.push_back(fmt::format("{}T{}{}", date, clocks.front(), *offset));
  }
  return out;
}

}  // namespace

std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 60;
  if (text.size() <= longest) return fmt::format("\"{}\"", text);
  std::size_t cut = longest;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xc0) == 0x80) --cut;
  return fmt::format("\"{}…\"", text.substr(0, cut));
}

bool fits(std::string_view text, std::string_view pattern) {
  return std::equal(text.begin(), text.end(), pattern.begin(), pattern.end(),
                    [](char c, char p) { return p == '#' ? is_digit(c) : c == p; });
}

std::vector<std::string> respelt(std::string_view text, Date today) {
  constexpr std::size_t longest = 40;
  if (text.size() > longest) return {};
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  const Form typed = form_of(text);
  const int this_year = static_cast<int>(std::chrono::year_month_day(today).year());
  std::vector<std::string> out{std::string(text)};
  for (const auto& more :
       {respelt_date(typed), respelt_unit(typed, this_year), respelt_clock(typed), respelt_moment(text)}) {
    out.insert(out.end(), more.begin(), more.end());
  }
  return out;
}

std::string not_understood(std::string_view text, std::string_view what, Date today,
                           const std::vector<std::string>& words,
                           const std::function<bool(const std::string&)>& reads, std::string_view examples) {
  const std::string start = fmt::format("{} is no {}", quoted(text), what);
  std::string offers;
  for (const std::string& spelling : respelt(text, today)) {
    if (!reads(spelling) || offers.find(spelling) != std::string::npos) continue;
    offers += (offers.empty() ? "" : " or ") + spelling;
  }
  if (!offers.empty()) return fmt::format("{}; write {}", start, offers);
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == ' ' || c == '_') c = '-';
  }
  if (std::string offer = did_you_mean(lower, words); !offer.empty()) return start + offer;
  return fmt::format("{}; write {}", start, examples);
}

}  // namespace cprota
