// SPDX-License-Identifier: MIT
// Runs files of cases (test/cli/README.md) and says where the program does something else than they expect;
// with --update makes them expect what it does.
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "case_file.hpp"
#include "runner.hpp"

namespace {

namespace fs = std::filesystem;
using namespace cprota::golden;

struct Options {
  fs::path program;
  fs::path source;
  std::string only;
  bool update = false;
  std::vector<std::string> files;
};

Options read_options(std::span<char*> arguments) {
  Options options;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const std::string argument = arguments[i];
    const auto value = [&] {
      if (++i == arguments.size()) throw std::runtime_error(argument + " needs a value");
      return std::string(arguments[i]);
    };
    if (argument == "--program") {
      options.program = fs::absolute(value());
    } else if (argument == "--source") {
      options.source = fs::canonical(value());
    } else if (argument == "--case") {
      options.only = value();
    } else if (argument == "--update") {
      options.update = true;
    } else if (argument.starts_with('-')) {
      throw std::runtime_error("unknown option " + argument);
    } else {
      options.files.push_back(argument);
    }
  }
  if (options.files.empty() || options.program.empty() || options.source.empty() ||
      (options.update && !options.only.empty())) {
    throw std::runtime_error(
        "usage: golden --program PROGRAM --source FOLDER [--case PART-OF-NAME | --update] FILE...");
  }
  if (!fs::exists(options.program)) throw std::runtime_error(options.program.string() + ": no such program");
  return options;
}

void write_lines(const fs::path& path, const std::vector<std::string>& lines) {
  std::ofstream out(path);
  for (const std::string& line : lines) out << line << '\n';
}

void print_difference(const Command& command, const Outcome& actual) {
  std::string folder = (fs::temp_directory_path() / "cprota-golden-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error(folder + ": cannot make it");
  write_lines(fs::path(folder) / "expected", expectation(command.expected));
  write_lines(fs::path(folder) / "actual", expectation(actual));
  const std::string diff =
      "cd '" + folder + "' && diff -U 100 --label expected --label actual expected actual";
  if (std::system(diff.c_str()) < 0) throw std::runtime_error("cannot run diff");
  fs::remove_all(folder);
}

struct Count {
  int passed = 0;
  int failed = 0;
};

void run_case(const Options& options, const CaseFile& file, const Case& one, Count& count,
              std::vector<Outcome>& outcomes) {
  const Runner runner(options.source, options.program, one.setup);
  bool passed = true;
  for (const Command& command : one.commands) {
    outcomes.push_back(runner.run(command.script));
    if (options.update || outcomes.back() == command.expected) continue;
    passed = false;
    std::cout << file.path << ':' << command.line << ": " << one.name << "\n$ " << command.script
              << std::endl;
    print_difference(command, outcomes.back());
  }
  ++(passed ? count.passed : count.failed);
}

int run(const Options& options) {
  Count count;
  for (const std::string& path : options.files) {
    const CaseFile file = read_case_file(path);
    std::vector<Outcome> outcomes;
    for (const Case& one : file.cases) {
      if (one.name.find(options.only) != std::string::npos) run_case(options, file, one, count, outcomes);
    }
    if (options.update) write_case_file(file, outcomes);
  }
  if (options.update) {
    std::cout << count.passed << " cases written: read the change before you keep it\n";
    return 0;
  }
  std::cout << count.passed << " passed, " << count.failed << " failed\n";
  return count.failed > 0 || count.passed == 0 ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(read_options({argv, static_cast<std::size_t>(argc)}));
  } catch (const std::exception& error) {
    std::cerr << "golden: " << error.what() << '\n';
    return 2;
  }
}
