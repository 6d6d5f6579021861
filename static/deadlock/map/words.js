// Keeps the heading, the table of both sides and the list of events true to the moment.
import { clock } from "./match.js";
import { shapeOf } from "./shapes.js";

const SVG = "http://www.w3.org/2000/svg";
const AROUND = 10;
const counted = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

export class Words {
  constructor(root, match) {
    Object.assign(this, { root, match, shown: null });
    this.high = root.querySelector("[data-height]") !== null;
    this.rows = [...root.querySelectorAll("tr[data-slot]")].map((row) => ({ row, slot: Number(row.dataset.slot) }));
  }

  tell(t) {
    const { root, match } = this;
    root.querySelector("[data-heading]").textContent = match.heading(t);
    root.querySelector("[data-clock]").textContent = clock(t);
    root.querySelector("[data-csv]").search = `?t=${t}`;
    const sampled = match.sampled(t);
    root.querySelector("[data-souls-clock]").textContent = sampled ? clock(sampled.at) : "no sample";
    for (const { row, slot } of this.rows) this.#row(row, slot, t, sampled);
    for (const side of ["a", "b"]) this.#summary(side, t);
    this.#events(t);
  }

  #row(row, slot, t, sampled) {
    const place = this.match.row.get(slot);
    const { x, y, health } = this.match.at(place, t);
    const [kills, deaths] = this.match.counts(slot, t);
    const text = (name, words) => { row.querySelector(name).textContent = words; };
    const cell = row.querySelector("[data-health]");
    cell.classList.toggle("quiet", !health);
    cell.querySelector("rect").setAttribute("width", health);
    row.querySelector(".mark").classList.toggle("dead", !health);
    text("[data-health] span", health || this.match.away(slot, t));
    text("[data-kd]", `${kills} / ${deaths}`);
    text("[data-souls]", sampled?.souls[place]?.toLocaleString("en") ?? "");
    if (this.high) text("[data-height]", health ? (this.match.height(slot, t) ?? "") : "");
    text("[data-place]", health ? this.match.region(x, y, this.match.players[place].side) : "");
  }

  #summary(side, t) {
    const own = this.match.players.filter((player) => player.side === side);
    const alive = own.filter((player) => this.match.at(this.match.row.get(player.slot), t).health).length;
    const kills = own.reduce((sum, player) => sum + this.match.counts(player.slot, t)[0], 0);
    const walkers = this.match.objectives.filter((one) => one.kind === "Walker" && one.side === side && !(one.fell_at <= t && one.fell_at !== null && one.fell_at !== undefined)).length;
    const standing = this.match.lanes ? ` · ${counted(walkers, "Walker")} standing` : "";
    this.root.querySelector(`[data-summary=${side}]`).textContent = `${alive} alive · ${counted(kills, "kill")}${standing}`;
  }

  #events(t) {
    const events = this.match.events;
    const before = events.filter((one) => one.at <= t).length;
    if (before === this.shown) return;
    this.shown = before;
    const start = Math.max(0, Math.min(before - 2, events.length - AROUND));
    const rows = events.slice(start, start + AROUND).map((one, i) => this.#event(one, start + i === before - 1));
    this.root.querySelector("[data-events] tbody").replaceChildren(...rows);
  }

  #event(one, last) {
    const row = document.createElement("tr");
    if (last) row.className = "me";
    const time = Object.assign(document.createElement("th"), { scope: "row", className: "tight" });
    const url = new URL(location.href);
    url.searchParams.set("t", one.at);
    time.append(Object.assign(document.createElement("a"), { className: "when go", href: url, textContent: clock(one.at) }));
    const line = Object.assign(document.createElement("span"), { className: "line" });
    const mark = one.who ? this.#mark(one.who.slot) : one.kind && glyph(one.kind, one.side);
    if (mark) line.append(mark);
    line.append(Object.assign(document.createElement("span"), { textContent: one.words }));
    const cell = document.createElement("td");
    cell.append(line);
    row.append(time, cell);
    return row;
  }

  #mark(slot) {
    const mark = this.rows.find((one) => one.slot === slot)?.row.querySelector(".mark").cloneNode(true);
    mark?.classList.remove("dead");
    return mark;
  }
}

function glyph(kind, side) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ class: `glyph side-${side}`, width: 14, height: 14, viewBox: "-8 -8 16 16", "aria-hidden": "true" })) svg.setAttribute(name, value);
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#g-${shapeOf(kind)}`);
  use.setAttribute("class", kind === "Mid boss" ? "ring" : "obj");
  svg.append(use);
  return svg;
}
