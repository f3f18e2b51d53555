"""Tables of our own that are written in TOML, read fast.

`tomllib` goes through a file character by character in Python: the words of citations take it as long as all
the citations of a book take to read. Where a table keeps to what TOML and JSON write alike, only keys and
headers have to be turned before the JSON reader in C takes it; everything else goes to `tomllib` after all.
"""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

_COMMENT = re.compile(r"(?m)^#.*\n")
_HEADER = re.compile(r"(?m)^(\[\[?)([\w-]+)\]\]?$")
_KEY = re.compile(r'(?m)^([\w-]+|"[^"\\\n]*") = (?=["\[{\d-]|true$|false$)')
_WITH_LITERAL = re.compile(r"(?m)^.*'.*$")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"|\'([^\']*)\'')
_LAST_COMMA = re.compile(r",\s*\n\]")


def table(package: str, name: str) -> dict[str, Any]:
    """The table `data/<name>` of a package.

    >>> sorted(table("citecheck.repair", "labels.toml")["en"])
    ['after', 'before']
    """
    return read_table(files(package).joinpath("data", name).read_text("utf-8"))


def read_table(text: str) -> dict[str, Any]:
    """What `tomllib.loads` makes of `text`, which is right TOML.

    >>> read_table('# Towns.\\n[no]\\n"at sea" = ["Bergen", "Vardø",\\n]\\nnorth = 70.3\\n')
    {'no': {'at sea': ['Bergen', 'Vardø'], 'north': 70.3}}
    >>> read_table("[town]\\nsign = '\\\\d'\\n")
    {'town': {'sign': '\\\\d'}}
    >>> read_table("[[town]]\\nname = 'Bergen'\\n[[town]]\\nfar = true\\n")
    {'town': [{'name': 'Bergen'}, {'far': True}]}
    >>> read_table("signs = ['a', \\"it's\\", 'b']")
    {'signs': ['a', "it's", 'b']}
    >>> read_table("[town]  # one\\nname = 'Bergen'\\n")
    {'town': {'name': 'Bergen'}}
    """
    try:
        return _as_json(text)
    except ValueError:
        import tomllib

        return tomllib.loads(text)


def _as_json(text: str) -> dict[str, Any]:
    """Raises `ValueError` where a value is not written as JSON writes it."""
    text = _WITH_LITERAL.sub(_without_literals, _COMMENT.sub("", text))
    turned = _KEY.sub(_turned, _LAST_COMMA.sub("\n]", text))
    top, *parts = _HEADER.split(turned)
    found = _object(top)
    for opening, name, rows in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        if opening == "[[":
            found.setdefault(name, []).append(_object(rows))
        elif name in found:
            raise ValueError(name)
        else:
            found[name] = _object(rows)
    return found


def _without_literals(line: re.Match[str]) -> str:
    return _STRING.sub(lambda match: match[0] if match[1] is None else json.dumps(match[1]), line[0])


def _turned(match: re.Match[str]) -> str:
    key = match[1]
    return f",{key}:" if key[0] == '"' else f',"{key}":'


def _object(rows: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads("{" + rows.strip().removeprefix(",") + "}")
    return found
