// SPDX-License-Identifier: MIT
#include "generate_options.hpp"

#include "cprota/plan/default_weeks.hpp"
#include "cprota/plan/what_if.hpp"
#include "cprota/time/parse.hpp"

#include "arguments.hpp"
#include "progress.hpp"

namespace cprota {

Result<void> suppose(Team& team, const GenerateOptions& options, Instant now) {
  if (options.without.size() + options.add.size() + options.leave.size() > 0 && !options.what_if) {
    return fail(Fault::usage, "--without, --add and --leave want --what-if: they change no file");
  }
  std::vector<RotaId> rotas;
  if (options.rota) rotas.emplace_back(*options.rota);
  Result<void> done;
  for (const std::string& id : options.without) {
    if (done) done = suppose_without(team, id);
  }
  for (const std::string& words : options.add) {
    if (done) done = suppose_person(team, words, rotas, now);
  }
  for (const std::string& words : options.leave) {
    if (done) done = suppose_leave(team, words, now);
  }
  return done;
}

Result<GenerateQuestion> understand(const Session& session, const GenerateOptions& options, const Team& team,
                                    Instant now, WeekSource& weeks) {
  if (options.repair && options.replace) return fail(Fault::usage, "--repair contradicts --replace");
  std::optional<RotaId> only;
  if (options.rota) {
    const Result<const Rota*> rota = find_rota(team, *options.rota);
    if (!rota) return tl::unexpected(rota.error());
    only = (*rota)->id;
  }
  const Result<WeekRange> range = options.range ? parse_weeks(*options.range, team.zone, now)
                                  : options.repair || options.replace
                                      ? Result<WeekRange>(weeks_that_stand(team, only, now, weeks))
                                      : Result<WeekRange>(weeks_to_fill(team, only, now, weeks));
  if (!range) return tl::unexpected(range.error());
  const Freedom freedom = options.replace                     ? Freedom::replace
                          : options.repair || options.what_if ? Freedom::repair
                                                              : Freedom::fill;
  if (options.effort == 0) return fail(Fault::usage, "--effort takes a whole number of at least 1");
  return GenerateQuestion{{*range, freedom, now}, only, options.effort.value_or(1), show_progress(session)};
}

}  // namespace cprota
