// The map in motion: takes the drawn moment on the page and plays, scrubs, follows and warms it.
// Speaks with the strip through "moment" events on the document ({t, settled, source}).
import { Match, clock } from "./match.js";
import { Painter, WHOLE, heatOf, palette, shapes } from "./draw.js";
import { Words } from "./words.js";

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const SPEEDS = [1, 4, 16, 64];

export class Island {
  constructor(root, file) {
    this.root = root;
    this.box = root.querySelector("[data-map]");
    this.match = new Match(file, lanesOf(this.box));
    this.words = new Words(root, this.match);
    this.colours = palette(this.box);
    const art = shapes();
    this.main = this.#canvas(root.querySelector("[data-whole]"), art);
    this.close = this.#canvas(root.querySelector("[data-close] .over"), art);
    root.querySelector("[data-close]").hidden = false;
    const asked = new URLSearchParams(location.search);
    const number = (name, otherwise) => (/^\d+$/.test(asked.get(name) ?? "") ? Number(asked.get(name)) : otherwise);
    const chosen = document.querySelector("[data-strip]")?.dataset.chosen; // while this was on its way
    this.t = this.#bounded(Number(chosen ?? number("t", Number(this.box.dataset.at))));
    this.trail = Number(this.box.dataset.trail);
    this.follow = number("follow", null);
    this.speed = 4;
    this.playing = false;
    this.#controls();
    this.#choices();
    this.#listen();
    this.paint();
  }

  recolour() { this.colours = palette(this.box); this.paint(); }

  paint() {
    const family = getComputedStyle(this.box).fontFamily;
    const small = document.getElementById("main").clientWidth < 704;
    const row = this.match.row.get(this.follow);
    const crowd = this.match.crowd(this.t);
    const view = row === undefined
      ? { ...WHOLE, labels: this.labels, frame: crowd }
      : { ...this.match.at(row, this.t), width: 4600 };
    this.main.paint(this.colours, { ...view, family, small, trail: this.trail, heat: this.heat, follow: this.follow }, this.t);
    this.close.paint(this.colours, { ...crowd, family, small, trail: 12, follow: this.follow }, this.t);
  }

  // Everything a reader can change goes through here; the strip hears of it unless it said so.
  go(t, source) {
    this.t = this.#bounded(t);
    const second = Math.floor(this.t);
    if (second !== this.second) {
      this.second = second;
      this.range.value = second;
      this.range.setAttribute("aria-valuetext", clock(second));
      this.words.tell(second);
      if (source !== "moment") this.#tell(second);
    }
    this.main.canvas.setAttribute("aria-label", `Positions at ${clock(second)}`);
    this.paint();
  }

  play(on = !this.playing) {
    this.playing = on;
    this.button.textContent = on ? "Pause" : "Play";
    this.button.setAttribute("aria-pressed", on);
    if (!on) return;
    if (this.t >= this.match.duration_s) this.t = 0;
    let last = performance.now();
    let exact = this.t;
    const step = (now) => {
      if (!this.playing || !this.root.isConnected) return;
      if (Math.floor(exact) !== Math.floor(this.t)) exact = this.t; // somebody scrubbed
      exact += ((now - last) / 1000) * this.speed;
      last = now;
      this.go(calm.matches ? Math.floor(exact) : exact);
      if (this.t >= this.match.duration_s) this.play(false);
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  chase(slot) {
    this.follow = this.match.row.has(slot) ? slot : null;
    this.#field("follow").value = this.follow ?? "";
    this.#address("follow", this.follow);
    this.paint();
  }

  #bounded(t) { return Math.min(Math.max(t, 0), this.match.duration_s); }

  #canvas(over, art) {
    const svg = over.querySelector("svg");
    this.labels ??= labelsOf(svg);
    svg.style.visibility = "hidden";
    const canvas = Object.assign(document.createElement("canvas"), { className: "hits" });
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", svg.querySelector("title").textContent);
    over.append(canvas);
    const painter = new Painter(canvas, this.match, art);
    canvas.addEventListener("click", (event) => {
      const reach = ({ left, top }) => Math.hypot(left - event.offsetX, top - event.offsetY);
      const nearest = painter.spots?.toSorted((p, q) => reach(p) - reach(q))[0];
      if (nearest && reach(nearest) < 18) this.chase(nearest.slot === this.follow ? null : nearest.slot);
    });
    return painter;
  }

  #controls() {
    const bar = this.root.querySelector("[data-play]");
    this.button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: "Play" });
    this.button.addEventListener("click", () => this.play());
    this.range = Object.assign(document.createElement("input"), { type: "range", min: 0, max: this.match.duration_s, value: this.t });
    this.range.setAttribute("aria-label", "Moment");
    this.range.addEventListener("input", () => this.go(Number(this.range.value)));
    const speed = document.createElement("select");
    speed.setAttribute("aria-label", "Speed");
    speed.append(...SPEEDS.map((one) => new Option(`${one}×`, one, false, one === this.speed)));
    speed.addEventListener("change", () => { this.speed = Number(speed.value); });
    bar.append(this.button, this.range, speed);
    bar.hidden = false;
  }

  #choices() {
    const form = this.root.querySelector("[data-choices]");
    const warm = () => {
      const [whose, from, to] = ["heat", "from", "to"].map((name) => this.#field(name).value);
      this.heat = whose ? heatOf(this.match, whose, Number(from), Number(to)) : null;
      this.#address("heat", whose || null);
      this.paint();
    };
    form.addEventListener("submit", (event) => { event.preventDefault(); warm(); });
    form.addEventListener("change", (event) => (event.target.name === "follow" ? this.chase(event.target.value === "" ? null : Number(event.target.value)) : warm()));
    if (this.#field("heat").value) warm();
    this.root.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      const trail = event.target.closest("[data-trail]:is(a)");
      const row = event.target.closest("tr[data-slot] a");
      if (trail) this.#trail(trail);
      else if (row) { const slot = Number(row.closest("tr").dataset.slot); this.chase(slot === this.follow ? null : slot); }
      else return;
      event.preventDefault();
    });
  }

  #trail(link) {
    this.trail = Number(link.dataset.trail);
    for (const one of link.parentElement.children) one.toggleAttribute("aria-current", false);
    link.setAttribute("aria-current", "true");
    this.#address("trail", this.trail);
    this.paint();
  }

  #listen() {
    const alive = (work) => (event) => { if (this.root.isConnected) work(event); };
    document.addEventListener("moment", alive(({ detail }) => {
      if (detail.source !== "map" && detail.t !== Math.floor(this.t)) this.go(detail.t, "moment");
    }));
    document.addEventListener("keydown", alive((event) => this.#key(event)));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", alive(() => this.recolour()));
    new MutationObserver(alive(() => this.recolour())).observe(document.documentElement, { attributeFilter: ["data-theme"] });
    new ResizeObserver(alive(() => this.paint())).observe(this.main.canvas);
  }

  #key(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, button, a, summary, dialog")) return;
    const far = event.shiftKey ? 10 : 1;
    const moves = { ArrowLeft: -far, ArrowRight: far };
    if (event.key === " ") this.play();
    else if (moves[event.key] && !document.querySelector("[data-strip]")) this.go(Math.floor(this.t) + moves[event.key]);
    else return;
    event.preventDefault();
  }

  #field(name) { return this.root.querySelector(`[data-choices] [name=${name}]`); }

  #tell(t) {
    document.dispatchEvent(new CustomEvent("moment", { detail: { t, settled: true, source: "map" } }));
    if (!document.querySelector("[data-strip]")) this.#address("t", t);
  }

  // Browsers allow about a hundred address changes in half a minute: collect them.
  #address(name, value) {
    this.wanted = { ...this.wanted, [name]: value };
    this.timer ??= setTimeout(() => {
      const url = new URL(location.href);
      for (const [key, one] of Object.entries(this.wanted)) one === null ? url.searchParams.delete(key) : url.searchParams.set(key, one);
      this.timer = this.wanted = undefined;
      if (this.root.isConnected) history.replaceState(history.state, "", url);
    }, 400);
  }
}

function lanesOf(box) {
  const names = box.dataset.lanes.split(",");
  const courses = document.getElementById("lanes").getAttribute("d").split("M").slice(1);
  return courses.map((course, i) => ({ name: names[i], course: course.split("L").map((point) => point.split(" ").map(Number)).map(([x, y]) => [x, -y]) }));
}

// The drawing's own words, so that both say the same in the same place.
function labelsOf(svg) {
  return [...svg.querySelectorAll(":scope > text")].map((text) => {
    const [left, top] = ["x", "y"].map((name) => text.getAttribute(name)).map((v) => (v.endsWith("%") ? parseFloat(v) / 100 : Number(v)));
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(text);
    const ink = text.matches(".a") ? "a-ink" : text.matches(".b") ? "b-ink" : "ink-2";
    return { left, top, ink, text: text.textContent, font: `${fontWeight} ${fontSize} ${fontFamily}` };
  });
}
