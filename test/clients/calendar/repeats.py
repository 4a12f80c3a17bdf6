# SPDX-License-Identifier: MIT
"""repeats.py FOLDER: writes there a calendar of events that repeat, a team with a rota for each, and `expected`: when
they do so in 2026 and 2027 as dateutil reckons it, a line for each time, in UTC, with its rota."""
import random
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

from dateutil.rrule import rruleset, rrulestr

FOLDER = Path(sys.argv[1])
TEAM = """[team]
name = "Repeats"
timezone = "UTC"
[hours.always]
weekday = ["00:00-24:00"]
weekend = ["00:00-24:00"]
[[people]]
id = "amara"
name = "Amara"
"""
ROTA = """[rota.r{}]
hours = "always"
roles = ["a"]
members = ["amara"]
"""
STAMP = "%Y%m%dT%H%M%S"
FIRST, END = datetime(2026, 1, 1, tzinfo=timezone.utc), datetime(2028, 1, 1, tzinfo=timezone.utc)
ZONES = {
    "Europe/London": "Europe/London",
    "GMT Standard Time": "Europe/London",
    "Eastern Standard Time": "America/New_York",
    "/citadel.org/20210210_1/Australia/Lord_Howe": "Australia/Lord_Howe",
    "Asia/Kathmandu": "Asia/Kathmandu",
}
RULES = [
    "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=5", "FREQ=WEEKLY;BYDAY=MO,WE,SU", "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TU",
    "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=SU,TU", "FREQ=DAILY", "FREQ=DAILY;INTERVAL=9", "FREQ=DAILY;BYDAY=SA,SU",
    "FREQ=DAILY;BYMONTH=3,10;BYHOUR=0,1,2,3", "FREQ=HOURLY;INTERVAL=12", "FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYDAY=-1SU", "FREQ=MONTHLY;BYDAY=2MO,4MO", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "FREQ=YEARLY;BYYEARDAY=1,100,-1", "FREQ=YEARLY;BYWEEKNO=10,26,53;BYDAY=MO", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29,28",
]
pick = random.Random(1)
events, team, found = "", TEAM, set()
number = 0
for rule in RULES:
    for end in ("", "COUNT", "UNTIL", "EXDATE"):
        tzid, name = pick.choice(list(ZONES.items()))
        zone = ZoneInfo(name)
        start = datetime(2025, pick.randint(1, 12), pick.randint(1, 28), pick.choice([0, 1, 2, 3, 10]), pick.choice([0, 30]))
        start = rrulestr(rule, dtstart=start)[0]
        text = rule
        if end == "COUNT":
            text += f";COUNT={pick.randint(1, 60)}"
        times = rruleset()
        times.rrule(rrulestr(text, dtstart=start))
        until = None
        if end == "UNTIL":
            last = times.before(datetime(2026, pick.randint(1, 12), 15))
            if last is not None and last > start:
                # As late as that very time, or a minute before it.
                until = last.replace(tzinfo=zone).astimezone(timezone.utc) - timedelta(minutes=pick.randint(0, 1))
                text += f";UNTIL={until:{STAMP}}Z"
        more = ""
        if end == "EXDATE":
            some = [time for time in times.between(datetime(2026, 1, 1), datetime(2027, 1, 1)) if pick.random() < 0.3][:9]
            for time in some:
                times.exdate(time)
            if some:
                more = f"EXDATE;TZID={tzid}:" + ",".join(f"{time:{STAMP}}" for time in some) + "\r\n"
            extra = datetime(2026, 6, 3, 4)
            times.rdate(extra)
            more += f"RDATE;TZID={tzid}:{extra:{STAMP}}\r\n"
        events += (f"BEGIN:VEVENT\r\nUID:{number}\r\nDTSTART;TZID={tzid}:{start:{STAMP}}\r\nDURATION:PT15M\r\n"
                   f"RRULE:{text}\r\n{more}SUMMARY:amara\r\nCATEGORIES:r{number}.a\r\nEND:VEVENT\r\n")
        team += ROTA.format(number)
        for time in times:
            at = time.replace(tzinfo=zone).astimezone(timezone.utc)
            if at >= END:
                break
            if at >= FIRST and (until is None or at <= until or "RDATE" in more):
                found.add(f"{at:%Y-%m-%dT%H:%M} r{number}")
        number += 1
(FOLDER / "repeats.ics").write_text(
    f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n{events}END:VCALENDAR\r\n", newline="")
(FOLDER / "cprota.toml").write_text(team)
(FOLDER / "expected").write_text("".join(f"{line}\n" for line in sorted(found)))
