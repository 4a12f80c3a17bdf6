// SPDX-License-Identifier: MIT
#include "format/slack_fit.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace cprota {
namespace {

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

std::size_t units(char first) {
  return static_cast<unsigned char>(first) >= 0xf0 ? 2 : 1;
}

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += continues(c) ? 0 : units(c);
  return count;
}

// How many bytes of a longer text to take.
std::size_t fitting(std::string_view text, std::size_t limit) {
  std::size_t blank = 0;
  std::size_t whole = 0;
  std::size_t at = 0;
  bool in_mention = false;
  bool in_escape = false;
  for (std::size_t taken = units(text[0]); taken <= limit; taken += units(text[at])) {
    const char c = text[at];
    if (c == ' ' || c == '\n') blank = at;
    in_mention = c == '<' || (in_mention && c != '>');
    in_escape = c == '&' || (in_escape && c != ';');
    do ++at;
    while (continues(text[at]));
    if (!in_mention && !in_escape) whole = at;
  }
  return blank > 0 ? blank : whole > 0 ? whole : at;
}

// A line, or as much of one as fits into a section.
struct Piece {
  std::string text;
  bool is_last = true;
};

std::vector<Piece> pieces_of(std::string_view line, std::size_t longest) {
  std::vector<Piece> pieces;
  while (characters(line) > longest) {
    const std::size_t end = fitting(line, longest);
    pieces.push_back({std::string(line.substr(0, end)), false});
    line.remove_prefix(end);
    if (line.starts_with(' ')) line.remove_prefix(1);
  }
  pieces.push_back({std::string(line)});
  return pieces;
}

using Section = std::vector<Piece>;

std::size_t size_of(const Section& section) {
  std::size_t size = 0;
  for (const Piece& piece : section) size += characters(piece.text) + 1;
  return size;
}

std::vector<Section> packed(const std::vector<std::vector<std::string>>& parts, std::size_t longest) {
  std::vector<Section> sections;
  for (const std::vector<std::string>& part : parts) {
    std::size_t size = longest;
    for (const std::string& line : part) {
      for (Piece& piece : pieces_of(line, longest)) {
        size += characters(piece.text) + 1;
        if (size > longest) {
          sections.emplace_back();
          size = characters(piece.text);
        }
        sections.back().push_back(std::move(piece));
      }
    }
  }
  return sections;
}

std::size_t ends_in(const Section& section) {
  return static_cast<std::size_t>(std::ranges::count_if(section, &Piece::is_last));
}

void cut(std::vector<Section>& sections, std::size_t longest, std::size_t most) {
  std::size_t left_out = 0;
  for (; sections.size() > most; sections.pop_back()) left_out += ends_in(sections.back());
  Section& last = sections.back();
  for (;;) {
    const std::string mark = fmt::format("… and {} more line{}", left_out, left_out == 1 ? "" : "s");
    if (size_of(last) + characters(mark) <= longest) return last.push_back({mark});
    left_out += last.back().is_last ? 1 : 0;
    last.pop_back();
  }
}

}  // namespace

std::string slack_at_most(std::string text, std::size_t limit) {
  const std::string_view mark = " …";
  if (characters(text) <= limit) return text;
  text.resize(fitting(text, limit - characters(mark)));
  return text.append(mark);
}

std::vector<std::string> slack_sections(const std::vector<std::vector<std::string>>& parts,
                                        std::size_t longest, std::size_t most) {
  std::vector<Section> sections = packed(parts, longest);
  if (sections.size() > most) {
    std::vector<std::string> all;
    for (const std::vector<std::string>& part : parts) all.insert(all.end(), part.begin(), part.end());
    sections = packed({all}, longest);
  }
  if (sections.size() > most) cut(sections, longest, most);
  std::vector<std::string> texts;
  for (const Section& section : sections) {
    std::string text;
    for (const Piece& piece : section) text += (text.empty() ? "" : "\n") + piece.text;
    texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace cprota
