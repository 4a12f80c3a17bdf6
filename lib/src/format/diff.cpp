// SPDX-License-Identifier: MIT
#include "cprota/format/diff.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <dtl/dtl.hpp>
#include <fmt/format.h>

namespace cprota {
namespace {

// Lines with their ends: the last may have none.
std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
    lines.emplace_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

struct Line {
  char mark;  // ' ', '-' or '+'
  std::string text;
};

std::vector<Line> compare(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  dtl::Diff<std::string> diff(before, after);
  diff.compose();
  std::vector<Line> lines;
  for (const auto& [text, info] : diff.getSes().getSequence()) {
    lines.push_back({info.type == dtl::SES_ADD ? '+' : info.type == dtl::SES_DELETE ? '-' : ' ', text});
  }
  return lines;
}

// A stretch of lines that is shown; the others between stay out.
struct Hunk {
  std::size_t begin;
  std::size_t end;
};

std::vector<Hunk> hunks_of(const std::vector<Line>& lines) {
  constexpr std::size_t context = 3;
  std::vector<Hunk> hunks;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].mark == ' ') continue;
    const std::size_t begin = i > context ? i - context : 0;
    const std::size_t end = std::min(i + 1 + context, lines.size());
    if (!hunks.empty() && begin <= hunks.back().end) {
      hunks.back().end = end;
    } else {
      hunks.push_back({begin, end});
    }
  }
  return hunks;
}

// `3,7` is seven lines from the third; an empty stretch stands after the line it names.
std::string range(std::size_t lines_before, std::size_t count) {
  return fmt::format("{},{}", count == 0 ? lines_before : lines_before + 1, count);
}

std::string text_of(const std::vector<Line>& lines, const Hunk& hunk) {
  const auto count = [&](std::size_t begin, std::size_t end, char other_side) {
    return static_cast<std::size_t>(std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                                                  lines.begin() + static_cast<std::ptrdiff_t>(end),
                                                  [&](const Line& line) { return line.mark != other_side; }));
  };
  std::string text =
      fmt::format("@@ -{} +{} @@\n", range(count(0, hunk.begin, '+'), count(hunk.begin, hunk.end, '+')),
                  range(count(0, hunk.begin, '-'), count(hunk.begin, hunk.end, '-')));
  for (std::size_t i = hunk.begin; i < hunk.end; ++i) {
    text += lines[i].mark + lines[i].text;
    if (!lines[i].text.ends_with('\n')) text += "\n\\ No newline at end of file\n";
  }
  return text;
}

std::string header(const FileChange& change) {
  const std::string& name = change.shown;
  std::string lines = fmt::format("diff --git a/{0} b/{0}\n", name);
  if (!change.before) lines += "new file mode 100644\n";
  if (!change.after) lines += "deleted file mode 100644\n";
  return lines;
}

std::string diff_of(const FileChange& change) {
  std::string text = header(change);
  const std::vector<Line> lines =
      compare(lines_of(change.before.value_or("")), lines_of(change.after.value_or("")));
  if (lines.empty()) return text;
  text += change.before ? fmt::format("--- a/{}\n", change.shown) : "--- /dev/null\n";
  text += change.after ? fmt::format("+++ b/{}\n", change.shown) : "+++ /dev/null\n";
  for (const Hunk& hunk : hunks_of(lines)) text += text_of(lines, hunk);
  return text;
}

}  // namespace

std::string unified_diff(std::span<const FileChange> changes) {
  std::string text;
  for (const FileChange& change : changes) {
    if (change.before != change.after) text += diff_of(change);
  }
  return text;
}

}  // namespace cprota
