"""Commands of LaTeX that cite: as a note, in the running text, or as a list of sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from citecheck.model import MarkKind
from citecheck.read.latex_machine import Handler, Machine
from citecheck.read.latex_notes import call, next_footnote, written_note
from citecheck.read.latex_signs import plain
from citecheck.read.latex_source import words

MOST_KEYS = 100
"""Sources that one command may name."""


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
        keys = [key.strip() for key in source.text[start + 1 : end].split(",")][:MOST_KEYS]
        for place, key in enumerate(keys):
            last = place + 1 == len(keys)
            found.append(
                Cited(key, plain(before or "") if not place else "", plain(after or "") if last else "")
            )
        position = min(end + 1, len(source.text))
        if not several:
            break
    return found, position


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
    if m.inside_notes:
        m.put(printed(m, sources).removesuffix("."))
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


def _foot_cite(m: Machine, name: str, position: int) -> int:
    sources, after = cited_here(m, position, several=name.endswith("s"))
    if sources and not m.hidden:
        if m.inside_notes:
            m.put(printed(m, sources).removesuffix("."))
        else:
            label, key = next_footnote(m)
            call(m, label, key)
            written_note(m, printed(m, sources), label, key)
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
    m.put(printed(m, sources).removesuffix("."))
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


def print_list(m: Machine) -> None:
    """Write the entries of the sources called so far, but for those that are written already: an appendix
    behind the list calls further ones."""
    keys = list(m.cited)[m.listed :]
    if m.hidden or not keys:
        return
    m.listed = len(m.cited)
    for place, key in enumerate(keys):
        entry = m.entries[key]
        label = entry.call if m.setup.by_year else str(m.cited[key])
        m.put(" " if place else "")
        m.put("" if m.setup.by_year else f"[{label}] ")
        start = m.out.length
        m.put(entry.printed(m.setup.language or "en"))
        m.out.mark(MarkKind.REFERENCE, start, m.out.length, label=label, key=f"bib:{key}")


def _bibliography(m: Machine, name: str, position: int) -> int:
    _, after = m.source.option(position)
    argument = m.source.argument(after) if name == "bibliography" else None
    print_list(m)
    return argument[2] if argument else after


def _bib_item(m: Machine, name: str, position: int) -> int:
    close_item(m)
    _, after = m.source.option(position)
    argument = m.source.argument(after)
    if argument is None:
        return after
    key = m.source.text[argument[0] : argument[1]].strip()
    label = m.items.get(key, "")
    if not m.hidden:
        m.put(f"[{label}] " if label.isdigit() else "")
        m.item = (label, f"bib:{key}", m.out, m.out.length)
    return argument[2]


def close_item(m: Machine) -> None:
    """End the entry of a list written by hand that is being read, if any."""
    if m.item is not None:
        label, key, out, start = m.item
        out.mark(MarkKind.REFERENCE, start, out.length, label=label, key=key)
        m.item = None


def _nocite(m: Machine, name: str, position: int) -> int:
    sources, after = cited_here(m, position)
    keys = list(m.entries) if [cited.key for cited in sources] == ["*"] else [cited.key for cited in sources]
    for key in keys:
        if key in m.entries:
            m.cited.setdefault(key, len(m.cited) + 1)
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
    lists: dict[str, Handler] = {"bibliography": _bibliography, "printbibliography": _bibliography}
    return {**found, **lists, "bibitem": _bib_item, "nocite": _nocite}
