# SPDX-License-Identifier: MIT
# What test/layers/check looks for, line by line.

BEGIN {
  count = split("base time hours rota cover count plan format apps", names, " ")
  for (i = 1; i <= count; i++) rank[names[i]] = i

  # A library or a part of the machine, and the only files that may touch it.
  # zone_names.cpp looks where the time-zone engine looks, to say what is wrong with a name.
  fence("CLI11", "#include <CLI/", "^apps/cprota/cli[.]cpp$")
  fence("toml++", "#include <toml[+][+]/", "^lib/src/format/")
  fence("the time-zone engine", "#include <absl/time|#include [\"<]date/tz", "^lib/src/time/zone[a-z_]*[.]")
  fence("CBC and CLP", "#include <(Cbc|Cgl|Clp|Coin|Osi)", "^lib/src/plan/mip[.]cpp$")
  fence("the clock", "(system|steady|high_resolution|utc|tai|file)_clock::now|[^a-z_.>](clock_gettime|gettimeofday|localtime|localtime_r|gmtime|mktime|std::time|time)[(](nullptr|NULL|0|&|CLOCK)", "^apps/cprota/")
  fence("the environment", "[^a-z_](getenv|secure_getenv|setenv|unsetenv|putenv|environ)[^a-z_]", "^apps/cprota/|^lib/src/time/zone_names[.]cpp$")
  fence("the terminal", "[^a-z_](isatty|ioctl|tcgetattr)[(]|#include <(termios[.]h|sys/ioctl[.]h|iostream)>|std::c(out|err|in|log)[^a-z]", "^apps/cprota/")
  fence("the file system", "#include <(filesystem|fstream|unistd[.]h|fcntl[.]h|dirent[.]h|glob[.]h|ftw[.]h|sys/(stat|file|mman|statvfs)[.]h)>|[^a-z_](fopen|freopen|opendir|mkstemp)[(]", "^(apps/cprota|lib/src/format)/|^lib/src/time/zone_names[.]cpp$")
  fence("the locale", "[^a-z_](setlocale|newlocale|uselocale)[(]|std::locale", "^$")
  fence("chance", "random_device|[^a-z_](rand|srand|random|drand48)[(]", "^$")
}

function fence(what, pattern, allowed) {
  fences++
  fence_what[fences] = what
  fence_pattern[fences] = pattern
  fence_allowed[fences] = allowed
}

function breach(what) { printf "%s:%d: %s\n", FILENAME, FNR, what }

function end_of_file() {
  if (file == "") return
  limit = file ~ /^apps\/cprota\/(main|cli|env|output)/ || file !~ /^apps\// ? 450 : 150
  if (is_code && lines > limit) printf "%s:%d: is longer than %d lines: split it along the words of the model\n", file, lines, limit
  if (is_code && !licensed) printf "%s:1: does not begin with its SPDX line\n", file
  if (is_header && !guarded) printf "%s:1: is a header without #pragma once\n", file
}

# The layer that a file belongs to, or "" outside lib and apps.
function layer_of(path,  parts) {
  if (path ~ /^apps\//) return "apps"
  if (path !~ /^lib\/(src|include\/cprota)\/[a-z]+\//) return ""
  sub(/^lib\/(src|include\/cprota)\//, "", path)
  split(path, parts, "/")
  return parts[1]
}

function own_header(path,  name) {
  name = path
  sub(/^lib\/src\//, "", name)
  sub(/[.]cpp$/, ".hpp", name)
  if ((getline own_line < ("lib/include/cprota/" name)) >= 0) { close("lib/include/cprota/" name); return "cprota/" name }
  if ((getline own_line < ("lib/src/" name)) >= 0) { close("lib/src/" name); return name }
  return ""
}

function begin_file() {
  end_of_file()
  file = FILENAME
  layer = layer_of(file)
  is_public = file ~ /^lib\/include\//
  is_header = file ~ /[.]hpp$/
  is_cpp = file ~ /[.](cpp|hpp|c|h)$/
  is_product = is_cpp && file ~ /^(lib|apps)\//
  is_code = is_cpp || file ~ /(^|\/)CMakeLists[.]txt$|[.](cmake|awk|sh|js|mjs|ts)$|^(dev|[.]ci\/run|test\/layers\/check)$/
  licensed = guarded = 0
  own = file ~ /^lib\/src\/.*[.]cpp$/ ? own_header(file) : ""
  if (layer != "" && !(layer in rank)) { printf "%s:1: %s is no layer\n", file, layer; layer = "" }
}

function check_include(line,  target, to) {
  target = line
  sub(/^#include [<"]/, "", target)
  sub(/[>"].*$/, "", target)
  if (own != "" && target != own) breach("includes something before its own header " own)
  own = ""
  if (target ~ /(^|\/)[.][.]\//) breach("includes by a relative path: " target)
  if (is_public && line ~ /</ && target !~ /^[a-z_]+$/ && target != "tl/expected.hpp") breach("a public header includes only the standard library, tl/expected.hpp and cprota/: " target)
  if (is_public && line ~ /"/ && target !~ /^cprota\//) breach("a public header includes what is not installed: " target)
  sub(/^cprota\//, "", target)
  to = target
  sub(/\/.*$/, "", to)
  if (line ~ /"/ && target ~ /\// && layer != "" && to in rank && rank[to] > rank[layer]) breach(layer " may not include " to ": the layers are base <- time <- hours <- rota <- cover <- count <- plan <- format <- apps")
}

FNR == 1 { begin_file() }
{ lines = FNR }
FNR <= 2 && /SPDX-License-Identifier: MIT/ { licensed = 1 }
/^#pragma once/ { guarded = 1 }

/registry[.]npmjs|npmjs[.]org|deb[.]debian[.]org|nodesource[.]com|yarnpkg[.]com/ { breach("names the host of a package registry") }
/(^|[^a-z.])\/(work|root)\// { breach("names a path of one machine") }
is_code && /(TO)DO|(FIX)ME/ { breach("is unfinished") }

is_product {
  code = $0
  if (code ~ /^ *\/\//) next
  sub(/[ ]\/\/ .*$/, "", code)
  if (code ~ /^#include /) check_include(code)
  for (i = 1; i <= fences; i++) {
    if ((" " code " ") ~ fence_pattern[i] && FILENAME !~ fence_allowed[i]) breach("touches " fence_what[i] ", which this file may not")
  }
}

END { end_of_file() }
