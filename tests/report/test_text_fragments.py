"""Links to a passage, opened in a real Chromium: it scrolls there and marks these very words."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from citecheck.match import compare, prepare
from citecheck.read import read_page
from citecheck.report.evidence import legible
from tests.report.browser import CHROMIUM, Browser
from tests.report.png import pixels

STYLE = """<style>body {font: 20px/30px sans-serif; width: 700px} .far {height: 3000px}
::target-text {background: #f0f; color: #f0f}</style>"""
MARKED = b"\xff\x00\xff"
QUOTES = Path(__file__).parents[2] / "fixtures" / "quotes"
CASES: list[dict[str, str]] = json.loads((QUOTES / "fragments.json").read_text("utf-8"))
"""The passage of the page stands between [[ and ]]."""
RECTANGLES = """(() => {
  const s = document.getElementById('s'), e = document.getElementById('e'), rects = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; node = walk.nextNode();) {
    if (!(s.compareDocumentPosition(node) & 4 && e.compareDocumentPosition(node) & 2)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const one of range.getClientRects()) rects.push([one.left, one.top, one.right, one.bottom]);
  }
  return rects;
})()"""
"""Where the passage's text stands in the window."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as one:
        yield one


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_the_link_opens_at_the_passage(case: dict[str, str], browser: Browser, tmp_path: Path) -> None:
    shown = case["page"].replace("[[", "<a id=s></a>").replace("]]", "<a id=e></a>")
    far = "<div class=far></div>"
    source = f"<!doctype html><meta charset=utf-8><title>t</title>{STYLE}<p>Top of it.</p>{far}{shown}{far}"
    file = tmp_path / "page.html"
    file.write_text(source, "utf-8")
    page = prepare(read_page(source.encode(), "text/html; charset=utf-8", "page"))
    got = compare(case["quote"], page)
    assert got.text_fragment is not None, got
    browser.open(file, fragment=legible(got.text_fragment))
    rects = browser.evaluate(RECTANGLES)
    shot = base64.b64decode(browser.call("Page.captureScreenshot", format="png")["data"])
    inside, outside = marked(shot, [rect for rect in rects if rect[2] - rect[0] > 1])
    assert inside > 0.8, f"{got.text_fragment}: {inside:.0%} of the passage is marked"
    assert outside < 0.1, f"{got.text_fragment}: {outside:.0%} of the marks lie elsewhere"


def marked(shot: bytes, rects: list[list[float]]) -> tuple[float, float]:
    """Share of the passage that is marked, in the middle of its lines; share of the marks elsewhere."""
    width, rows, step = pixels(shot)
    covered, whole = 0, 0
    for left, top, right, bottom in rects:
        middle = int(top + bottom) // 2
        whole += int(right - left)
        if 0 <= middle < len(rows):
            row = rows[middle]
            covered += sum(row[x * step : x * step + 3] == MARKED for x in range(int(left), int(right)))
    stray, total = 0, 0
    for y in range(0, len(rows), 3):
        row = rows[y]
        if MARKED not in row:
            continue
        for x in range(0, width, 3):
            if row[x * step : x * step + 3] == MARKED:
                total += 1
                stray += not any(a - 2 <= x <= c + 2 and b - 6 <= y <= d + 6 for a, b, c, d in rects)
    return covered / (whole or 1), stray / (total or 1)
