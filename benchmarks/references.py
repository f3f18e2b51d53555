"""How well lists of sources are read: entries, their fields, their calls, the quotations that rest on them.

    python -m benchmarks.references [--misses]

Documents made here, each a text with a list under its heading: ten layouts in seven languages, of own authors
and titles, as plain text and in the formats of `reference_formats`. The truth is known as they are made.
Figures of docs/accuracy/formats.md, "Lists of sources", come from here.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator

from benchmarks.reference_formats import DOCUMENTS
from benchmarks.reference_layouts import LANGUAGES, LAYOUTS, Made
from citecheck.model import NoteKind, Text
from citecheck.parse import parse
from citecheck.repair import find_links

BEGINNING = 20
"""Characters of an entry in which its first author stands; LaTeX prints given names first."""


def documents() -> Iterator[tuple[str, str, Made, Text]]:
    """Each document with its layout and its language."""
    for layout, make in LAYOUTS.items():
        for name, language in LANGUAGES.items():
            made = make(language)
            yield f"text: {layout}", name, made, Text(made.text)
    for layout, document in DOCUMENTS.items():
        for name, language in LANGUAGES.items():
            yield layout, name, *document(language)


def measure(made: Made, text: Text, right: Counter[str], total: Counter[str]) -> list[str]:
    """What is read right of a document, given as it was read; what is not, in words."""
    parsed = parse(text)
    links = find_links(text, parsed.notes)
    found = [note for note in parsed.notes if note.kind is NoteKind.REFERENCE]
    total["false entries"] += 0
    right["false entries"] += max(0, len(found) - len(made.entries))
    wrong: list[str] = []
    ids: dict[str, int] = {}
    for number, (name, year, url) in enumerate(made.entries, 1):
        note = next((one for one in found if name in one.text[:BEGINNING]), None)
        fields = {
            "entries": note is not None and note.text.removesuffix(".").endswith(url),
            "author": bool(note and note.citations and name in (note.citations[0].author or "")),
            "year": bool(note and note.citations and note.citations[0].year == year),
            "address": bool(note and [link.url for link in links if link.note_id == note.id] == [url]),
        }
        if note:
            ids[note.id] = number
        for field, same in fields.items():
            total[field] += 1
            right[field] += same
            if not same:
                wrong.append(f"{field} of entry {number}: {note.text if note else None!r}")
    calls = [ids[marker.note_id] for marker in parsed.markers if marker.note_id in ids]
    total["calls"] += len(made.calls)
    kept = Counter(calls) & Counter(made.calls)
    right["calls"] += kept.total()
    right["false calls"] += len(calls) - kept.total()
    total["false calls"] += 0
    if Counter(calls) != Counter(made.calls):
        wrong.append(f"calls {calls}, not {made.calls}")
    total["quotations"] += 1
    on = [ids.get(quotation.note_id or "") for quotation in parsed.quotations if len(quotation.exact) > 15]
    right["quotations"] += on == [made.quoted]
    if on != [made.quoted]:
        wrong.append(f"quotation on {on}, not {made.quoted}")
    return wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="show what is wrong")
    options = parser.parse_args()
    rights: dict[str, Counter[str]] = {}
    totals: dict[str, Counter[str]] = {}
    for layout, name, made, text in documents():
        right, total = rights.setdefault(layout, Counter()), totals.setdefault(layout, Counter())
        for wrong in measure(made, text, right, total):
            if options.misses:
                print(f"    {layout}, {name}: {wrong}")
    for group in dict.fromkeys(layout.partition(":")[0] for layout in rights):
        own = [layout for layout in rights if layout.partition(":")[0] == group]
        for layout in own:
            print(f"{layout}: {_shares(rights[layout], totals[layout])}")
        whole = _shares(
            sum((rights[one] for one in own), Counter()), sum((totals[one] for one in own), Counter())
        )
        print(f"all of {group}, {len(own) * len(LANGUAGES)} documents: {whole}\n")


def _shares(right: Counter[str], total: Counter[str]) -> str:
    names = ("entries", "false entries", "author", "year", "address", "calls", "false calls", "quotations")
    return ", ".join(f"{name} {right[name]}" + (f"/{total[name]}" if total[name] else "") for name in names)


if __name__ == "__main__":
    main()
