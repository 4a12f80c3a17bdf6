// SPDX-License-Identifier: MIT
// look.mjs PROGRAM SOURCE HOSTILE SCRATCH: opens the pages in SCRATCH in Chromium. axe-core finds nothing, in
// light and dark and at three widths; nothing is asked for, refused or thrown; whoever opens the page later
// sees who covers then; names are text.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [program, source, hostile, scratch] = process.argv.slice(2);
const require = createRequire(join(source, "test/clients/package.json"));
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

let failures = 0;
const fail = (message) => {
  console.error(`test/clients/page: ${message}`);
  failures += 1;
};
const same = (what, found, wanted) => {
  if (JSON.stringify(found) !== JSON.stringify(wanted))
    fail(`${what}: ${JSON.stringify(found)} where ${JSON.stringify(wanted)} was due`);
};

const browser = await puppeteer.launch({
  executablePath: "/usr/bin/chromium",
  userDataDir: join(scratch, "chromium"),
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

// A page as it is at a moment; what it logs, throws or asks for is a failure.
const open = async (name, moment, { scripts = true } = {}) => {
  const page = await browser.newPage();
  page.on("console", (message) => fail(`${name}: ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => fail(`${name}: ${error.message}`));
  page.on("dialog", (dialog) => fail(`${name}: a dialog: ${dialog.message()}`) ?? dialog.dismiss());
  const address = pathToFileURL(join(scratch, name)).href;
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:")) fail(`${name}: asks for ${request.url()}`);
  });
  await page.setJavaScriptEnabled(scripts);
  await page.evaluateOnNewDocument((now) => { Date.now = () => now; }, Date.parse(moment));
  await page.goto(address);
  return page;
};
const cards = (page) =>
  page.$$eval("#cards > li", (all) => all.map((card) => card.querySelector(".who").textContent));

// Of all pages this has every part.
const whole = await open("hostile.html", "2026-11-25T19:15:00Z");
await whole.evaluate(`${axe}; 0`);
for (const scheme of ["light", "dark"]) {
  await whole.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  for (const width of [360, 768, 1280]) {
    await whole.setViewport({ width, height: 900 });
    const { violations } = await whole.evaluate(() => axe.run());
    for (const { id, help, nodes } of violations)
      fail(`${scheme} ${width}: ${id}: ${help}: ${nodes[0].html.slice(0, 200)}`);
    const overflow = await whole.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) fail(`${scheme} ${width}: is ${overflow} pixels too wide`);
  }
}
await whole.close();

// Against the program itself, through a day, over a night, at a handover and in another season's week.
for (const moment of ["2026-11-25T19:15:00Z", "2026-11-25T22:00:00Z", "2026-11-26T09:30:00Z",
  "2026-11-30T09:59:00Z", "2026-12-25T12:00:00Z"]) {
  const team = join(source, "data/example");
  const now = JSON.parse(execFileSync(program, ["--config", team, "who-now", "--json", "--at", moment]));
  const wanted = now.turns.map(({ rota, role }) =>
    now.covering.find((one) => one.rota === rota && one.role === role)?.person.name ?? "Hours are closed");
  const page = await open("example.html", moment);
  same(`who covers at ${moment}`, await cards(page), wanted);
  await page.close();
}

const gap = await open("hostile.html", "2026-12-02T08:00:00Z");
same("a gap", (await cards(gap))[0], "Not filled");
same("gaps that are over", await gap.$$eval("#alarm li", (rows) => rows.map((row) => row.hidden)),
  [true, true, true, false, false, false, false, false, false, true, true, true]);
same("more gaps", await gap.$eval("#alarm .more", (more) => more.innerText), "and 3 more in the next four weeks");
await gap.close();

const ends = await open("ends.html", "2026-11-25T19:15:00Z");
same("the end of a rota", await ends.$$eval("#alarm li", (rows) => rows.slice(-2).map((row) => row.textContent)),
  ["from Mon 14 Dec, 09:00 support the rota ends", "from Mon 14 Dec, 17:00 on-call the rota ends"]);
await ends.close();

// A rota of two years on a phone: months far away are folded, and its end is no alarm.
for (const scripts of [true, false]) {
  const site = await open("site.html", "2026-11-25T19:15:00Z", { scripts });
  await site.setViewport({ width: 390, height: 844 });
  const content = await site.content();
  same("open months", [...content.matchAll(/<details class="fold" open=""><?\s*<summary><h3 id="month-([^"]*)/g)]
    .map(([, month]) => month), ["2026-11", "2026-12"]);
  if (/id="(alarm|gaps)"/.test(content)) fail("site.html: the end of the rota is an alarm");
  if ((await site.screenshot({ fullPage: true, type: "png" })).readUInt32BE(20) > 15000) fail("site.html: too long for a phone");
  await site.close();
}
const spring = await open("site.html", "2027-02-01T12:00:00Z");
same("the month of whoever opens it", await spring.$eval("#today", (day) => [day.dataset.date, day.closest("details").open]),
  ["2027-02-01", true]);
await spring.close();

const night = await open("hostile.html", "2026-11-26T02:00:00Z");
same("whom to call at night", await night.$$eval("#cards > li", (all) =>
  all.map((card) => [card.querySelector(".who").textContent, card.querySelector(".phone").getAttribute("href")])),
  [["Hours are closed", "tel:+442079460003"], ["Hours are closed", null], ["Hours are closed", "tel:+442079460002"]]);
await night.close();

// An optional role that is empty while its hours are open, and the end of what the page knows.
for (const [moment, wanted] of [
  ["2026-11-25T19:15:00Z", ["Alask the deskuntil Mon 00:00then Not filled Mon 00:00",
    "Not filled, optionaluntil Thu 00:00then Nobody, on purpose Thu 00:00"]],
  ["2026-11-27T19:15:00Z", ["Alask the deskuntil Mon 00:00then Not filled Mon 00:00", "Alask the deskuntil Sat 00:00"]],
  ["2026-12-20T12:00:00Z", ["Not filled", "Not filled, optional"]],
]) {
  const optional = await open("optional.html", moment);
  same(`an optional role at ${moment}`, await optional.$$eval("#cards > li", (all) =>
    all.map((card) => [".who", ".phone", ".until", ".then"].map((part) => card.querySelector(part))
      .filter((part) => !part.hidden).map((part) => part.textContent).join(""))), wanted);
  await optional.close();
}

const later = await open("example.html", "2027-03-01T12:00:00Z");
same("a page too old to tell", await later.$eval("#asof", (asOf) => asOf.textContent),
  "This page cannot say who covers now: it was made Wed 25 Nov 2026 19:15 GMT. Ask for a newer one.");
await later.close();

const plain = await open("example.html", "2026-12-25T12:00:00Z", { scripts: false });
const html = await plain.content();
if (!html.includes("As it was when this page was made: Wed 25 Nov 2026 19:15 GMT.")) fail("without script: no time");
await plain.close();

const names = await open("hostile.html", "2026-11-25T19:15:00Z");
same("the title", await names.title(), "</title><script>alert(1)</script> rota");
const text = await names.$eval("main", (main) => main.textContent);
for (const name of ["</script><script>alert(1)</script><!--", "\"|Bea' onload='alert(1)", "محمد الراوي 👩‍🚒", "=1+1 & &lt;b&gt;",
  "<img src=x onerror=alert(1)>"]) {
  if (!text.includes(name)) fail(`hostile.html: ${name} is not shown as it is`);
}
same("links", await names.$$eval("a[href]", (all) =>
  all.map((link) => link.getAttribute("href")).filter((address) => !/^(#|tel:[+0-9]+$|mailto:[a-z]+@example\.org$)/.test(address))), []);
const tall = await names.$eval("a.phone", (link) => link.getAttribute("href"));
same("a phone", tall, "tel:+442079460002");
await names.close();

const published = readFileSync(join(scratch, "example.html"), "utf8");
for (const secret of ["+44", "href=\"tel", "example.org", "concert", "travelling", "U024"]) {
  if (published.includes(secret)) fail(`example.html: tells ${secret} without --private`);
}

await browser.close();
process.exitCode = failures ? 1 : 0;
