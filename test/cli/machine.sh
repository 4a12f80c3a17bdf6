# SPDX-License-Identifier: MIT
# Functions for machine.cli: each starts from the team of the case and says how a command that changes it ended.

# shellcheck disable=SC2034 # by their names, in eval
cover="cover amara 2026-11-30..2026-12-18 --by cy"
# shellcheck disable=SC2034
swap="swap amara 2026-W49 bea 2026-W50"
# shellcheck disable=SC2034
leave="leave amara 2027-01-04..2027-01-08"
export HERE SOURCE
# A tracer and the search for leaks exclude each other.
export ASAN_OPTIONS=detect_leaks=0

# The team as it is, in old/; as $cover, $swap and $leave make it, in new.cover/, new.swap/ and new.leave/.
remember() {
  mkdir old && cp -a cprota.toml leave.toml rota old/ || return
  for name in cover swap leave; do
    cp -a old new.$name
    eval "cprota --config new.$name \$$name" >/dev/null 2>&1
  done
  show old >seen.old
  show new.cover >seen.new
}

show() {
  cprota --config "$1" show 2026-W49..2026-W51 --json 2>/dev/null
}

# state FOLDER NAME: whether that folder is wholly old or wholly as the command NAME makes it.
state() {
  if diff -r old "$1" >/dev/null; then echo old
  elif diff -r "new.$2" "$1" >/dev/null; then echo new
  else echo torn; fi
}

# seen FOLDER: whether a reader is shown the turns before $cover or those after it.
seen() {
  show "$1" >seen.now
  if cmp -s seen.now seen.old; then echo old; elif cmp -s seen.now seen.new; then echo new; else echo torn; fi
}

# A command that has to take the lock and adds nothing.
next_command() {
  cprota --config "$1" leave cy 2026-12-24 >/dev/null 2>next.err || cat next.err
}

# with_mounts COMMAND…: where it may mount. Who may not do so is made root of a namespace of users, which nobody in
# a changed root may make.
with_mounts() {
  if unshare -m true 2>/dev/null; then unshare -m "$@"; else unshare -rm "$@"; fi
}

# each PREFIX…: the three commands on a fresh copy each, run by PREFIX, with what they say and leave.
each() {
  for name in cover swap leave; do
    [ ! -d team ] || chmod -R u+w team
    rm -rf team && cp -a old team
    said=$(eval "\"\$@\" cprota --config team \$$name" 2>&1 >/dev/null)
    status=$?
    echo "$said" | grep error: | sed "s/^/$name: /"
    echo "$name: exit $status, $(state team $name)"
  done
}

# every CALL FAULT…: $cover with that fault at the first CALL, the second, and so on until it has no more of them.
every() {
  call=$1
  calls="/^$call(at2?)?\$"
  shift
  for fault in "$@"; do
    at=0
    : >ends
    while at=$((at + 1)) && [ $at -lt 60 ]; do
      rm -rf team && cp -a old team
      # shellcheck disable=SC2086 # words of a command
      (strace -f -o trace -e trace="$calls" -e inject="$calls:$(echo "$fault" | sed "s/@/$at/")" \
        cprota --config team $cover; exit $?) >/dev/null 2>&1
      status=$?
      grep -qE 'INJECTED|killed by' trace || break
      read_as=$(seen team)
      next_command team
      echo "exit $status, $read_as to a reader, $(state team cover) after the next command" >>ends
    done
    [ $at -lt 60 ] || echo "$call never ends"
    [ $at -gt 1 ] || echo "$call is never called"
    echo "$call $fault"
    sort -u ends | sed 's/^/  /'
  done
}
