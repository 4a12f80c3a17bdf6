// SPDX-License-Identifier: MIT
#include "format/edit_text.hpp"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

namespace cprota {

EditedText::EditedText(std::string_view text, const Document& document)
    : text_(text),
      document_(document),
      line_end_(text.find("\r\n") == std::string_view::npos ? "\n" : "\r\n") {}

std::size_t EditedText::line_begin(std::size_t offset) const {
  const std::size_t end = offset == 0 ? std::string_view::npos : text_.rfind('\n', offset - 1);
  return end == std::string_view::npos ? 0 : end + 1;
}

std::size_t EditedText::after_line(std::size_t offset) const {
  const std::size_t end = text_.find('\n', offset);
  return end == std::string_view::npos ? text_.size() : end + 1;
}

bool EditedText::is_blank_line(std::size_t begin) const {
  const std::string_view line = text_.substr(begin, after_line(begin) - begin);
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string EditedText::joined(const std::vector<std::string>& lines, bool first_needs_end) const {
  std::string text(first_needs_end ? line_end_ : "");
  for (const std::string& line : lines) text.append(line).append(line_end_);
  return text;
}

void EditedText::replace(const Value& value, std::string with) {
  edits_.push_back({document_.offset(value.begin), document_.offset(value.end), std::move(with)});
}

void EditedText::insert_after(Position end, const std::vector<std::string>& lines) {
  const std::size_t at = after_line(document_.offset(end));
  edits_.push_back({at, at, joined(lines, at > 0 && text_[at - 1] != '\n')});
}

void EditedText::insert_before(Position at, std::string characters) {
  const std::size_t offset = document_.offset(at);
  edits_.push_back({offset, offset, std::move(characters)});
}

void EditedText::append_block(const std::vector<std::string>& lines) {
  const bool open_line = !text_.empty() && !text_.ends_with('\n');
  const bool after_text =
      !document_.root().empty() && (open_line || !is_blank_line(line_begin(text_.size() - 1)));
  std::string block(open_line ? line_end_ : "");
  if (after_text) block.append(line_end_);
  edits_.push_back({text_.size(), text_.size(), block + joined(lines, false)});
}

void EditedText::remove_lines(Position first, Position last) {
  std::size_t begin = line_begin(document_.offset(first));
  const std::size_t end = after_line(document_.offset(last));
  const bool blank_below = end == text_.size() || is_blank_line(end);
  if (begin > 0 && blank_below && is_blank_line(line_begin(begin - 1))) begin = line_begin(begin - 1);
  edits_.push_back({begin, end, ""});
}

std::string EditedText::result() const {
  std::vector<Edit> edits = edits_;
  std::stable_sort(edits.begin(), edits.end(),
                   [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
  std::string text;
  std::size_t reached = 0;
  for (const Edit& edit : edits) {
    text.append(text_.substr(reached, edit.begin - reached)).append(edit.with);
    reached = edit.end;
  }
  return text.append(text_.substr(reached));
}

std::string toml_string(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      quoted.append({'\\', c});
    } else if (byte < 0x20 || byte == 0x7f) {
      quoted += fmt::format("\\u{:04x}", byte);
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

}  // namespace cprota
