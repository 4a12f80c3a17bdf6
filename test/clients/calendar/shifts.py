# SPDX-License-Identifier: MIT
# shifts.py ROTA.ics: the shifts that python3-icalendar reads, a line each: from, until, role, summary.
import sys
from datetime import timezone

from icalendar import Calendar

with open(sys.argv[1], "rb") as file:
    calendar = Calendar.from_ical(file.read())
for event in calendar.walk("VEVENT"):
    begin, end = (event[name].dt.astimezone(timezone.utc) for name in ("DTSTART", "DTEND"))
    categories = ",".join(event["CATEGORIES"].cats)
    print(f"{begin:%Y-%m-%dT%H:%MZ} {end:%Y-%m-%dT%H:%MZ} {categories} {event['SUMMARY']}")
