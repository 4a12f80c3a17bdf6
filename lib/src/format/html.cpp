// SPDX-License-Identifier: MIT
#include "format/html.hpp"

#include <array>
#include <cstdint>

#include <absl/strings/escaping.h>
#include <absl/strings/string_view.h>
#include <fmt/format.h>
#include <sha2.h>

#include "cprota/base/diagnostic.hpp"

namespace cprota {
namespace {

std::string_view class_of(Tone tone) {
  switch (tone) {
    case Tone::bad:
      return " class=\"bad\"";
    case Tone::warning:
      return " class=\"warning\"";
    case Tone::faint:
      return " class=\"faint\"";
    default:
      return "";
  }
}

}  // namespace

std::string html(const std::string& text) {
  std::string out;
  for (const char c : visible(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string html_name(const std::string& text) {
  return "<bdi>" + html(text) + "</bdi>";
}

std::string html_table(const Table& table, const std::string& caption) {
  std::string out = fmt::format(
      "<section class=\"scroll\" aria-label=\"{0}\" tabindex=\"0\">\n<table>\n"
      "<caption class=\"unseen\">{0}</caption>\n<thead><tr>",
      html(caption));
  for (const Cell& cell : table.header) out += fmt::format("<th scope=\"col\">{}</th>", html(cell.text));
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    out += "<tr>";
    for (const Cell& cell : row)
      out += fmt::format("<td{}>{}</td>", class_of(cell.tone), html_name(cell.text));
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n</section>\n";
}

std::string script_json(std::string json) {
  std::string out;
  for (const char c : json) {
    if (c == '<') {
      out += "\\u003c";
    } else if (c == '>') {
      out += "\\u003e";
    } else if (c == '&') {
      out += "\\u0026";
    } else {
      out += c;
    }
  }
  return out;
}

std::string policy_hash(std::string_view content) {
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
  SHA2_CTX context;
  SHA256Init(&context);
  SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(content.data()), content.size());
  SHA256Final(digest.data(), &context);
  const absl::string_view bytes(reinterpret_cast<const char*>(digest.data()), digest.size());
  return "'sha256-" + absl::Base64Escape(bytes) + "'";
}

}  // namespace cprota
