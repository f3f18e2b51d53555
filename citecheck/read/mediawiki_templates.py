"""What templates of wiki text show to a reader: citations, notes, quotations; others are left out.

Templates are programs of each wiki and cannot be run here. Those that matter for citations are known by their
parameters rather than by their names, for every wiki has its own names: whatever has an address or a title
among its parameters is a citation.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from citecheck.model import MarkKind
from citecheck.read.mediawiki_notes import Notes
from citecheck.read.mediawiki_run import Run

_ADDRESS = re.compile(r"\s*(?:https?:)?//[^\s|\]]+", re.I)
_GROUPS = {"efn": "lower-alpha", "efn-la": "lower-alpha", "efn-ua": "upper-alpha", "efn-lr": "lower-roman"}
_LOCATORS = frozenset(("p", "pp", "page", "pages", "loc", "s", "с"))


@dataclass(frozen=True, slots=True)
class Template:
    """A template in use: its name in lower case, its parameters in order of their numbers, and by name."""

    name: str
    plain: tuple[Run, ...]
    named: dict[str, Run]

    def get(self, *names: str) -> Run | None:
        return next((self.named[name] for name in names if self.named.get(name)), None)

    def text(self, *names: str) -> str:
        run = self.get(*names)
        return run.text.strip() if run else ""


@cache
def rules() -> dict[str, Any]:
    """The data file: parameters by language, and the names of templates that no parameter tells."""
    source = resources.files("citecheck.read").joinpath("data", "citation_templates.json")
    loaded: dict[str, Any] = json.loads(source.read_text("utf-8"))
    return loaded


def shown(template: Template, notes: Notes, *, first: bool = False) -> Run:
    """What a reader sees in the template's place. `first`: it begins a note, which it may be all of, so that
    a template that shows nothing here is shown by its own words."""
    run = _shown(template, notes)
    return run if run or not first else _words(template)


def _shown(template: Template, notes: Notes) -> Run:
    known = rules()
    name = template.name
    if name in known["signs"]:
        return Run.of(known["signs"][name])
    if name in known["lists"]:
        return Run()
    if name in known["notes"] and (body := template.get("1", "texte", "text", "content") or _first(template)):
        group = _GROUPS.get(name) or template.text("group", "groupe", "gruppe") or _default_group(name)
        return notes.call(group, template.text("name", "nom"), body.stripped())
    if name in known["short"]:
        return notes.call(
            "", "short:" + "|".join(run.text.strip() for run in template.plain), _short(template)
        )
    if name in known["repeats"]:
        return _repeats(template, notes)
    if name in known["quotations"] and (body := template.get("text", "texte", "1") or _first(template)):
        return _quotation(body)
    if citation := _citation(template):
        return citation
    if place := known["inline"].get(name):
        return _inline(template, place)
    return _rest(template)


def _first(template: Template) -> Run | None:
    return template.plain[0] if template.plain else None


def _default_group(name: str) -> str:
    return "" if name in ("refn", "#tag:ref", "ref+") else "note"


def _short(template: Template) -> Run:
    """`Smith 2001, p. 3` of an author–year note."""
    run = Run.of(" ".join(piece.text.strip() for piece in template.plain if piece))
    for name in template.named:
        if name in _LOCATORS and template.named[name]:
            run.add(", p. ")
            run.append(template.named[name].stripped())
    return run


def _repeats(template: Template, notes: Notes) -> Run:
    run = Run()
    if template.name == "rp":
        return run
    group = template.text("group")
    for piece in template.plain:
        if piece:
            run.append(notes.call(group, piece.text.strip(), Run()))
    return run


def _quotation(body: Run) -> Run:
    run = Run.of("\n\n")
    run.append(body.stripped())
    run.mark(MarkKind.BLOCK_QUOTATION, 2, origin="wikitext")
    run.add("\n\n")
    return run


def _inline(template: Template, place: int) -> Run:
    pieces = template.plain
    if place < 0 or place > len(pieces):
        return pieces[-1].stripped() if pieces else Run()
    return pieces[place - 1].stripped()


def _rest(template: Template) -> Run:
    """Of a template unknown: its addresses, links in its numbered parameters, and what in it calls notes."""
    run = Run()
    for place, piece in enumerate((*template.plain, *template.named.values())):
        address = _ADDRESS.fullmatch(piece.text.strip())
        if address:
            run.append(linked(piece.stripped(), address.group().strip(), "template"))
            run.add(" ")
        elif place < len(template.plain) and any(mark.kind is MarkKind.LINK for mark in piece.marks):
            run.append(piece.stripped())
            run.add(" ")
        elif any(mark.kind is MarkKind.MARKER for mark in piece.marks):
            run.add("\n")
            run.append(piece.stripped())
            run.add("\n")
    return run


def _words(template: Template) -> Run:
    """A template that shows nothing here, by its name and parameters."""
    said = [piece.text.strip() for piece in (*template.plain, *template.named.values())]
    return Run.of(": ".join(filter(None, (template.name, ", ".join(filter(None, said))))))


def linked(text: Run, target: str, origin: str) -> Run:
    """`text` as a link to `target`."""
    run = Run()
    run.append(text)
    if target.startswith("//"):
        target = f"https:{target}"
    run.mark(MarkKind.LINK, 0, target=target, origin=origin)
    return run


# Citations


def _citation(template: Template) -> Run | None:
    """A citation in words: author, title (a link), work, date, pages, date of access, archived copy."""
    if not template.named:
        return None
    said = set(template.named)
    rows = rules()["languages"]
    best = max(rows, key=lambda language: len(_names(language) & said))
    if not _names(best) & said:
        return None
    fields = _fields(best)
    url = next((v for n in fields["url"] if _ADDRESS.match(v := template.text(n))), "")
    title = template.get(*fields["title"])
    if not url and not (title and template.get(*fields["author"], *fields["work"], *fields["date"])):
        return None
    run = Run()
    author = template.text(*fields["author"])
    given = template.text(*fields["given"])
    _piece(run, Run.of(f"{author}, {given}" if author and given else author))
    _piece(run, _titled(title, url))
    for field in ("work", "date", "pages"):
        piece = run_of.stripped() if (run_of := template.get(*fields[field])) else Run()
        # A bare address would run on into the words set behind it.
        _piece(run, linked(piece, piece.text, "template") if _ADDRESS.fullmatch(piece.text) else piece)
    quote = template.text(*fields["quote"])
    _piece(run, Run.of(f"“{quote}”" if quote else ""))
    archive = template.text(*fields["archive"])
    if _ADDRESS.match(archive):
        _piece(run, linked(Run.of(archive), archive, "template"))
    told = {url, archive, *(template.text(*fields[field]) for field in ("work", "date", "pages"))}
    for piece in template.named.values():  # of a chapter, a conference, a review
        address = piece.text.strip()
        if address not in told and _ADDRESS.fullmatch(address):
            told.add(address)
            _piece(run, linked(Run.of(address), address, "template"))
    access = template.text(*fields["access"])
    _piece(run, Run.of(f"{rows[best]['accessed']} {access}" if access else ""))
    run.add(".")
    return run


@cache
def _names(language: str) -> frozenset[str]:
    """All parameters of a language's citation templates."""
    row = rules()["languages"][language]
    return frozenset(name for names in row.values() if isinstance(names, list) for name in names)


@cache
def _fields(language: str) -> dict[str, tuple[str, ...]]:
    """Parameters of each field, those of `language` first: templates are borrowed between wikis."""
    rows = rules()["languages"]
    ordered = (rows[language], *rows.values())
    return {
        field: tuple(dict.fromkeys(name for row in ordered for name in row[field]))
        for field in rows[language]
        if field != "accessed"
    }


def _titled(title: Run | None, url: str) -> Run:
    if title is None:
        return linked(Run.of(url), url, "template") if url else Run()
    run = Run.of("“")
    text = title.stripped()
    run.append(linked(text, url, "template") if url else text)
    run.add("”")
    return run


def _piece(run: Run, piece: Run) -> None:
    if piece:
        run.add((" " if run.text.endswith(".") else ". ") if run.size else "")
        run.append(piece)
