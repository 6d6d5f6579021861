// A file dropped anywhere on a page is sent as if it had been chosen in the box on the home page.
(() => {
  "use strict";
  const veil = document.getElementById("drop-veil");
  let depth = 0;

  const holdsFile = (event) => event.dataTransfer?.types.includes("Files");
  const show = (on) => { if (veil) veil.hidden = !on; };

  const form = () => {
    const ready = document.querySelector("form[data-drop]");
    if (ready) return ready;
    const made = document.createElement("form");
    made.method = "post";
    made.action = "/open";
    made.enctype = "multipart/form-data";
    made.hidden = true;
    made.append(Object.assign(document.createElement("input"), { type: "file", name: "file" }));
    document.body.append(made);
    return made;
  };
  const send = (files) => {
    const target = form();
    target.querySelector("input[type=file]").files = files;
    target.requestSubmit();
  };

  document.addEventListener("dragenter", (event) => {
    if (holdsFile(event)) { depth += 1; show(true); }
  });
  document.addEventListener("dragleave", (event) => {
    if (holdsFile(event)) { depth -= 1; show(depth > 0); }
  });
  document.addEventListener("dragover", (event) => { if (holdsFile(event)) event.preventDefault(); });
  document.addEventListener("drop", (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    depth = 0;
    show(false);
    if (event.dataTransfer.files.length) send(event.dataTransfer.files);
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("form[data-drop] input[type=file]") && event.target.files.length) {
      event.target.form.requestSubmit();
    }
  });
})();
