// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "cprota/format/table.hpp"

namespace cprota {

// Text as HTML shows it, in content and in attributes: control characters visible, markup escaped.
[[nodiscard]] std::string html(const std::string& text);
// The same, kept from changing the direction of what stands around it.
[[nodiscard]] std::string html_name(const std::string& text);
// A table with its header row, a caption for who cannot see it, and cells of the same tone in a class of it.
[[nodiscard]] std::string html_table(const Table& table, const std::string& caption);
// JSON that may stand in a <script> element.
[[nodiscard]] std::string script_json(std::string json);
// `'sha256-…'`, as a Content-Security-Policy names what an element holds.
[[nodiscard]] std::string policy_hash(std::string_view content);

}  // namespace cprota
