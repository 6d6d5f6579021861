// Turns every <time datetime> into the reader's zone, and those marked data-as="age" into ages.
// Pages are cached with absolute UTC times; only here do they become relative.
(() => {
  "use strict";
  const full = new Intl.DateTimeFormat("en-GB", {
    day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit",
  });
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
  // The server writes "Sep"; a text that changes its length would move the page.
  const said = (format, at) => format.format(at).replace("Sept", "Sep");
  const steps = [["min", 60], ["h", 3600], ["d", 86400]];

  const span = (seconds) => {
    if (seconds < 60) return `${Math.round(seconds)} s`;
    const [unit, size] = steps.findLast(([, length]) => seconds >= length);
    return `${Math.floor(seconds / size)} ${unit}`;
  };
  const age = (at) => {
    const seconds = (Date.now() - at) / 1000;
    if (Math.abs(seconds) > 30 * 86400) return said(day, at);
    return seconds < 0 ? `in ${span(-seconds)}` : `${span(seconds)} ago`;
  };
  const words = { age, day: (at) => said(day, at), clock: (at) => clock.format(at) };

  const localise = (node) => {
    const at = new Date(node.dateTime);
    if (Number.isNaN(at.getTime())) return;
    node.textContent = (words[node.dataset.as] ?? ((when) => said(full, when)))(at);
    node.title = said(full, at);
  };
  const localiseAll = (within) => within.querySelectorAll("time[datetime]").forEach(localise);

  const nameZone = () => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    document.querySelectorAll("[data-zone]").forEach((node) => {
      node.textContent = `Times in your zone (${zone})`;
    });
  };

  localiseAll(document);
  nameZone();
  document.addEventListener("htmx:after:settle", (event) => localiseAll(event.target.parentNode ?? document));
  setInterval(() => document.querySelectorAll('time[data-as="age"]').forEach(localise), 30_000);
})();
