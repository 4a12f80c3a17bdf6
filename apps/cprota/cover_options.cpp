// SPDX-License-Identifier: MIT
#include "cover_options.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cprota/base/suggest.hpp"

#include "team.hpp"

namespace cprota {
namespace {

// Whether it was meant as the name of a role.
bool is_role_word(const Team& team, const std::string& text) {
  std::vector<std::string> roles;
  for (const Rota& rota : team.rotas) {
    for (const Role& role : rota.roles) roles.push_back(role.id.str());
  }
  return text.find('.') != std::string::npos || std::ranges::find(roles, text) != roles.end() ||
         !did_you_mean(text, roles).empty();
}

// A person, and else a role.
Result<Filter> filter_of(const Session& session, const Team& team, const CoverOptions& options) {
  NarrowOptions narrow = options.narrow;
  const Result<PersonId> person = find_person(session, team, *options.who);
  const Result<RoleRef> role = find_role(team, *options.who);
  std::optional<std::string>& named = person ? narrow.person : narrow.role;
  if (!person && !role)
    return tl::unexpected(is_role_word(team, *options.who) ? role.error() : person.error());
  if (named) return fail(Fault::usage, fmt::format("\"{}\" and \"{}\": name one", *options.who, *named));
  named = options.who;
  return filter_of(session, team, narrow);
}

}  // namespace

Result<void> refuse_what_does_nothing(const CoverOptions& options) {
  const ChangeOptions& change = options.change;
  if (options.by && options.undo) return fail(Fault::usage, "--by gives and --undo takes back: name one");
  if (!options.changes() && (change.force || change.reason || !change.writes()))
    return fail(Fault::usage, "this only lists: name with --by who takes it, or --undo");
  return {};
}

Result<Asked> understand(const Session& session, const Team& team, const CoverOptions& options) {
  const Result<Instant> now = now_of(session, team.zone);
  if (!now) return tl::unexpected(now.error());
  const Result<Filter> filter = filter_of(session, team, options);
  if (!filter) return tl::unexpected(filter.error());
  const Result<Range> range = parse_range(*options.range, team.zone, *now);
  if (!range) return tl::unexpected(range.error());
  const auto during = range->interval();
  if (!during) return fail(Fault::usage, fmt::format("{} has no minutes", *options.range));
  return Asked{*filter, *range, *during};
}

}  // namespace cprota
