"""How well lists of sources are read: entries, their fields, their calls, the quotations that rest on them.

    python -m benchmarks.references [--misses]

Documents made here, each a text with a list under its heading: ten layouts in seven languages, of own authors
and titles. The truth is known as they are made. Figures of docs/accuracy.md, section "Lists of sources", come
from here.
"""

from __future__ import annotations

import argparse
import textwrap
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from citecheck.model import NoteKind, Text
from citecheck.parse import parse
from citecheck.repair import find_links


@dataclass(frozen=True)
class Language:
    """Words of a language: heading, `p.`, the quotation marks, three sentences, names and titles."""

    heading: str
    page: str
    marks: tuple[str, str]
    says: str
    words: str
    prose: str
    after: str
    names: Sequence[str]
    titles: Sequence[str]


LANGUAGES = {
    "en": Language(
        "References",
        "p.",
        ("“", "”"),
        "holds that",
        "no mill ever waits for the river that drives it",
        "Mills stood by every brook of the county",
        "What follows is no source",
        ("Ashdown", "Birch", "Coldwell", "Dunmore", "Elmsley", "Fenwick"),
        (
            "Wheels of the County",
            "A Brook and Its Weir",
            "Grain and Water",
            "The Miller's Year",
            "Old Dams",
            "Tolls",
        ),
    ),
    "de": Language(
        "Literaturverzeichnis",
        "S.",
        ("„", "“"),
        "schreibt,",
        "keine Mühle wartet je auf den Bach, der sie treibt",
        "An jedem Bach des Landes stand eine Mühle",
        "Was folgt, ist keine Quelle",
        ("Ahlers", "Brückner", "Claasen", "Dörfler", "Ehlert", "Färber"),
        (
            "Räder des Landes",
            "Ein Bach und sein Wehr",
            "Korn und Wasser",
            "Das Jahr des Müllers",
            "Alte Dämme",
            "Zölle",
        ),
    ),
    "fr": Language(
        "Bibliographie",
        "p.",
        ("« ", " »"),
        "soutient que",
        "aucun moulin n'attend la rivière qui le fait tourner",
        "Chaque ruisseau du pays avait son moulin",
        "Ce qui suit n'est pas une source",
        ("Aubert", "Brunel", "Carrel", "Delmas", "Évrard", "Faivre"),
        (
            "Roues du pays",
            "Un ruisseau et son barrage",
            "Grain et eau",
            "L'année du meunier",
            "Vieilles digues",
            "Péages",
        ),
    ),
    "es": Language(
        "Bibliografía",
        "p.",
        ("«", "»"),
        "sostiene que",
        "ningún molino espera al río que lo hace girar",
        "Cada arroyo del país tenía su molino",
        "Lo que sigue no es una fuente",
        ("Alarcón", "Benítez", "Cordero", "Domínguez", "Escudero", "Figueroa"),
        (
            "Ruedas del país",
            "Un arroyo y su presa",
            "Grano y agua",
            "El año del molinero",
            "Diques viejos",
            "Peajes",
        ),
    ),
    "pl": Language(
        "Bibliografia",
        "s.",
        ("„", "”"),
        "twierdzi, że",
        "żaden młyn nie czeka na rzekę, która go porusza",
        "Nad każdym strumieniem stał młyn",
        "To, co następuje, nie jest źródłem",
        ("Adamek", "Borecki", "Czarnota", "Dudziak", "Ejsmont", "Furman"),
        ("Koła kraju", "Strumień i jego jaz", "Ziarno i woda", "Rok młynarza", "Stare tamy", "Myta"),
    ),
    "ru": Language(
        "Список литературы",
        "с.",
        ("«", "»"),
        "пишет, что",
        "никакая мельница не ждёт реки, которая её вращает",
        "У каждого ручья в уезде стояла мельница",
        "Дальше источников нет",
        ("Акимов", "Белкин", "Воронин", "Гладков", "Доронин", "Ершов"),
        ("Колёса уезда", "Ручей и запруда", "Зерно и вода", "Год мельника", "Старые плотины", "Пошлины"),
    ),
    "zh": Language(
        "参考文献",
        "第",
        ("“", "”"),
        "认为",
        "没有一座水车会等待推动它转动的那条河流",
        "县里每条溪边都有水车",
        "以下不是文献",
        ("Ailing", "Bowen", "Chunhua", "Dawei", "Enlai", "Fang"),
        ("县里的轮子", "溪流与堰坝", "谷物与水", "磨坊主的一年", "旧水坝", "通行税"),
    ),
}


@dataclass
class Made:
    """A document with what it holds: entries as (family name, year, address), calls by entry in order of
    place, and the entry that its quotation rests on."""

    text: str
    entries: list[tuple[str, int, str]]
    calls: list[int]
    quoted: int


def _entries(language: Language) -> list[tuple[str, int, str]]:
    years = (1998, 2003, 2007, 2011, 2014, 2019)
    return [
        (name, year, f"https://mills.example/{year}/a")
        for name, year in zip(language.names, years, strict=True)
    ]


def _printed(language: Language, number: int, *, early: bool) -> str:
    name, year, url = _entries(language)[number - 1]
    title = language.titles[number - 1]
    initial = name[0]
    if early:
        return f"{name}, {initial}. ({year}). {title}. {url}"
    return f"{name} {initial}. {title}. {year}. {url}"


def _numbered(
    call: Callable[[str], str], label: str, *, width: int = 0, placed: bool = True, footnote: bool = False
) -> Callable[[Language], Made]:
    """A layout whose entries bear numbers. `call`: numbers as the text shows them."""

    def made(language: Language) -> Made:
        opening, closing = language.marks
        place = f", {language.page} 12" if placed else ""
        quotation = f"{opening}{language.words}{closing}"
        notes = "[^1]" if footnote else ""
        body = (
            f"{language.prose} {call('1–3')}. {language.prose} {call('5')}{notes}.\n\n"
            f"{language.names[3]} {language.says} {quotation} {call('4' + place)}. "
            f"{language.prose} {call('2, 6')}."
        )
        lines = [
            f"{label.format(number)} {_printed(language, number, early=False)}" for number in range(1, 7)
        ]
        if width:
            lines = [
                textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in lines
            ]
        end = f"\n\n[^1]: {language.after}.\n" if footnote else "\n"
        text = f"{body}\n\n{language.heading}\n\n" + "\n".join(lines) + end
        return Made(text, _entries(language), [1, 2, 3, 5, 4, 2, 6], 4)

    return made


def _by_year(
    *, early: bool, gap: str, words: bool = False, after: bool = False
) -> Callable[[Language], Made]:
    """A layout whose entries are called by author and year."""

    def made(language: Language) -> Made:
        opening, closing = language.marks
        entries = _entries(language)
        call = [f"{name} {year}" if words else f"{name}, {year}" for name, year, _ in entries]
        quotation = f"{opening}{language.words}{closing}"
        body = (
            f"{language.prose} ({call[0]}; {call[2]}). "
            f"{entries[4][0]} ({entries[4][1]}): {language.prose}.\n\n"
            f"{language.prose}: {quotation} ({call[3]}, {language.page} 12). {language.prose} ({call[1]})."
        )
        lines = [_printed(language, number, early=early) for number in range(1, 7)]
        tail = f"\n\n{language.after}, {language.prose}.\n\n{language.prose}.\n" if after else "\n"
        text = f"{body}\n\n{language.heading}\n\n" + gap.join(lines) + tail
        return Made(text, entries, [1, 3, 5, 4, 2], 4)

    return made


def _raised(numbers: str) -> str:
    return numbers.translate(str.maketrans("0123456789–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")).replace(
        ", ", "⁻" if "–" in numbers else " "
    )


LAYOUTS: dict[str, Callable[[Language], Made]] = {
    "[1], called [1–3], [4, p. 12]": _numbered("[{}]".format, "[{}]"),
    "1., called [1–3]": _numbered("[{}]".format, "{}."),
    "[1], lines broken": _numbered("[{}]".format, "[{}]", width=34),
    "1., lines broken": _numbered("[{}]".format, "{}.", width=34),
    "(1), called (1–3)": _numbered("({})".format, "({})", placed=False),
    "1., called ¹⁻³": _numbered(_raised, "{}.", placed=False),
    "[1] beside footnotes": _numbered("[{}]".format, "[{}]", footnote=True),
    "Name, N. (2003)": _by_year(early=True, gap="\n\n"),
    "Name N. Title. 2003, one a line": _by_year(early=False, gap="\n", words=True),
    "Name, N. (2003), text behind it": _by_year(early=True, gap="\n\n", after=True),
}


def measure(made: Made, right: Counter[str], total: Counter[str]) -> list[str]:
    """What is read right of a document; what is not, in words."""
    text = Text(made.text)
    parsed = parse(text)
    links = find_links(text, parsed.notes)
    found = [note for note in parsed.notes if note.kind is NoteKind.REFERENCE]
    total["false entries"] += 0
    right["false entries"] += max(0, len(found) - len(made.entries))
    wrong: list[str] = []
    ids: dict[str, int] = {}
    for number, (name, year, url) in enumerate(made.entries, 1):
        note = next((one for one in found if one.text.startswith(name)), None)
        fields = {
            "entries": note is not None and note.text.endswith(url),
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
    all_right: Counter[str] = Counter()
    all_total: Counter[str] = Counter()
    for layout, make in LAYOUTS.items():
        right: Counter[str] = Counter()
        total: Counter[str] = Counter()
        for name, language in LANGUAGES.items():
            for wrong in measure(make(language), right, total):
                if options.misses:
                    print(f"    {layout}, {name}: {wrong}")
        print(f"{layout}: {_shares(right, total)}")
        all_right += right
        all_total += total
    print(f"all, {len(LAYOUTS)} layouts in {len(LANGUAGES)} languages: {_shares(all_right, all_total)}")


def _shares(right: Counter[str], total: Counter[str]) -> str:
    names = ("entries", "false entries", "author", "year", "address", "calls", "false calls", "quotations")
    return ", ".join(f"{name} {right[name]}" + (f"/{total[name]}" if total[name] else "") for name in names)


if __name__ == "__main__":
    main()
