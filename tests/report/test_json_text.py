"""Indented JSON in pieces is what `json.dumps` writes."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from citecheck.report.json_text import Stream, pieces, text_of

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
)


@given(VALUES)
def test_any_value_reads_as_dumps_writes_it(value: object) -> None:
    assert text_of(value) == json.dumps(value, ensure_ascii=False, indent=2)


@given(st.dictionaries(st.text(max_size=4), st.lists(VALUES, max_size=4), max_size=4))
def test_streams_read_as_lists(document: dict[str, list[object]]) -> None:
    streamed = {key: Stream(iter(values)) for key, values in document.items()}
    assert "".join(pieces(streamed)) == json.dumps(document, ensure_ascii=False, indent=2)
