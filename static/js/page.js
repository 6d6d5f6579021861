// What every page can do beyond links and forms: keys, the list of keys, recently opened pages,
// and telling a reader what changed after a part was swapped. Nothing here is needed to read a page.
(() => {
  "use strict";
  const live = document.getElementById("live");

  // htmx begins by looking at every attribute of every element for inline handlers. The policy forbids
  // them and no page has one, so it is spared what takes longest of its start on a long page.
  const evaluators = XPathEvaluator.prototype;
  const { createExpression } = evaluators;
  evaluators.createExpression = function (expression, ...more) {
    if (!expression.includes("hx-on")) return createExpression.call(this, expression, ...more);
    evaluators.createExpression = createExpression;
    return createExpression.call(this, "self::node()[false()]");
  };

  const typing = (node) => node.closest("input:not([type=range]), textarea, select, [contenteditable]");
  const plain = (event) => !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;

  const keys = {
    "/": () => {
      const box = document.querySelector("[data-box]");
      box?.focus();
      box?.select();
    },
    "?": () => document.getElementById("keys")?.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (!keys[event.key] || !plain(event) || typing(event.target)) return;
    event.preventDefault();
    keys[event.key]();
  });

  // Tabs stand outside the panel they swap, so the address says which one is current: its own page,
  // or one further down from it.
  const markTabs = () => {
    const tabs = [...document.querySelectorAll(".tabs a[hx-get]")];
    const above = tabs.filter((tab) => `${location.pathname}/`.startsWith(`${tab.pathname}/`));
    const current = above.sort((one, other) => other.pathname.length - one.pathname.length)[0];
    for (const tab of tabs) {
      if (tab === current) tab.setAttribute("aria-current", "page");
      else tab.removeAttribute("aria-current");
    }
    showTab();
  };
  // Where tabs do not fit they scroll; the current one should be among those in sight.
  const showTab = () => {
    for (const tab of document.querySelectorAll(".tabs [aria-current]")) {
      const row = tab.parentElement;
      row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
    }
  };
  // A row's first size comes when the page was laid out; asked for now, it would be laid out for that alone.
  const sized = new ResizeObserver(showTab);
  for (const row of document.querySelectorAll(".tabs")) sized.observe(row);
  const announce = (node) => {
    const said = node.dataset?.said ?? (node.querySelector?.("[data-said]")?.dataset.said || "");
    if (said && live.textContent !== said) live.textContent = said;
  };
  const rename = (node) => {
    if (node.dataset?.title) document.title = node.dataset.title;
  };
  // A link that was followed with the keyboard may be gone after the swap; reading goes on at the
  // heading of what came instead of at the top of the page; one that settles after that loses it once more.
  let within = false;
  document.addEventListener("htmx:before:swap", () => {
    // Something else may come between a panel's swap and its settling, when nothing has the focus.
    if (document.activeElement !== document.body) within = Boolean(document.activeElement?.closest("#panel"));
  });
  document.addEventListener("pointerdown", () => { within = false; });
  const keepPlace = () => {
    const heading = document.querySelector("#panel h2");
    if (!within || document.activeElement !== document.body || !heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
  document.addEventListener("htmx:after:settle", (event) => {
    keepPlace();
    announce(event.target);
    rename(event.target);
  });
  // What asks by itself rests while nobody sees the page, and asks at once when somebody does again.
  const whileSeen = "[data-while-seen]";
  document.addEventListener("htmx:before:request", (event) => {
    if (document.hidden && event.target.closest(whileSeen)) event.preventDefault();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    for (const node of document.querySelectorAll(whileSeen)) htmx.trigger(node, "seen");
  });
  document.addEventListener("htmx:after:history:push", markTabs);
  document.addEventListener("htmx:error", () => {
    live.textContent = "That did not load. The page you see still stands; try again.";
  });
})();
