"""Sources of a Markdown text that stand elsewhere: what its keys cite, printed behind the text itself.

The characters of the text stay as they are. Each source that a key cites follows them once, as a list of
references would print it; its line is that of its first call, where an author finds it, and the place of the
entry in its bibliography goes with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from citecheck.model import Described, Lines, Mark, MarkKind, Span, Text, by_place
from citecheck.read.bibliography import ENDINGS, entries_in
from citecheck.read.bibtex import MOST_ENTRIES
from citecheck.read.csl_items import entries_of_items
from citecheck.read.entry import Entry, entry_of_key
from citecheck.read.front_matter import Sources
from citecheck.read.markdown_cites import Cited, cites_of, keys_in

ORIGIN = "bibliography"
"""Origin of the marks made here."""


def with_sources(text: Text, regions: Sequence[Span], sources: Sources, files: Mapping[str, str]) -> Text:
    """`text` with calls of the sources that its keys cite, and these sources behind it.

    `files`: bibliographies by their path from the manuscript's folder. A key that they lack is marked as a
    call without a source; where the text has none of its own, only what can hardly be anything else.
    """
    keys = keys_in(text.content)
    if not keys and not sources.uncalled:
        return text
    entries = _entries(sources, files, None if "*" in sources.uncalled else {*keys, *sources.uncalled})
    named = bool(entries or sources.files)
    for key in keys:
        own = entry_of_key(key) if ":" in key and key not in entries else None
        if own:
            entries[key] = own
    hidden = sorted(
        span
        for mark in text.marks
        if mark.kind in (MarkKind.CODE, MarkKind.COMMENT, MarkKind.LINK)
        for span in mark.spans
    )
    found, unknown = cites_of(text.content, regions, hidden, entries)
    lost = [one for one in unknown if (one.bracketed and named) or one.plain]
    if not named and not any(one.bracketed for one in lost):
        lost = []
    calls = [_call(cited) for cited in sorted((*found, *lost), key=lambda one: one.span)]
    missing = [name for name in sources.files if name not in files]
    listed = dict.fromkeys([*(cited.key for cited in found), *_uncalled(sources, entries)])
    marks = tuple(sorted((*text.marks, *calls), key=by_place))
    text = replace(text, marks=marks, bibliographies=tuple(files), unread=tuple(missing))
    return _printed(text, [entries[key] for key in listed], found) if listed else text


def _entries(sources: Sources, files: Mapping[str, str], wanted: set[str] | None) -> dict[str, Entry]:
    named = {name: files[name] for name in sources.files if name in files}
    agreed = not named  # nothing says which of the files are meant: what they do not agree on is not known
    named = named or dict(files)
    named = {
        name: content for name, content in named.items() if f".{name.rpartition('.')[2].lower()}" in ENDINGS
    }
    own = entries_of_items(sources.references) if sources.references else {}
    return {**entries_in(named, wanted, agreed=agreed), **own}


def _uncalled(sources: Sources, entries: Mapping[str, Entry]) -> list[str]:
    if "*" in sources.uncalled:
        return list(entries)[:MOST_ENTRIES]
    return [key for key in sources.uncalled if key in entries]


def _call(cited: Cited) -> Mark:
    return Mark(
        MarkKind.MARKER,
        (cited.span,),
        label=f"@{cited.key}",
        key=f"bib:{cited.key}",
        origin=ORIGIN,
        detail=cited.suffix,
    )


def _printed(text: Text, entries: Sequence[Entry], found: Sequence[Cited]) -> Text:
    """The text with `entries` behind it, each in a paragraph that goes with the line of its first call."""
    own = Lines(text.content)
    called: dict[str, int] = {}
    for cited in found:
        called.setdefault(cited.key, own.at(cited.span.start))
    parts, marks, offset = [text.content], list(text.marks), len(text.content)
    behind: list[tuple[int, int]] = []
    for entry in entries:
        behind.append((offset, called.get(entry.key, 1)))
        printed = entry.printed(text.metadata.language or "en", emphasis="*").removesuffix(".")
        start = offset + 2
        offset = start + len(printed)
        parts += ["\n\n", printed]
        marks += [_reference(entry, Span(start, offset)), *_links(entry, printed, start)]
    described = tuple(map(_described, entries))
    return replace(
        text, content="".join(parts), marks=tuple(marks), behind=tuple(behind), described=described
    )


def _described(entry: Entry) -> Described:
    return Described(
        f"@{entry.key}",
        "; ".join(entry.people) or None,
        entry.title or None,
        int(entry.year) if entry.year.isdecimal() and len(entry.year) == 4 else None,
        entry.accessed or None,
    )


def _reference(entry: Entry, span: Span) -> Mark:
    place = f"{entry.path}:{entry.line}" if entry.path else ""
    return Mark(
        MarkKind.REFERENCE,
        (span,),
        label=f"@{entry.key}",
        key=f"bib:{entry.key}",
        origin=ORIGIN,
        detail=place,
    )


def _links(entry: Entry, printed: str, start: int) -> Iterator[Mark]:
    """The addresses of an entry, to be taken as they are."""
    for address in filter(None, (entry.url, entry.doi)):
        at = printed.rfind(address)
        if at >= 0:
            span = Span(start + at, start + at + len(address))
            yield Mark(MarkKind.LINK, (span,), target=address, origin=ORIGIN)
