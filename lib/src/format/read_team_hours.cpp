// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "cprota/hours/window.hpp"
#include "cprota/time/calendar.hpp"
#include "cprota/time/print.hpp"

#include "format/read_team_sections.hpp"

namespace cprota {
namespace {

constexpr std::string_view reserved_hours[] = {"weekday", "weekend", "bank-holiday", "working-day"};
constexpr std::array<std::string_view, 7> day_keys = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::optional<Windows> read_windows(Findings& findings, std::string_view key, const Value& value) {
  const Array* const list = read_array(findings, key, value, "windows like \"10:00-17:00\"");
  if (list == nullptr) return std::nullopt;
  Windows windows;
  for (const Value& item : *list) {
    const auto text = read_text(findings, key, item);
    if (!text) continue;
    const auto window = parse_window(*text);
    if (window) {
      windows.push_back(*window);
    } else {
      findings.add(item.begin, window.error().diagnostics.front().message);
    }
  }
  if (const auto pair = overlapping(windows)) {
    findings.add(value.begin, fmt::format("windows {} and {} of \"{}\" overlap", to_string(pair->first),
                                          to_string(pair->second), key));
  }
  return windows;
}

// `"2026-12-24"`: a key that begins with a digit is meant as a date.
void read_dates(Findings& findings, const TomlTable& table, TableReader& reader, HoursVersion& version) {
  for (const Entry& entry : table) {
    if (entry.key.empty() || entry.key.front() < '0' || entry.key.front() > '9') continue;
    const Value* const value = reader.find_unlisted(entry.key);
    const auto date = parse_date(entry.key);
    if (!date) {
      findings.add(entry.at, fmt::format("there is no date \"{}\" in the years 1970 to 2199", entry.key));
    } else if (auto windows = read_windows(findings, entry.key, *value)) {
      version.dates.emplace(*date, std::move(*windows));
    }
  }
}

HoursVersion read_version(Findings& findings, const Block& block, const std::string& name) {
  HoursVersion version;
  TableReader reader(findings, *block.table, block.at, fmt::format("[{}]", name));
  version.from = reader.optional("from", read_date);
  version.weekday = reader.optional("weekday", read_windows);
  version.weekend = reader.optional("weekend", read_windows);
  version.bank_holiday = reader.optional("bank-holiday", read_windows);
  for (std::size_t day = 0; day < day_keys.size(); ++day) {
    version.days[day] = reader.optional(day_keys[day], read_windows);
  }
  read_dates(findings, *block.table, reader, version);
  reader.finish();
  return version;
}

}  // namespace

void read_hours_section(Findings& findings, const Value& value, Team& team) {
  const TomlTable* const table = read_table(findings, "hours", value);
  if (table == nullptr) return;
  for (const Entry& entry : *table) {
    check_id(findings, entry.at, "hours", entry.key, reserved_hours);
    const std::string name = "hours." + entry.key;
    Hours hours{HoursId(entry.key), {}, findings.place(entry.at)};
    std::vector<DatedBlock> dates;
    for (const Block& block : read_block_or_blocks(findings, name, entry.value)) {
      hours.versions.push_back(read_version(findings, block, name));
      dates.push_back({block, hours.versions.back().from});
    }
    check_versions(findings, name, dates);
    team.hours.push_back(std::move(hours));
  }
}

}  // namespace cprota
