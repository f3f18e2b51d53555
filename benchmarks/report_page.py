"""The HTML report of a book with 2,000 notes, in a real Chromium: size, opening, filtering.

    python -m benchmarks.report_page [NOTES] [--damaged]

The notes are those of the tests' sample in turn, each with addresses of its own; with `--damaged` each cites
an address that was doubled, wrapped and torn (`benchmarks.damage_urls`), the worst that a book can hold.
Opening is compared with a page of the same length that is text alone; both are opened in turns and the best
of several is taken, since a machine that does something else is only ever slower. A filter is measured from
the event to the second frame after it, once as time on the clock, once as processor time of the page's main
thread.
"""

from __future__ import annotations

import copy
import html
import json
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.damage_urls import sound_list, together
from citecheck.repair import repair
from citecheck.report import FORMATS
from tests.report.browser import Browser
from tests.report.build import audit_of
from tests.report.sample import SAMPLE

ROUNDS = 7
OPENED = "performance.getEntriesByType('navigation')[0].domComplete"
FRAMES = "new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))"
TYPED = (
    "const told = new Promise(done => new MutationObserver(done).observe(shown, {{childList: true}}));"
    "const box = document.getElementById('find');"
    "box.value = '{text}'; box.dispatchEvent(new Event('input')); await told"
)
"""What is typed counts until the page tells what it shows: it may wait for the next key."""
ACTIONS = {
    "one level off": "document.querySelector('.levels [value=unknown]').click()",
    "the same level on": "document.querySelector('.levels [value=unknown]').click()",
    "all but errors off": (
        "document.querySelectorAll('.levels input:not([value=error])').forEach(one => one.click())"
    ),
    "all on": "document.querySelectorAll('.levels input:not([value=error])').forEach(one => one.click())",
    "a check": "(check.value = 'link-gone', check.dispatchEvent(new Event('change')))",
    "all checks": "(check.value = '', check.dispatchEvent(new Event('change')))",
    "worst first": "(order.value = 'worst', order.dispatchEvent(new Event('change')))",
    "by note": "(order.value = 'note', order.dispatchEvent(new Event('change')))",
    "search": TYPED.format(text="museum"),
    "search cleared": TYPED.format(text=""),
}


def case_of(notes: int) -> dict[str, Any]:
    """The sample's notes in turn, numbered through, each time with hosts of their own."""
    case: dict[str, Any] = json.loads(SAMPLE.read_text("utf-8"))
    given = case["notes"]
    case["notes"], case["problems"] = [], []
    for number in range(1, notes + 1):
        text = json.dumps(copy.deepcopy(given[(number - 1) % len(given)]))
        one = json.loads(text.replace(".example/", f"-{number}.example/"))
        one.pop("id", None)
        case["notes"].append(
            one | {"number": number, "label": str(number), "chapter": f"Chapter {number // 100 + 1}"}
        )
    return case


def damaged_case(notes: int) -> dict[str, Any]:
    """Notes whose addresses bear every damage at once; each fourth is gone and archived."""
    chance = random.Random(3)
    statuses = ("gone", "ok", "blocked", "not-checked")
    made = []
    for number, url in enumerate(sound_list(notes, seed=11), 1):
        raw = together(url, chance)
        known = repair(raw)
        candidates = [
            {
                "url": one.url,
                "confidence": one.confidence,
                "steps": [[step.step, step.after] for step in one.steps],
            }
            for one in known.candidates
        ]
        link: dict[str, Any] = {"raw": raw, "candidates": candidates, "problems": list(known.problems)}
        link["status"] = statuses[number % len(statuses)]
        if link["status"] == "gone":
            copy = f"https://web.archive.example/web/20190401000000/{url}"
            link["archive"] = {"url": copy, "datetime": "2019-04-01T00:00:00", "days": 12}
        quote = {"exact": f"nothing could be done about the weir in year {number}", "verdict": "not-found"}
        text = f"Smith, John. Report. URL: {raw} (accessed 2 May 2018)."
        made.append({"number": number, "text": text, "links": [link], "quotes": [quote]})
    return {"notes": made}


def milliseconds(browser: Browser, action: str) -> tuple[float, float]:
    """From the action to the frame that shows it: on the clock, and of the main thread's processor time."""
    before = thread_time(browser)
    timed = f"(async () => {{ const begun = performance.now(); {action}; await {FRAMES}; await {FRAMES};"
    clock = float(browser.evaluate(f"{timed} return performance.now() - begun; }})()"))
    return clock, thread_time(browser) - before


def thread_time(browser: Browser) -> float:
    metrics = browser.call("Performance.getMetrics")["metrics"]
    return 1000 * next(float(one["value"]) for one in metrics if one["name"] == "ThreadTime")


def opening(browser: Browser, page: Path) -> float:
    """Milliseconds until all is loaded."""
    browser.open(page)
    browser.call("Performance.enable")
    return float(browser.evaluate(OPENED))


def main() -> int:
    words = [word for word in sys.argv[1:] if word != "--damaged"]
    notes = int(words[0]) if words else 2000
    audit = audit_of(damaged_case(notes) if "--damaged" in sys.argv else case_of(notes))
    page = str(FORMATS["html"].render(audit, b""))
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        ours, plain = Path(folder, "report.html"), Path(folder, "plain.html")
        ours.write_text(page, "utf-8")
        lines = "".join(f"<p>{html.escape(page[at : at + 500])}</p>\n" for at in range(0, len(page), 500))
        plain.write_text(
            f"<!doctype html><meta charset=utf-8><title>plain</title>{lines[: len(page)]}", "utf-8"
        )
        print(f"{notes} notes, {len(audit.findings)} findings: {ours.stat().st_size / 1e6:.2f} MB")
        opened: dict[str, list[float]] = {"report": [], "plain": []}
        filtered: dict[str, list[tuple[float, float]]] = {name: [] for name in ACTIONS}
        for _ in range(ROUNDS):
            opened["plain"].append(opening(browser, plain))
            opened["report"].append(opening(browser, ours))
            for name, action in ACTIONS.items():
                filtered[name].append(milliseconds(browser, action))
        best = {name: min(times) for name, times in opened.items()}
        ratio = best["report"] / best["plain"]
        print(f"opens in {best['report']:.0f} ms, plain {best['plain']:.0f} ms: {ratio:.1f} times")
        for name, times in filtered.items():
            clock, thread = (sorted(one[at] for one in times) for at in (0, 1))
            middle = ROUNDS // 2
            told = f"clock {clock[0]:.0f} (middle {clock[middle]:.0f}) ms"
            print(f"{name}: {told}, main thread {thread[0]:.0f} (middle {thread[middle]:.0f}) ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
