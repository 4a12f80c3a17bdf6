// SPDX-License-Identifier: MIT
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("timeline").textContent);
  const cards = [...document.querySelectorAll("#cards > li")];
  const madeBy = document.getElementById("made").textContent;
  const asOf = document.getElementById("asof");
  const format = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: data.zone, ...options });
  const clock = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const weekday = format({ weekday: "short" });
  const date = format({ weekday: "short", day: "numeric", month: "short" });
  const moment = format({
    weekday: "short", day: "numeric", month: "short", year: "numeric",
    hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short",
  });
  const iso = format({ year: "numeric", month: "2-digit", day: "2-digit" });
  const at = (minute) => new Date(minute * 60000);
  const isoDate = (minute) => {
    const part = {};
    for (const { type, value } of iso.formatToParts(at(minute))) part[type] = value;
    return `${part.year}-${part.month}-${part.day}`;
  };
  const relative = (minute, now) => {
    const time = clock.format(at(minute));
    const days = (Date.parse(isoDate(minute)) - Date.parse(isoDate(now))) / 86400000;
    if (days === 0) return time;
    return `${days < 7 ? weekday.format(at(minute)) : date.format(at(minute)).replace(",", "")} ${time}`;
  };
  // Changes only what differs, so that a screen reader is not told the same again.
  const put = (element, ...content) => {
    const text = content.map((part) => part.textContent ?? part).join("");
    if (element.textContent !== text) element.replaceChildren(...content);
  };
  const named = (who) => {
    if (who < 0) return { "-1": "Not filled", "-2": "Nobody, on purpose", "-3": "Not filled, optional" }[who];
    const name = document.createElement("bdi");
    name.textContent = data.people[who].name;
    return name;
  };
  const showPhone = (card, person) => {
    const link = card.querySelector(".phone");
    if (!link) return;
    link.hidden = !person?.phone;
    if (person?.tel) link.href = `tel:${person.tel}`;
    else link.removeAttribute("href");
    put(link, person?.phone ?? "");
  };
  const showCard = (card, spans, now) => {
    const first = spans.findIndex((span) => span[1] > now);
    const span = first >= 0 && spans[first][0] <= now ? spans[first] : null;
    const next = first < 0 ? null : spans.slice(span ? first + 1 : first).find((one) => one[2] !== -3);
    const who = span ? span[2] : -4;
    const empty = { "-1": "gap", "-2": "nobody", "-3": "nobody", "-4": "closed" };
    card.className = `card ${who >= 0 ? `p p${who}` : empty[who]}`;
    put(card.querySelector(".who"), span ? named(who) : "Hours are closed");
    put(card.querySelector(".until"), span?.[1] < data.until ? `until ${relative(span[1], now)}` : "");
    const then = card.querySelector(".then");
    if (next) put(then, span ? "then " : "next ", named(next[2]), ` ${relative(next[0], now)}`);
    else put(then, "");
    showPhone(card, data.people[span ? who : next?.[2] ?? -1]);
  };
  const showNext = (now) => {
    let shown = 0;
    for (const row of document.querySelectorAll("#shifts > li")) {
      row.hidden = Number(row.dataset.begin) <= now || shown >= data.shown;
      if (!row.hidden) shown += 1;
    }
  };
  const showGaps = (now) => {
    const alarm = document.getElementById("alarm");
    if (!alarm) return;
    let near = 0;
    for (const row of alarm.querySelectorAll("li")) {
      const isNear = Number(row.dataset.end) > now && Number(row.dataset.begin) < now + Number(alarm.dataset.near);
      if (isNear) near += 1;
      row.hidden = !isNear || near > Number(alarm.dataset.rows);
    }
    const more = alarm.querySelector(".more");
    more.hidden = near <= Number(alarm.dataset.rows);
    put(more.querySelector("span"), String(near - Number(alarm.dataset.rows)));
    alarm.hidden = near === 0;
  };
  let shown = false;
  const showToday = (now) => {
    const today = isoDate(now);
    for (const day of document.querySelectorAll("[data-date]")) {
      if (day.dataset.date !== today) day.removeAttribute("aria-current");
      else if (day.id !== "today" || !shown) {
        document.getElementById("today")?.removeAttribute("id");
        day.id = "today";
        day.setAttribute("aria-current", "date");
        day.closest("details").open = true;
      }
    }
    shown = true;
  };
  const show = () => {
    const now = Math.floor(Date.now() / 60000);
    showToday(now);
    showGaps(now);
    showNext(now);
    const known = now >= data.from && now < data.until;
    document.body.classList.toggle("stale", !known);
    if (known) {
      put(asOf, moment.format(at(now)));
      cards.forEach((card, i) => showCard(card, data.roles[i], now));
    } else {
      put(asOf, `This page cannot say who covers now: it was made ${madeBy}. Ask for a newer one.`);
    }
  };
  show();
  setInterval(show, 15000);
  document.addEventListener("visibilitychange", show);
})();
