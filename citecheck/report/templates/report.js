"use strict";
// The page's own words in its language; `{name}` stands for a field.
function citecheckWords() {
  const words = JSON.parse(document.documentElement.dataset.words);
  return (message, fields = {}) => words[message].replace(/{(\w+)}/g, (_, name) => fields[name]);
}
(() => {
  const byId = (id) => document.getElementById(id);
  const list = byId("cards"), tools = byId("tools"), find = byId("find"), check = byId("check"), order = byId("order");
  const cards = [...list.querySelectorAll(".card")];
  // Leaves of cards: a browser lays out only those on the screen.
  const leaves = [...list.querySelectorAll(".leaf")].map((leaf) => ({ leaf, cards: [...leaf.children] }));
  const levels = [...tools.querySelectorAll(".levels input")];
  const LEVELS = ["error", "warning", "unknown", "info", "fine", "none"];
  const level = cards.map((card) => card.classList[1]);
  const ranks = level.map((one) => LEVELS.indexOf(one));
  const hidden = cards.map(() => false);
  // Read when first needed: a page that is only opened does not pay for the search.
  let words = null, checks = null;
  const say = citecheckWords();
  const table = byId("view-table"), plain = byId("view-cards");
  const PREFIX = "#show?";

  function apply() {
    const wanted = new Set(levels.filter((box) => box.checked).map((box) => box.value));
    const text = find.value.trim().toLowerCase();
    if (text) words ||= cards.map((card) => (card.id.slice(5) + " " + card.textContent).toLowerCase());
    if (check.value) checks ||= cards.map((card) => [...card.querySelectorAll("li>p:nth-child(3)")].map((one) => one.firstChild.data.split(",")[0]));
    let shown = 0;
    cards.forEach((card, i) => {
      const fits = wanted.has(level[i]) && (!check.value || checks[i].includes(check.value)) && (!text || words[i].includes(text));
      if (hidden[i] === Boolean(fits)) { hidden[i] = !fits; card.hidden = !fits; }
      shown += fits;
    });
    measure();
    byId("shown").textContent = say("Cards shown: {shown} of {total}", { shown, total: cards.length });
    byId("nothing").hidden = shown > 0 || !cards.length;
  }

  // An empty leaf takes no room; one that is not laid out takes about that of the cards it shows.
  function measure() {
    const height = table.checked ? 3 : 26;
    leaves.forEach(({ leaf }) => {
      let n = 0;
      for (const card of leaf.children) n += !card.hidden;
      if (leaf.hidden !== !n) leaf.hidden = !n;
      if (leaf.dataset.n !== n + "x" + height) { leaf.dataset.n = n + "x" + height; leaf.style.containIntrinsicSize = "auto " + n * height + "rem"; }
    });
    entitle();
  }

  // A chapter's title goes with its last note.
  function entitle() {
    let title = null;
    for (const one of list.children) {
      if (one.matches("h3")) { title = one; title.hidden = true; }
      else if (title && !one.hidden) title.hidden = false;
    }
  }

  let sorted = false;
  function sort() {
    const worst = order.value === "worst";
    if (worst === sorted) return;
    sorted = worst;
    list.classList.toggle("sorted", worst);
    // Sorting is stable: notes alike stay in the order of the manuscript.
    const places = worst ? cards.map((_, i) => i).sort((a, b) => ranks[a] - ranks[b]) : cards.map((_, i) => i);
    let at = 0;
    leaves.forEach(({ leaf, cards: own }) => { leaf.append(...places.slice(at, at += own.length).map((i) => cards[i])); });
    measure();
  }

  function remember() {
    const state = new URLSearchParams();
    const off = levels.filter((box) => !box.checked).map((box) => box.value);
    if (off.length) state.set("hide", off.join(","));
    if (check.value) state.set("check", check.value);
    if (find.value) state.set("find", find.value);
    if (order.value !== "note") state.set("order", order.value);
    if (table.checked) state.set("view", "table");
    const text = state.toString();
    history.replaceState(null, "", text ? PREFIX + text : location.pathname + location.search);
  }

  function recall() {
    if (!location.hash.startsWith(PREFIX)) return;
    const state = new URLSearchParams(location.hash.slice(PREFIX.length));
    const off = (state.get("hide") || "").split(",");
    levels.forEach((box) => { box.checked = !off.includes(box.value); });
    check.value = state.get("check") || "";
    find.value = state.get("find") || "";
    order.value = state.get("order") === "worst" ? "worst" : "note";
    table.checked = state.get("view") === "table";
    plain.checked = !table.checked;
  }

  function showAll() {
    levels.forEach((box) => { box.checked = true; });
    check.value = find.value = "";
    changed();
  }

  function changed() { apply(); remember(); }
  function reordered() { sort(); remember(); }

  // A link to a note that the filter hides shows it.
  function reveal() {
    const card = cards.find((one) => "#" + one.id === location.hash);
    if (card && card.hidden) { levels.forEach((box) => { box.checked = true; }); check.value = find.value = ""; apply(); card.scrollIntoView(); }
  }

  function step(by) {
    const visible = [...list.querySelectorAll(".card:not([hidden])")];
    if (!visible.length) return;
    const current = visible.indexOf(document.activeElement && document.activeElement.closest(".card"));
    const next = visible[Math.min(visible.length - 1, Math.max(0, current + by))];
    next.focus();
    next.scrollIntoView({ block: "start" });
  }

  function open() {
    const card = document.activeElement && document.activeElement.closest(".card");
    const link = card && (card.querySelector("figure a") || card.querySelector("dl a"));
    if (link) link.click();
  }

  function corrected(box) {
    const copy = box.querySelector("p").cloneNode(true);
    copy.querySelectorAll("del").forEach((one) => one.remove());
    return copy.textContent;
  }

  async function copy(box, button) {
    try { await navigator.clipboard.writeText(corrected(box)); }
    catch {
      // Some browsers keep the clipboard from files: then as in older pages.
      const area = Object.assign(document.createElement("textarea"), { value: corrected(box) });
      box.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    button.textContent = say("Copied");
    setTimeout(() => { button.textContent = say("Copy"); }, 1500);
  }

  document.querySelectorAll(".card>div>figure").forEach((box) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: say("Copy") });
    button.addEventListener("click", () => copy(box, button));
    box.querySelector("figcaption").append(button);
  });

  function copyCurrent() {
    const card = document.activeElement && document.activeElement.closest(".card");
    const button = card && card.querySelector(".card>div>figure button");
    if (button) button.click();
  }

  const keys = byId("keys");
  const actions = {
    j: () => step(1), k: () => step(-1), o: open, "/": () => find.focus(), "?": () => keys.showModal(),
    c: copyCurrent, t: () => { (table.checked ? plain : table).checked = true; measure(); remember(); },
    w: () => { order.value = order.value === "worst" ? "note" : "worst"; reordered(); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target === find) { find.value = ""; changed(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=checkbox],[type=radio]),select,textarea") || keys.open) return;
    const action = actions[event.key];
    if (action) { event.preventDefault(); action(); }
  });

  let waiting = 0;
  find.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(changed, 60); });
  check.addEventListener("change", changed);
  levels.forEach((box) => box.addEventListener("change", changed));
  order.addEventListener("change", reordered);
  [table, plain].forEach((one) => one.addEventListener("change", () => { measure(); remember(); }));
  byId("clear").addEventListener("click", showAll);
  byId("keys-close").addEventListener("click", () => keys.close());
  addEventListener("hashchange", () => { recall(); sort(); apply(); reveal(); });

  cards.forEach((card) => { card.tabIndex = -1; });
  list.classList.add("leaved");
  tools.hidden = false;
  recall();
  sort();
  apply();
})();
