// Sets the reader's own light or dark choice before the first paint; without one the system decides.
// The choice lives in this browser only, so every reader gets the same cached page.
(() => {
  "use strict";
  const order = ["system", "light", "dark"];
  const names = { system: "as system", light: "light", dark: "dark" };
  const root = document.documentElement;

  const read = () => {
    try { return localStorage.getItem("theme"); } catch { return null; }
  };
  const write = (choice) => {
    try { localStorage.setItem("theme", choice); } catch { /* private windows may refuse */ }
  };
  const chosen = () => (order.includes(read()) ? read() : "system");

  const paint = (choice) => {
    if (choice === "system") delete root.dataset.theme;
    else root.dataset.theme = choice;
    for (const button of document.querySelectorAll("[data-theme-switch]")) {
      button.hidden = false;
      button.textContent = `Theme: ${names[choice]}`;
    }
  };

  // The corner of the page tells what an account prefers. It counts here from when it was chosen
  // until this browser's own switch is used; who signs out takes it along.
  const keep = (name, value) => {
    try {
      if (value) localStorage.setItem(name, value);
      else localStorage.removeItem(name);
    } catch { /* private windows may refuse */ }
  };
  const known = () => {
    try { return localStorage.getItem("account-theme"); } catch { return null; }
  };
  const follow = () => {
    const me = document.querySelector("#me[data-account]");
    const theirs = me?.dataset.theirTheme ?? "";
    if (!me || theirs === (known() ?? "")) return;
    keep("account-theme", theirs);
    keep("theme", theirs);
    paint((now = chosen()));
  };

  root.classList.add("js");
  let now = chosen();
  paint(now);
  document.addEventListener("DOMContentLoaded", () => paint(now));
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-theme-switch]")) return;
    now = order[(order.indexOf(now) + 1) % order.length];
    write(now);
    paint(now);
    document.dispatchEvent(new CustomEvent("theme", { detail: { theme: now } }));
  });
  document.addEventListener("htmx:after:settle", follow);
  addEventListener("storage", () => paint((now = chosen())));
})();
