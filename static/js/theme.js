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
  addEventListener("storage", () => paint((now = chosen())));
})();
