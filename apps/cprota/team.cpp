// SPDX-License-Identifier: MIT
#include "team.hpp"

#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/cover/resolve.hpp"
#include "cprota/time/parse.hpp"

namespace cprota {
namespace {

constexpr std::string_view file_name = "cprota.toml";

std::optional<std::string> above(const Env& env) {
  const auto current = env.current_folder();
  if (!current) return std::nullopt;
  for (std::string folder = *current;;) {
    const std::string path = fmt::format("{}/{}", folder == "/" ? "" : folder, file_name);
    if (env.exists(path)) return path;
    const std::size_t slash = folder.rfind('/');
    if (folder == "/" || slash == std::string::npos) return std::nullopt;
    folder.resize(slash == 0 ? 1 : slash);
  }
}

// The XDG base directory specification: a relative path in the variable is to be ignored.
std::optional<std::string> configuration_folder(const Env& env) {
  if (const auto told = env.variable("XDG_CONFIG_HOME"); told && told->starts_with('/')) return told;
  if (const auto home = env.variable("HOME")) return *home + "/.config";
  return std::nullopt;
}

// The time that was told in place of the clock's, read against it.
Result<Instant> stand_in(std::string_view where, const std::optional<std::string>& told, const Zone& zone,
                         Instant clock) {
  if (!told) return clock;
  Result<TypedTime> typed = parse_time(*told, zone, clock);
  if (typed) return typed->at;
  for (Diagnostic& diagnostic : typed.error().diagnostics) {
    diagnostic.message = fmt::format("{}: {}", where, diagnostic.message);
  }
  return tl::unexpected(std::move(typed.error()));
}

std::optional<Error> needed_error(const TeamFolder& folder, const std::optional<Interval>& needed) {
  if (!needed) return folder.week_error();
  const auto [first, last] = weeks_behind(*needed, folder.team().zone);
  return folder.week_error(first, last);
}

}  // namespace

Result<std::string> find_config(const Session& session) {
  const Env& env = session.env;
  if (session.globals.config) {
    if (session.globals.config->empty())
      return fail(Fault::usage, "--config needs the name of a cprota.toml or of its folder");
    return *session.globals.config;
  }
  if (const auto told = env.variable("CPROTA_CONFIG")) return *told;
  if (const auto near = above(env)) return *near;
  if (const auto folder = configuration_folder(env)) {
    std::string path = fmt::format("{}/cprota/{}", *folder, file_name);
    if (env.exists(path)) return path;
  }
  const std::string last = fmt::format("/etc/cprota/{}", file_name);
  if (env.exists(last)) return last;
  return fail(
      Fault::files,
      "there is no cprota.toml here or in a folder above; name one with --config PATH or $CPROTA_CONFIG, or "
      "make one with `cprota init`");
}

std::string folder_prefix(const Session& session, const std::string& config) {
  const std::size_t slash = config.rfind('/');
  const bool is_folder = session.env.exists(fmt::format("{}/{}", config, file_name));
  std::string folder =
      is_folder ? config + "/" : config.substr(0, slash == std::string::npos ? 0 : slash + 1);
  const auto current = session.env.current_folder();
  if (current && folder.starts_with(*current + "/")) folder.erase(0, current->size() + 1);
  while (folder.starts_with("./")) folder.erase(0, 2);
  return folder.starts_with('/') || folder.starts_with("../") ? std::string() : folder;
}

Result<std::unique_ptr<TeamFolder>> load_team(const Session& session, Faults faults) {
  const Result<std::string> path = find_config(session);
  if (!path) return tl::unexpected(path.error());
  Result<std::unique_ptr<TeamFolder>> folder = TeamFolder::open(*path);
  if (faults == Faults::tolerate) return folder;
  if (!folder) return tl::unexpected(TeamFolder::all_faults(*path, folder.error()));
  if (auto error = (*folder)->read_all()) return tl::unexpected(std::move(*error));
  note_state(session, **folder);
  return folder;
}

void note_state(const Session& session, const TeamFolder& folder) {
  if (folder.note()) session.note(*folder.note());
}

Result<void> finish_reading(const Session& session, const TeamFolder& folder,
                            const std::optional<Interval>& needed) {
  if (auto error = needed_error(folder, needed)) return tl::unexpected(std::move(*error));
  note_state(session, folder);
  std::vector<Diagnostic> faults = folder.faults_elsewhere();
  if (const auto error = folder.week_error()) {
    faults.insert(faults.end(), error->diagnostics.begin(), error->diagnostics.end());
  }
  if (faults.empty()) return {};
  const std::string others = faults.size() == 1
                                 ? "answered without it"
                                 : fmt::format("and {} more; answered without them", faults.size() - 1);
  session.note(fmt::format("{} ({}: see cprota check)", to_string(faults.front()), others));
  return {};
}

Result<Instant> now_of(const Session& session, const Zone& zone) {
  const Instant clock = session.env.clock();
  const Result<Instant> now = stand_in("$CPROTA_NOW", session.env.variable("CPROTA_NOW"), zone, clock);
  return session.globals.now ? stand_in("--now", session.globals.now, zone, now.value_or(clock)) : now;
}

Result<std::optional<Instant>> source_date(const Session& session) {
  const auto text = session.env.variable("SOURCE_DATE_EPOCH");
  if (!text) return std::nullopt;
  std::int64_t seconds = 0;
  const char* const end = text->data() + text->size();
  const auto [read, error] = std::from_chars(text->data(), end, seconds);
  constexpr std::int64_t last = 7'258'118'400;  // 2200-01-01
  if (error != std::errc() || read != end || seconds < 0 || seconds >= last) {
    return fail(Fault::usage,
                fmt::format("$SOURCE_DATE_EPOCH is seconds since 1970, not \"{}\"", visible(*text)));
  }
  return Instant(std::chrono::seconds(seconds));
}

}  // namespace cprota
