// SPDX-License-Identifier: MIT
#include "case_file.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <string_view>

#include "escape.hpp"

namespace cprota::golden {
namespace {

constexpr std::string_view no_newline = " (no-eol)";

[[nodiscard]] std::vector<std::string> read_lines(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path + ": cannot read it");
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// Adds a line as a case file shows it to the stream that it stands for.
void add_line(std::string& stream, std::string_view shown) {
  const bool open = shown.ends_with(no_newline);
  if (open) shown.remove_suffix(no_newline.size());
  stream += unescape_line(shown);
  if (!open) stream += '\n';
}

// The lines of one stream as a case file shows them.
[[nodiscard]] std::vector<std::string> shown_lines(std::string_view stream) {
  std::vector<std::string> lines;
  while (!stream.empty()) {
    const std::size_t end = stream.find('\n');
    std::string line = escape_line(stream.substr(0, end));
    if (end == std::string_view::npos) line += no_newline;
    lines.push_back(std::move(line));
    stream.remove_prefix(end == std::string_view::npos ? stream.size() : end + 1);
  }
  return lines;
}

class Parser {
 public:
  explicit Parser(const std::string& path) { file_ = {path, read_lines(path), {}}; }

  CaseFile parse() {
    while (at_ < file_.lines.size()) {
      const std::string_view line = file_.lines[at_];
      if (line.empty() || line.starts_with('#')) {
        ++at_;
      } else if (line.starts_with("== ")) {
        end_case();
        file_.cases.push_back({std::string(line.substr(3)), shared_, {}});
        ++at_;
      } else if (line.starts_with("  $ ")) {
        command();
      } else {
        directive(line);
      }
    }
    if (file_.cases.empty()) fail("has no case: a case begins with `== NAME`");
    end_case();
    return std::move(file_);
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw std::runtime_error(file_.path + ":" + std::to_string(at_ + 1) + ": " + what);
  }

  void end_case() const {
    if (!file_.cases.empty() && file_.cases.back().commands.empty()) {
      fail("the case `" + file_.cases.back().name + "` before this has no command");
    }
  }

  void directive(std::string_view line) {
    if (!file_.cases.empty() && !file_.cases.back().commands.empty()) {
      fail("only comments, commands and `== NAME` may follow a command of a case");
    }
    Setup& setup = file_.cases.empty() ? shared_ : file_.cases.back().setup;
    const std::size_t space = line.find(' ');
    const std::string_view word = line.substr(0, space);
    const std::string rest(space == std::string_view::npos ? "" : line.substr(space + 1));
    ++at_;
    if (word == "team" && !rest.empty()) {
      setup.teams.push_back(rest);
    } else if (word == "env" && rest.find('=') != std::string::npos) {
      const std::size_t equals = rest.find('=');
      setup.env.emplace_back(rest.substr(0, equals), rest.substr(equals + 1));
    } else if (word == "terminal" && std::ranges::all_of(rest, [](char c) { return c >= '0' && c <= '9'; }) &&
               rest.size() == std::clamp<std::size_t>(rest.size(), 1, 4)) {
      setup.terminal = std::stoi(rest);
    } else if (word == "file" && !rest.empty()) {
      setup.files.emplace_back(rest, file_content());
    } else {
      --at_;
      fail("`" + std::string(line) + "` means nothing here: see test/cli/README.md");
    }
  }

  std::string file_content() {
    std::string content;
    for (; at_ < file_.lines.size(); ++at_) {
      const std::string_view line = file_.lines[at_];
      if (line != "  |" && !line.starts_with("  | ")) break;
      add_line(content, line.substr(std::min<std::size_t>(line.size(), 4)));
    }
    return content;
  }

  void command() {
    if (file_.cases.empty()) fail("a command needs a case: begin it with `== NAME`");
    Command command;
    command.line = at_ + 1;
    command.script = file_.lines[at_++].substr(4);
    for (; at_ < file_.lines.size(); ++at_) {
      const std::string_view line = file_.lines[at_];
      if (line != "  >" && !line.starts_with("  > ")) break;
      command.script += '\n';
      command.script += line.substr(std::min<std::size_t>(line.size(), 4));
    }
    command.expect_begin = at_;
    command.expect_end = at_;
    for (std::size_t i = at_; i < file_.lines.size(); ++i) {
      const std::string_view line = file_.lines[i];
      if (line.empty()) continue;
      if (!line.starts_with("  ") || line.starts_with("  $ ")) break;
      command.expect_end = i + 1;
    }
    for (; at_ < command.expect_end; ++at_) expect(command.expected, file_.lines[at_]);
    file_.cases.back().commands.push_back(std::move(command));
  }

  void expect(Outcome& expected, std::string_view line) const {
    line.remove_prefix(std::min<std::size_t>(line.size(), 2));
    if (line == "!" || line.starts_with("! ")) {
      add_line(expected.err, line.substr(std::min<std::size_t>(line.size(), 2)));
    } else if (line.starts_with("[exit ")) {
      const std::string number(line.substr(6, line.find(']') - 6));
      if (number.empty() || number.size() > 3 || number.find_first_not_of("0123456789") != number.npos ||
          line.back() != ']') {
        fail("`[exit N]` takes a number");
      }
      expected.exit = std::stoi(number);
    } else {
      add_line(expected.out, line);
    }
  }

  CaseFile file_;
  Setup shared_;
  std::size_t at_ = 0;
};

}  // namespace

CaseFile read_case_file(const std::string& path) {
  return Parser(path).parse();
}

std::vector<std::string> expectation(const Outcome& outcome) {
  std::vector<std::string> lines;
  for (const std::string& line : shown_lines(outcome.out)) lines.push_back(line.empty() ? "" : "  " + line);
  for (const std::string& line : shown_lines(outcome.err))
    lines.push_back(line.empty() ? "  !" : "  ! " + line);
  if (outcome.exit != 0) lines.push_back("  [exit " + std::to_string(outcome.exit) + "]");
  // A blank line at the end would be taken for what parts this command from the next.
  if (!lines.empty() && lines.back().empty()) lines.back() = "   (esc)";
  return lines;
}

void write_case_file(const CaseFile& file, const std::vector<Outcome>& outcomes) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  auto outcome = outcomes.begin();
  const auto copy_until = [&](std::size_t end) {
    for (; from < end; ++from) lines.push_back(file.lines[from]);
  };
  for (const Case& one : file.cases) {
    for (const Command& command : one.commands) {
      copy_until(command.expect_begin);
      std::ranges::copy(expectation(*outcome++), std::back_inserter(lines));
      from = command.expect_end;
    }
  }
  copy_until(file.lines.size());
  std::ofstream out(file.path, std::ios::binary | std::ios::trunc);
  for (const std::string& line : lines) out << line << '\n';
  if (!out.flush()) throw std::runtime_error(file.path + ": cannot write it");
}

}  // namespace cprota::golden
