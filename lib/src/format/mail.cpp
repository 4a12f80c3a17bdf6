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

constexpr std::size_t longest_line = 998;   // without its end (RFC 5322, section 2.1.1)
constexpr std::size_t longest_plain = 200;  // of a header's words; longer ones are encoded, which folds them

// Whether a header may show it as it is: nothing in it reads as an encoded word.
bool is_plain(std::string_view text) {
  return is_ascii(text) && text.size() <= longest_plain && text.find("=?") == std::string_view::npos;
}

// Encoded words, cut between characters, one a line, of at most 76 columns also where the line begins with
// `Subject: ` (RFC 2047, section 2).
std::string encoded_words(std::string_view text) {
  constexpr std::size_t bytes_a_word = 39;
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
  return is_plain(name) ? fmt::format("{} <{}>", quoted(name), to.address)
                        : fmt::format("{}\n <{}>", encoded_words(name), to.address);
}

bool has_long_line(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > longest_line) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

std::string base64_lines(std::string_view text) {
  constexpr std::size_t bytes_a_line = 57;
  std::string out;
  for (; !text.empty(); text.remove_prefix(std::min(bytes_a_line, text.size()))) {
    const std::string_view line = text.substr(0, bytes_a_line);
    out += absl::Base64Escape(absl::string_view(line.data(), line.size())) + "\n";
  }
  return out;
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
  std::string text(body);
  if (!text.ends_with('\n')) text += '\n';
  const bool encode = has_long_line(text);
  return fmt::format(
      "To: {}\nSubject: {}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
      "Content-Transfer-Encoding: {}\n\n{}",
      boxes.empty() ? "undisclosed-recipients:;" : fmt::format("{}", fmt::join(boxes, ",\n ")),
      is_plain(title) ? title : encoded_words(title), encode ? "base64" : "8bit",
      encode ? base64_lines(text) : text);
}

MailDraft mail_to(const Team& team, const std::vector<PersonId>& people, std::string_view subject,
                  std::string_view body) {
  std::vector<Mailbox> to;
  MailDraft draft;
  for (const Person& person : team.people) {
    if (std::ranges::find(people, person.id) == people.end()) continue;
    if (person.email && is_address(*person.email)) {
      to.push_back({person.name, *person.email});
    } else {
      draft.without_address.push_back(person.id);
    }
  }
  draft.text = mail_message(to, subject, body);
  return draft;
}

}  // namespace cprota
