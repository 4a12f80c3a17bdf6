// SPDX-License-Identifier: MIT
#include "format/mail.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include <absl/strings/escaping.h>
#include <absl/strings/string_view.h>
#include <fmt/format.h>

#include "cprota/base/diagnostic.hpp"

namespace cprota {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

// Encoded words of at most 75 characters, cut between characters, one a line (RFC 2047, section 2).
std::string encoded_words(std::string_view text) {
  constexpr std::size_t bytes_a_word = 45;
  std::string out;
  while (!text.empty()) {
    std::size_t end = std::min(bytes_a_word, text.size());
    while (end < text.size() && end > 1 && (static_cast<std::uint8_t>(text[end]) & 0xc0) == 0x80) --end;
    if (!out.empty()) out += "\n ";
    out += "=?utf-8?B?" + absl::Base64Escape(absl::string_view(text.data(), end)) + "?=";
    text.remove_prefix(end);
  }
  return out;
}

std::string quoted(std::string_view phrase) {
  std::string out = "\"";
  for (const char c : phrase) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string mailbox(const Mailbox& to) {
  const std::string name = visible(to.name);
  if (name.empty()) return to.address;
  return fmt::format("{} <{}>", is_ascii(name) ? quoted(name) : encoded_words(name), to.address);
}

}  // namespace

bool is_address(std::string_view text) {
  constexpr std::string_view refused = " <>()[],;:\\\"";
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find('@', at + 1) == std::string_view::npos && is_ascii(text) &&
         text.find_first_of(refused) == std::string_view::npos;
}

std::string mail_message(const std::vector<Mailbox>& to, std::string_view subject, std::string_view body) {
  std::vector<std::string> boxes;
  for (const Mailbox& box : to) boxes.push_back(mailbox(box));
  const std::string title = visible(std::string(subject));
  std::string message = fmt::format("To: {}\n", fmt::join(boxes, ",\n "));
  message += fmt::format("Subject: {}\n", is_ascii(title) ? title : encoded_words(title));
  message +=
      "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n";
  message += body;
  if (!message.ends_with('\n')) message += '\n';
  return message;
}

}  // namespace cprota
