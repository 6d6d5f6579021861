// Reads a match's paths file (layout: webapp/deadlock/domain/paths_file.py) into typed arrays.
const MAGIC = "GHPATHS1";

export async function load(url) {
  const reply = await fetch(url);
  if (!reply.ok) throw new Error(`positions: ${reply.status}`);
  return read(await reply.arrayBuffer());
}

// Metres by slot, second by second, where the match has a demo; without them the map goes on.
export async function loadHeights(url) {
  if (!url) return {};
  try {
    const reply = await fetch(url);
    return reply.ok ? await reply.json() : {};
  } catch {
    return {};
  }
}

export function read(buffer) {
  const words = new TextDecoder();
  if (words.decode(new Uint8Array(buffer, 0, 8)) !== MAGIC) throw new Error("not a paths file");
  const length = new DataView(buffer).getUint32(8, true);
  const header = JSON.parse(words.decode(new Uint8Array(buffer, 12, length)));
  const samples = header.samples;
  const size = header.players.length * samples;
  const plane = (k) => new Uint8Array(buffer, 12 + length + k * size, size);
  return {
    ...header,
    x: whole(plane(0), plane(1), samples, header.step),
    y: whole(plane(2), plane(3), samples, header.step),
    health: sums(plane(4), samples),
  };
}

function whole(low, high, samples, step) {
  const out = new Float32Array(low.length);
  let last = 0;
  for (let i = 0; i < low.length; i++) {
    const zigzag = low[i] | (high[i] << 8);
    if (i % samples === 0) last = 0;
    last = ((last + ((zigzag >> 1) ^ -(zigzag & 1))) << 16) >> 16;
    out[i] = last * step;
  }
  return out;
}

function sums(change, samples) {
  const out = new Uint8Array(change.length);
  for (let i = 0; i < out.length; i++) out[i] = change[i] + (i % samples ? out[i - 1] : 0);
  return out;
}
