"""Our own tables read fast say what they say read by the book."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from citecheck.tables import read_table

PACKAGE = Path(__file__).parent.parent / "citecheck"


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.toml")), ids=lambda path: path.name)
def test_every_table_is_read_as_toml_has_it(path: Path) -> None:
    text = path.read_text("utf-8")
    assert read_table(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        'a = "x"\n[b]\nc = [1, 2]\n[b.d]\ne = true\n',
        "a = 'C:\\new'\n",
        'a = """\ntwo\nlines"""\n',
        "a = 1_000\nb = 0x10\n",
        'a.b = "dotted"\n',
        "[[c]]\nd = 1\n[[c]]\nd = 2\n",
        "a = [ # why\n  1,\n]\n",
        'a = "[b]"\nc = "x = 1"\n',
        "",
    ],
)
def test_whatever_json_writes_otherwise_is_read_too(text: str) -> None:
    assert read_table(text) == tomllib.loads(text)
