"""Tables of our own that are written in TOML, read fast.

`tomllib` goes through a file character by character in Python: the words of citations take it as long as all
the citations of a book take to read. Where a table keeps to what TOML and JSON write alike, only keys and
headers have to be turned before the JSON reader in C takes it; everything else goes to `tomllib` after all.
"""

from __future__ import annotations

import json
import mmap as memory
import re
from functools import cache
from importlib import import_module
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

MADV_DONTNEED: int | None = getattr(memory, "MADV_DONTNEED", None)
_COMMENT = re.compile(r"(?m)^#.*\n")
_HEADER = re.compile(r"(?m)^(\[\[?)([\w-]+)\]\]?$")
_KEY = re.compile(r'(?m)^([\w-]+|"[^"\\\n]*") = (?=["\[{\d-]|true$|false$)')
_WITH_LITERAL = re.compile(r"(?m)^.*'.*$")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"|\'([^\']*)\'')
_LAST_COMMA = re.compile(r",\s*\n\]")


def table(package: str, name: str) -> dict[str, Any]:
    """The table `data/<name>` of a package.

    >>> sorted(table("citecheck.repair", "labels.toml")["en"])
    ['after', 'before', 'pages']
    """
    return read_table(data_file(package, name).read_text("utf-8"))


def data_file(package: str, name: str) -> Traversable:
    """The file `data/<name>` of a package.

    >>> data_file("citecheck.repair", "short.txt").read_text("utf-8").split()[:2]
    ['a', 'e']
    """
    return packaged(package, "data", name)


def packaged(package: str, *path: str) -> Traversable:
    """A file that is handed out with a package, by its path from there."""
    return _folder(package).joinpath(*path)


@cache
def _folder(package: str) -> Traversable:
    """The folder of a package. `importlib.resources` loads what reads archives, which takes as long as three
    notes, so it is asked only where the package lies in one."""
    folder = Path(import_module(package).__path__[0])
    if folder.is_dir():
        return folder
    from importlib.resources import files

    return files(package)


def mapped(package: str, name: str) -> mmap:
    """The bytes of such a file. Only what is asked for comes into memory, which for a large one takes a
    hundredth of the time of reading it."""
    held = data_file(package, name)
    if isinstance(held, Path):
        return _mapped(held)
    from importlib.resources import as_file

    with as_file(held) as path:
        return _mapped(path)


_held: list[mmap] = []


def _mapped(path: Path) -> mmap:
    with path.open("rb") as file:
        _held.append(mmap(file.fileno(), 0, access=ACCESS_READ))
    return _held[-1]


def let_go() -> None:
    """Have what was asked for of mapped files leave memory, where the system can: it comes back if asked."""
    for one in _held:
        if MADV_DONTNEED is not None:
            one.madvise(MADV_DONTNEED)


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
