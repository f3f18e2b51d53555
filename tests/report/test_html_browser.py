"""The HTML report in a real browser: nothing from outside acts, it reflows, and keys reach everything.

These need Chromium (Debian package `chromium`). Without it they are skipped; in CI nothing may skip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from citecheck.accept.decisions import load_decisions
from citecheck.report import FORMATS
from tests.report.browser import CHROMIUM, Browser
from tests.report.build import audit_of
from tests.report.hostile import hostile_case
from tests.report.sample import sample
from tests.report.test_languages import in_language

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian package chromium)"),
]
LEVELS = ["error", "warning", "unknown", "info", "fine", "none"]
SHOWN = "[...document.querySelectorAll('.card')].filter(card => !card.hidden).map(card => card.id)"

FOCUSED = """(() => {
  const one = document.activeElement;
  if (one === document.body) return '';
  one.dataset.seen ||= Math.random();
  const shown = getComputedStyle(one.matches('.pill input') ? one.nextElementSibling : one);
  return one.dataset.seen + (shown.outlineStyle === 'none' ? ' unseen' : '');
})()"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as one:
        yield one


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("html")
    audits = {"sample": sample(), "hostile": audit_of(hostile_case()), "empty": audit_of({})}
    audits |= {language: in_language(sample(), language) for language in ("de", "ru", "fr")}
    written = {}
    for name, audit in audits.items():
        written[name] = folder / f"{name}.html"
        written[name].write_text(str(FORMATS["html"].render(audit, b"")), "utf-8")
    # As with JavaScript off, but so that the test's own script can look at it.
    page = written["sample"].read_text("utf-8")
    written["unscripted"] = folder / "unscripted.html"
    written["unscripted"].write_text(re.sub(r"<script>.*</script>", "", page, flags=re.DOTALL), "utf-8")
    return written


@pytest.mark.parametrize("page", ["sample", "hostile", "empty"])
def test_nothing_is_asked_run_or_reported(browser: Browser, pages: dict[str, Path], page: str) -> None:
    browser.open(pages[page])
    assert browser.requests == [pages[page].as_uri()]
    assert browser.dialogs == []
    assert browser.errors == []
    assert browser.evaluate("document.querySelectorAll('script, style').length") == 2
    title = browser.evaluate("document.title")
    assert title.endswith("– citations checked")
    if page == "hostile":
        assert title.startswith("<script>alert(0)</script>\\u202e\\x1b[31m.txt")


@pytest.mark.parametrize("page", ["sample", "hostile"])
def test_only_web_addresses_become_links(browser: Browser, pages: dict[str, Path], page: str) -> None:
    browser.open(pages[page], script=False)
    outside = "[...document.querySelectorAll('[href]')].filter(a => !a.getAttribute('href').startsWith('#'))"
    assert set(browser.evaluate(f"{outside}.map(a => new URL(a.href).protocol)")) <= {"http:", "https:"}
    rels = browser.evaluate(f"{outside}.map(a => a.rel)")
    assert all({"noreferrer", "noopener"} <= set(rel.split()) for rel in rels)
    assert (
        browser.evaluate("document.querySelectorAll('[src],[action],[style],form,iframe,object').length") == 0
    )


@pytest.mark.parametrize("view", ["cards", "table"])
@pytest.mark.parametrize("page", ["sample", "hostile", "de", "ru"])
@pytest.mark.parametrize("width", [320, 640, 1280])
def test_no_sideways_scrolling(
    browser: Browser, pages: dict[str, Path], page: str, width: int, view: str
) -> None:
    browser.open(pages[page], width=width)
    browser.evaluate(f"document.getElementById('view-{view}').checked = true")
    browser.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    browser.evaluate(
        "document.querySelectorAll('.card').forEach(one => { one.style.contentVisibility = 'visible'; })"
    )
    assert browser.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("page", ["sample", "unscripted", "ru", "table"])
def test_axe_finds_nothing(browser: Browser, pages: dict[str, Path], dark: bool, page: str) -> None:
    axe = resources.files("axe_core_python").joinpath("axe.min.js").read_text("utf-8")
    browser.open(pages["sample" if page == "table" else page], dark=dark)
    if page == "table":
        browser.press("t")
    browser.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    browser.evaluate(axe + "; undefined")
    told = "v.id + ': ' + v.nodes.map(n => n.html).slice(0, 3).join(' | ')"
    run = "axe.run(document, {resultTypes: ['violations']})"
    found = browser.evaluate(f"{run}.then(r => r.violations.map(v => {told}))")
    assert found == []


def test_everything_is_there_without_script(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["sample"], script=False)
    assert len(browser.evaluate(SHOWN)) == len(sample().extraction.parsed.notes) + 1
    assert browser.evaluate("getComputedStyle(document.querySelector('.tools')).display") == "none"
    assert browser.evaluate("document.querySelectorAll('.worst li').length") > 0


def test_filters_search_and_order(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["sample"])
    everything = browser.evaluate(SHOWN)
    boxes = "document.querySelectorAll('.levels input:not([value=error])')"
    browser.evaluate(f"{boxes}.forEach(one => one.click())")
    errors = browser.evaluate(SHOWN)
    assert errors == ["note-2", "note-8", "note-11", "note-12", "note-17", "note-18", "note-22", "note-23"]
    assert "8 of" in browser.evaluate("document.getElementById('shown').textContent")
    address = browser.evaluate("location.hash")
    browser.open(pages["sample"], fragment=address)
    assert browser.evaluate(SHOWN) == errors, "the filter is kept in the address"
    browser.evaluate(f"{boxes}.forEach(one => one.click())")
    browser.evaluate("(order.value = 'worst', order.dispatchEvent(new Event('change')))")
    ranks = browser.evaluate(
        f"[...document.querySelectorAll('.card')].map(card => {LEVELS}.indexOf(card.classList[1]))"
    )
    assert ranks == sorted(ranks)
    assert len(ranks) == len(everything)


def test_a_chapter_s_title_goes_with_its_last_note(browser: Browser, pages: dict[str, Path]) -> None:
    titles = "[...document.querySelectorAll('.chapter-title')].filter(one => one.checkVisibility()).length"
    browser.open(pages["sample"])
    everything = browser.evaluate(titles)
    typed = "box => { box.value = 'museum'; box.dispatchEvent(new Event('input')); }"
    browser.evaluate(f"({typed})(document.getElementById('find'))")
    browser.evaluate("new Promise(done => setTimeout(done, 300))")
    assert (everything > 1, browser.evaluate(titles)) == (True, 1)


def test_attributes_with_words_from_outside_stand_in_double_quotes() -> None:
    for name in ("report.html", "card.html"):
        text = resources.files("citecheck.report").joinpath("templates", name).read_text("utf-8")
        assert re.findall(r"<[^>{]*='", text) == []
        # Without quotes stand our own words, and ids, which are made of letters, digits and hyphens.
        bare = re.findall(r"=\#?\{\{ *([^}]*?) *\}\}", text)
        assert set(bare) <= {"card.level", "card.anchor", "card.number", "chip.tone"}
    hostile = audit_of({"notes": [{"id": "x onclick=alert(1) >", "number": 1, "label": "1a"}]})
    assert "id=note-x-onclick-alert-1- data-note=1>" in str(FORMATS["html"].render(hostile, b""))


def test_link_to_a_hidden_note_shows_it(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["sample"])
    typed = "box => { box.value = 'museum'; box.dispatchEvent(new Event('input')); }"
    browser.evaluate(f"({typed})(document.getElementById('find'))")
    browser.evaluate("new Promise(done => setTimeout(done, 300))")
    assert browser.evaluate(SHOWN) == ["note-18"]
    browser.evaluate("document.querySelector('.squares a[href=\"#note-2\"]').click()")
    browser.evaluate("new Promise(done => setTimeout(done, 100))")
    assert "note-2" in browser.evaluate(SHOWN)


def test_decisions_are_kept_and_exported_for_review(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["sample"])
    assert browser.evaluate("document.getElementById('export').hidden") is True
    browser.evaluate("document.querySelector('#note-2 .decide').click()")
    choose = "one => { one.value = 'ignore'; one.dispatchEvent(new Event('change')); }"
    browser.evaluate(f"({choose})(document.querySelector('#note-2 .decision select'))")
    assert browser.evaluate("document.getElementById('export').hidden") is True, "to ignore takes a reason"
    say = "one => { one.value = 'seen in print'; one.dispatchEvent(new Event('input')); }"
    browser.evaluate(f"({say})(document.querySelector('#note-2 .decision input'))")
    browser.open(pages["sample"])
    assert browser.evaluate("document.querySelector('#note-2 .decision input').value") == "seen in print"
    browser.evaluate("window.make = URL.createObjectURL")
    browser.evaluate("URL.createObjectURL = blob => { window.exported = blob; return make.call(URL, blob); }")
    browser.evaluate("document.getElementById('export').click()")
    written = browser.evaluate("window.exported.text()")
    decisions = load_decisions(written.encode(), "decisions.json")
    (entry,) = decisions.accepted
    finding = next(one for one in sample().findings if one.fingerprint == entry.fingerprint)
    assert (finding.note_id, entry.reason, entry.note) == ("2", "seen in print", 2)
    browser.evaluate("localStorage.clear()")


def test_keyboard(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["sample"])
    browser.press("j")
    assert browser.evaluate("document.activeElement.id") == "note-1"
    browser.press("j")
    browser.press("j")
    browser.press("k")
    assert browser.evaluate("document.activeElement.id") == "note-2"
    browser.press("/")
    assert browser.evaluate("document.activeElement.id") == "find"
    browser.press("j")
    assert browser.evaluate("document.getElementById('find').value") == "j", "keys are text in the search box"
    browser.press("Escape")
    browser.evaluate("document.activeElement.blur()")
    browser.press("?")
    assert browser.evaluate("document.getElementById('keys').open") is True
    browser.press("Escape")
    assert browser.evaluate("document.getElementById('keys').open") is False


def test_tab_reaches_everything_and_focus_shows(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["sample"])
    wanted = browser.evaluate(
        "[...document.querySelectorAll('a[href],button,input:not([type=radio]:not(:checked)),"
        "select,summary')].filter(one =>"
        " one.checkVisibility({contentVisibilityAuto: false})).length"
    )
    seen = set()
    for _ in range(wanted + 5):
        browser.press("Tab")
        seen.add(browser.evaluate(FOCUSED))
    seen.discard("")
    assert len(seen) >= wanted
    assert not [one for one in seen if "unseen" in one]


def test_corrected_reference_is_copied_without_what_was_taken_out(
    browser: Browser, pages: dict[str, Path]
) -> None:
    browser.open(pages["sample"])
    assert browser.evaluate("document.querySelector('#note-3 figure del').textContent").endswith(".html")
    # What the clipboard is given, whatever the browser's permissions are.
    browser.evaluate(
        "Object.defineProperty(navigator, 'clipboard',"
        " {value: {writeText: async text => { window.copied = text; }}})"
    )
    browser.evaluate("document.getElementById('note-3').focus()")
    browser.press("c")
    assert browser.evaluate("window.copied") == (
        "“Silos full”, Coast Herald, https://coast-herald.example/archive/2018/10/silos-full"
        " (accessed November 23, 2026)."
    )
    selectable = "getComputedStyle(document.querySelector('#note-3 figure del')).userSelect"
    assert browser.evaluate(selectable) == "none", "selecting by hand gives the corrected text too"


def test_table_view_is_kept_in_the_address_and_works_without_script(
    browser: Browser, pages: dict[str, Path]
) -> None:
    hidden = "getComputedStyle(document.querySelector('#note-2 li>p')).display"
    browser.open(pages["sample"])
    assert browser.evaluate(hidden) != "none"
    browser.press("t")
    assert browser.evaluate(hidden) == "none"
    browser.open(pages["sample"], fragment=browser.evaluate("location.hash"))
    assert browser.evaluate(hidden) == "none"
    browser.open(pages["sample"], script=False)
    browser.evaluate("document.getElementById('view-table').checked = true")
    assert browser.evaluate(hidden) == "none"


def test_words_of_the_script_are_in_the_page_s_language(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["ru"])
    notes = len(sample().extraction.parsed.notes) + 1
    shown = browser.evaluate("document.getElementById('shown').textContent")
    assert shown == f"Показано карточек: {notes} из {notes}"
    assert browser.evaluate("document.documentElement.lang") == "ru"
    assert browser.errors == []


def test_strip_tells_in_words_what_it_shows(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["sample"])
    told = browser.evaluate("[...document.querySelectorAll('.lane-words')].map(one => one.textContent)")
    assert told[0] == "✕ error: 8 notes (2–23) · most in: Chapter 3"
    assert browser.evaluate("document.querySelectorAll('.lane path').length") == len(told)
