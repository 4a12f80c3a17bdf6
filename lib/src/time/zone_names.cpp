// SPDX-License-Identifier: MIT
#include "time/zone_names.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "cprota/base/suggest.hpp"

namespace cprota {
namespace {

namespace fs = std::filesystem;

bool is_part_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '+' ||
         c == '-';
}

// The folder in which Abseil looks.
fs::path zone_folder() {
  const char* const named = std::getenv("TZDIR");
  return named != nullptr && *named != '\0' ? named : "/usr/share/zoneinfo";
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code failed;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, failed);
  for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
    const std::string name = entry->path().lexically_relative(folder).generic_string();
    std::error_code no_file;
    if (!is_zone_name(name)) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file(no_file)) {
      names.push_back(name);
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

// `; did you mean "Europe/London"?` for a slip in the whole name, or for `london`, its last part.
std::string offer(const std::string& name, const std::vector<std::string>& names) {
  if (std::string whole = did_you_mean(name, names); !whole.empty()) return whole;
  std::vector<std::string> cities;
  for (const std::string& each : names) cities.push_back(each.substr(each.rfind('/') + 1));
  const auto city = nearest(name, cities);
  if (!city) return "; zones are named like \"Europe/London\"";
  const auto found = std::find(cities.begin(), cities.end(), *city) - cities.begin();
  return fmt::format("; did you mean \"{}\"?", names[static_cast<std::size_t>(found)]);
}

}  // namespace

bool is_zone_name(std::string_view name) {
  // Zones and their folders begin with a capital; what else lies in a zone folder does not.
  if (name.empty() || name.front() < 'A' || name.front() > 'Z' || name.back() == '/') return false;
  if (name.starts_with("Fixed/") || name.find("//") != std::string_view::npos) return false;
  return std::all_of(name.begin(), name.end(), [](char c) { return c == '/' || is_part_character(c); });
}

tl::unexpected<Error> no_such_zone(const std::string& name) {
  const fs::path folder = zone_folder();
  const std::vector<std::string> names = names_in(folder);
  if (names.empty()) {
    return fail(
        Fault::machine,
        fmt::format("there are no time-zone files in {}; install the package tzdata, or set TZDIR to a "
                    "folder that has them",
                    folder.string()));
  }
  if (std::binary_search(names.begin(), names.end(), name)) {
    return fail(Fault::machine, fmt::format("cannot read the time-zone file {}; reinstall the package tzdata",
                                            (folder / name).string()));
  }
  return fail(Fault::files, fmt::format("there is no time zone \"{}\"{}", name, offer(name, names)));
}

}  // namespace cprota
