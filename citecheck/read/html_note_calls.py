"""Which links of an HTML document may call notes, and by what label: told by what they show and say."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from citecheck.read.html_element import Element
from citecheck.read.html_note_bounds import WHOLE
from citecheck.read.html_note_parts import Call, call_of
from citecheck.read.html_note_text import ARROWS

LONGEST = 24
"""Characters of a label with its brackets and its word."""
SHORT = 8
"""Characters of a link, white space before it included, that may be a bare number."""
LABEL = re.compile(
    r"[\[({]?([^\W\d_]{1,12}\.?[ \u00a0])?"
    r"(\d{1,4}[a-z]?|[ivxlcdm]{1,8}|[IVXLCDM]{1,8}|[^\W\d_]|[a-z]{2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|[*†‡§¶‖#∗⁎☞\uf020-\uf0ff]{1,6})"
    r"[\])}.:]{0,2}"
)
SEVERAL = re.compile(r"[\[(]?\s?(\d{1,3})(?:\s?[,;‐‑–—-]\s?\d{1,3}){1,20}\s?[\])]?")
"""Numbers of several notes in one link, which can lead to one of them: `[2, 3]`, `4–10`."""
_LAST = re.compile(r"(?<=\D)\[(\d{1,4})\]\Z")
"""The number that a link shows behind the words it stands on: `by the river.[4]`."""
_PICTURES = frozenset(("figure", "figcaption", "img", "svg", "caption"))
"""What a number leads to (*see Figure 2*) without being a note, unless the mark-up says that it is one."""
_NO_NOTES = WHOLE | _PICTURES


def calls_of(content: str, links: Iterable[tuple[Element, Element]], dated: Container[Element]) -> list[Call]:
    """Those of the links, each with what it leads to, that may call a note. `dated`: those that call a
    source by its year."""
    calls: list[Call] = []
    for link, target in links:
        words, said, entry = link.words, False, False
        if words.judged:
            if words.back:
                continue
            said, entry = words.call, words.entry
        if target.words.named_entry or (dated and link in dated):
            said = entry = True
        word, start, end = "", link.start, link.end
        label = content[start:end].strip() if end - start <= SHORT else ""
        if label.isdecimal() and len(label) <= 4:  # a bare number needs no second look
            if len(label) < end - start:
                start = content.index(label, start)
                end = start + len(label)
        elif not said and label[:1] in ARROWS:
            continue
        else:
            start, end = bare_ends(content, link)
            match = LABEL.fullmatch(content, start, end) if 0 < end - start <= LONGEST else None
            if match is not None:
                word, label = match.groups("")
            elif (several := SEVERAL.fullmatch(content, start, end)) is not None:
                (start, end), label = several.span(1), several.group(1)
            elif said and (last := _LAST.search(content, start, end)) is not None:
                (start, end), label = last.span(), last.group(1)
            elif said and end - start <= 80:
                label = content[start:end].strip("[](){}")
            else:
                continue
        if target.tag in _NO_NOTES and not target.words.note:
            continue
        calls.append(call_of(link, target, (start, end), label, said, entry, word))
    return calls


def label_of(content: str, link: Element) -> str:
    """The label that a link shows, empty where it shows none."""
    start, end = bare_ends(content, link)
    match = LABEL.fullmatch(content, start, end) if end - start <= LONGEST else None
    return match.group(2) if match else ""


def bare_ends(content: str, element: Element) -> tuple[int, int]:
    """Where an element begins and ends without white space."""
    start, end = element.start, element.end
    if end <= start:
        return start, end
    shown = content[start:end].lstrip()
    start = end - len(shown)
    return start, start + len(shown.rstrip())
