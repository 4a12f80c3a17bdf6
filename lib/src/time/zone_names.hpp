// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "cprota/base/result.hpp"

namespace cprota {

// Whether `name` has the form of an IANA zone name: parts of letters, digits, `_`, `+` and `-` joined by
// single slashes. Not `localtime`, `posixrules` and what lies under `posix/` and `right/`, which zone folders
// have beside the zones, nor `Fixed/…`, which is Abseil's own.
[[nodiscard]] bool is_zone_name(std::string_view name);

// Why a zone could not be loaded: Fault::files with the nearest name that the zone folder has; Fault::machine
// where the folder has no zones at all or has the file, but not in a readable state.
[[nodiscard]] tl::unexpected<Error> no_such_zone(const std::string& name);

}  // namespace cprota
