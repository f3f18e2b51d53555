"""Participles that lists of forms take for words of their own (*сдан*, *mise*, *otwarte*, *gewählte*)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

INFLECTED: Mapping[str, tuple[re.Pattern[str], str, tuple[str, ...]]] = {
    "fr": (re.compile("[iust]$"), "", ("e", "es", "s")),
    "es": (re.compile("(?:[ai]d|[sct]t|ch|rt|lt)o$"), "o", ("a", "as", "os")),
    "it": (re.compile("(?:[aiu]t|[st]t|rt|nt|lt|s)o$"), "o", ("a", "i", "e")),
    "de": (
        re.compile("(?:^(?:..?.?)?ge|^(?:be|ver|er|ent|zer)).*(?:t|en)$"),
        "",
        ("e", "en", "er", "es", "em"),
    ),
}
"""By language: folded participles, what they lose before an ending, and the endings."""
MADE: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "ru": (
        ("ать", ("ан", "ат")), ("ять", ("ян", "ят")), ("ить", ("ен", "ит")), ("еть", ("ен", "ет")),
        ("ыть", ("ыт",)), ("уть", ("ут",)), ("ти", ("ен",)), ("сть", ("ден", "тен")),
    ),
    "uk": (
        ("ати", ("ан", "ат")), ("яти", ("ян", "ят")), ("ити", ("ен", "ит")), ("іти", ("ен",)),
        ("ути", ("ут",)), ("ти", ("ен", "т")),
    ),
    "pl": (
        ("ac", ("an", "et")), ("ic", ("on", "it")), ("yc", ("on", "yt")), ("ec", ("an", "on")),
        ("sc", ("on",)),
    ),
}  # fmt: skip
"""By language: endings of folded infinitives, and what participles have in their place."""
SOFTENED = {
    "ru": (
        ("д", "ж"), ("з", "ж"), ("т", "ч"), ("т", "щ"), ("с", "ш"), ("ст", "щ"), ("в", "вл"), ("п", "пл"),
        ("б", "бл"), ("м", "мл"), ("д", "жд"),
    ),
    "uk": (
        ("д", "дж"), ("з", "ж"), ("т", "ч"), ("с", "ш"), ("ст", "щ"), ("в", "вл"), ("п", "пл"), ("б", "бл"),
        ("м", "мл"),
    ),
    "pl": (("d", "dz"), ("s", "sz")),
}  # fmt: skip
"""Ends of stems and what they become before an *e* or *o*."""
ENDINGS = {
    "ru": re.compile(
        "(?:а|о|ы|н(?:ы[ийхме]|о[гйимею]\\w{0,2}|ая|ую|ые|ыми|ыи|ои|ого|ому|ым|ом|ых)|[ыо][ийхмге]\\w{0,2}|ая|ую|ые|ыми|ое)?"
    ),
    "uk": re.compile("(?:о|[аиіуо]\\w{0,3})?"),
    "pl": re.compile("(?:[yaeio]\\w{0,3})?"),
}
"""What may follow in the forms of a participle."""

SOFT = ("ии", "его", "ему", "им", "ем", "ая", "еи", "ую", "ее", "ие", "их", "ими")
HARD = ("ыи", "ого", "ому", "ым", "ом", "ая", "ои", "ую", "ое", "ые", "ых", "ыми")
"""Endings of Russian participles: of those that do, and of those to which it is done."""


def participles(language: str, forms: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Folded forms with the folded verbs that they are participles of, besides those `forms` has."""
    if language in INFLECTED:
        pattern, lost, endings = INFLECTED[language]
        for form, verb in forms.items():
            if form != verb and pattern.search(form):
                yield from (
                    (longer, verb)
                    for ending in endings
                    if (longer := form.removesuffix(lost) + ending) in forms and forms[longer] != verb
                )
        if language == "fr":
            yield from _accented(forms)
    elif language in MADE:
        bases = dict(_made(language, frozenset(forms.values())))
        short = ("", "а", "о", "ы") if language == "ru" else ()
        yield from (
            (base + ending, verb) for base, verbs in bases.items() for verb in verbs for ending in short
        )
        for form, word in forms.items():
            for size in range(len(form), 3, -1):
                for verb in bases.get(form[:size], ()):
                    if verb != word and ENDINGS[language].fullmatch(form[size:]):
                        yield form, verb
        if language == "ru":
            yield from _declined(forms, bases)


def _accented(forms: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """French ones in *-é*, which folded look like the present (*acquitté*), and in *-ert* (*ouvert*)."""
    words = frozenset(forms.values())
    for form in words:
        verb = f"{form}r" if form.endswith("e") else re.sub("ert$", "rir", form)
        if verb != form and verb in words and f"{form}e" in forms:
            yield from ((f"{form}{ending}", verb) for ending in ("", "e", "s", "es"))


def _declined(forms: Mapping[str, str], bases: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Russian ones in every case, of which the lists mostly have the first alone (*похитивших*)."""
    stems = {form[:-2]: verb for form, verb in forms.items() if re.search("[шщ]ии$", form) and verb != form}
    stems |= {f"{form[:-4]}+": verb for form, verb in forms.items() if re.search("[шщ]иися$", form)}
    for verb in frozenset(forms.values()):
        if match := re.fullmatch("(.{2,}[аеиоуыя])ть(ся)?", verb):
            stems[f"{match[1]}вш{'+' if match[2] else ''}"] = verb
    for stem, verb in stems.items():
        yield from ((stem.strip("+") + ending + ("ся" if "+" in stem else ""), verb) for ending in SOFT)
    for base, verbs in bases.items():
        full = f"{base}н" if base.endswith("н") else base
        yield from ((full + ending, verb) for verb in verbs for ending in HARD if full + ending not in forms)


def _made(language: str, words: frozenset[str]) -> Iterator[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for verb in words:
        for ending, others in MADE[language]:
            if verb.endswith(ending) and len(verb) > len(ending) + 1:
                stem = verb.removesuffix(ending)
                soft = [stem[: -len(old)] + new for old, new in SOFTENED[language] if stem.endswith(old)]
                for other in others:
                    for one in [stem, *(soft if other in ("ен", "on") else [])]:
                        found.setdefault(one + other, []).append(verb)
    yield from found.items()
