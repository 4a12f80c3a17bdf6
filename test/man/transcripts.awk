# SPDX-License-Identifier: MIT
# The transcripts of a manual page (.Bd -literal) or of Markdown (```), as a file of cases.

function end_command() {
  if (in_command) print "  > :"
  in_command = 0
}

function command(text) {
  end_command()
  if (!cases++) print "== " name
  print "  $ exec 2>&1"
  print "  > " text
  in_command = shown = 1
}

FNR == 1 {
  end_command()
  cases = literal = shown = 0
  name = FILENAME
  sub(/.*\//, "", name)
  page = (name ~ /[.][15]$/)
}

page ? /^[.]Bd .*-literal/ : /^```/ && !literal { literal = 1; shown = 0; next }
page ? /^[.]Ed/ : /^```/ { end_command(); literal = 0; next }
!literal { next }

page {
  gsub(/\\e/, "\\")
  gsub(/\\-/, "-")
  gsub(/\\&/, "")
  gsub(/\\[(]aq/, "'")
  gsub(/\\[(]dq/, "\"")
}

/^[$] / { command(substr($0, 3)); next }
/^> / && in_command { print "  > " substr($0, 3); next }
shown { end_command(); print $0 == "" ? "" : "  " $0 }
END { end_command() }
