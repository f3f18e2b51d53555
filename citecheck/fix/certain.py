"""When the repair of a printed address is certain on its form alone, with nobody asked.

A wrong repair in a copy that is sent to the printer is worse than a damaged address: that one can be seen.
So only those steps count whose outcome the print itself proves: closing a gap or a line's end, mending a
scheme, and undoing a doubling whose copies agree letter by letter. A filled gap (`_`), a dropped hyphen, a
changed letter and an added scheme are readings; they need evidence.
"""

from __future__ import annotations

import re

from citecheck.model import Link

CERTAIN = 0.92
"""Least confidence of the first candidate. With the steps below, on 2,500 addresses of documentation pages
damaged in each way of `benchmarks/damage_urls.py`: of 8,741 repairs that pass, 12 (0.14 %) are not the
address meant; of all repairs of this confidence, whatever their steps, 6 % are not."""
RIVAL = 0.5
"""A second candidate of this share of the first one's confidence is doubt enough. Of 1,519 addresses torn
inside a word whose first reading closes the gap with nothing, all came out right; of 51 that had lost an
underscore there, 4 did not."""
PROVEN = frozenset(
    {
        "add-scheme",
        "cut-label",
        "cut-text",
        "drop-invisible",
        "drop-escape",
        "join-lines",
        "close-spaces",
        "fix-scheme",
        "trim-end",
    }
)
"""Steps of `citecheck repair` that change no letter and put none in."""
DOUBLING = "undouble"
DOUBTS = {
    "truncated": "the address breaks off",
    "doubtful": "it can be read in several ways",
    "no-url": "it holds no address",
}
READINGS = {
    "letters": "a letter would have to be changed",
    "fill-gaps": "what stood in the gap is not certain",
    "drop-hyphen": "whether the hyphen belongs to the address is not certain",
    "expand-doi": "nothing is wrong with the DOI as printed",
    "expand-id": "nothing is wrong with the identifier as printed",
    "host-case": "letters of the host would have to be changed",
}
WHOLE_LINE = re.compile(r"#\s+\S")
"""A gap behind `#`: names of vocabularies end so, and in a table another word stands in the next cell."""
_SCHEME = re.compile(r"(?i)[a-z][a-z0-9+.-]{1,15}://")


def host_of(url: str) -> str:
    """The host of `url`, lower case, without user, password and port.

    >>> host_of("http://anna@www.A.example:8080/x")
    'www.a.example'
    """
    scheme = _SCHEME.match(url)
    rest = re.split(r"[/?#]", url[scheme.end() if scheme else 0 :], maxsplit=1)[0]
    return rest.rpartition("@")[2].partition(":")[0].lower()


def closed(text: str) -> str:
    """`text` without white space and soft hyphens."""
    return "".join(text.split()).replace("\u00ad", "")


def prints_host(raw: str, url: str) -> bool:
    """Whether the host of `url` stands in what is printed; a letter away may be a stranger's site."""
    host = host_of(url)
    return bool(host) and host in closed(raw).lower()


def agrees(raw: str, url: str) -> bool:
    """Whether `raw` is nothing but copies of `url`: its beginning, itself, its end.

    >>> agrees("http://http://www.a.example/x1.a.example/x1", "http://www.a.example/x1")
    True
    >>> agrees("http://www.a.examle/http://www.a.example/x1", "http://www.a.example/x1")
    False
    """
    text = closed(raw).rstrip(".,;:")
    at = text.find(url)
    while at >= 0:
        before, after = text[:at], text[at + len(url) :]
        if _copies(before, url) and (url.endswith(after) or after.lstrip("./") == ""):
            return True
        at = text.find(url, at + 1)
    return False


def _copies(before: str, url: str) -> bool:
    """Whether `before` is a beginning of `url`, or several schemes and one."""
    scheme = _SCHEME.match(url)
    if url.startswith(before):
        return True
    head = scheme[0] if scheme else ""
    while head and before.startswith(head):
        before = before[len(head) :]
    return url.startswith(before) or url[len(head) :].startswith(before)


def doubt(link: Link) -> str | None:
    """Why the first reading of a damaged address is not certain, a phrase; `None` where it is."""
    repair = link.repair
    for problem, why in DOUBTS.items():
        if problem in repair.problems:
            return why
    first, *others = repair.candidates
    steps = {step.step for step in first.steps}
    if {"cut-text", "close-spaces"} <= steps and "join-lines" not in steps:
        return "where the address ends is not certain"
    if WHOLE_LINE.search(repair.raw):
        return "whether the address goes on after its “#” is not certain"
    if "\n" in repair.raw and closed(repair.raw).rstrip(".,;:") == first.url.rstrip(".,;:"):
        steps.discard("fill-gaps")  # it filled a line's end with nothing
    for step in sorted(steps - PROVEN - {DOUBLING}):
        return READINGS.get(step, "the mark-up says something else than the print")
    if not prints_host(repair.raw, first.url):
        return "the host is not printed so"
    if DOUBLING in steps and not agrees(repair.raw, first.url):
        return "the copies of the address do not agree"
    if first.confidence < CERTAIN or any(one.confidence > RIVAL * first.confidence for one in others):
        return "another reading is nearly as likely"
    return None
