// Paints one moment on a canvas. Colours come from the page's tokens, the ground from its SVG.
import { SHAPES } from "./shapes.js";

const RADIUS = 10752;
const CELL = (2 * RADIUS) / 136;
const HEAT = 68;
const TOKENS = ["a", "b", "on-a", "on-b", "paper", "sunk", "ink", "ink-2", "ink-3", "line-strong", "bad", "a-ink", "b-ink"];
export const WHOLE = { x: 0, y: 0, width: 2 * RADIUS };

export function palette(root) {
  const probe = document.createElement("i");
  probe.hidden = true;
  root.append(probe);
  const colours = {};
  for (const name of TOKENS) {
    probe.style.color = `var(--${name})`;
    colours[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  const [walked, worn] = document.querySelectorAll("#ground path");
  colours.walked = getComputedStyle(walked).stroke;
  colours.worn = getComputedStyle(worn).stroke;
  return colours;
}

export function shapes() {
  const path = (element) => new Path2D(element.getAttribute("d"));
  const glyph = (name) => path(document.getElementById(`g-${name}`));
  return {
    ground: [...document.querySelectorAll("#ground path")].map(path),
    lanes: path(document.getElementById("lanes")),
    glyphs: Object.fromEntries(Object.entries(SHAPES).map(([kind, shape]) => [kind, glyph(shape)])),
  };
}

export class Painter {
  constructor(canvas, match, art) {
    Object.assign(this, { canvas, match, art, ctx: canvas.getContext("2d") });
  }

  paint(colours, view, t) {
    const dpr = devicePixelRatio || 1;
    const size = this.canvas.clientWidth;
    const pixels = Math.round(size * dpr);
    if (this.canvas.width !== pixels) this.canvas.width = this.canvas.height = pixels;
    Object.assign(this, { size, dpr, c: colours, view, t, pin: view.small ? 0.78 : 1 });
    this.scale = size / view.width;
    this.#reset();
    this.ctx.fillStyle = colours.sunk;
    this.ctx.fillRect(0, 0, size, size);
    this.#ground();
    if (view.heat) this.#heat(view.heat);
    this.#trails(view.trail);
    this.#reset();
    this.#buildings();
    if (view.labels) this.#labels(view.labels);
    this.#fell();
    this.#pins();
    if (view.frame) this.#frame(view.frame);
  }

  left(x) { return (x - this.view.x) * this.scale + this.size / 2; }
  top(y) { return (this.view.y - y) * this.scale + this.size / 2; }

  #reset() { this.ctx.setTransform(this.dpr, 0, 0, this.dpr, 0, 0); }

  #world() {
    const k = this.scale * this.dpr;
    this.ctx.setTransform(k, 0, 0, k, this.left(0) * this.dpr, this.top(0) * this.dpr);
  }

  #ground() {
    const { ctx } = this;
    ctx.lineCap = "butt";
    this.#world();
    ctx.save();
    ctx.translate(-RADIUS, -RADIUS + CELL / 2);
    ctx.scale(CELL, CELL);
    ctx.lineWidth = 1.04;
    this.art.ground.forEach((path, i) => { ctx.strokeStyle = i ? this.c.worn : this.c.walked; ctx.stroke(path); });
    ctx.restore();
    ctx.strokeStyle = this.c["line-strong"];
    ctx.lineWidth = 1.5 / this.scale;
    ctx.setLineDash([2 / this.scale, 4 / this.scale]);
    ctx.stroke(this.art.lanes);
    ctx.setLineDash([]);
  }

  #heat({ grid, side }) {
    const cell = (2 * RADIUS) / HEAT;
    this.ctx.fillStyle = this.c[side ?? "ink-2"];
    grid.forEach((share, i) => {
      if (!share) return;
      this.ctx.globalAlpha = share * 0.78;
      this.ctx.fillRect(-RADIUS + (i % HEAT) * cell, -RADIUS + Math.floor(i / HEAT) * cell, cell, cell);
    });
    this.ctx.globalAlpha = 1;
  }

  #trails(seconds) {
    const { ctx } = this;
    ctx.lineWidth = 2.5 / this.scale;
    ctx.lineCap = ctx.lineJoin = "round";
    ctx.globalAlpha = 0.75;
    this.match.players.forEach((player, row) => {
      ctx.strokeStyle = this.c[player.side];
      for (const run of this.match.trail(row, this.t, seconds)) {
        ctx.beginPath();
        run.forEach(([x, y], i) => (i ? ctx.lineTo(x, -y) : ctx.moveTo(x, -y)));
        ctx.stroke();
      }
    });
    ctx.globalAlpha = 1;
  }

  #at(x, y, paint, zoom = 1) {
    this.ctx.save();
    this.ctx.translate(this.left(x), this.top(y));
    this.ctx.scale(zoom, zoom);
    paint(this.ctx);
    this.ctx.restore();
  }

  #buildings() {
    for (const one of this.match.objectives) {
      const path = this.art.glyphs[one.kind.replace("Weakened ", "")];
      const gone = one.fell_at != null && one.fell_at <= this.t;
      if (path) this.#at(one.x, one.y, (ctx) => {
        ctx.globalAlpha = gone ? 0.65 : 1;
        ctx.fillStyle = gone ? this.c.paper : this.c[one.side];
        ctx.strokeStyle = gone ? this.c[one.side] : this.c.paper;
        ctx.lineWidth = gone ? 1.25 : 1;
        ctx.fill(path);
        ctx.stroke(path);
      });
    }
  }

  #labels(labels) {
    this.ctx.textAlign = "center";
    for (const one of labels) {
      this.ctx.font = one.font;
      this.ctx.fillStyle = this.c[one.ink];
      this.ctx.fillText(one.text, one.left * this.size, one.top < 1 ? one.top * this.size : one.top);
    }
  }

  #fell() {
    const { ctx } = this;
    for (const death of this.match.deaths) {
      const row = this.match.row.get(death.slot);
      if (row === undefined || death.x == null || death.at > this.t || this.t - death.at > 30) continue;
      this.#at(death.x, death.y, () => {
        ctx.strokeStyle = this.c[this.match.players[row].side];
        ctx.lineWidth = 3;
        ctx.lineCap = "round";
        ctx.stroke(new Path2D("M-5-5 5 5M5-5-5 5"));
      });
    }
  }

  #pins() {
    this.spots = [];
    const followed = this.match.row.get(this.view.follow);
    const order = this.match.players.map((_, row) => row).sort((p, q) => (p === followed) - (q === followed));
    for (const row of order) {
      const player = this.match.players[row];
      const { x, y, health } = this.match.at(row, this.t);
      if (!health) continue;
      this.spots.push({ slot: player.slot, left: this.left(x), top: this.top(y) });
      this.#at(x, y, (ctx) => this.#pin(ctx, player, health), this.pin);
    }
  }

  #pin(ctx, player, health) {
    const r = player.side === "a" ? 13.5 : 15.5;
    const circle = (radius, share = 1) => { ctx.beginPath(); ctx.arc(0, 0, radius, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * share); };
    ctx.fillStyle = this.c.paper;
    ctx.strokeStyle = this.c["line-strong"];
    ctx.lineWidth = 1;
    circle(r + 1.5); ctx.fill(); ctx.stroke();
    ctx.strokeStyle = health < 35 ? this.c.bad : this.c.ink;
    ctx.lineWidth = 3;
    circle(r, health / 100); ctx.stroke();
    ctx.fillStyle = this.c[player.side];
    ctx.strokeStyle = this.c.paper;
    ctx.lineWidth = 1.5;
    if (player.side === "a") circle(11);
    else { ctx.beginPath(); ctx.roundRect(-10, -10, 20, 20, 4); }
    ctx.fill(); ctx.stroke();
    ctx.fillStyle = this.c[`on-${player.side}`];
    ctx.font = `700 10px ${this.view.family}`;
    ctx.textAlign = "center";
    ctx.fillText(player.letters, 0, 3.6);
  }

  #frame({ x, y, width }) {
    this.ctx.strokeStyle = this.c["ink-3"];
    this.ctx.lineWidth = 1;
    const side = width * this.scale;
    this.ctx.strokeRect(this.left(x - width / 2), this.top(y + width / 2), side, side);
  }
}

// Where somebody stood longest: shares of 0 to 1 on a square grid, square root so paths show too.
export function heatOf(match, whose, from, to) {
  const counts = new Float32Array(HEAT * HEAT);
  match.players.forEach((player, row) => {
    if (![player.side, String(player.slot), "all"].includes(whose)) return;
    for (let k = match.sample(from); k <= match.sample(to); k++) {
      const i = row * match.samples + k;
      const [left, top] = [match.x[i] + RADIUS, RADIUS - match.y[i]].map((v) => Math.floor((v * HEAT) / (2 * RADIUS)));
      if (match.health[i] && left >= 0 && left < HEAT && top >= 0 && top < HEAT) counts[top * HEAT + left]++;
    }
  });
  const sorted = counts.filter((count) => count > 0).sort();
  const most = sorted[Math.floor(sorted.length * 0.98)] || 1;
  const side = ["a", "b"].includes(whose) ? whose : match.players.find((one) => String(one.slot) === whose)?.side;
  return { grid: counts.map((count) => Math.sqrt(Math.min(count / most, 1))), side };
}
