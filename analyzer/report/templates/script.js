"use strict";
// Filters the entries on this page. It asks no host for anything, and without it everything stays readable.
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const field = (name) => form.elements.namedItem(name);
  const entries = [...document.querySelectorAll(".entry")].map((node) => ({
    node,
    keys: new Set(node.dataset.k.split(" ")),
    month: node.closest(".month").dataset.m,
    shown: true,
  }));
  const months = [...document.querySelectorAll(".month")].map((node) => ({
    node,
    entries: entries.filter((entry) => entry.node.parentNode === node),
  }));
  const shown = document.getElementById("shown");
  const none = document.getElementById("none");

  const does = ["you", "held", "thought", "others", "not"];
  // What is asked for: of each list any will do.
  const asked = () => {
    const by = field("by").value, pattern = field("pattern").value, lists = [];
    if (pattern || by !== "any") {
      const who = by === "any" ? does : [by];
      const what = pattern ? [pattern] : [...field("pattern").options].map((option) => option.value).filter(Boolean);
      lists.push(who.flatMap((word) => what.map((label) => word + ":" + label)));
    }
    for (const name of ["trigger", "person", "feeling", "topic"]) if (field(name).value) lists.push([field(name).value]);
    if (field("cycle").checked) lists.push(["cycle"]);
    return lists;
  };

  const apply = () => {
    const lists = asked(), from = field("from").value, to = field("to").value;
    let count = 0;
    for (const entry of entries) {
      const inTime = (!from && !to) || (entry.month !== "" && (!from || entry.month >= from) && (!to || entry.month <= to));
      entry.shown = inTime && lists.every((keys) => keys.some((key) => entry.keys.has(key)));
      entry.node.hidden = !entry.shown;
      if (entry.shown) count += 1;
    }
    for (const month of months) month.node.hidden = !month.entries.some((entry) => entry.shown);
    shown.textContent = count.toLocaleString("en-GB") + " of " + entries.length.toLocaleString("en-GB") + " entries";
    none.hidden = count > 0;
  };

  const clear = () => {
    form.reset();
    apply();
  };

  const set = (values) => {
    form.reset();
    for (const [name, value] of new URLSearchParams(values)) {
      const input = field(name);
      if (!input) continue;
      if (input.type === "checkbox") input.checked = true;
      else input.value = value;
    }
    apply();
  };

  const openAll = (open) => {
    for (const entry of entries) if (entry.shown) entry.node.open = open;
  };

  // A link to an entry opens it, and lifts a filter that hides it.
  const visit = () => {
    const node = document.getElementById(location.hash.slice(1));
    if (!node || !node.classList.contains("entry")) return;
    if (node.hidden) clear();
    node.open = true;
    node.scrollIntoView({ block: "center" });
    node.querySelector("summary").focus({ preventScroll: true });
  };

  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("clear").addEventListener("click", () => { clear(); field("pattern").focus(); });
  document.getElementById("open").addEventListener("click", () => openAll(true));
  document.getElementById("close").addEventListener("click", () => openAll(false));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-filter]");
    if (!link) return;
    event.preventDefault();
    set(link.dataset.filter);
    document.getElementById("entries").scrollIntoView();
    shown.focus({ preventScroll: true });
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#e"]');
    if (link && link.hash === location.hash) visit();
  });
  addEventListener("hashchange", visit);
  form.hidden = false;
  apply();
  visit();
})();
