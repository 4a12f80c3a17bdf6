// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cctype>
#include <string_view>

#include <fmt/format.h>

#include "cprota/base/version.hpp"
#include "cprota/format/write_findings.hpp"

#include "format/json.hpp"

namespace cprota {
namespace {

// A path as a relative reference of RFC 3986; a colon in its first segment would be read as a scheme.
std::string uri_of(std::string_view path) {
  constexpr std::string_view plain = "-._~/!$&'()*+,;=@";
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool keep = (byte < 0x80 && std::isalnum(byte) != 0) || plain.find(c) != std::string_view::npos;
    out += keep ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return out;
}

// What a rule is by itself: an error if it can be one.
std::string_view level_of(Rule rule) {
  return summary_of(rule).starts_with("error") ? "error" : "warning";
}

Json rule_json(Rule rule) {
  std::string help(explain(rule));
  std::replace(help.begin(), help.end(), '\n', ' ');
  while (help.ends_with(' ')) help.pop_back();
  Json json;
  json["id"] = to_string(rule);
  json["shortDescription"]["text"] = summary_of(rule);
  json["fullDescription"]["text"] = help;
  json["help"]["text"] = help;
  json["defaultConfiguration"]["level"] = level_of(rule);
  return json;
}

Json location_json(const Finding& finding, const std::string& prefix) {
  const Place place = finding.place.value_or(Place{"cprota.toml", 1, 1});
  Json json;
  Json& physical = json["physicalLocation"];
  physical["artifactLocation"]["uri"] = uri_of(prefix + place.file);
  physical["region"]["startLine"] = place.line;
  physical["region"]["startColumn"] = place.column;
  return json;
}

}  // namespace

std::string findings_sarif(const CheckAnswer& answer, const std::string& prefix) {
  Json driver;
  driver["name"] = "cprota";
  driver["semanticVersion"] = version();
  driver["rules"] = Json::array();
  for (const Rule rule : all_rules()) driver["rules"].push_back(rule_json(rule));
  Json run;
  run["tool"]["driver"] = driver;
  run["columnKind"] = "unicodeCodePoints";
  run["results"] = Json::array();
  for (const Finding& finding : answer.findings) {
    Json result;
    result["ruleId"] = to_string(finding.rule);
    result["ruleIndex"] = static_cast<int>(finding.rule);
    result["level"] = finding.severity == Severity::error ? "error" : "warning";
    result["message"]["text"] = finding.message;
    result["locations"] = Json::array({location_json(finding, prefix)});
    run["results"].push_back(result);
  }
  Json sarif;
  sarif["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
  sarif["version"] = "2.1.0";
  sarif["runs"] = Json::array({run});
  return document(sarif);
}

}  // namespace cprota
