// SPDX-License-Identifier: MIT
#include "cprota/format/publish_files.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "cprota/base/diagnostic.hpp"

#include "format/read_file.hpp"
#include "format/swap_folder.hpp"

namespace cprota {
namespace {

// The names of the files that publishing made, a line each, in the folder itself.
constexpr const char* list_name = ".cprota-site";
constexpr std::string_view list_title = "cprota site 1";

std::set<std::string> names_in(std::string_view list) {
  std::set<std::string> names;
  if (!list.starts_with(list_title)) return names;
  for (std::size_t begin = list.find('\n'); begin < list.size();) {
    const std::size_t end = std::min(list.find('\n', begin + 1), list.size());
    const std::string name(list.substr(begin + 1, end - begin - 1));
    // No list of ours leads out of the folder.
    if (!name.empty() && name.find('/') == std::string::npos && name.front() != '.') names.insert(name);
    begin = end;
  }
  return names;
}

SiteFile list_of(const std::vector<SiteFile>& files) {
  std::string text(list_title);
  for (const SiteFile& file : files) text += "\n" + file.name;
  return {list_name, text + "\n"};
}

std::string_view first_line(std::string_view text) {
  return text.substr(0, text.find('\n'));
}

// Whether a file that the list does not name is one of ours all the same: the list may have been lost on the
// way of a copy.
bool looks_like_ours(const std::string& standing, const SiteFile& file) {
  return standing.empty() || standing.find("cprota") != std::string::npos ||
         (file.name.ends_with(".csv") && first_line(standing) == first_line(file.text));
}

bool is_link(const std::string& path) {
  std::error_code unknown;
  return std::filesystem::is_symlink(path, unknown);
}

Result<SitePlan> carry_out(const std::string& folder, const std::vector<SiteFile>& files) {
  const auto lock = FolderLock::take(folder, InTheWay::drop);
  if (!lock) return tl::unexpected(lock.error());
  remove_swap_leftovers(folder);
  auto plan = plan_site(folder, files);
  if (!plan) return plan;
  // One rename is one stroke by itself.
  if (plan->changes.size() > 1 && swap_folder(folder, plan->changes)) return plan;
  if (const auto written = write_files(*lock, plan->changes, Links::replaced); !written)
    return tl::unexpected(written.error());
  return plan;
}

}  // namespace

Result<void> check_site_folder(const std::string& folder, const TeamFolder& team) {
  for (const std::string& own : {team.folder(), team.rota_folder()}) {
    std::error_code is_missing;
    if (!std::filesystem::equivalent(folder, own.empty() ? "." : own, is_missing)) continue;
    return fail(Fault::usage,
                fmt::format("{} is the team's own folder: name another for the site", visible(folder)));
  }
  return {};
}

Result<std::optional<std::string>> published_file(const std::string& folder, const std::string& name) {
  const std::string path = folder + "/" + name;
  std::error_code unknown;
  if (is_link(folder) && !std::filesystem::exists(folder, unknown)) {
    return fail(
        Fault::machine,
        fmt::format("{} is a link to a folder that is not there: make that, or remove the link", folder));
  }
  if (is_link(path)) {
    return fail(
        Fault::machine,
        fmt::format("{} is a link, which is not of cprota's making: move it away, or name another folder",
                    path));
  }
  auto text = read_file(path, path, any_size);
  if (!text) text.error().fault = Fault::machine;
  return text;
}

Result<SitePlan> plan_site(const std::string& folder, const std::vector<SiteFile>& files) {
  const auto list = published_file(folder, list_name);
  if (!list) return tl::unexpected(list.error());
  const std::set<std::string> made = names_in(list->value_or(""));
  std::vector<SiteFile> wanted = files;
  wanted.push_back(list_of(files));
  SitePlan plan;
  for (SiteFile& file : wanted) {
    const std::string path = folder + "/" + file.name;
    auto standing = published_file(folder, file.name);
    if (!standing) return tl::unexpected(standing.error());
    if (*standing && !made.contains(file.name) && !looks_like_ours(**standing, file)) {
      return fail(Fault::machine,
                  fmt::format("{} is not of cprota's making: move it away, or name another folder", path));
    }
    if (*standing == file.text) {
      ++plan.same;
    } else {
      plan.changes.push_back({path, file.name, std::move(*standing), std::move(file.text)});
    }
  }
  for (const std::string& name : made) {
    if (std::ranges::find(files, name, &SiteFile::name) != files.end() || is_link(folder + "/" + name))
      continue;
    auto standing = published_file(folder, name);
    if (!standing) return tl::unexpected(standing.error());
    if (*standing) plan.changes.push_back({folder + "/" + name, name, std::move(*standing), std::nullopt});
  }
  return plan;
}

Result<SitePlan> publish_site(const std::string& folder, const std::vector<SiteFile>& files) {
  std::error_code unknown;
  const bool stands = std::filesystem::exists(folder, unknown);
  auto done = carry_out(folder, files);
  if (!done) {
    done.error().fault = Fault::machine;
    if (!stands) ::rmdir(folder.c_str());
  }
  return done;
}

}  // namespace cprota
