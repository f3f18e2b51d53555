// An editor's decisions about findings, kept in this browser and exported for `citecheck review`.
(() => {
  const page = document.documentElement.dataset;
  const KEY = "citecheck-decisions-" + page.manuscript;
  const KINDS = [["", "open"], ["accept", "accept"], ["ignore", "ignore (with a reason)"], ["later", "mend later"]];
  const say = citecheckWords();
  const button = document.getElementById("export");
  const findings = [...document.querySelectorAll(".leaves ul>li:not(.accepted)")];
  const letters = page.ids.split(" ");
  const places = new Map(findings.map((item, i) => [item, i]));
  let decided = new Map();

  // Storage may be switched off; then decisions last as long as the page is open.
  try { decided = new Map(JSON.parse(localStorage.getItem(KEY) || "[]")); } catch { decided = new Map(); }

  // Fingerprints stand in the page as the letters of their bytes, in the order of the findings.
  function idOf(item) {
    const text = letters[places.get(item)];
    if (text[0] === "=") return decodeURIComponent(text.slice(1));
    const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Array.from(bytes, (one) => one.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  }

  function make(tag, properties) { return Object.assign(document.createElement(tag), properties); }

  // What it is about: the check, then the place.
  function aboutOf(item) { return item.children[2]; }
  function checkOf(item) { return aboutOf(item).firstChild.data.split(",")[0]; }

  function noteOf(card) {
    const number = Number(card.dataset.note || card.querySelector("h4 a").lastChild.textContent);
    return Number.isInteger(number) ? number : null;
  }

  function complete(one) { return one.decision !== "ignore" || one.reason.trim() !== ""; }

  function count() {
    const ready = !decided.size ? [] : findings.filter((item) => { const one = decided.get(idOf(item)); return one && complete(one); });
    button.textContent = say("Export decisions ({n})", { n: ready.length });
    button.hidden = ready.length === 0;
  }

  function keep(item, decision, reason) {
    const fingerprint = idOf(item);
    if (decision) decided.set(fingerprint, { decision, reason }); else decided.delete(fingerprint);
    try { localStorage.setItem(KEY, JSON.stringify([...decided])); } catch { /* as above */ }
    item.classList.toggle("decided", Boolean(decision));
    count();
  }

  function controls(item) {
    const box = make("p", { className: "decision" });
    const label = make("label", { textContent: say("Decision") + " " });
    const select = make("select", {});
    KINDS.forEach(([value, text]) => select.append(make("option", { value, textContent: say(text) })));
    label.append(select);
    const why = make("label", { textContent: say("Reason") + " " });
    const reason = make("input", { type: "text", maxLength: 500 });
    why.append(reason);
    const needed = make("span", { className: "needed", textContent: say("To ignore it takes a reason.") });
    const one = decided.get(idOf(item)) || { decision: "", reason: "" };
    select.value = one.decision;
    reason.value = one.reason;
    const update = () => {
      why.hidden = !select.value;
      needed.hidden = !(select.value === "ignore" && !reason.value.trim());
      keep(item, select.value, reason.value);
    };
    select.addEventListener("change", update);
    reason.addEventListener("input", update);
    box.append(label, why, needed);
    item.append(box);
    update();
    return select;
  }

  function download() {
    const decisions = findings.flatMap((item) => {
      const one = decided.get(idOf(item));
      if (!one || !complete(one)) return [];
      const card = item.closest(".card");
      const note = card ? noteOf(card) : null;
      return [{ fingerprint: idOf(item), check: checkOf(item), note, url: null, decision: one.decision, reason: one.reason.trim(), by: null, until: null }];
    });
    const text = JSON.stringify({ schema: "citecheck/decisions/1", manuscript: page.name, decisions }, null, 1) + "\n";
    const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: "application/json" })), download: "decisions.json" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  findings.forEach((item) => {
    if (letters[places.get(item)] === "=") return;
    if (decided.size && decided.has(idOf(item))) { controls(item); return; }
    const open = make("button", { type: "button", className: "decide", textContent: say("decide") });
    open.setAttribute("aria-label", say("decide about {check}", { check: checkOf(item) }));
    open.addEventListener("click", () => { open.remove(); controls(item).focus(); });
    aboutOf(item).append(" ", open);
  });
  button.addEventListener("click", download);
  count();
})();
