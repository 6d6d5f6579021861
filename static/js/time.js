// Turns every <time datetime> into the reader's zone, and those marked data-as="age" into ages.
// Pages are cached with absolute UTC times; only here do they become relative.
(() => {
  "use strict";
  const read = () => {
    try { return localStorage.getItem("zone") || undefined; } catch { return undefined; }
  };
  // A browser takes long over its first formats, and most pages need one: each is made when it is used.
  const parts = {
    full: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
    day: { day: "numeric", month: "short", year: "numeric" },
    clock: { hour: "2-digit", minute: "2-digit" },
  };
  let zone = read(), made = {};
  const make = (name) => {
    try {
      return new Intl.DateTimeFormat("en-GB", { ...parts[name], timeZone: zone });
    } catch {
      return new Intl.DateTimeFormat("en-GB", parts[name]);
    }
  };
  const format = (name) => (made[name] ??= make(name));
  // The server writes "Sep"; a text that changes its length would move the page.
  const said = (name, at) => format(name).format(at).replace("Sept", "Sep");
  const steps = [["min", 60], ["h", 3600], ["d", 86400]];

  const span = (seconds) => {
    if (seconds < 60) return `${Math.round(seconds)} s`;
    const [unit, size] = steps.findLast(([, length]) => seconds >= length);
    return `${Math.floor(seconds / size)} ${unit}`;
  };
  const age = (at) => {
    const seconds = (Date.now() - at) / 1000;
    if (Math.abs(seconds) > 30 * 86400) return said("day", at);
    return seconds < 0 ? `in ${span(-seconds)}` : `${span(seconds)} ago`;
  };
  const words = { age, day: (at) => said("day", at), clock: (at) => said("clock", at) };

  const localise = (node) => {
    const at = new Date(node.dateTime);
    if (Number.isNaN(at.getTime())) return;
    node.textContent = (words[node.dataset.as] ?? ((when) => said("full", when)))(at);
    node.title = said("full", at);
  };
  const localiseAll = (within) => within.querySelectorAll("time[datetime]").forEach(localise);

  const nameZone = () => {
    const named = format("full").resolvedOptions().timeZone;
    document.querySelectorAll("[data-zone]").forEach((node) => {
      node.textContent = `Times in your zone (${named})`;
    });
  };

  // The corner of the page tells the zone an account chose; it is kept for pages to come.
  const follow = () => {
    const me = document.querySelector("#me[data-account]");
    const theirs = me?.dataset.theirZone ?? "";
    if (!me || theirs === (read() ?? "")) return;
    try {
      if (theirs) localStorage.setItem("zone", theirs);
      else localStorage.removeItem("zone");
    } catch { return; }
    zone = read();
    made = {};
    localiseAll(document);
    nameZone();
  };

  localiseAll(document);
  nameZone();
  document.addEventListener("htmx:after:settle", follow);
  document.addEventListener("htmx:after:settle", (event) => localiseAll(event.target.parentNode ?? document));
  setInterval(() => document.querySelectorAll('time[data-as="age"]').forEach(localise), 30_000);
})();
