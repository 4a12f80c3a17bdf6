// SPDX-License-Identifier: MIT
// Gives every file of a folder to a fuzz target, in order of their names: the corpus as an ordinary test.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int argc, char** argv) {
  if (argc != 2 || !std::filesystem::is_directory(argv[1])) {
    std::cerr << "replay: give it the folder of a corpus\n";
    return 2;
  }
  const std::filesystem::directory_iterator entries(argv[1]);
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : entries) paths.push_back(entry.path());
  std::ranges::sort(paths);
  for (const auto& path : paths) {
    std::cerr << path.filename().string() << std::endl;
    std::ifstream in(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  }
  std::cout << paths.size() << " inputs\n";
  if (paths.empty()) std::cerr << "replay: an empty corpus tests nothing\n";
  return paths.empty() ? 1 : 0;
}
