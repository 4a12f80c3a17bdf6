// SPDX-License-Identifier: MIT
#include <memory>

#include <fmt/format.h>

#include "cprota/cover/stint.hpp"
#include "cprota/format/names.hpp"
#include "cprota/format/write_cover.hpp"

#include "commands.hpp"
#include "cover_options.hpp"
#include "team.hpp"

namespace cprota {
namespace {

Result<Exit> list(Session& session, const CoverOptions& options) {
  const auto folder = load_team(session, Faults::refuse);
  if (!folder) return tl::unexpected(folder.error());
  const Team& team = (*folder)->team();
  const Result<Asked> asked = understand(session, team, options);
  if (!asked) return tl::unexpected(asked.error());
  CoverReport report{team, asked->range, asked->filter.person, {}};
  for (Stint& stint : stints(team, asked->during, **folder, asked->filter)) {
    if (report.roles.empty() || report.roles.back().role != stint.role)
      report.roles.push_back({stint.role, {}, {}});
    report.roles.back().stints.push_back(std::move(stint));
  }
  const IsoWeek week = IsoWeek::containing(team.zone.date(asked->during.begin()));
  for (CoverRole& role : report.roles) role.stand_ins = stand_ins(team, role.stints, week, **folder);
  const std::string text = options.change.output.format_or_text() == "json"
                               ? cover_json(report)
                               : cover_text(report, text_style(session, options.change.output));
  return answer(session, options.change.output, text);
}

Result<Holder> taker_of(const Session& session, const Team& team, const std::string& by) {
  if (by == "none") return Holder(Nobody{});
  const Result<PersonId> person = find_person(session, team, by);
  if (!person) return tl::unexpected(person.error());
  return Holder(*person);
}

Result<void> give(TeamFolder& folder, Draft& draft, const Asked& asked, const Holder& to,
                  const CoverOptions& options) {
  std::vector<NewOverride> overrides;
  for (const Stint& stint : stints(folder.team(), asked.during, folder, asked.filter)) {
    if (stint.holder == to) continue;
    const auto made = overrides_for(folder.team(), stint, to, options.change.reason.value_or(""), folder);
    overrides.insert(overrides.end(), made.begin(), made.end());
  }
  if (!overrides.empty()) return draft.add(overrides);
  return fail(Fault::usage,
              fmt::format("{} has nothing in {} that {} could take: `cprota show {}` lists who has",
                          *options.who, *options.range, *options.by, *options.range));
}

Result<void> take_back(TeamFolder& folder, Draft& draft, const Asked& asked, const CoverOptions& options) {
  const Undo undo = undo_overrides(folder.team(), asked.during, folder, asked.filter);
  if (!undo.cut.empty()) return draft.take_back(undo);
  return fail(Fault::usage,
              fmt::format("no override takes anything from {} in {}", *options.who, *options.range));
}

Result<Exit> change(Session& session, const CoverOptions& options) {
  Result<ChangeFolder> files = open_for_change(session, options.change);
  if (!files) return tl::unexpected(files.error());
  TeamFolder& folder = *files->folder;
  const Team& team = folder.team();
  const Result<Asked> asked = understand(session, team, options);
  if (!asked) return tl::unexpected(asked.error());
  Holder to;
  Draft draft(folder);
  if (options.by) {
    const Result<Holder> taker = taker_of(session, team, *options.by);
    if (!taker) return tl::unexpected(taker.error());
    if (asked->filter.person && *taker == Holder(*asked->filter.person))
      return fail(Fault::usage, fmt::format("{} cannot cover themselves: name somebody else", *options.by));
    to = *taker;
    if (const auto done = give(folder, draft, *asked, to, options); !done)
      return tl::unexpected(done.error());
  } else if (const auto done = take_back(folder, draft, *asked, options); !done) {
    return tl::unexpected(done.error());
  }
  const auto line = [&](auto name_of) {
    const std::optional<PersonId>& person = asked->filter.person;
    const PersonId* const taker = person_in(to);
    const std::string who = taker != nullptr ? name_of(*taker) : "Nobody";
    const std::string done = !options.by ? "Undo cover of" : who + (person ? " covers" : " takes");
    return fmt::format("{} {}, {}", done, person ? name_of(*person) : asked->filter.role->str(),
                       describe(asked->range, team.zone));
  };
  const CommitWords words{line([&](const PersonId& id) { return short_name(team, id); }),
                          line([](const PersonId& id) { return id.str(); }), options.change.reason};
  return make_change(session, options.change, *files, draft, words, asked->during);
}

}  // namespace

Command cover_command() {
  const auto options = std::make_shared<CoverOptions>();
  Command command;
  command.examples = {"cprota cover cy 2026-12-09..2026-12-13",
                      "cprota cover cy 2026-12-09..2026-12-13 --by dev --reason \"a wedding\"",
                      "cprota cover on-call.primary 2026-12-12 --undo"};
  command.about =
      "Lists each stretch that a person has in the range, or that anybody has of a role, and for each role "
      "who "
      "could take it. With --by, writes overrides for those stretches; with --undo, takes overrides back. "
      "What "
      "check newly finds is said; an error is refused, unless --force says so.";
  command.arguments = {
      {.names = "PERSON|ROLE", .help = "whose stretches", .field = &options->who, .required = true},
      {.names = "RANGE",
       .help = "dates, both included, or clock times",
       .field = &options->range,
       .required = true},
      {.names = "--by", .value = "PERSON", .help = "who takes them; none is nobody", .field = &options->by},
      {.names = "--undo", .help = "take back what others took there", .field = &options->undo},
  };
  append(command.arguments, narrow_arguments(options->narrow));
  append(command.arguments, change_arguments(options->change));
  command.run = [options](Session& session) {
    const auto sound = refuse_what_does_nothing(*options);
    if (!sound) return Result<Exit>(tl::unexpected(sound.error()));
    return options->changes() ? change(session, *options) : list(session, *options);
  };
  return command;
}

}  // namespace cprota
