"""Addresses that the mark-up carries, or that stand in a sentence: asked; damaged only where they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from citecheck.cli import main

NOTES = """\
<p>One<a href="#n1" id="c1">1</a>, two<a href="#n2" id="c2">2</a>, three<a href="#n3" id="c3">3</a>,
four<a href="#n4" id="c4">4</a>, five<a href="#n5" id="c5">5</a>.</p>
<ol>
<li id="n1">Ivy, <a href="https://moss.example/on-moss">On Moss</a>, 2004. <a href="#c1">back</a></li>
<li id="n2">Fern, see https://fern.example/stone. <a href="#c2">back</a></li>
<li id="n3">Oak, www.oak.example/leaves, doi: 10.5555/oak.3. <a href="#c3">back</a></li>
<li id="n4">Elm, https://https://elm.example/bark. <a href="#c4">back</a></li>
<li id="n5">Ash, <a href="https://ash.example/roots-bark">https://ash.example/roots</a>.
<a href="#c5">back</a></li>
</ol>
"""


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Any:
    monkeypatch.chdir(tmp_path)
    Path("notes.html").write_text(NOTES)
    main(["audit", "notes.html", "--offline", "--no-cache", "--json"])
    return json.loads(capfd.readouterr().out)


def test_what_the_mark_up_or_a_doi_names_is_not_called_a_strangers_site(report: Any) -> None:
    links = {link["url"]: link["code"] for note in report["notes"] for link in note["links"]}
    assert set(links) >= {"https://moss.example/on-moss", "https://doi.org/10.5555/oak.3"}
    assert set(links.values()) == {"offline"}


def test_only_damage_is_called_damage(report: Any) -> None:
    """A link on a title, a full stop and a short form are none; one that leads elsewhere is told."""
    damaged = [finding["note"] for finding in report["findings"] if finding["check"] == "url-repaired"]
    assert damaged == [4, 5]
