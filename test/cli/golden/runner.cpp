// SPDX-License-Identifier: MIT
#include "runner.hpp"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include <sys/stat.h>

#include "process.hpp"

namespace cprota::golden {
namespace fs = std::filesystem;
namespace {

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

// Runs `work` with the file mode mask of a careful person, so that what a case is given does not depend on
// the mask that the suite runs under; what the commands of the case write does.
template <class Work>
void with_usual_umask(Work work) {
  const mode_t before = umask(022);
  work();
  umask(before);
}

void write_file(const fs::path& path, const std::string& content) {
  fs::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  if (!(out << content).flush()) throw std::runtime_error(path.string() + ": cannot write it");
}

}  // namespace

Runner::Runner(fs::path source, const fs::path& program, const Setup& setup)
    : source_(std::move(source)), terminal_(setup.terminal) {
  std::string name = (fs::temp_directory_path() / "cprota-golden-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error(name + ": cannot make it");
  with_usual_umask([&] {
    fs::permissions(name, fs::perms::owner_all);
    root_ = fs::canonical(name);
    here_ = root_ / "here";
    fs::create_directories(here_);
    fs::create_directories(root_ / "bin");
    fs::create_symlink(program, root_ / "bin" / "cprota");
    fs::create_symlink(fs::read_symlink("/proc/self/exe"), root_ / "bin" / "golden");
    for (const std::string& team : setup.teams) fs::copy(source_ / team, here_, fs::copy_options::recursive);
    for (const auto& [path, content] : setup.files) write_file(here_ / path, content);
  });
  environment_.push_back("PATH=" + (root_ / "bin").string() + ":/usr/local/bin:/usr/bin:/bin");
  if (terminal_ != 0) environment_.emplace_back("TERM=xterm-256color");
  // What the whole suite is run under, so that a hostile environment reaches the program.
  for (const char* kept : {"HOME", "TZ", "LANG", "LC_ALL", "ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
    if (const char* value = std::getenv(kept)) environment_.push_back(std::string(kept) + "=" + value);
  }
  for (const auto& [variable, value] : setup.env) {
    const std::string assigned = variable + "=";
    std::erase_if(environment_, [&](const std::string& entry) { return entry.starts_with(assigned); });
    environment_.push_back(assigned + expanded(value));
  }
}

Runner::~Runner() {
  std::error_code ignored;
  fs::remove_all(root_, ignored);
}

Outcome Runner::run(const std::string& script) const {
  const std::string variables = "HERE='" + here_.string() + "' SOURCE='" + source_.string() + "'\n";
  Outcome outcome = run_process({variables + script, here_, root_, environment_, terminal_});
  outcome.out = generalized(std::move(outcome.out));
  outcome.err = generalized(std::move(outcome.err));
  return outcome;
}

std::string Runner::expanded(std::string text) const {
  replace_all(text, "$HERE", here_.string());
  replace_all(text, "$SOURCE", source_.string());
  return text;
}

std::string Runner::generalized(std::string text) const {
  replace_all(text, here_.string(), "$HERE");
  replace_all(text, source_.string(), "$SOURCE");
  return text;
}

}  // namespace cprota::golden
