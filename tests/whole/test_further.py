"""Pages that are not all there is: the document of a record, frames, parts, hidden text; notes of which one
source only could be read. A true quotation is found there or left open, never called missing."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

import pytest

from tests.read.pdf_writer import Page, pdf
from tests.servers import Loopback, page

FAST = ["--host-interval", "0", "--archive", "none", "--second-look", "0", "--retries", "0"]
WORDS = [
    "the ferry crossed twice a day while the river was free of ice",
    "nobody in the parish could say who had sold the second mill",
    "the council of the three towns never met again after that winter",
    "the lamps on the western quay were lit by the widow of a pilot",
    "for eleven years the bridge stood without a keeper or a toll",
    "the last of the salt barges was broken up behind the tannery",
    "a bell was rung at noon so that the reapers would come home",
    "the surveyor drew the marsh as if it had always been a field",
    "half of the orchard went to the brother who had left for Riga",
    "the schoolmaster kept the only almanac of the whole district",
    "the ice house was emptied in a night by people from upriver",
]
REST = " ".join(
    f"In the year {1800 + n} the parish paid for {n} loads of timber and stone." for n in range(30)
)
FULL = " ".join(
    f"In the year {1700 + n} the clerk wrote {n} lines on the state of the roads." for n in range(300)
)


def html(body: str, head: str = "") -> Any:
    source = f"<html lang=en><head><title>Papers of the parish</title>{head}</head><body>{body}</body></html>"
    return page(source.encode())


def document(words: str) -> Any:
    lines = ["Of the ferries, quays and bridges of the parish", f"It is said that {words}."]
    return page(
        pdf([Page(texts=[(40, 500 - 20 * at, 9, line) for at, line in enumerate(lines)])]),
        kind="application/pdf",
    )


def offering(url: str) -> str:
    return f'<meta name="citation_pdf_url" content="{url}">'


@dataclass
class Read:
    quotes: dict[int, dict[str, Any]]
    findings: list[dict[str, Any]]
    asked: list[str]


SITE = "a.example"
NOTES = [
    f"http://{SITE}/record",
    f"http://{SITE}/locked",
    f"http://{SITE}/framed",
    f"http://{SITE}/long",
    f"http://{SITE}/tabs",
    f"http://{SITE}/plain, and http://{SITE}/wall",
    f"Ruth Kos, *Bells of the Coast*, Leeds 2012, p. 7; Ivo Hart, *Quays*, 2011, http://{SITE}/plain",
    f"http://{SITE}/whole",
    f"http://{SITE}/frameset",
    f"http://{SITE}/lacking",
    f"http://{SITE}/release",
]


def put_all(server: Loopback) -> None:
    server.put(SITE, "/record", html(f"<h1>Papers of the parish</h1><p>{REST}</p>", offering("/record.pdf")))
    server.put(SITE, "/record.pdf", document(WORDS[0]))
    server.put(SITE, "/locked", html(f"<h1>Papers of the parish</h1><p>{REST}</p>", offering("/locked.pdf")))
    server.put(SITE, "/locked.pdf", html(f"<h1>Members of the library</h1><p>{REST}</p>"))
    server.put(SITE, "/framed", html(f'<p>{REST}</p><iframe src="/viewer.html?file=/framed.pdf"></iframe>'))
    server.put(SITE, "/framed.pdf", document(WORDS[2]))
    server.put(SITE, "/long", html(f"<p>{REST}</p>", '<link rel="next" href="/long/2">'))
    server.put(SITE, "/long/2", html(f"<p>{FULL}</p>", '<link rel="next" href="/long/3">'))
    server.put(SITE, "/long/3", html(f"<p>{FULL}</p><p>There {WORDS[3]}.</p>"))
    server.put(
        SITE, "/tabs", html(f'<p>{FULL}</p><div id="tab2" style="display: none">Here {WORDS[4]}.</div>')
    )
    server.put(SITE, "/plain", html(f"<p>{FULL}</p>"))
    server.put(SITE, "/wall", page(b"<title>Forbidden</title>", status=403))
    server.put(SITE, "/whole", html(f"<p>{FULL}</p><p>{FULL}</p>", offering("/never-asked.pdf")))
    server.put(
        SITE, "/frameset", page(b'<html><frameset rows="*"><frame src="/inner.html"></frameset></html>')
    )
    server.put(SITE, "/inner.html", html(f"<p>{REST} {WORDS[8]}.</p>"))
    server.put(
        SITE, "/lacking", html(f"<h1>Papers of the parish</h1><p>{REST}</p>", offering("/lacking.pdf"))
    )
    server.put(SITE, "/lacking.pdf", document("nothing else is known of the parish"))
    server.put(SITE, "/release", html(f'<p>{REST[:900]}</p><a href="/files/release.pdf">The report</a>'))
    server.put(SITE, "/files/release.pdf", document(WORDS[10]))


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    folder = tmp_path_factory.mktemp("further")
    body = "\n\n".join(f"It is written that “{words}”.[^{at}]" for at, words in enumerate(WORDS, 1))
    notes = "\n\n".join(f"[^{at}]: {note}" for at, note in enumerate(NOTES, 1))
    (folder / "m.md").write_text(f"{body}\n\n{notes}\n", "utf-8")
    with Loopback() as server:
        put_all(server)
        command = [sys.executable, "-m", "citecheck", "audit", "m.md", "-o", "out", "--no-cache", *FAST]
        done = subprocess.run(
            [*command, *server.arguments], cwd=folder, capture_output=True, timeout=120, check=False
        )
        assert done.returncode in (0, 1), done.stderr.decode()
        asked = [one.path for one in server.seen]
    report = json.loads((folder / "out" / "report.json").read_text("utf-8"))
    quotes = {note["number"]: note["quotations"][0] for note in report["notes"]}
    return Read(quotes, report["findings"], asked)


@pytest.mark.parametrize(
    ("note", "source"),
    [(1, "/record.pdf"), (3, "/framed.pdf"), (4, "/long/3"), (9, "/inner.html"), (11, "/files/release.pdf")],
    ids=["record", "frame", "third-part", "frameset", "short-page"],
)
def test_what_the_page_leads_to_is_read(read: Read, note: int, source: str) -> None:
    found = read.quotes[note]
    assert (found["verdict"], found["source"]["url"]) == ("verbatim", f"http://{SITE}{source}"), found[
        "reason"
    ]


def test_each_is_asked_once_and_only_where_words_are_missing(read: Read) -> None:
    assert read.asked.count("/record.pdf") == read.asked.count("/long/2") == 1
    assert "/never-asked.pdf" not in read.asked


@pytest.mark.parametrize(
    ("note", "verdict", "reason"),
    [
        (2, "not-checkable", f"the page leads to a document that holds more: http://{SITE}/locked.pdf"),
        (5, "cannot-verify", "in the page’s source where they are not shown"),
        (6, "not-checkable", "another address of the note could not be looked at"),
        (7, "not-checkable", "the note names a source without an address, too"),
    ],
    ids=["log-in", "hidden", "blocked-beside", "printed-beside"],
)
def test_what_nobody_could_read_speaks_against_no_quotation(
    read: Read, note: int, verdict: str, reason: str
) -> None:
    found = read.quotes[note]
    assert found["verdict"] == verdict
    assert reason in found["reason"]


@pytest.mark.parametrize("note", [8, 10], ids=["full-text", "document-lacks-it"])
def test_words_that_nothing_holds_are_still_missing(read: Read, note: int) -> None:
    assert read.quotes[note]["verdict"] == "not-found"
    assert ("quote-not-found", note) in {(one["check"], one["note"]) for one in read.findings}
