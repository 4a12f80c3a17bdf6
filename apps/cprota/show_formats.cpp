// SPDX-License-Identifier: MIT
#include "show_formats.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/format/names.hpp"
#include "cprota/format/write_calendar.hpp"
#include "cprota/format/write_page.hpp"
#include "cprota/format/write_pagerduty.hpp"
#include "cprota/format/write_rota.hpp"
#include "cprota/rota/public_view.hpp"
#include "cprota/time/print.hpp"

#include "arguments.hpp"
#include "team.hpp"

namespace cprota {
namespace {

std::string heading(const ShowRequest& request, const TextStyle& style) {
  const std::string line =
      fmt::format("{} · {}", visible(request.team.name), describe(request.range, request.team.zone));
  return wrapped(line, style.width, 0) + "\n";
}

std::string summary(const Cover& cover) {
  if (cover.gaps.empty()) return {};
  Minutes minutes{0};
  for (const Gap& gap : cover.gaps) minutes += gap.during.minutes();
  const std::string count = cover.gaps.size() == 1 ? "1 gap" : fmt::format("{} gaps", cover.gaps.size());
  return fmt::format("\n{}, {} not filled\n", count, hours_and_minutes(minutes));
}

std::string grids_text(const ShowRequest& request, const Interval& range, WeekSource& weeks,
                       const TextStyle& style) {
  std::string out;
  for (const TurnGrid& grid : turn_grids(request.team, range, weeks, request.filter)) {
    out += fmt::format("\n{}\n{}", toned(grid.rota.str(), Tone::strong, style), to_text(grid.table, style));
  }
  return out;
}

// Whether hours are open in the range; those of the rota that the filter names, if it names one.
bool any_open(const ShowRequest& request) {
  const auto range = request.range.interval();
  const auto& [rota, role, person] = request.filter;
  const Rota* const named = rota || role ? request.team.find_rota(rota ? *rota : role->rota) : nullptr;
  return range && std::ranges::any_of(request.team.hours, [&](const Hours& hours) {
           return (named == nullptr || named->hours == hours.id) &&
                  !open_hours(hours, request.team.zone, request.team.bank_holidays, *range).empty();
         });
}

std::string nothing(const ShowRequest& request) {
  const auto& [rota, role, person] = request.filter;
  const std::string named = person ? person->str() : role ? role->str() : rota ? rota->str() : "";
  if (!person && any_open(request)) return "Nobody is rostered for the hours that are open then.\n";
  return named.empty() ? "No hours are open then.\n" : named + " has no open hours then.\n";
}

std::string text(const ShowRequest& request, WeekSource& weeks, const TextStyle& style) {
  const auto range = request.range.interval();
  const std::string head = heading(request, style);
  const Cover cover = range ? cover_of(request.team, *range, weeks, request.filter) : Cover{};
  const std::string rows = request.by_turn && range ? grids_text(request, *range, weeks, style)
                                                    : to_text(shift_table(request.team, cover), style);
  if (rows.empty()) return head + nothing(request);
  return head + rows + summary(cover);
}

RotaOfRange rota_of(const ShowRequest& request, WeekSource& weeks) {
  RotaOfRange rota{request.range, {}, {}};
  if (!request.range.interval()) return rota;
  rota.turns = turns_in(request.team, *request.range.interval(), weeks, request.filter);
  rota.cover = cover_of(request.team, *request.range.interval(), weeks, request.filter);
  return rota;
}

Result<std::string> pagerduty(const Session& session, const ShowRequest& request, WeekSource& weeks) {
  const Result<RoleRef> role = only_role(request.team, request.filter, "pagerduty");
  if (!role) return tl::unexpected(role.error());
  const Cover cover = rota_of(request, weeks).cover;
  if (std::ranges::any_of(cover.gaps, [&](const Gap& gap) { return gap.during.end() > request.now; })) {
    session.note("PagerDuty has no override to nobody: in the gaps its own layers go on");
  }
  return pagerduty_overrides(request.team, cover.shifts, request.now);
}

std::string markdown(const ShowRequest& request, WeekSource& weeks) {
  const auto range = request.range.interval();
  const std::string head = fmt::format("**{}**\n\n", visible(describe(request.range, request.team.zone)));
  if (!range) return head + nothing(request);
  const Cover cover = cover_of(request.team, *range, weeks, request.filter);
  const std::string rows =
      request.by_turn ? rota_markdown(request.team, turn_grids(request.team, *range, weeks, request.filter))
                      : rota_markdown(request.team, cover);
  return head + (rows.empty() ? nothing(request) : rows + summary(cover));
}

// What the calendar has, as its name tells: `Cloud Platform · on-call primary`.
std::string title(const ShowRequest& request) {
  std::string text = request.team.name;
  const auto add = [&](const std::string& part) { text += " · " + part; };
  if (request.filter.role) {
    add(request.filter.role->rota.str() + " " + request.filter.role->role.str());
  } else if (request.filter.rota) {
    add(request.filter.rota->str());
  }
  if (request.filter.person) add(full_name(request.team, *request.filter.person));
  return text;
}

Result<std::string> calendar(const Session& session, const ShowRequest& request, WeekSource& weeks) {
  const Result<std::optional<Instant>> stamp = source_date(session);
  if (!stamp) return tl::unexpected(stamp.error());
  PublicWeeks published(weeks);
  const Team team = request.with_private ? request.team : public_view(request.team);
  WeekSource& source = request.with_private ? weeks : published;
  const auto range = request.range.interval();
  const auto events =
      range ? calendar_events(team, *range, source, request.filter) : std::vector<CalendarEvent>();
  return rota_calendar(team, events, {title(request), *stamp});
}

std::string page(const ShowRequest& request, WeekSource& weeks) {
  const PageOptions options{request.range, request.filter, request.by_turn, request.now, request.now, {}};
  if (request.with_private) return rota_page(request.team, weeks, options);
  PublicWeeks published(weeks);
  return rota_page(public_view(request.team), published, options);
}

}  // namespace

Result<std::string> shown(const Session& session, const ShowRequest& request, WeekSource& weeks,
                          const OutputOptions& output) {
  const std::string format = output.format_or_text();
  if (format == "json") return rota_json(request.team, rota_of(request, weeks));
  if (format == "csv") return rota_csv(request.team, rota_of(request, weeks));
  if (format == "pagerduty") return pagerduty(session, request, weeks);
  if (format == "md") return markdown(request, weeks);
  if (format == "ics") return calendar(session, request, weeks);
  if (format == "html") return page(request, weeks);
  return text(request, weeks, text_style(session, output));
}

}  // namespace cprota
