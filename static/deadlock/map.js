// Wakes the map where a page has one; the rest is fetched only then. Without it the drawing stays.
async function upgrade() {
  const root = document.getElementById("map");
  const box = root?.querySelector("[data-map]");
  if (!box || box.dataset.upgraded) return;
  box.dataset.upgraded = "loading";
  try {
    const [{ load, loadHeights }, { Island }] = await Promise.all([import("./map/file.js"), import("./map/island.js")]);
    const [file, heights] = await Promise.all([load(box.dataset.paths), loadHeights(box.dataset.heights)]);
    const island = new Island(root, { ...file, heights });
    island.go(island.t, "moment");
    box.dataset.upgraded = "yes";
  } catch (wrong) {
    box.dataset.upgraded = "failed"; // the server's drawing stays
    console.warn(wrong);
  }
}

for (const name of ["htmx:after:swap", "htmx:afterSwap"]) document.addEventListener(name, upgrade);
upgrade();
