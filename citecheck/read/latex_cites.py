"""Commands of LaTeX that cite: as a note, in one, or in the running text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from citecheck.model import MarkKind
from citecheck.read.latex_machine import OTHER, Handler, Machine
from citecheck.read.latex_notes import call, next_footnote, written_note
from citecheck.read.latex_signs import plain
from citecheck.read.latex_source import without_comments, words

MOST_KEYS = 100
"""Sources that one command may name."""
LOST = "bibliography"
"""Origin of calls of a key that nothing stands for, as in Markdown."""
_KEY = re.compile(r"[^\s\\#{}*]{1,200}")
_SETTING = re.compile(r"(?:def|set|new|renew|provide|declare|bib)|.*(?:style|reset)$", re.I)
"""Commands that say how to cite."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One source as a command names it, with the words before and after."""

    key: str
    before: str = ""
    after: str = ""


def cited_here(m: Machine, position: int, *, several: bool = False) -> tuple[list[Cited], int]:
    """The sources that a command at `position` names, and the offset after its arguments."""
    found: list[Cited] = []
    source = m.source
    if several:
        while source.text[position : position + 1] == "(":
            end = source.text.find(")", position, position + 500)
            position = end + 1 if end >= 0 else position + 1
    while len(found) < MOST_KEYS:
        first, at = source.option(position)
        second, at = source.option(at) if first is not None else (None, at)
        start = source.skip(at)
        if source.text[start : start + 1] != "{":
            break
        end = source.closing(start)
        before, after = (first, second) if second is not None else ("", first)
        shown = without_comments(source.text[start + 1 : end])
        keys = [spelt(m, key.strip()) for key in shown.split(",")][:MOST_KEYS]
        for place, key in enumerate(keys):
            last = place + 1 == len(keys)
            found.append(
                Cited(key, plain(before or "") if not place else "", plain(after or "") if last else "")
            )
        position = min(end + 1, len(source.text))
        if source.text[position : position + 2] == "*{":  # amsrefs: `\\cite{key}*{p. 3}`
            close = source.closing(position + 1)
            found[-1] = replace(found[-1], after=plain(source.text[position + 2 : close]))
            position = min(close + 1, len(source.text))
        if not several:
            break
    return found, position


def spelt(m: Machine, key: str) -> str:
    """A key as the list or the bibliography spells it: BibTeX takes no notice of capitals."""
    if key in m.entries or key in m.items:
        return key
    if not m.spellings:
        m.spellings |= {one.lower(): one for one in (*m.entries, *m.items)}
    return m.spellings.get(key.lower(), key)


def mark_lost(m: Machine, sources: Sequence[Cited], start: int) -> None:
    """Mark what was written since `start` as calls of those `sources` that nothing stands for."""
    for cited in sources:
        if cited.key not in m.entries and cited.key not in m.items and _KEY.fullmatch(cited.key):
            m.out.mark(
                MarkKind.MARKER, start, m.out.length, label=cited.key, key=f"bib:{cited.key}", origin=LOST
            )


def printed(m: Machine, sources: Sequence[Cited]) -> str:
    """The sources as a note prints them; a key that no database knows stands for itself."""
    parts: list[str] = []
    for cited in sources:
        entry = m.entries.get(cited.key)
        if entry:
            text = entry.printed(m.setup.language or "en", cited.after).removesuffix(".")
        else:
            pages = f"p. {cited.after}" if cited.after[:1].isdigit() else cited.after
            text = ", ".join(part for part in (cited.key, pages) if part)
        parts.append(f"{cited.before} {text}".strip())
    return "; ".join(parts) + "." if parts else ""


def _label(m: Machine, key: str) -> str:
    """The call of a source in the body; empty where no list has it."""
    if key in m.items:
        return m.items[key]
    entry = m.entries.get(key)
    if entry is None:
        return ""
    number = m.cited.setdefault(key, len(m.cited) + 1)
    return entry.call if m.setup.by_year else str(number)


def cite_in_text(m: Machine, sources: Sequence[Cited], *, name_outside: bool = False) -> None:
    """Write a call of each source: `[3, p. 5]`, `(Smith 1999, p. 5)`, `Smith (1999)`."""
    if m.hidden:
        return
    start = m.out.length
    if m.inside_notes:
        m.put(printed(m, sources).removesuffix("."))
        mark_lost(m, sources, start)
        return
    labels = [_label(m, cited.key) for cited in sources]
    years = m.setup.by_year or any(label and not label.isdigit() for label in labels)
    m.put("(" if years and not name_outside else "" if years else "[")
    for place, (cited, label) in enumerate(zip(sources, labels, strict=True)):
        m.put("; " if place and years else ", " if place else "")
        m.put(f"{cited.before} " if cited.before else "")
        if label:
            call(m, label, f"bib:{cited.key}", cited.after)
        else:
            m.put(cited.key)
        pages = f"p. {cited.after}" if cited.after[:1].isdigit() else cited.after
        m.put(f", {pages}" if pages else "")
    m.put(")" if years and not name_outside else "" if years else "]")
    mark_lost(m, sources, start)


def _foot_cite(m: Machine, name: str, position: int) -> int:
    sources, after = cited_here(m, position, several=name.endswith("s"))
    if sources and not m.hidden:
        start = m.out.length
        if m.inside_notes:
            m.put(printed(m, sources).removesuffix("."))
        else:
            label, key = next_footnote(m)
            call(m, label, key)
            written_note(m, printed(m, sources), label, key)
        mark_lost(m, sources, start)
    return after


def _foot_cite_text(m: Machine, name: str, position: int) -> int:
    sources, after = cited_here(m, position, several=name.endswith("s"))
    label = m.counters.shown("footnote")
    written_note(m, printed(m, sources), label, m.counters.key("footnote", label))
    return after


def _auto_cite(m: Machine, name: str, position: int) -> int:
    return (_foot_cite if m.setup.notes_cite else _cite)(m, name, position)


def _cite(m: Machine, name: str, position: int) -> int:
    sources, after = cited_here(m, position, several=name.endswith("cites"))
    cite_in_text(m, sources)
    return after


def _text_cite(m: Machine, name: str, position: int) -> int:
    sources, after = cited_here(m, position, several=name.endswith("cites"))
    cite_in_text(m, sources, name_outside=True)
    return after


def _full_cite(m: Machine, name: str, position: int) -> int:
    sources, after = cited_here(m, position)
    start = m.out.length
    m.put(printed(m, sources).removesuffix("."))
    mark_lost(m, sources, start)
    return after


def _cite_part(m: Machine, name: str, position: int) -> int:
    """`\\citeauthor` and kin: one field of the entry."""
    sources, after = cited_here(m, position)
    entry = m.entries.get(sources[0].key) if sources else None
    if entry:
        field = name.removeprefix("cite").removeprefix("Cite")
        names = ", ".join(entry.names)
        m.put({"author": names, "title": entry.title, "url": entry.url}.get(field, entry.year))
    return after


def _other_cite(m: Machine, name: str, position: int) -> int:
    """A command that is not known and sounds like one that cites, where it names a source that is known."""
    if "volcite" in name:
        _, at = m.source.option(position)
        volume = m.source.argument(at)
        position = volume[2] if volume else position
    sources, after = cited_here(m, position, several=name.endswith("s"))
    if _SETTING.match(name) or not any(one.key in m.entries or one.key in m.items for one in sources):
        return position
    cite_in_text(m, sources)
    return after


def _apud(m: Machine, name: str, position: int) -> int:
    """`\\apud[p. 5]{seen at}{in}` of abntex2: one source as another has it."""
    first, at = cited_here(m, position)
    second, after = cited_here(m, at)
    cite_in_text(m, [*first, *second])
    return after


def cite_handlers() -> dict[str, Handler]:
    """All commands of this module by name."""
    table = words()
    found: dict[str, Handler] = {}
    for groups, handler in (
        (("foot_cite", "foot_cites"), _foot_cite),
        (("foot_cite_text",), _foot_cite_text),
        (("auto_cite", "auto_cites"), _auto_cite),
        (("cite",), _cite),
        (("text_cite",), _text_cite),
        (("full_cite",), _full_cite),
        (("cite_part",), _cite_part),
    ):
        for group in groups:
            found |= dict.fromkeys(table[group], handler)
    return {**found, OTHER: _other_cite, "apud": _apud, "apudonline": _apud}
