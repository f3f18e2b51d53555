"""The HTML report on paper: headings with what they head, cards on one page, addresses whole."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pypdfium2
import pytest

from citecheck.report import FORMATS
from tests.report.browser import CHROMIUM, Browser
from tests.report.sample import sample
from tests.report.test_languages import in_language

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian package chromium)"),
]


def printed(browser: Browser, page: Path, script: bool) -> list[list[str]]:
    """The lines of each page of paper."""
    browser.open(page, script=script)
    pdf = base64.b64decode(browser.call("Page.printToPDF", preferCSSPageSize=True)["data"])
    pages = pypdfium2.PdfDocument(pdf)
    return [one.get_textpage().get_text_range().splitlines() for one in pages]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("language", ["en", "fr", "de", "ru"])
def test_cards_and_headings_on_paper(language: str, script: bool, tmp_path: Path) -> None:
    audit = in_language(sample(), language)
    file = tmp_path / "report.html"
    file.write_text(str(FORMATS["html"].render(audit, b"")), "utf-8")
    with Browser() as browser:
        pages = printed(browser, file, script)
        browser.open(file, script=script)
        headings = browser.evaluate(
            "[...document.querySelectorAll('.leaves :is(h2, h3)')].map(one => one.textContent)"
        )
    assert [page[-1] for page in pages if page[-1] in headings] == []
    first = next(at for at, page in enumerate(pages) if headings[1] in page)
    cards = [
        "\n".join(page[page.index(headings[1]) if at == first else 0 :]) for at, page in enumerate(pages)
    ]
    texts = " ".join(note.text for note in audit.extraction.parsed.notes)
    hosts = re.findall(r"//([a-z0-9-]+\.[a-z0-9.-]+)", texts)
    once = [host for host in hosts if hosts.count(host) == 1]
    assert len(once) > 10
    assert [host for host in once if sum(f"/{host}" in page for page in cards[first:]) > 1] == []
    for link in audit.links:
        if link.archive.url:
            assert link.archive.url in "".join(line for page in pages for line in page)
