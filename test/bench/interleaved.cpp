// SPDX-License-Identifier: MIT
#include "interleaved.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <stdexcept>

#include <fcntl.h>
#include <sched.h>
#include <spawn.h>
#include <sys/wait.h>

namespace cprota::bench {
namespace {

[[nodiscard]] std::vector<char*> pointers(const std::vector<std::string>& strings) {
  std::vector<char*> result;
  for (const std::string& string : strings) result.push_back(const_cast<char*>(string.c_str()));
  result.push_back(nullptr);
  return result;
}

// This process, and so those that it starts, on one core.
void stay_on_one_core() {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) != 0) return;
  std::size_t core = CPU_SETSIZE - 1;
  while (core > 0 && !CPU_ISSET(core, &set)) --core;
  CPU_ZERO(&set);
  CPU_SET(core, &set);
  sched_setaffinity(0, sizeof set, &set);
}

class Silence {
 public:
  Silence() {
    posix_spawn_file_actions_init(&actions_);
    for (const int stream : {1, 2}) {
      posix_spawn_file_actions_addopen(&actions_, stream, "/dev/null", O_WRONLY, 0);
    }
  }
  ~Silence() { posix_spawn_file_actions_destroy(&actions_); }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;

  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

[[nodiscard]] double time_once(const Contestant& contestant, const Silence& silence) {
  const auto arguments = pointers(contestant.command);
  const auto environment = pointers(contestant.environment);
  const auto begin = std::chrono::steady_clock::now();
  pid_t pid = 0;
  int status = 0;
  if (posix_spawn(&pid, arguments[0], silence.get(), nullptr, arguments.data(), environment.data()) != 0 ||
      waitpid(pid, &status, 0) != pid || !WIFEXITED(status) || WEXITSTATUS(status) > 1) {
    throw std::runtime_error(contestant.name + ": did not answer: " + contestant.command[0]);
  }
  return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count();
}

[[nodiscard]] double median(std::vector<double> times) {
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::ranges::nth_element(times, middle);
  return *middle;
}

Arguments read_arguments(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string option = argv[i];
    if (option == "--program") arguments.program = std::filesystem::absolute(argv[i + 1]);
    if (option == "--source") arguments.source = std::filesystem::canonical(argv[i + 1]);
  }
  if (arguments.program.empty() || arguments.source.empty()) {
    throw std::runtime_error("usage: bench_NAME --program PROGRAM --source FOLDER");
  }
  return arguments;
}

}  // namespace

void compare(const std::vector<Contestant>& contestants, int rounds) {
  stay_on_one_core();
  const Silence silence;
  std::vector<std::vector<double>> times(contestants.size());
  constexpr int warm_up = 5;
  for (int round = 0; round < rounds + warm_up; ++round) {
    for (std::size_t i = 0; i < contestants.size(); ++i) {
      const double time = time_once(contestants[i], silence);
      if (round >= warm_up) times[i].push_back(time);
    }
  }
  const auto least = [](const std::vector<double>& of_one) { return *std::ranges::min_element(of_one); };
  std::printf("%-56s %8s us   ratio %8s us   ratio\n", "", "median", "least");
  for (std::size_t i = 0; i < contestants.size(); ++i) {
    std::printf("%-56s %8.0f us %7.2f %8.0f us %7.2f\n", contestants[i].name.c_str(), median(times[i]),
                median(times[i]) / median(times[0]), least(times[i]), least(times[i]) / least(times[0]));
  }
}

int benchmark(int argc, char** argv, void (*run)(const Arguments&)) {
  try {
    run(read_arguments(argc, argv));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench: %s\n", error.what());
    return 1;
  }
  return 0;
}

}  // namespace cprota::bench
