// SPDX-License-Identifier: MIT
#include <memory>

#include "cprota/format/write_bank_holidays.hpp"
#include "cprota/time/parse.hpp"

#include "commands.hpp"
#include "output.hpp"
#include "team.hpp"

namespace cprota {
namespace {

struct BankHolidaysOptions {
  std::optional<std::string> range;
  std::optional<std::string> division;
  OutputOptions output;
};

// Whose holidays, and where.
struct Calendar {
  BankHolidays holidays;
  Zone zone;
};

Result<Calendar> calendar_of(const Session& session, const BankHolidaysOptions& options) {
  if (options.division) {
    const Result<Zone> london = Zone::load("Europe/London");
    if (!london) return tl::unexpected(london.error());
    return Calendar{BankHolidays(parse_division(*options.division).value_or(Division::none)), *london};
  }
  const auto folder = load_team(session, Faults::refuse);
  if (!folder) return tl::unexpected(folder.error());
  const Team& team = (*folder)->team();
  return Calendar{team.bank_holidays, team.zone};
}

Result<Exit> bank_holidays(Session& session, const BankHolidaysOptions& options) {
  const Result<Calendar> calendar = calendar_of(session, options);
  if (!calendar) return tl::unexpected(calendar.error());
  const auto& [holidays, zone] = *calendar;
  const Result<Instant> now = now_of(session, zone);
  if (!now) return tl::unexpected(now.error());
  const Result<Range> range = parse_range(options.range.value_or("this-year"), zone, *now);
  if (!range) return tl::unexpected(range.error());

  // A date of which the range has a part counts.
  const Date first = range->first.value_or(zone.date(range->from));
  const Date last = range->last.value_or(zone.date(range->until - std::chrono::seconds(1)));
  const HolidaysOfRange found{holidays.division(), *range, holidays.between(first, last)};
  const std::string format = options.output.format_or_text();
  if (format == "json") return answer(session, options.output, holidays_json(found));
  if (format == "csv") return answer(session, options.output, holidays_csv(found));
  return answer(session, options.output, holidays_text(found, zone, text_style(session, options.output)));
}

}  // namespace

Command bank_holidays_command() {
  const auto options = std::make_shared<BankHolidaysOptions>();
  Command command;
  command.examples = {"cprota bank-holidays", "cprota bank-holidays 2027 --division scotland"};
  command.about =
      "Each date says where it comes from: official, the built-in published list; file, the team's "
      "bank-holidays-file; team, a [[bank-holiday]]; computed, the standing rules, for years that no list "
      "has.";
  command.arguments = {
      {.names = "RANGE", .help = "these dates; this year if absent", .field = &options->range},
      {.names = "--division",
       .value = "DIVISION",
       .help = "the built-in list of this division; needs no team",
       .field = &options->division,
       .choices = {"england-and-wales", "scotland", "northern-ireland"}},
  };
  append(command.arguments, output_arguments(options->output, {"text", "json", "csv"}));
  command.run = [options](Session& session) { return bank_holidays(session, *options); };
  return command;
}

}  // namespace cprota
