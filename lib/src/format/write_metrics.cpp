// SPDX-License-Identifier: MIT
#include "cprota/format/write_metrics.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "cprota/time/parse.hpp"

namespace cprota {
namespace {

using Labels = std::vector<std::pair<std::string_view, std::string>>;

struct Sample {
  Labels labels;
  std::int64_t value = 0;
};

std::string escaped(std::string_view value) {
  std::string out;
  for (const char c : value) {
    if (c == '\\' || c == '"') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

std::string labels_text(const Labels& labels) {
  if (labels.empty()) return {};
  std::vector<std::string> pairs;
  for (const auto& [name, value] : labels) pairs.push_back(fmt::format("{}=\"{}\"", name, escaped(value)));
  return fmt::format("{{{}}}", fmt::join(pairs, ","));
}

std::string gauge(std::string_view name, std::string_view help, const std::vector<Sample>& samples) {
  if (samples.empty()) return {};
  std::string out = fmt::format("# HELP {0} {1}\n# TYPE {0} gauge\n", name, help);
  for (const Sample& sample : samples) {
    out += fmt::format("{}{} {}\n", name, labels_text(sample.labels), sample.value);
  }
  return out;
}

std::int64_t seconds(Instant t) {
  return t.time_since_epoch().count();
}

Labels role_labels(const RoleRef& role) {
  return {{"rota", role.rota.str()}, {"role", role.role.str()}};
}

std::string covering_gauges(const Now& now) {
  std::vector<Sample> on_call;
  std::vector<Sample> until;
  for (const Covering& covering : now.covering) {
    Labels labels = role_labels(covering.shift.role);
    labels.emplace_back("person", covering.shift.person.str());
    on_call.push_back({labels, 1});
    until.push_back({std::move(labels), seconds(covering.shift.during.end())});
  }
  return gauge("cprota_on_call", "Who covers a role whose hours are open.", on_call) +
         gauge("cprota_on_call_until_timestamp_seconds", "When the shift of who covers ends.", until);
}

std::string finding_gauge(const CheckAnswer& answer, const std::vector<Rule>& rules) {
  std::vector<Sample> samples;
  for (const Rule rule : rules) {
    for (const Severity severity : {Severity::error, Severity::warning}) {
      const auto count = std::ranges::count_if(answer.findings, [&](const Finding& finding) {
        return finding.rule == rule && finding.severity == severity;
      });
      samples.push_back({{{"rule", std::string(to_string(rule))},
                          {"severity", severity == Severity::error ? "error" : "warning"}},
                         count});
    }
  }
  return gauge("cprota_findings", "What cprota check finds, by rule and severity.", samples);
}

std::string outlook_gauges(const Outlook& ahead) {
  std::vector<Sample> gaps;
  for (const Outlook::RoleGaps& gap : ahead.gaps) {
    gaps.push_back({role_labels(gap.role), std::chrono::seconds(gap.open_and_empty).count()});
  }
  std::vector<Sample> ends;
  for (const Outlook::RotaEnd& end : ahead.ends) {
    ends.push_back({{{"rota", end.rota.str()}}, seconds(end.at)});
  }
  std::vector<Sample> holidays;
  if (ahead.bank_holidays_end) holidays.push_back({{}, seconds(*ahead.bank_holidays_end)});
  return gauge("cprota_gap_seconds", "Open time of the next four weeks that nobody covers.", gaps) +
         gauge("cprota_rota_end_timestamp_seconds", "When the last turn that is filled ends.", ends) +
         gauge("cprota_bank_holidays_end_timestamp_seconds",
               "From when on bank holidays rest on no published list.", holidays);
}

std::string generated_gauge(Instant generated) {
  return gauge("cprota_generated_timestamp_seconds", "When these metrics were made.",
               {{{}, seconds(generated)}});
}

}  // namespace

std::string now_metrics(const Now& now, Instant generated) {
  return covering_gauges(now) + generated_gauge(generated);
}

std::string check_metrics(const CheckAnswer& answer, const std::vector<Rule>& only, const Outlook& ahead,
                          Instant generated) {
  return finding_gauge(answer, only.empty() ? all_rules() : only) + outlook_gauges(ahead) +
         generated_gauge(generated);
}

std::string fault_metrics(const CheckAnswer& faults, Instant generated) {
  return finding_gauge(faults, {Rule::file}) + generated_gauge(generated);
}

std::string site_metrics(TeamFolder& folder, Instant now) {
  const Team& team = folder.team();
  CheckAnswer found;
  const auto [first, last] = default_check_range(team, folder, now);
  if (const auto during = range_of(first, last, team.zone).interval()) {
    found = check(team, folder, {*during, now, {}, {}, folder.strays()});
  }
  return covering_gauges(now_at(team, folder, now)) +
         check_metrics(found, {}, outlook(team, folder, now), now);
}

}  // namespace cprota
