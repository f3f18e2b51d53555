"""Damages sound addresses in the ways that books show, so that the truth is known.

Each kind of damage is a function `(url, random) -> (raw, truth)`; `truth` is mostly the address itself. The
addresses are our own: example hosts, and path shapes as sites of several languages have them, built from word
lists that no rule of `citecheck.repair` was made from.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from pathlib import Path

_SHAPES = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
HOSTS: list[str] = _SHAPES["hosts"]
TRAILING: list[str] = _SHAPES["trailing"]
WORDS: dict[str, list[str]] = {language: words.split() for language, words in _SHAPES["words"].items()}
ENDINGS = ("", "", "/", ".html", ".pdf", "-2021/", "/?id=4711", ".php?page=12", "/#note-3")

Damage = Callable[[str, random.Random], str]


def sound_list(count: int = 400, seed: int = 7) -> list[str]:
    """`count` addresses of example hosts, the same for the same seed."""
    rnd = random.Random(seed)
    return [_address(rnd) for _ in range(count)]


def _address(rnd: random.Random) -> str:
    language = rnd.choice(sorted(WORDS))
    words = [re.sub(r"[éèô]", lambda m: {"é": "e", "è": "e", "ô": "o"}[m[0]], w) for w in WORDS[language]]
    mark = rnd.choice("---_")
    slug = mark.join(rnd.sample(words, rnd.randint(3, 8)))
    folders = [
        rnd.choice(
            [
                language,
                "news",
                "view",
                "archive",
                "2019/04",
                "news_" + language,
                "society",
                "articles",
                "interview/view",
            ]
        )
    ]
    folders += [rnd.choice(words)] if rnd.random() < 0.5 else []
    number = "-" + str(rnd.randint(1000, 999999)) if rnd.random() < 0.6 else ""
    return f"{rnd.choice(['http', 'https'])}://{rnd.choice(HOSTS)}/{'/'.join(folders)}/{slug}{number}{rnd.choice(ENDINGS)}"


def runs(url: str, rnd: random.Random) -> str:
    """A + (A B C) + C: the visible text in three runs, the middle one replaced by the whole."""
    scheme = url.index("://") + 3 if "://" in url else 0
    first = (
        rnd.choice([scheme, scheme - 3, rnd.randint(scheme, len(url) - 1)])
        if scheme
        else rnd.randint(3, max(3, len(url) - 6))
    )
    last = len(url) if rnd.random() < 0.4 else rnd.randint(first, len(url))
    last = last if len(url) - last >= 4 else len(url)
    return url[:first] + url + url[last:]


def doubling(url: str, rnd: random.Random) -> str:
    return runs(url, rnd)


def wraps(url: str, rnd: random.Random) -> str:
    """Two links of one wrapped address, each doubled."""
    places = [m.end() for m in re.finditer("[-/_]", url) if 16 < m.end() < len(url) - 12]
    if not places:
        return runs(url, rnd)
    cut = rnd.choice(places)
    return runs(url[:cut], rnd) + rnd.choice(["\n", " ", " \n"]) + runs(url[cut:], rnd)


def lines(url: str, rnd: random.Random) -> str:
    """Line ends after signs, the hyphen kept."""
    return re.sub(r"(?<=[-/])", lambda _: rnd.choice(["", "", "", "\n", " ", "- "[1:] + "\n"]), url[8:]).join(
        [url[:8], ""]
    )


def trailing(url: str, rnd: random.Random) -> str:
    return url + rnd.choice(TRAILING)


def underscores(url: str, rnd: random.Random) -> str:
    return url.replace("_", " ")


def spaces(url: str, rnd: random.Random) -> str:
    """White space beside signs and within words."""
    text = url
    for _ in range(rnd.randint(1, 3)):
        at = rnd.choice([m.end() for m in re.finditer(r"[-/.:]", text)] * 2 + list(range(9, len(text) - 1)))
        text = text[:at] + " " + text[at:]
    return text


def unequal(url: str, rnd: random.Random) -> str:
    """Doubled, and one of the copies differs in a letter or two."""
    cut = rnd.randint(len(url) // 2, len(url) - 1)
    copy = url[:cut]
    for _ in range(rnd.randint(1, 2)):
        at = rnd.randint(10, max(10, len(copy) - 3))
        copy = rnd.choice(
            [
                copy[:at] + copy[at + 1 :],
                copy[:at] + rnd.choice("aeinorst") + copy[at + 1 :],
                copy[:at] + "-.-"[rnd.randint(0, 2) :] + copy[at:],
            ]
        )
    return copy + url


SLIPS = (
    ("rn", "m"),
    ("m", "rn"),
    ("j", "i"),
    ("l", "1"),
    ("o", "0"),
    ("w", "vv"),
    ("cl", "d"),
    ("d", "cl"),
    ("l", "I"),
    ("i", "1"),
)


def letters(url: str, rnd: random.Random) -> str:
    start = url.index("://") + 3
    able = [
        (m.start(), a, b)
        for a, b in SLIPS
        for m in re.finditer(a, url)
        if m.start() >= start and _in_word(url, m)
    ]
    if not able:
        return url
    at, printed, read = rnd.choice(able)
    return url[:at] + read + url[at + len(printed) :]


def _in_word(url: str, match: re.Match[str]) -> bool:
    left = re.search(r"[a-z]*$", url[: match.start()])
    right = re.match(r"[a-z]*", url[match.end() :])
    return (
        bool(left and right)
        and len(left[0]) >= 1
        and len(left[0]) + len(right[0]) >= 5
        and "example" not in left[0] + match[0] + right[0]
    )


def together(url: str, rnd: random.Random) -> str:
    return trailing(wraps(url, rnd).replace("_", " "), rnd)


WIDTHS = (24, 31, 38, 46, 60)


def columns(url: str, rnd: random.Random) -> str:
    """Set in a column: lines that end behind a sign, or wherever they are full."""
    width, parts, rest = rnd.choice(WIDTHS), [], url
    while len(rest) > width:
        signs = [match.end() for match in re.finditer("[-/_.?&=]", rest[:width])]
        cut = signs[-1] if signs and signs[-1] > width // 3 else width
        parts.append(rest[:cut])
        rest = rest[cut:]
    return rnd.choice(("\n", " \n", "\n   ")).join([*parts, rest])


def columns_underscores(url: str, rnd: random.Random) -> str:
    return columns(url, rnd).replace("_", " ")


KINDS: dict[str, Damage] = {
    "doubling": doubling,
    "wraps": wraps,
    "lines": lines,
    "trailing text": trailing,
    "underscores": underscores,
    "spaces inside": spaces,
    "unequal copies": unequal,
    "letters": letters,
    "all together": together,
    "columns": columns,
    "columns, underscores": columns_underscores,
}
