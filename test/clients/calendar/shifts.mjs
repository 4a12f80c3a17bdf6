// SPDX-License-Identifier: MIT
// shifts.mjs ical.js|node-ical ROTA.ics: the shifts that this program reads, a line each: from, until, role, summary.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

const [program, path] = process.argv.slice(2);
const text = readFileSync(path, 'utf8');
const minute = (date) => date.toISOString().slice(0, 16) + 'Z';

const readers = {
  'ical.js': () =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      const role = component.getFirstPropertyValue('categories');
      return [event.startDate.toJSDate(), event.endDate.toJSDate(), role, event.summary];
    }),
  'node-ical': () =>
    Object.values(nodeIcal.sync.parseICS(text))
      .filter((event) => event.type === 'VEVENT')
      .map((event) => [event.start, event.end, event.categories.join(), event.summary]),
};
for (const [begin, end, role, summary] of readers[program]()) {
  console.log(minute(begin), minute(end), role, summary);
}
