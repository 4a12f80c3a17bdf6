# SPDX-License-Identifier: MIT
# expected.py ROTA.json NAMES: the shifts of `show --json` as the readers of calendars print them; NAMES is a document
# of `show --format csv`, for the people's names.
import csv
import json
import sys
from datetime import datetime, timezone

with open(sys.argv[2], encoding="utf-8", newline="") as file:
    names = {row["person"]: row["name"] for row in csv.DictReader(file)}
with open(sys.argv[1], encoding="utf-8") as file:
    shifts = json.load(file)["shifts"]
for shift in shifts:
    begin, end = (datetime.fromisoformat(shift[name]).astimezone(timezone.utc) for name in ("from", "until"))
    print(f"{begin:%Y-%m-%dT%H:%MZ} {end:%Y-%m-%dT%H:%MZ} {shift['rota']}.{shift['role']} "
          f"{names[shift['person']]} ({shift['rota']} {shift['role']})")
