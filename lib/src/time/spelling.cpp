// SPDX-License-Identifier: MIT
#include "time/spelling.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

#include <fmt/format.h>

#include "cprota/base/suggest.hpp"
#include "cprota/time/print.hpp"

#include "time/form.hpp"

namespace cprota {
namespace {

std::string date_text(int year, int month, int day) {
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

// `23 Nov 2026`, `Mon 23 Nov`, `Nov 23 2026`, and `Monday` for the next one.
std::vector<std::string> respelt_named_date(const Form& typed, Date today) {
  const auto& n = typed.numbers;
  const std::string& form = typed.form;
  const int this_year = static_cast<int>(std::chrono::year_month_day(today).year());
  if (form == "N M N") return {date_text(n[2].value, n[1].value, n[0].value)};
  if (form == "M N N") return {date_text(n[2].value, n[0].value, n[1].value)};
  if (form == "D N M N") return {date_text(n[3].value, n[2].value, n[1].value)};
  if (form == "N M") return {date_text(this_year, n[1].value, n[0].value)};
  if (form == "D N M") return {date_text(this_year, n[2].value, n[1].value)};
  if (form == "M N" && n[1].digits < 3) return {date_text(this_year, n[0].value, n[1].value)};
  if (form == "D" || form == "next D" || form == "next-D") {
    const std::chrono::weekday day(static_cast<unsigned>(n[0].value));
    const Date tomorrow = today + std::chrono::days(1);
    return {iso_date(tomorrow + (day - weekday_of(tomorrow)))};
  }
  return {};
}

std::vector<std::string> respelt_date(const Form& typed, Date today) {
  const auto& n = typed.numbers;
  if (typed.form == "N" && n[0].digits == 8) {
    return {date_text(n[0].value / 10000, n[0].value / 100 % 100, n[0].value % 100)};
  }
  if (typed.form != "N-N-N" && typed.form != "N/N/N" && typed.form != "N.N.N") {
    return respelt_named_date(typed, today);
  }
  if (n[0].digits == 4) return {date_text(n[0].value, n[1].value, n[2].value)};
  // `23.11.26`, as spreadsheets show a date.
  const bool is_short = n[2].digits == 2 && typed.form != "N-N-N";
  if (n[2].digits != 4 && !is_short) return {};
  const int year = n[2].value + (is_short ? 2000 : 0);
  return {date_text(year, n[1].value, n[0].value), date_text(year, n[0].value, n[1].value)};
}

std::vector<std::string> respelt_unit(const Form& typed, int this_year) {
  const auto& n = typed.numbers;
  const std::string& form = typed.form;
  if (form == "N-wN" || form == "NwN" || form == "N wN")
    return {fmt::format("{:04}-W{:02}", n[0].value, n[1].value)};
  if (form == "Nw" || form == "Nd") return {fmt::format("+{}{}", n[0].value, form.back())};
  if (form == "wN") return {fmt::format("{:04}-W{:02}", this_year, n[0].value)};
  if (form == "N-qN" || form == "NqN" || form == "N qN")
    return {fmt::format("{:04}-Q{}", n[0].value, n[1].value)};
  if (form == "qN") return {fmt::format("{:04}-Q{}", this_year, n[0].value)};
  if (form == "M N" && n[1].digits == 4) return {fmt::format("{:04}-{:02}", n[1].value, n[0].value)};
  if (form == "M") return {fmt::format("{:04}-{:02}", this_year, n[0].value)};
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
  if (text.empty()) return std::string();
  if (text == "Z" || text == "z" || text == "UTC") return "Z";
  const Form typed = form_of(text.substr(1));
  const auto& n = typed.numbers;
  if (typed.form == "N:N") return fmt::format("{}{:02}:{:02}", text.front(), n[0].value, n[1].value);
  if (typed.form != "N") return std::nullopt;
  if (n[0].digits <= 2) return fmt::format("{}{:02}:00", text.front(), n[0].value);
  return fmt::format("{}{:02}:{:02}", text.front(), n[0].value / 100, n[0].value % 100);
}

// A clock time as `9:15am`, then an offset as `+1` or `UTC`, if any.
std::vector<std::string> respelt_time(std::string_view text) {
  std::size_t end = std::min(text.find_first_of("+-zZU"), text.size());
  const std::string_view offset_typed = text.substr(end);
  while (end > 0 && text[end - 1] == ' ') --end;
  const auto offset = respelt_offset(offset_typed);
  std::vector<std::string> out;
  if (!offset) return out;
  for (const std::string& clock : respelt_clock(form_of(text.substr(0, end)))) out.push_back(clock + *offset);
  return out;
}

std::vector<std::string> respelt_moment(std::string_view text, Date today) {
  constexpr std::string_view between = "Tt_ ";
  std::vector<std::string> out;
  for (auto at = text.find_first_of(between); at != std::string_view::npos;
       at = text.find_first_of(between, at + 1)) {
    for (const std::string& time : respelt_time(text.substr(at + 1))) {
      for (const std::string& date : respelt_date(form_of(text.substr(0, at)), today)) {
        out.push_back(fmt::format("{}T{}", date, time));
      }
    }
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
                    [](char c, char p) { return p == '#' ? c >= '0' && c <= '9' : c == p; });
}

std::vector<std::string> respelt(std::string_view text, Date today) {
  constexpr std::size_t longest = 40;
  if (text.size() > longest) return {};
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  const Form typed = form_of(text);
  const int this_year = static_cast<int>(std::chrono::year_month_day(today).year());
  const auto dates = respelt_date(typed, today);
  std::vector<std::string> out{std::string(text)};
  for (const auto& more : {dates, respelt_unit(typed, this_year), respelt_clock(typed),
                           dates.empty() ? respelt_moment(text, today) : dates}) {
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
  std::string word = lower(text);
  std::replace_if(
      word.begin(), word.end(), [](char c) { return c == ' ' || c == '_'; }, '-');
  if (std::string offer = did_you_mean(word, words); !offer.empty()) return start + offer;
  return fmt::format("{}; write {}", start, examples);
}

}  // namespace cprota
