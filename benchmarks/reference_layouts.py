"""Ten layouts of a list of sources in plain text, in seven languages, of own authors and titles."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass


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


def entries_of(language: Language) -> list[tuple[str, int, str]]:
    years = (1998, 2003, 2007, 2011, 2014, 2019)
    return [
        (name, year, f"https://mills.example/{year}/a")
        for name, year in zip(language.names, years, strict=True)
    ]


def printed(language: Language, number: int, *, early: bool) -> str:
    name, year, url = entries_of(language)[number - 1]
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
        lines = [f"{label.format(number)} {printed(language, number, early=False)}" for number in range(1, 7)]
        if width:
            lines = [
                textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in lines
            ]
        end = f"\n\n[^1]: {language.after}.\n" if footnote else "\n"
        text = f"{body}\n\n{language.heading}\n\n" + "\n".join(lines) + end
        return Made(text, entries_of(language), [1, 2, 3, 5, 4, 2, 6], 4)

    return made


def _by_year(
    *, early: bool, gap: str, words: bool = False, after: bool = False
) -> Callable[[Language], Made]:
    """A layout whose entries are called by author and year."""

    def made(language: Language) -> Made:
        opening, closing = language.marks
        entries = entries_of(language)
        call = [f"{name} {year}" if words else f"{name}, {year}" for name, year, _ in entries]
        quotation = f"{opening}{language.words}{closing}"
        body = (
            f"{language.prose} ({call[0]}; {call[2]}). "
            f"{entries[4][0]} ({entries[4][1]}): {language.prose}.\n\n"
            f"{language.prose}: {quotation} ({call[3]}, {language.page} 12). {language.prose} ({call[1]})."
        )
        lines = [printed(language, number, early=early) for number in range(1, 7)]
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
