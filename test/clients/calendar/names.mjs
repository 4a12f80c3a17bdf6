// SPDX-License-Identifier: MIT
// names.mjs ROTA.ics: what ical.js and node-ical take for the name of the calendar, and when to ask for it again.
import {readFileSync} from 'node:fs';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

const text = readFileSync(process.argv[2], 'utf8');
const calendar = new ICAL.Component(ICAL.parse(text));
for (const name of ['name', 'x-wr-calname', 'refresh-interval', 'x-published-ttl']) {
  console.log('ical.js', name, String(calendar.getFirstPropertyValue(name)));
}
const events = nodeIcal.sync.parseICS(text);
console.log('node-ical', events.vcalendar['WR-CALNAME']);
