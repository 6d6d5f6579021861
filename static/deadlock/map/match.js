// Questions about one match at one second: where, how healthy, how many, what happened.
const RIDE = 1600; // a longer step within a second is a respawn
const CLOSE = 4600;
const NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
export const SIDES = { a: "The Hidden King", b: "The Archmother" };
export const clock = (t) => `${Math.floor(t / 60)}:${String(Math.floor(t % 60)).padStart(2, "0")}`;

export class Match {
  constructor(file, lanes) {
    Object.assign(this, file);
    this.courses = lanes;
    this.row = new Map(this.players.map((player, row) => [player.slot, row]));
    this.events = this.#story();
  }

  sample(t) { return Math.min(Math.max(Math.floor(t / this.interval_s), 0), this.samples - 1); }

  at(row, t) {
    const k = this.sample(t);
    const i = row * this.samples + k;
    const health = this.health[i];
    const share = Math.min(Math.max(t / this.interval_s - k, 0), 1);
    const more = k + 1 < this.samples && health > 0 && this.health[i + 1] > 0;
    const [dx, dy] = more ? [this.x[i + 1] - this.x[i], this.y[i + 1] - this.y[i]] : [0, 0];
    const moves = Math.hypot(dx, dy) < RIDE ? share : 0;
    return { x: this.x[i] + dx * moves, y: this.y[i] + dy * moves, health };
  }

  height(slot, t) { return this.heights[slot]?.[Math.floor(t)]; }

  // Runs of places on the way here, broken where somebody died or came back.
  trail(row, t, seconds) {
    const last = this.sample(t);
    const first = Math.max(0, last - Math.round(seconds / this.interval_s));
    const runs = [];
    let run = null;
    for (let k = first; seconds > 0 && k <= last; k++) {
      const i = row * this.samples + k;
      const jumped = run && Math.hypot(this.x[i] - this.x[i - 1], this.y[i] - this.y[i - 1]) > RIDE;
      if (this.health[i] === 0 || jumped) run = null;
      if (this.health[i] === 0) continue;
      if (!run) runs.push((run = []));
      run.push([this.x[i], this.y[i]]);
    }
    if (run) { const here = this.at(row, t); run.push([here.x, here.y]); }
    return runs;
  }

  // The square where most stand together, rather with both sides in it.
  crowd(t) {
    const alive = this.players.map((player, row) => ({ side: player.side, ...this.at(row, t) })).filter((one) => one.health > 0);
    let best = { score: 0, x: 0, y: 0 };
    for (const one of alive) {
      const near = alive.filter((other) => Math.max(Math.abs(other.x - one.x), Math.abs(other.y - one.y)) < CLOSE * 0.4);
      const score = near.length + (new Set(near.map((other) => other.side)).size === 2 ? 12 : 0);
      const mean = (key) => near.reduce((sum, other) => sum + other[key], 0) / near.length;
      if (score > best.score) best = { score, x: mean("x"), y: mean("y") };
    }
    return { x: best.x, y: best.y, width: CLOSE };
  }

  counts(slot, t) {
    const past = this.deaths.filter((death) => death.at <= t);
    return [past.filter((death) => death.killer === slot).length, past.filter((death) => death.slot === slot).length];
  }

  away(slot, t) {
    const last = this.deaths.findLast((death) => death.slot === slot && death.at <= t);
    if (last?.away_s == null) return "not on the map";
    const left = last.at + last.away_s - Math.floor(t);
    return left > 0 ? `back in ${left} s` : "respawning";
  }

  sampled(t) { return this.souls.findLast((one) => one.at <= t); }

  region(x, y, side) {
    if (!this.courses.length) return "";
    const whose = (y > 0) === (side === "b") ? "own" : "enemy";
    if (Math.abs(y) > 5600 && Math.abs(x) < 5600) return `${whose} base`;
    const near = this.courses.map((lane) => [distance(lane.course, x, y), lane.name]).sort((p, q) => p[0] - q[0]);
    if (near[0][0] <= 1000) return `${near[0][1]}, ${Math.abs(y) < 650 ? "middle" : `${whose} half`}`;
    if (Math.abs(x) > 8616) return `beyond ${near[0][1]}`;
    const two = new Set([near[0][1], near[1][1]]);
    return this.courses.map((lane) => lane.name).filter((name) => two.has(name)).join("–");
  }

  heading(t) {
    const last = this.events.findLast((one) => one.victim && one.at <= t && t - one.at <= 30);
    if (!last) return clock(t);
    const since = Math.floor(t) - last.at;
    const after = since ? `${NUMBERS[since] ?? since} second${since > 1 ? "s" : ""} after` : "as";
    return `${clock(t)}, ${after} ${last.victim} died`;
  }

  #story() {
    const found = this.deaths.filter((death) => this.row.has(death.slot)).map((death) => {
      const victim = this.players[this.row.get(death.slot)];
      const killer = this.players[this.row.get(death.killer)];
      const words = killer ? `${killer.name} killed ${victim.name}` : `${victim.name} died, killed by no player`;
      return { at: death.at, who: killer ?? victim, victim: killer && victim.name, words };
    });
    for (const one of this.objectives) {
      if (one.fell_at == null) continue;
      const side = one.side === "a" ? "b" : "a";
      const name = one.lane ? `${one.kind} (${one.lane})` : one.kind;
      const article = one.kind.endsWith("Patron") ? "the " : one.kind === "Base Guardians" ? "" : "a ";
      found.push({ at: one.fell_at, side, kind: one.kind.replace("Weakened ", ""), words: `${SIDES[side]} took ${article}${name}` });
    }
    for (const one of this.mid_bosses) found.push({ at: one.at, side: one.side, kind: "Mid boss", words: `${SIDES[one.side] ?? "Somebody"} took the mid boss` });
    for (const one of this.pauses) found.push({ at: one.at, words: `The match was paused${one.lasted_s ? ` for ${one.lasted_s} s` : ""}` });
    return found.sort((p, q) => p.at - q.at);
  }
}

function distance(course, x, y) {
  let best = Infinity;
  for (let i = 1; i < course.length; i++) {
    const [[ax, ay], [bx, by]] = [course[i - 1], course[i]];
    const [dx, dy] = [bx - ax, by - ay];
    const share = Math.min(Math.max(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy), 0), 1);
    best = Math.min(best, Math.hypot(x - ax - dx * share, y - ay - dy * share));
  }
  return best;
}
