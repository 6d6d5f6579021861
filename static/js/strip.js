// The strip is the page's cursor. Pointing previews a moment, choosing keeps it: in the address (?t=),
// on the scrubber, and for everyone who listens to "moment" on the document ({t, settled, source}).
// "settled" is false while the reader only points. Dragging with Shift chooses a span (?from=&to=).
// Without this file every moment is a plain link.
// The open tab follows: a panel that says which moment it shows (data-follows="754", empty for the whole
// match) is fetched again for the chosen one. Tabs without the attribute move by themselves.
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
    await window.htmx.ajax("GET", address(t), { target: "#panel" });
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

(() => {
  "use strict";
  const figure = document.querySelector("[data-strip]");
  if (!figure) return;
  const duration = Number(figure.dataset.duration);
  const events = figure.dataset.events.split(",").filter(Boolean).map(Number);
  const range = figure.querySelector("input[type=range]");
  const over = figure.querySelector(".over");
  const cursor = figure.querySelector("[data-cursor]");
  const line = cursor.querySelector("line");
  const flag = cursor.querySelector("svg");
  const [plate, word] = [flag.querySelector("rect"), flag.querySelector("text")];
  const band = figure.querySelector("[data-span]");
  const flagWidth = 44;
  const goesAlong = ["t", "from", "to", "player"]; // what one tab hands on to the next

  let now = Number(range.value);
  let chosen = cursor.getAttribute("visibility") !== "hidden";
  let timer = 0;

  const bounded = (t) => Math.min(Math.max(Math.round(t), 0), duration);
  const clock = (t) => `${Math.floor(t / 60)}:${String(t % 60).padStart(2, "0")}`;

  const draw = (t) => {
    const share = t / Math.max(duration, 1);
    const x = `${(share * 100).toFixed(2)}%`;
    cursor.removeAttribute("visibility");
    line.setAttribute("x1", x);
    line.setAttribute("x2", x);
    flag.setAttribute("x", x);
    plate.setAttribute("x", -flagWidth * share);
    word.setAttribute("x", flagWidth / 2 - flagWidth * share);
    word.textContent = clock(t);
  };
  const tell = (t, settled, source) => {
    document.dispatchEvent(new CustomEvent("moment", { detail: { t, settled, source } }));
  };
  // Browsers allow about a hundred address changes in half a minute, so only the last one is written.
  const address = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const url = new URL(location.href);
      for (const name of ["from", "to"]) url.searchParams.delete(name);
      url.searchParams.set("t", now);
      history.replaceState(history.state, "", url);
      relink();
    }, 200);
  };
  const relink = () => {
    const steps = { "event-back": before(now), "event-on": after(now), "-10": bounded(now - 10), "10": bounded(now + 10) };
    for (const link of figure.querySelectorAll("[data-step]")) {
      const url = new URL(location.href);
      url.searchParams.set("t", steps[link.dataset.step]);
      link.href = url;
    }
    const kept = [...new URLSearchParams(location.search)].filter(([name]) => goesAlong.includes(name));
    for (const tab of document.querySelectorAll(".tabs a[hx-get]")) {
      const url = new URL(tab.href);
      url.search = new URLSearchParams(kept);
      tab.href = url;
      tab.setAttribute("hx-get", url.pathname + url.search);
    }
  };
  const drawSpan = (from, to) => {
    const [start, end] = [Math.min(from, to), Math.max(from, to)];
    band.setAttribute("x", `${(start / Math.max(duration, 1)) * 100}%`);
    band.setAttribute("width", `${((end - start) / Math.max(duration, 1)) * 100}%`);
    figure.querySelector("[data-span-words]")?.remove();
  };
  const goToSpan = (from, to) => {
    const url = new URL(location.href);
    url.searchParams.delete("t");
    url.searchParams.set("from", Math.min(from, to));
    url.searchParams.set("to", Math.max(from, to));
    location.assign(url);
  };
  const choose = (t, source = "strip") => {
    now = bounded(t);
    chosen = true;
    drawSpan(0, 0);
    range.value = now;
    range.setAttribute("aria-valuetext", clock(now));
    figure.dataset.chosen = now; // the address follows a little later
    draw(now);
    if (source !== "map") tell(now, true, source);
    address();
  };
  const rest = () => {
    if (chosen) draw(now);
    else cursor.setAttribute("visibility", "hidden");
    tell(now, true, "rest");
  };

  const before = (t) => events.findLast((at) => at < t) ?? 0;
  const after = (t) => events.find((at) => at > t) ?? duration;

  const pointed = (event) => {
    const box = over.getBoundingClientRect();
    return bounded(((event.clientX - box.left) / box.width) * duration);
  };
  let held = false;
  let spanFrom = null;
  over.addEventListener("pointermove", (event) => {
    if (spanFrom !== null) return drawSpan(spanFrom, pointed(event));
    if (held) return choose(pointed(event));
    if (event.pointerType !== "mouse") return;
    draw(pointed(event));
    tell(pointed(event), false, "strip");
  });
  over.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType !== "mouse") return;
    if (event.shiftKey) spanFrom = pointed(event);
    else held = true;
  });
  addEventListener("pointerup", (event) => {
    if (spanFrom !== null && pointed(event) !== spanFrom) goToSpan(spanFrom, pointed(event));
    spanFrom = null;
    held = false;
  });
  over.addEventListener("dragstart", (event) => event.preventDefault());
  over.addEventListener("pointerleave", () => { if (!held) rest(); });
  over.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (event.shiftKey) return;
    const link = event.target.closest("a");
    const exact = link?.querySelector("title") ? Number(new URL(link.href.baseVal, location.href).searchParams.get("t")) : null;
    choose(exact ?? pointed(event));
  });

  range.addEventListener("input", () => choose(Number(range.value)));
  figure.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    choose(Number(range.value));
  });
  figure.addEventListener("click", (event) => {
    const step = event.target.closest("[data-step]")?.dataset.step;
    if (!step || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    choose(moves[step]());
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.when");
    const url = link && new URL(link.href);
    if (!url?.searchParams.has("t") || url.pathname !== location.pathname || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    choose(Number(url.searchParams.get("t")));
  });

  const moves = {
    "event-back": () => before(now), "event-on": () => after(now), "-10": () => now - 10, "10": () => now + 10,
  };
  const keys = {
    "[": moves["event-back"], k: moves["event-back"], "]": moves["event-on"], j: moves["event-on"],
    ArrowLeft: (far) => now - (far ? 10 : 1), ArrowRight: (far) => now + (far ? 10 : 1),
  };
  document.addEventListener("keydown", (event) => {
    const move = keys[event.key];
    const elsewhere = event.target.closest("input, textarea, select, dialog, [data-own-keys], .wide, .tabs, .seg");
    if (!move || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (elsewhere && elsewhere !== range) return;
    event.preventDefault();
    choose(move(event.shiftKey));
  });

  // A link inside the panel may choose another moment or span; the strip shows what the address says.
  document.addEventListener("htmx:after:history:push", () => {
    const asked = new URLSearchParams(location.search);
    const [t, from, to] = ["t", "from", "to"].map((name) => Number.parseInt(asked.get(name) ?? "", 10));
    const span = from < to;
    drawSpan(span ? from : 0, span ? to : 0);
    chosen = Number.isFinite(t) && !span;
    delete figure.dataset.chosen;
    if (chosen) draw(now = bounded(t));
    else cursor.setAttribute("visibility", "hidden");
    range.value = now;
    relink();
  });
  document.addEventListener("moment", (event) => {
    if (event.detail.source === "map") choose(event.detail.t, "map");
  });
  // A page kept for everyone is drawn without a moment; the address still names the reader's.
  const asked = Number.parseInt(new URLSearchParams(location.search).get("t") ?? "", 10);
  if (Number.isFinite(asked) && bounded(asked) !== now) choose(asked, "load");
  else if (chosen) tell(now, true, "load");
  relink();
})();
