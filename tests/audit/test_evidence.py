"""Evidence is given back as it came, however much of it there is."""

from __future__ import annotations

from contextlib import closing

import pytest

from citecheck.audit import evidence as module
from citecheck.audit.evidence import Evidence
from citecheck.model import Compare, Fetch, Seen, Text
from tests.audit.world import page


def answer(number: int) -> Seen:
    words = "".join(f"word {number * place % 9973} " for place in range(2000))
    return Seen(page(f"https://a.example/{number}", words), Text(words))


def test_what_was_put_away_comes_back_equal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AT_HAND", 2)
    with closing(Evidence()) as evidence:
        for number in range(20):
            evidence.add(Fetch(f"https://a.example/{number}"), answer(number))
        evidence.add(Compare("words", Fetch("https://a.example/0")), False)
        assert len(evidence) == 21
        for number in (3, 0, 19, 3):
            assert evidence[Fetch(f"https://a.example/{number}")] == answer(number)
        assert evidence[Compare("words", Fetch("https://a.example/0"))] is False
        assert Fetch("https://b.example/") not in evidence
        with pytest.raises(KeyError):
            evidence[Fetch("https://b.example/")]
