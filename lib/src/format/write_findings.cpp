// SPDX-License-Identifier: MIT
#include "cprota/format/write_findings.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "cprota/time/print.hpp"

#include "format/json.hpp"

namespace cprota {
namespace {

std::string_view word(Severity severity) {
  return severity == Severity::error ? "error" : "warning";
}

std::string counted(int count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

// The escapes of GitHub's workflow commands; values of properties need two more.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    out += special ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  return out;
}

std::string message_of(const Finding& finding) {
  return fmt::format("{} [{}]", finding.message, to_string(finding.rule));
}

std::string diagnostic_text(const Diagnostic& diagnostic, const TextStyle& style) {
  const std::string severity = fmt::format("{}:", word(diagnostic.severity));
  const Tone tone = diagnostic.severity == Severity::error ? Tone::bad : Tone::warning;
  // The place comes first and has no blanks to be broken at, so that editors find it.
  std::string line = wrapped(to_string(diagnostic), style.width, 4);
  if (const std::size_t at = line.find(severity); at != std::string::npos) {
    line.replace(at, severity.size(), toned(severity, tone, style));
  }
  return line + "\n" + excerpt(diagnostic);
}

}  // namespace

std::vector<Finding> findings_of(const std::vector<Diagnostic>& faults) {
  std::vector<Finding> findings;
  for (const Diagnostic& fault : faults) {
    Finding finding;
    finding.severity = fault.severity;
    finding.rule = Rule::file;
    finding.message = fault.message;
    finding.place = fault.place;
    findings.push_back(std::move(finding));
  }
  return findings;
}

std::string explanation_text(Rule rule, const TextStyle& style) {
  const std::string title = fmt::format("{}: {}", to_string(rule), summary_of(rule));
  std::string text(explain(rule));
  if (style.width < 80) {
    text.pop_back();
    std::ranges::replace(text, '\n', ' ');
    text = wrapped(text, style.width, 0) + "\n";
  }
  return fmt::format("{}\n\n{}", wrapped(title, style.width, 0), text);
}

std::string findings_text(const TeamFolder& folder, const CheckAnswer& answer, const TextStyle& style) {
  std::string out;
  for (const Finding& finding : answer.findings) {
    Diagnostic diagnostic{finding.severity, finding.place, message_of(finding), {}};
    // A stray file says nothing that could be put right in it.
    if (finding.place && finding.rule != Rule::stray) {
      diagnostic.source_line = folder.source_line(*finding.place);
    }
    out += diagnostic_text(diagnostic, style);
  }
  return out;
}

std::string faults_text(std::vector<Diagnostic> faults, const TextStyle& style) {
  std::string out;
  for (Diagnostic& fault : faults) {
    fault.message += fmt::format(" [{}]", to_string(Rule::file));
    out += diagnostic_text(fault, style);
  }
  return out;
}

std::string findings_count(const CheckAnswer& answer) {
  const int errors = answer.count(Severity::error);
  const int warnings = answer.count(Severity::warning);
  std::string out = errors + warnings == 0 ? std::string("nothing wrong") : std::string();
  const auto add = [&](const std::string& part) { out += (out.empty() ? "" : ", ") + part; };
  if (errors > 0) add(counted(errors, "error"));
  if (warnings > 0) add(counted(warnings, "warning"));
  if (answer.allowed > 0) add(fmt::format("{} allowed", answer.allowed));
  return out;
}

std::string findings_json(const Zone& zone, const CheckAnswer& answer) {
  Json json;
  json["schema"] = "cprota.check/1";
  json["errors"] = answer.count(Severity::error);
  json["warnings"] = answer.count(Severity::warning);
  json["findings"] = Json::array();
  for (const Finding& finding : answer.findings) json["findings"].push_back(finding_json(zone, finding));
  return document(json);
}

std::string findings_github(const CheckAnswer& answer, const std::string& prefix) {
  std::string out;
  for (const Finding& finding : answer.findings) {
    std::string place;
    if (finding.place) {
      place = fmt::format(" file={},line={},col={}", escaped(prefix + finding.place->file, true),
                          finding.place->line, finding.place->column);
    }
    out += fmt::format("::{}{}::{}\n", word(finding.severity), place,
                       escaped(visible(message_of(finding)), false));
  }
  return out;
}

}  // namespace cprota
