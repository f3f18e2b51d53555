"""Marks made the quick way are marks like all others: equal, kept as they are, and sent between processes."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, fields, replace

import pytest

from citecheck.model import Mark, MarkKind, Span
from citecheck.read.quick import mark_of, span_of


def test_quick_marks_are_marks() -> None:
    quick = mark_of(MarkKind.LINK, (span_of(3, 5),), "1", "k", "https://a.example/", "href", "x")
    plain = Mark(MarkKind.LINK, (Span(3, 5),), "1", "k", "https://a.example/", "href", "x")
    assert (type(quick), type(quick.spans[0])) == (Mark, Span)
    assert quick == plain
    assert hash(quick) == hash(plain)
    assert repr(quick) == repr(plain)
    assert pickle.loads(pickle.dumps(quick)) == plain
    assert replace(quick, label="2") == replace(plain, label="2")
    assert span_of(1, 9) < span_of(2, 3)


@pytest.mark.parametrize("made", [mark_of(MarkKind.CODE, (span_of(0, 1),)), span_of(0, 1)])
def test_quick_marks_cannot_be_changed(made: Mark | Span) -> None:
    for field in fields(made):
        with pytest.raises(FrozenInstanceError):
            setattr(made, field.name, "other")
