"""Quotations whose notes point back: each source that a short form may stand for is looked at, and one that
could not be looked at leaves the quotation open."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.servers import Loopback
from tests.whole.test_further import FAST, FULL, REST, WORDS, html

SITE = "a.example"
PAGES = {"bells": WORDS[0], "quays": WORDS[1], "flood": WORDS[3], "tin": WORDS[4], "leases": FULL}
NOTES = {
    1: f"Ruth Kos, *Bells of the Coast*, http://{SITE}/bells; Ivo Hart, *Quays of Lead*, http://{SITE}/quays.",
    2: f"See Hart, supra note 1, at 5; but see *Leases on the Shore*, http://{SITE}/leases.",
    3: f"Ibid.; cf. *A Report on the Flood of 1962*, http://{SITE}/flood.",
    4: "*Report on the Flood*, supra note 3.",
    5: f"Una Pell, *Salt of the Marsh*, Leeds 2001, p. 8; Jan Orr, *Tin*, 2011, http://{SITE}/tin.",
    6: "Pell, *Salt of the Marsh*, op. cit., p. 9.",
    7: f"Jan Orr, *Tin*, 2011, http://{SITE}/tin.",
    9: "Ibid.",
    10: f"Wren, op. cit., p. 14; see also Jan Orr, *Tin*, 2011, http://{SITE}/tin.",
    11: f"Pell, *Salt of the Marsh*, op. cit., p. 9; Jan Orr, *Tin*, 2011, http://{SITE}/tin.",
    12: f"Jan Orr, *Tin*, 2011, http://{SITE}/tin.",
    13: "Ibid., p. 7.",
}
QUOTED = {
    1: WORDS[0],
    2: WORDS[1],
    3: WORDS[3],
    4: WORDS[3],
    5: WORDS[4],
    6: WORDS[5],
    7: WORDS[4],
    8: WORDS[6],
    9: WORDS[7],
    10: WORDS[8],
    11: WORDS[9],
    12: WORDS[4],
    13: WORDS[10],
}
"""Note 8 is called and lost."""


@pytest.fixture(scope="module")
def quotes(tmp_path_factory: pytest.TempPathFactory) -> dict[int, dict[str, Any]]:
    folder: Path = tmp_path_factory.mktemp("short-forms")
    body = "\n\n".join(f"It is written that “{words}”.[^{at}]" for at, words in QUOTED.items())
    notes = "\n\n".join(f"[^{at}]: {note}" for at, note in NOTES.items())
    (folder / "m.md").write_text(f"{body}\n\n{notes}\n", "utf-8")
    with Loopback() as server:
        for path, words in PAGES.items():
            server.put(SITE, f"/{path}", html(f"<p>{REST}</p><p>It is said that {words}.</p><p>{FULL}</p>"))
        command = [sys.executable, "-m", "citecheck", "audit", "m.md", "-o", "out", "--no-cache", *FAST]
        done = subprocess.run(
            [*command, *server.arguments], cwd=folder, capture_output=True, timeout=120, check=False
        )
    assert done.returncode in (0, 1), done.stderr.decode()
    report = json.loads((folder / "out" / "report.json").read_text("utf-8"))
    return {note["number"]: note["quotations"][0] for note in report["notes"]}


@pytest.mark.parametrize(
    ("note", "page"), [(2, "quays"), (4, "flood")], ids=["beside-another-address", "by-its-title"]
)
def test_the_source_that_a_short_form_stands_for_is_looked_at(
    quotes: dict[int, dict[str, Any]], note: int, page: str
) -> None:
    found = quotes[note]
    assert (found["verdict"], found["source"]["url"]) == ("verbatim", f"http://{SITE}/{page}"), found
    assert found["flags"] == []


@pytest.mark.parametrize(
    "note", [6, 9, 10, 11], ids=["printed", "over-a-lost-note", "unresolved-beside", "printed-beside"]
)
def test_a_source_behind_a_short_form_that_nobody_read_leaves_it_open(
    quotes: dict[int, dict[str, Any]], note: int
) -> None:
    assert quotes[note]["verdict"] == "not-checkable", quotes[note]


def test_what_its_one_source_lacks_is_missing(quotes: dict[int, dict[str, Any]]) -> None:
    assert quotes[13]["verdict"] == "not-found"


def test_a_part_of_a_broken_quotation_does_not_stop_early(tmp_path: Path) -> None:
    """Its source limits it, and the next part quotes that; the last part is quoted no further."""
    parts = (
        "the ferry crossed twice a day",
        "unless the river was full of ice",
        "the toll was a penny for every head of cattle",
    )
    said = f"It is said that {parts[0]}, {parts[1]}. {parts[2].capitalize()}, but salt went free."
    page = f"<p>{REST}</p><p>{said}</p>"
    (tmp_path / "m.md").write_text(
        f"“{parts[0].capitalize()},” says Orr, “{parts[1]}.”[^1] He adds: “{parts[2]}”.[^2]\n\n"
        f"[^1]: Jan Orr, *Tin*, 2011, http://{SITE}/ferry.\n[^2]: Ibid.\n",
        "utf-8",
    )
    with Loopback() as server:
        server.put(SITE, "/ferry", html(page))
        command = [sys.executable, "-m", "citecheck", "audit", "m.md", "-o", "out", "--no-cache", *FAST]
        done = subprocess.run(
            [*command, *server.arguments], cwd=tmp_path, capture_output=True, timeout=120, check=False
        )
    assert done.returncode in (0, 1), done.stderr.decode()
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    flags = [one["flags"] for note in report["notes"] for one in note["quotations"]]
    assert flags == [[], [], ["stops-early"]]
