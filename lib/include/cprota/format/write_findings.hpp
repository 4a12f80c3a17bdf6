// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cprota/base/diagnostic.hpp"
#include "cprota/cover/rules.hpp"
#include "cprota/format/table.hpp"
#include "cprota/format/team_folder.hpp"

namespace cprota {

// Faults of the files as findings of rule `file`.
[[nodiscard]] std::vector<Finding> findings_of(const std::vector<Diagnostic>& faults);

// For each finding `file:line:column: severity: message [rule]`, wrapped to the style's width, with the
// line that the folder has there, whole, and a caret under the column.
[[nodiscard]] std::string findings_text(const TeamFolder& folder, const CheckAnswer& answer,
                                        const TextStyle& style);
// The same of faults of the files.
[[nodiscard]] std::string faults_text(std::vector<Diagnostic> faults, const TextStyle& style);
// `2 errors, 1 warning, 1 allowed`; `nothing wrong` where there is nothing to say.
[[nodiscard]] std::string findings_count(const CheckAnswer& answer);

// What a rule finds and what to do about it, wrapped to the style's width.
[[nodiscard]] std::string explanation_text(Rule rule, const TextStyle& style);

// A document of cprota.check/1. Times have the team's offset; faults of the files have none.
[[nodiscard]] std::string findings_json(const Zone& zone, const CheckAnswer& answer);
// Workflow commands of GitHub Actions, one a line. `prefix` leads from where paths are looked for to the
// team's folder: `teams/cloud/`, or nothing.
[[nodiscard]] std::string findings_github(const CheckAnswer& answer, const std::string& prefix);
// SARIF 2.1.0, for code scanning; what stands in no file is placed at the top of cprota.toml.
[[nodiscard]] std::string findings_sarif(const CheckAnswer& answer, const std::string& prefix);

}  // namespace cprota
