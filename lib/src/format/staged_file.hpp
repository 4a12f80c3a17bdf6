// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "cprota/base/result.hpp"
#include "cprota/format/write_files.hpp"

namespace cprota {

// A file that has been written and flushed beside its name, and takes its place by a rename.
struct StagedFile {
  std::string beside;
  std::string target;  // after links
};

// Ends the names of staged files of a change under a lock, of which there is one for each target.
inline constexpr std::string_view staged_ending = ".cprota-new";

// Who may write the same file at once: only who holds the lock, and so the file that is left of a change cut
// off is known by its name; or anybody.
enum class Writers { one, many };

// Mode and owner are those of the file that stands, if one does. A folder, a device or a pipe in its place,
// and all that the machine refuses, is Fault::machine; nothing is left behind.
[[nodiscard]] Result<StagedFile> stage_file(const std::string& path, std::string_view text,
                                            Writers writers = Writers::one, Links links = Links::followed);
// What a staged file of one writer is called beside its target.
[[nodiscard]] std::string staged_path(const std::string& target);

[[nodiscard]] tl::unexpected<Error> cannot_write(const std::string& path, int error);
// The folder of a path, `.` where it names none.
[[nodiscard]] std::string folder_of(const std::string& path);
// 0 or an errno; makes the names in a folder last.
[[nodiscard]] int flush_folder(const std::string& folder);
// 0 or an errno.
[[nodiscard]] int write_all(int descriptor, std::string_view text);

}  // namespace cprota
