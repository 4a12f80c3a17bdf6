# SPDX-License-Identifier: MIT
# The transcripts of a manual page (.Bd -literal) or of Markdown (```), as a file of cases, with what each command
# shows; and commands on a line of their own (.Dl $ …), which have to be answered.

function begin_case() {
  if (cases++) return
  print "== " name
  print "  $ umask 077; echo 200 >.day-rate"
}

function end_command() {
  if (in_command) print "  > :"
  in_command = 0
}

FNR == 1 {
  end_command()
  cases = literal = shown = 0
  name = FILENAME
  sub(/.*\//, "", name)
  page = (name ~ /[.][15]$/)
}

page {
  gsub(/\\e/, "\\")
  gsub(/\\-/, "-")
  gsub(/\\&/, "")
  gsub(/\\[(]aq/, "'")
  gsub(/\\[(]dq/, "\"")
}

page && /^[.]Dl [$] / {
  begin_case()
  print "  $ answer=$( { " substr($0, 7) "; } 2>&1 ) || [ $? = 1 ] || { echo \"$answer\"; false; }"
  next
}
page ? /^[.]Bd .*-literal/ : /^```/ && !literal { literal = 1; shown = 0; next }
page ? /^[.]Ed/ : /^```/ { end_command(); literal = 0; next }
!literal { next }

/^[$] / {
  end_command()
  begin_case()
  print "  $ exec 2>&1"
  print "  > " substr($0, 3)
  in_command = shown = 1
  next
}
/^> / && in_command { print "  > " substr($0, 3); next }
shown { end_command(); print $0 == "" ? "" : "  " $0 }
END { end_command() }
