// An editor's decisions about findings, kept in this browser and exported for `citecheck review`.
(() => {
  const page = document.documentElement.dataset;
  const KEY = "citecheck-decisions-" + page.manuscript;
  const KINDS = [["", "open"], ["accept", "accept"], ["ignore", "ignore (with a reason)"], ["later", "mend later"]];
  const say = citecheckWords();
  const button = document.getElementById("export");
  const findings = [...document.querySelectorAll(".finding[data-id]")];
  let decided = new Map();

  // Storage may be switched off; then decisions last as long as the page is open.
  try { decided = new Map(JSON.parse(localStorage.getItem(KEY) || "[]")); } catch { decided = new Map(); }

  function make(tag, properties) { return Object.assign(document.createElement(tag), properties); }

  function checkOf(item) { return item.querySelector(".meta code").textContent; }

  function noteOf(card) {
    const number = Number(card.dataset.note || card.querySelector("h4 a").lastChild.textContent);
    return Number.isInteger(number) ? number : null;
  }

  function complete(one) { return one.decision !== "ignore" || one.reason.trim() !== ""; }

  function count() {
    const ready = findings.filter((item) => { const one = decided.get(item.dataset.id); return one && complete(one); });
    button.textContent = say("Export decisions ({n})", { n: ready.length });
    button.hidden = ready.length === 0;
  }

  function keep(item, decision, reason) {
    const fingerprint = item.dataset.id;
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
    const one = decided.get(item.dataset.id) || { decision: "", reason: "" };
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
      const one = decided.get(item.dataset.id);
      if (!one || !complete(one)) return [];
      const card = item.closest(".card");
      const note = card ? noteOf(card) : null;
      return [{ fingerprint: item.dataset.id, check: checkOf(item), note, url: null, decision: one.decision, reason: one.reason.trim(), by: null, until: null }];
    });
    const text = JSON.stringify({ schema: "citecheck/decisions/1", manuscript: page.name, decisions }, null, 1) + "\n";
    const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: "application/json" })), download: "decisions.json" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  findings.forEach((item) => {
    if (decided.has(item.dataset.id)) { controls(item); return; }
    const open = make("button", { type: "button", className: "decide", textContent: say("decide") });
    open.setAttribute("aria-label", say("decide about {check}", { check: checkOf(item) }));
    open.addEventListener("click", () => { open.remove(); controls(item).focus(); });
    item.querySelector(".meta").append(" ", open);
  });
  button.addEventListener("click", download);
  count();
})();
