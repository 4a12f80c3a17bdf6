// SPDX-License-Identifier: MIT
#include "cprota/format/write_into.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/format/write_file.hpp"

#include "format/read_file.hpp"

namespace cprota {
namespace {

struct Target {
  std::string file;
  std::string name;

  [[nodiscard]] std::string opening() const { return fmt::format("<!-- cprota {} -->", name); }
  [[nodiscard]] std::string closing() const { return fmt::format("<!-- /cprota {} -->", name); }
};

Result<Target> target_of(const std::string& text) {
  const std::size_t hash = text.rfind('#');
  if (hash != std::string::npos && hash > 0) {
    Target target{text.substr(0, hash), text.substr(hash + 1)};
    if (!target.name.empty() && target.name.find_first_of(" \t<>\r\n") == std::string::npos) return target;
  }
  return fail(Fault::usage, fmt::format("--into takes FILE#NAME, such as README.md#rota, not \"{}\"", text));
}

long line_of(std::string_view text, std::size_t offset) {
  return 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
}

// Where the one mark of that text begins.
Result<std::size_t> only(const Target& target, const std::string& text, const std::string& mark) {
  const std::size_t at = text.find(mark);
  const std::string shown = visible(target.file);
  if (at == std::string::npos) {
    return fail(Fault::usage, fmt::format("{} has no line {}: write {} and {} where the answer is to stand",
                                          shown, mark, target.opening(), target.closing()));
  }
  const std::size_t again = text.find(mark, at + mark.size());
  if (again == std::string::npos) return at;
  return fail(Fault::usage, fmt::format("{}:{}: {} stands in line {} already: only one is filled", shown,
                                        line_of(text, again), mark, line_of(text, at)));
}

std::string with_line_ends(std::string_view text, std::string_view end) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += end;
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

Result<void> write_into(const std::string& target_text, std::string_view markdown) {
  const Result<Target> target = target_of(target_text);
  if (!target) return tl::unexpected(target.error());
  auto text = read_file(target->file, target->file);
  if (!text) {
    text.error().fault = Fault::machine;
    return tl::unexpected(text.error());
  }
  if (!text->has_value())
    return fail(Fault::machine, fmt::format("there is no file {}", visible(target->file)));
  const std::string& old = **text;
  const Result<std::size_t> opening = only(*target, old, target->opening());
  if (!opening) return tl::unexpected(opening.error());
  const Result<std::size_t> closing = only(*target, old, target->closing());
  if (!closing) return tl::unexpected(closing.error());
  const std::size_t begin = *opening + target->opening().size();
  if (*closing < begin) {
    return fail(Fault::usage, fmt::format("{}:{}: {} stands before {}", visible(target->file),
                                          line_of(old, *closing), target->closing(), target->opening()));
  }
  const std::size_t after = old.find('\n', begin);
  const std::size_t line_end = after != std::string::npos ? after : old.rfind('\n', begin);
  const bool crlf = line_end != std::string::npos && line_end > 0 && old[line_end - 1] == '\r';
  const std::string part = with_line_ends(fmt::format("\n\n{}\n", markdown), crlf ? "\r\n" : "\n");
  const std::string changed = old.substr(0, begin) + part + old.substr(*closing);
  return changed == old ? Result<void>() : write_file(target->file, changed);
}

}  // namespace cprota
