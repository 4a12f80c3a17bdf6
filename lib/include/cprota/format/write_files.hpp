// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "cprota/base/result.hpp"

namespace cprota {

// What a file holds before and after a change.
struct FileChange {
  std::string path;
  std::string shown;                  // as messages and diffs call it: `rota/2026-W48.toml`
  std::optional<std::string> before;  // nothing: the file is new
  std::optional<std::string> after;   // nothing: the file goes
};

// What to do about a change that was cut off and cannot be finished, for somebody changed one of its files
// since: refuse to write until people have seen to it, or drop what is left of it, where all is made anew.
enum class InTheWay { refuse, drop };

// The right to write in a rota folder, held until the end of its life. Others that ask for it meanwhile wait,
// as long as it passes from hand to hand; who waits five seconds for the same holder gives up.
class FolderLock {
 public:
  // Makes the folder where there is none, and finishes a change of several files that was cut off.
  // Fault::machine, which names the process that holds the lock; Fault::files for a change that cannot be
  // finished.
  [[nodiscard]] static Result<FolderLock> take(const std::string& folder,
                                               InTheWay in_the_way = InTheWay::refuse);

  FolderLock(FolderLock&&) noexcept;
  FolderLock& operator=(FolderLock&&) noexcept;
  ~FolderLock();

  // Takes away what the lock that was taken last has put there, if it is held: its file, and its folder where
  // it made that and nothing else is in it. For a signal that ends the program.
  // Safe in a signal handler; nothing may be written after it.
  static void abandon() noexcept;

  // Gives the right up before the end of its life; nothing else may be asked of it then.
  void release();

  [[nodiscard]] const std::string& folder() const;
  // `finished the change of 3 files that was cut off`, where take() did.
  [[nodiscard]] const std::optional<std::string>& note() const;

 private:
  struct Held;
  explicit FolderLock(std::unique_ptr<Held> held);
  std::unique_ptr<Held> held_;
};

// What becomes of a symbolic link in a file's place: the file that it leads to is written, or a file takes
// the place of the link.
enum class Links { followed, replaced };

// Makes all changes or none, whatever happens to the program or the machine: new files are written beside the
// old ones and flushed to disk, a list of them in the folder of the lock makes the change valid, and then
// each is renamed into place. Mode and owner of files that stand are kept. Fault::files
// where a file is no longer as it was before; Fault::machine, nothing changed. Signals that ask the program
// to end wait until it is done.
[[nodiscard]] Result<void> write_files(const FolderLock& lock, std::span<const FileChange> changes,
                                       Links links = Links::followed);

}  // namespace cprota
