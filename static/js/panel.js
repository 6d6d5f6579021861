// Lets the open tab follow the strip: when a moment is chosen, a panel that says which moment it shows
// (data-follows="754", empty for the whole match) is fetched again for the new one. Tabs without the
// attribute move by themselves. Without this file a moment is a link that opens the page anew.
(() => {
  "use strict";
  const wait = 200;
  let timer = 0;
  let wanted = null;

  const shown = () => document.querySelector("#panel [data-follows]");
  const address = (t) => {
    const url = new URL(location.href);
    for (const name of ["from", "to"]) url.searchParams.delete(name);
    url.searchParams.set("t", t);
    url.hash = "";
    return url.pathname + url.search;
  };
  const follow = async (t) => {
    const inside = document.activeElement?.closest("#panel a");
    const back = inside?.getAttribute("href");
    const top = shown()?.getBoundingClientRect().top;
    await window.htmx.ajax("GET", address(t), { target: "#panel", swap: "innerHTML" });
    if (back) document.querySelector(`#panel a[href="${CSS.escape(back)}"]`)?.focus({ preventScroll: true });
    const moved = (shown()?.getBoundingClientRect().top ?? top) - top;
    if (moved) scrollBy(0, moved);
  };
  document.addEventListener("moment", ({ detail }) => {
    if (!detail.settled || detail.source === "map" || detail.source === "rest") return;
    wanted = String(detail.t);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const panel = shown();
      if (panel && panel.dataset.follows !== wanted) follow(wanted);
    }, wait);
  });
})();
